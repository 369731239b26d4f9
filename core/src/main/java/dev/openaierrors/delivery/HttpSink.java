package dev.openaierrors.delivery;

import dev.openaierrors.alert.AlertSink;
import java.time.Duration;

/** A destination that posts over HTTP. */
abstract class HttpSink implements AlertSink {

  private final HttpPost post;

  HttpSink(HttpPost post) {
    this.post = post;
  }

  final HttpPost post() {
    return post;
  }

  @Override
  public final String name() {
    return post.name();
  }

  /** The host that it posts to: all of its address that is no secret. */
  final String host() {
    return post.host();
  }

  /**
   * How often it is told that an incident goes on. More than a minute is for a destination that
   * keeps an incident open by itself, and is told only lest it stay closed after somebody else
   * closed it.
   */
  Duration renewal() {
    return LatestByIncident.A_MINUTE;
  }

  @Override
  public final void close() {
    post.close();
  }
}
