package dev.openaierrors.alert;

import java.util.function.Consumer;

/**
 * Who hears of errors and alerts in this process, whatever logging framework runs in it and however
 * often that is stopped, started or configured anew: a listener is added once.
 *
 * <p>It reaches the alerts of the jar that it was loaded from: where a web application has its own
 * copy beside its own logging framework, those of the application.
 */
public final class AlertListeners {

  private static final ListenerRegistry HEARSAY = new ListenerRegistry();

  private AlertListeners() {}

  /**
   * Tells a listener from now on, and at once of all that was there before: how many errors and
   * notices there were, and what is open. So it may come long after logging has begun. Does nothing
   * if it is told already.
   */
  public static void add(AlertListener listener) {
    HEARSAY.add(listener);
  }

  /** Tells a listener no more. */
  public static void remove(AlertListener listener) {
    HEARSAY.remove(listener);
  }

  /**
   * Whoever is told something tells it to all listeners.
   *
   * @param problem gets what a listener throws; the others are told all the same
   */
  public static AlertListener all(Consumer<Throwable> problem) {
    return HEARSAY.telling(problem);
  }
}
