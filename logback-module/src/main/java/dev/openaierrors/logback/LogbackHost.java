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
  private final boolean mayBeError;

  LogbackHost(ContextAware component) {
    this(component, true);
  }

  /**
   * For one of our components.
   *
   * @param mayBeError false makes a warning of an error
   */
  LogbackHost(ContextAware component, boolean mayBeError) {
    this.component = component;
    this.mayBeError = mayBeError;
  }

  @Override
  public void error(String sentence, @Nullable Throwable cause) {
    if (mayBeError) {
      component.addError(sentence, cause);
    } else {
      component.addWarn(sentence, cause);
    }
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
