package dev.openaierrors.delivery;

import java.time.Duration;

/**
 * How long to wait for a server.
 *
 * @param connect until it is connected to
 * @param request for all of it, to the end of the answer
 */
record Timeouts(Duration connect, Duration request) {

  static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(5));
}
