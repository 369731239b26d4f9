package dev.openaierrors.micrometer;

import static dev.openaierrors.Patience.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Prometheus or an Alertmanager, alone on a port of the loopback interface. */
final class Daemon implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  final int port;

  private Daemon(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it and waits until it is ready; what it says is in {@code folder}. */
  static Daemon start(Path folder, String program, String... arguments) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    List<String> command =
        new ArrayList<>(List.of(program, "--web.listen-address=127.0.0.1:" + port));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(program + ".log").toFile())
            .start();
    Daemon daemon = new Daemon(process, port);
    await(program + " to be ready").until(daemon::isReady);
    return daemon;
  }

  private boolean isReady() throws Exception {
    if (!process.isAlive()) {
      throw new IOException("it ended: see its log");
    }
    try {
      return get("/-/ready").statusCode() == 200;
    } catch (ConnectException notYet) {
      return false;
    }
  }

  /** What Prometheus finds; fails if the query is wrong. */
  JsonNode query(String expression) throws Exception {
    return answer("/api/v1/query?query=" + encoded(expression)).get("data").get("result");
  }

  /** The same over the last seconds. */
  JsonNode queryRange(String expression, int seconds) throws Exception {
    long now = System.currentTimeMillis() / 1000;
    return answer(
            "/api/v1/query_range?query=%s&start=%d&end=%d&step=1"
                .formatted(encoded(expression), now - seconds, now))
        .get("data")
        .get("result");
  }

  private JsonNode answer(String path) throws Exception {
    HttpResponse<String> response = get(path);
    JsonNode answer = JSON.readTree(response.body());
    if (!"success".equals(answer.path("status").asText())) {
      throw new AssertionError(path + ": " + response.body());
    }
    return answer;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
