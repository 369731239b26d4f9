package dev.openaierrors.logback;

import ch.qos.logback.core.Context;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.spi.LifeCycle;

/** An element inside of ours that has settings of its own. */
abstract class ConfiguredElement extends ContextAwareBase implements LifeCycle {

  private final UnknownElements unknownElements = new UnknownElements(getClass());
  private boolean started;

  /** The sentence for a setting that the element does not have. */
  abstract String unknown(String setting);

  @Override
  public void setContext(Context context) {
    super.setContext(context);
    unknownElements.begin(context);
  }

  /** All its settings are known now: says which of them there are not. */
  @Override
  public void start() {
    unknownElements.report(getContext(), this::unknown, new LogbackHost(this));
    started = true;
  }

  @Override
  public void stop() {
    started = false;
  }

  @Override
  public boolean isStarted() {
    return started;
  }
}
