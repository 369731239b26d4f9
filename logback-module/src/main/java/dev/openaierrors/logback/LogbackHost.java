package dev.openaierrors.logback;

import ch.qos.logback.core.spi.ContextAware;
import dev.openaierrors.plugin.Host;
import org.jspecify.annotations.Nullable;

/**
 * Reports to Logback's status list, in the name of one of our components.
 *
 * <p>An error found while the configuration is read makes Spring Boot refuse to start; plain
 * Logback prints it.
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
}
