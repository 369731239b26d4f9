package dev.openaierrors.logback;

import static dev.openaierrors.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.net.server.HardenedLoggingEventInputStream;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.lang.reflect.Constructor;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Enriched events travel to another process, and a receiver that trusts few classes takes them. */
class SocketTest {

  @Test
  void theSocketAppenderSendsTheFields() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<ILoggingEvent> received =
          CompletableFuture.supplyAsync(() -> first(server));
      try (Logback logback =
          Logback.fromResource("downstream/socket.xml", port(server.getLocalPort()))) {
        logback.logger().error(Payloads.QUOTA, new IllegalStateException("broken"));
        ILoggingEvent event = received.get(60, TimeUnit.SECONDS);
        assertEnriched(event);
        assertThat(event.getThrowableProxy().getMessage()).isEqualTo("broken");
      }
    }
  }

  @Test
  void theServerSocketAppenderSendsTheFields() throws Exception {
    assumeTrue(isThere("ch.qos.logback.classic.net.server.ServerSocketAppender"), "gone in 1.5.2x");
    int port = freePort();
    try (Logback logback = Logback.fromResource("downstream/server-socket.xml", port(port));
        Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      CompletableFuture<ILoggingEvent> received = CompletableFuture.supplyAsync(() -> read(client));
      // The appender keeps no event for clients whose connection it has not noticed yet.
      await("an event through the socket")
          .untilAsserted(
              () -> {
                logback.logger().error(Payloads.QUOTA);
                assertThat(received).isDone();
              });
      assertEnriched(received.get());
    }
  }

  private static void assertEnriched(ILoggingEvent event) {
    assertThat(event.getFormattedMessage()).isEqualTo(Payloads.QUOTA);
    assertThat(event.getMDCPropertyMap())
        .containsEntry("openai.error.kind", "insufficient_quota")
        .containsEntry("openai.error.retryable", "false");
  }

  private static ILoggingEvent first(ServerSocket server) {
    try (Socket client = server.accept()) {
      return read(client);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ILoggingEvent read(Socket socket) {
    try (ObjectInputStream events = hardened(socket.getInputStream())) {
      return (ILoggingEvent) events.readObject();
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Logback's own receiving end; its constructor is another one in Logback 1.3. */
  private static ObjectInputStream hardened(InputStream in) throws ReflectiveOperationException {
    for (Constructor<?> constructor :
        HardenedLoggingEventInputStream.class.getDeclaredConstructors()) {
      Class<?>[] parameters = constructor.getParameterTypes();
      if (parameters.length == 1) {
        constructor.setAccessible(true);
        return (ObjectInputStream) constructor.newInstance(in);
      }
      if (parameters.length == 2 && parameters[0] == LoggerContext.class) {
        return (ObjectInputStream) constructor.newInstance(new LoggerContext(), in);
      }
    }
    throw new NoSuchMethodException("no known constructor");
  }

  private static boolean isThere(String className) {
    try {
      Class.forName(className);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Map<String, String> port(int port) {
    return Map.of("PORT", Integer.toString(port));
  }
}
