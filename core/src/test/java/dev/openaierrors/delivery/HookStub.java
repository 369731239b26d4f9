package dev.openaierrors.delivery;

import java.io.IOException;
import java.util.List;

/** A server that takes what is posted to it, or refuses it, for tests of the plugins. */
public final class HookStub implements AutoCloseable {

  private final Loopback server;
  private volatile boolean refuses;

  private HookStub() throws IOException {
    server = Loopback.that(this::answer);
  }

  /** One that takes everything. */
  public static HookStub start() throws IOException {
    return new HookStub();
  }

  private Reply answer(Loopback.Request request) {
    return refuses
        ? Reply.status("403 Forbidden", "no_access " + request.line())
        : Reply.status("202 Accepted", "{}");
  }

  /** Refuses everything for good, or takes it again. */
  public void refuse(boolean whether) {
    refuses = whether;
  }

  /** Where to post. */
  public String url(String path) {
    return server.uri(path).toString();
  }

  /** Method, path and protocol of each request. */
  public List<String> lines() {
    return server.requests.stream().map(Loopback.Request::line).toList();
  }

  /** What was posted. */
  public List<String> bodies() {
    return server.requests.stream().map(Loopback.Request::body).toList();
  }

  /** A header of each request; its name in lower case. */
  public List<String> headers(String name) {
    return server.requests.stream().map(request -> request.headers().get(name)).toList();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
