package dev.openaierrors.logback;

import ch.qos.logback.core.Context;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.spi.LifeCycle;
import dev.openaierrors.plugin.Settings;

/** An element inside of ours that has settings of its own. */
abstract class ConfiguredElement extends ContextAwareBase implements LifeCycle {

  private final Settings settings = new Settings();
  private final UnknownElements unknownElements = new UnknownElements(getClass());
  private boolean started;

  Settings settings() {
    return settings;
  }

  @Override
  public void setContext(Context context) {
    super.setContext(context);
    unknownElements.begin(context);
  }

  /** All its settings are known now. */
  @Override
  public void start() {
    unknownElements.addTo(settings, getContext());
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
