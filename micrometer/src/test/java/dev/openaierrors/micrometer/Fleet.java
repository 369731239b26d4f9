package dev.openaierrors.micrometer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.openaierrors.alert.ErrorGroup;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Provider;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands in for many instances of a service, each with its own registry, and for whoever gets the
 * notices. What Prometheus reads of an instance is what the binder and Micrometer make.
 */
final class Fleet implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Counts> instances = new ArrayList<>();
  private final List<PrometheusMeterRegistry> registries = new ArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final HttpServer server;

  /** Notices: where they came to, the status and the name of the alert. */
  final List<String> notices = new CopyOnWriteArrayList<>();

  Fleet(int size) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    for (int i = 0; i < size; i++) {
      Counts counts = new Counts(Tags.empty());
      counts.expect(Provider.OPENAI);
      PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
      counts.bindTo(registry);
      instances.add(counts);
      registries.add(registry);
      server.createContext("/metrics/" + i + "/", exchange -> answer(exchange, registry.scrape()));
    }
    server.createContext("/on-call", exchange -> note("on-call", exchange));
    server.createContext("/chat", exchange -> note("chat", exchange));
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** One more failure in each of the first instances. */
  void fail(int instancesThatFail, ErrorKind kind) {
    for (Counts counts : instances.subList(0, instancesThatFail)) {
      counts.errors(new ErrorGroup(kind, Provider.OPENAI, kind.retryable(), null), 1, 0);
    }
  }

  /** As targets of Prometheus. */
  String targets() {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < instances.size(); i++) {
      yaml.append("      - targets: ['127.0.0.1:%d']\n".formatted(port()))
          .append(
              "        labels: {instance: pod-%d, __metrics_path__: /metrics/%d/}\n"
                  .formatted(i, i));
    }
    return yaml.toString();
  }

  private void note(String receiver, HttpExchange exchange) throws IOException {
    JsonNode notice = JSON.readTree(exchange.getRequestBody().readAllBytes());
    notices.add(
        "%s %s %s"
            .formatted(
                receiver,
                notice.get("status").asText(),
                notice.get("alerts").findValuesAsText("alertname")));
    answer(exchange, "");
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    registries.forEach(PrometheusMeterRegistry::close);
  }
}
