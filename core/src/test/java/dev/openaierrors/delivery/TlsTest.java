package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.DeliveryException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slack and PagerDuty are only to be had over TLS. */
class TlsTest {

  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path directory;
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private SSLContext usual;
  private SSLContext ours;
  private HttpsServer server;

  @BeforeEach
  void start() throws Exception {
    usual = SSLContext.getDefault();
    ours = context(makeKey());
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(ours));
    server.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    SSLContext.setDefault(usual);
  }

  private KeyStore makeKey() throws Exception {
    Path file = directory.resolve("key.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "SAN=IP:127.0.0.1",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private static SSLContext context(KeyStore keys) throws Exception {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private AlertSink sink() {
    URI url = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    return AlertSinks.webhook(url, Map.of());
  }

  @Test
  void alertsArriveOverTls() throws Exception {
    SSLContext.setDefault(ours);
    AlertSink sink = sink();

    sink.send(TestAlert.firing("a"));
    sink.send(TestAlert.firing("b"));
    sink.close();

    assertThat(bodies).hasSize(2);
  }

  @Test
  void nothingIsSentToWhomIsNotTrusted() {
    AlertSink sink = sink();

    assertThatThrownBy(() -> sink.send(TestAlert.firing("a")))
        .isInstanceOf(DeliveryException.class)
        .hasMessageStartingWith("no secure connection, SSLHandshakeException");
    sink.close();
    assertThat(bodies).isEmpty();
  }
}
