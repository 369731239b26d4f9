package dev.openaierrors.delivery;

import dev.openaierrors.alert.AlertSink;

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

  @Override
  public final void close() {
    post.close();
  }
}
