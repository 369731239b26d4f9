package dev.openaierrors.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that keeps the JSON that is posted to it, by path. */
final class Inbox implements AutoCloseable {

  private final Map<String, List<JsonNode>> posted = new ConcurrentHashMap<>();
  private final HttpServer server;

  private Inbox() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  static Inbox open() throws IOException {
    return new Inbox();
  }

  private void take(HttpExchange exchange) {
    try (exchange) {
      JsonNode body = new ObjectMapper().readTree(exchange.getRequestBody());
      posted
          .computeIfAbsent(exchange.getRequestURI().getPath(), any -> new CopyOnWriteArrayList<>())
          .add(body);
      exchange.sendResponseHeaders(200, -1);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  List<JsonNode> posted(String path) {
    return new ArrayList<>(posted.getOrDefault(path, List.of()));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
