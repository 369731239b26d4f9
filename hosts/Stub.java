import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/** Answers whatever is asked as OpenAI does whose customer has not paid; ends when it is killed. */
final class Stub {

  private static final byte[] QUOTA =
      """
      {
        "error": {
          "message": "You exceeded your current quota, please check your plan and billing details.",
          "type": "insufficient_quota",
          "param": null,
          "code": "insufficient_quota"
        }
      }
      """
          .getBytes(StandardCharsets.UTF_8);

  public static void main(String[] args) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.getResponseHeaders().set("x-should-retry", "false");
          exchange.sendResponseHeaders(429, QUOTA.length);
          exchange.getResponseBody().write(QUOTA);
          exchange.close();
        });
    server.start();
    // Whoever waits for the file must not see half of it.
    Path port = Path.of(args[0]);
    Path written = Path.of(args[0] + ".new");
    Files.writeString(written, Integer.toString(server.getAddress().getPort()));
    Files.move(written, port);
  }
}
