package dev.openaierrors.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Prometheus' own Alertmanager, if it is installed, alone on a port of the loopback interface. */
final class RealAlertmanager {

  private static final String BINARY = "prometheus-alertmanager";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  final URI url;

  private RealAlertmanager(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /** Where it is; null if it is not installed. */
  static @Nullable Path binary() {
    for (String directory : System.getenv("PATH").split(File.pathSeparator, -1)) {
      Path file = Path.of(directory, BINARY);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    return null;
  }

  /** Starts it; its files are in {@code directory}. */
  static RealAlertmanager start(Path binary, Path directory) throws IOException {
    Path configuration =
        Files.writeString(
            directory.resolve("alertmanager.yml"),
            "route:\n  receiver: nobody\nreceivers:\n  - name: nobody\n");
    int port = freePort();
    Process process =
        new ProcessBuilder(
                binary.toString(),
                "--config.file=" + configuration,
                "--storage.path=" + directory.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("alertmanager.log").toFile())
            .start();
    return new RealAlertmanager(process, URI.create("http://127.0.0.1:" + port));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  boolean isReady() throws Exception {
    try {
      return get("/-/ready").statusCode() == 200;
    } catch (ConnectException notYet) {
      return false;
    }
  }

  /** The alerts that are open there. */
  JsonNode alerts() throws Exception {
    return JSON.readTree(get("/api/v2/alerts?active=true").body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(url.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  void stop() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
