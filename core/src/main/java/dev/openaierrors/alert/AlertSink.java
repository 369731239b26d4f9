package dev.openaierrors.alert;

/**
 * A destination of alerts.
 *
 * <p>Never called from a logging call. {@link #send} is called by one thread at a time, which it
 * may block for some seconds: each destination has its own queue, so it delays no other.
 */
public interface AlertSink extends AutoCloseable {

  /** What the destination is called in status messages; never holds a secret. */
  String name();

  /**
   * Delivers one alert.
   *
   * @throws DeliveryException if it was not delivered; says whether and when to try again
   * @throws Exception any other failure; it is tried again later
   */
  void send(Alert alert) throws Exception;

  /**
   * Whether the destination keeps the state of each alert by itself. Such a one gets {@link
   * AlertState#ONGOING} at most once a minute while failures go on, never a {@link
   * AlertState#DIGEST}, and no {@link AlertState#RESOLVED} of what it was not told before, as other
   * instances of the service may have told the same.
   */
  default boolean keepsState() {
    return false;
  }

  /**
   * Whether the destination has a use for notices of this state; the others are never sent to it.
   */
  default boolean wants(AlertState state) {
    return state != (keepsState() ? AlertState.DIGEST : AlertState.ONGOING);
  }

  /** Whether it may get several notices within a second, as a log may; others get one. */
  default boolean takesManyAtOnce() {
    return false;
  }

  /** Gives back what it holds. */
  @Override
  default void close() {}
}
