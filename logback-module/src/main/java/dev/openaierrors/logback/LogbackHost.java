package dev.openaierrors.logback;

import ch.qos.logback.core.spi.ContextAware;
import dev.openaierrors.plugin.Host;
import org.jspecify.annotations.Nullable;

/**
 * Reports to Logback's status list, in the name of one of our components.
 *
 * <p>An error in that list makes Spring Boot refuse to start, also one from before it read its
 * configuration; plain Logback prints errors and warnings.
 */
final class LogbackHost implements Host {

  private final ContextAware component;

  LogbackHost(ContextAware component) {
    this.component = component;
  }

  @Override
  public void error(String sentence, @Nullable Throwable cause) {
    component.addError(sentence, cause);
  }

  @Override
  public void warn(String sentence, @Nullable Throwable cause) {
    component.addWarn(sentence, cause);
  }

  @Override
  public void info(String sentence) {
    component.addInfo(sentence);
  }
}
