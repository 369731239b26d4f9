package dev.openaierrors.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.core.spi.LifeCycle;
import dev.openaierrors.plugin.AlertServices;
import dev.openaierrors.plugin.Ticker;

/**
 * Holds the alerts of a context while it is reset and configured again, which is how Logback
 * reloads. A listener, since a reset takes away everything else.
 *
 * <p>Logback stops appenders on any thread, an asynchronous one in front of ours on its own, and
 * none of them can tell a reload from the end. So they only say that they stopped; the end is told
 * by the context, twice: before it stops the first appender, while a last word still comes out of
 * all of them, and when all is over.
 */
final class ContextAlerts implements LoggerContextListener {

  private static final StackWalker STACK = StackWalker.getInstance();

  private final AlertServices services = new AlertServices();
  private final Ticker ticker = new Ticker();
  private final LifeCycle beforeTheEnd = new BeforeTheEnd();

  private final Placement placement;

  private ContextAlerts(LoggerContext context) {
    placement = Placement.watch(context);
  }

  /** Those of this context, which has to be told of each configuration. */
  static synchronized ContextAlerts of(LoggerContext context) {
    ContextAlerts alerts = known(context);
    // A reset takes it away.
    context.register(alerts.beforeTheEnd);
    return alerts;
  }

  private static ContextAlerts known(LoggerContext context) {
    for (LoggerContextListener listener : context.getCopyOfListenerList()) {
      if (listener instanceof ContextAlerts alerts) {
        return alerts;
      }
    }
    ContextAlerts alerts = new ContextAlerts(context);
    context.addListener(alerts);
    return alerts;
  }

  AlertServices services() {
    return services;
  }

  Ticker ticker() {
    return ticker;
  }

  /**
   * What a context stops first of all when it is reset, on the thread that asked for it. That is
   * the one moment at which all appenders are up, and the one thread whose stack tells why.
   */
  private final class BeforeTheEnd implements LifeCycle {

    @Override
    public void start() {}

    @Override
    public void stop() {
      String context = LoggerContext.class.getName();
      boolean forGood =
          STACK.walk(
              frames ->
                  frames.anyMatch(
                      frame ->
                          frame.getMethodName().equals("stop")
                              && frame.getClassName().equals(context)));
      if (forGood) {
        services.leave();
      }
    }

    @Override
    public boolean isStarted() {
      return true;
    }
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
    placement.end();
    services.close();
    ticker.close();
  }

  @Override
  public void onLevelChange(Logger logger, Level level) {}
}
