package dev.openaierrors.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import dev.openaierrors.plugin.AlertServices;

/**
 * Holds the alerts of a context while it is reset and configured again, which is how Logback
 * reloads. A listener, since a reset takes away everything else.
 */
final class ContextAlerts implements LoggerContextListener {

  private static final StackWalker STACK = StackWalker.getInstance();

  private final AlertServices services = new AlertServices();

  private ContextAlerts() {}

  /** Those of this context. */
  static synchronized AlertServices of(LoggerContext context) {
    for (LoggerContextListener listener : context.getCopyOfListenerList()) {
      if (listener instanceof ContextAlerts alerts) {
        return alerts.services;
      }
    }
    ContextAlerts alerts = new ContextAlerts();
    context.addListener(alerts);
    return alerts.services;
  }

  /**
   * Whether appenders are being stopped because the context stops, not because it is reset to be
   * configured again. Only who called tells: Logback stops appenders first and tells its listeners
   * afterwards, when nothing can be logged any more.
   */
  static boolean isContextStopping() {
    String context = LoggerContext.class.getName();
    return STACK.walk(
        frames ->
            frames.anyMatch(
                frame ->
                    frame.getMethodName().equals("stop") && frame.getClassName().equals(context)));
  }

  @Override
  public boolean isResetResistant() {
    return true;
  }

  @Override
  public void onStart(LoggerContext context) {}

  @Override
  public void onReset(LoggerContext context) {
    services.sweep();
  }

  @Override
  public void onStop(LoggerContext context) {
    services.close();
  }

  @Override
  public void onLevelChange(Logger logger, Level level) {}
}
