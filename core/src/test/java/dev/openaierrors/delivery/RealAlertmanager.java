package dev.openaierrors.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Prometheus' own Alertmanager, if it is installed, on ports of the loopback interface. */
final class RealAlertmanager {

  private static final String BINARY = "prometheus-alertmanager";
  private static final String NOBODY = "route:\n  receiver: nobody\nreceivers:\n  - name: nobody\n";
  private static final int FIRST_PORT = 20_000;
  private static final int PORTS = 12_000;
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

  /** Starts one that is alone and tells nobody; its files are in {@code directory}. */
  static RealAlertmanager start(Path binary, Path directory) throws IOException {
    return start(binary, directory, NOBODY, List.of("--cluster.listen-address="));
  }

  /**
   * Starts two that know of each other.
   *
   * @param directory for their files
   * @param configuration what both are told, in YAML
   */
  static List<RealAlertmanager> startTwo(Path binary, Path directory, String configuration)
      throws IOException {
    String one = "127.0.0.1:" + freePort();
    String other = "127.0.0.1:" + freePort();
    return List.of(
        start(
            binary,
            Files.createDirectory(directory.resolve("one")),
            configuration,
            member(one, other)),
        start(
            binary,
            Files.createDirectory(directory.resolve("other")),
            configuration,
            member(other, one)));
  }

  /** One of a cluster that is in less of a hurry to wait than by default. */
  private static List<String> member(String own, String peer) {
    return List.of(
        "--cluster.listen-address=" + own,
        "--cluster.advertise-address=" + own,
        "--cluster.peer=" + peer,
        "--cluster.gossip-interval=20ms",
        "--cluster.peer-timeout=1s");
  }

  private static RealAlertmanager start(
      Path binary, Path directory, String configuration, List<String> cluster) throws IOException {
    Path file = Files.writeString(directory.resolve("alertmanager.yml"), configuration);
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(binary.toString());
    command.add("--config.file=" + file);
    command.add("--storage.path=" + directory.resolve("data"));
    command.add("--web.listen-address=127.0.0.1:" + port);
    command.addAll(cluster);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("alertmanager.log").toFile())
            .start();
    return new RealAlertmanager(process, URI.create("http://127.0.0.1:" + port));
  }

  /** One that is not among those which systems give to whoever asks for any. */
  private static int freePort() throws IOException {
    Random random = new Random();
    while (true) {
      int port = FIRST_PORT + random.nextInt(PORTS);
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      try (ServerSocket tcp = new ServerSocket();
          DatagramSocket udp = new DatagramSocket(address)) {
        tcp.bind(address);
        return udp.getLocalPort();
      } catch (BindException taken) {
        // Another.
      }
    }
  }

  boolean isReady() throws Exception {
    if (!process.isAlive()) {
      throw new IllegalStateException("Alertmanager ended with " + process.exitValue());
    }
    try {
      return get("/-/ready").statusCode() == 200;
    } catch (ConnectException notYet) {
      return false;
    }
  }

  /** Whether it has found that many members of its cluster, itself among them, and sends. */
  boolean isSettledAmong(int members) throws Exception {
    if (!isReady()) {
      return false;
    }
    JsonNode cluster = JSON.readTree(get("/api/v2/status").body()).get("cluster");
    return cluster.get("status").asText().equals("ready") && cluster.get("peers").size() == members;
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
