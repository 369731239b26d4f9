package dev.openaierrors.matrix;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;

/** Takes what Sentry's client sends. */
final class SentryStub implements AutoCloseable {

  private final Queue<String> events = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  private SentryStub(HttpServer server) {
    this.server = server;
  }

  static SentryStub start() throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    SentryStub stub = new SentryStub(HttpServer.create(any, 0));
    stub.server.createContext("/", stub::take);
    stub.server.start();
    return stub;
  }

  private void take(HttpExchange exchange) throws IOException {
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (InputStream raw = exchange.getRequestBody();
        InputStream body = zipped ? new GZIPInputStream(raw) : raw) {
      // An envelope: a header, then for each item its header and itself, a line each.
      List<String> lines = new String(body.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      for (int i = 1; i + 1 < lines.size(); i += 2) {
        if (lines.get(i).contains("\"type\":\"event\"")) {
          events.add(message(lines.get(i + 1)));
        }
      }
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  /** Without its breadcrumbs, which are the events before it. */
  private static String message(String event) {
    return event.replaceAll("\"breadcrumbs\":\\[.*?}]", "");
  }

  String dsn() {
    return "http://key@127.0.0.1:" + server.getAddress().getPort() + "/1";
  }

  /** All events so far, as JSON. */
  List<String> events() {
    return List.copyOf(events);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
