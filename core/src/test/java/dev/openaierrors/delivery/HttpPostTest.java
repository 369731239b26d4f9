package dev.openaierrors.delivery;

import static dev.openaierrors.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.delivery.HttpPost.Timeouts;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** How it is sent: threads, headers, proxies. */
class HttpPostTest {

  private static final Timeouts LONG = new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(30));

  @Test
  void userAndPasswordOfAUrlBecomeAHeader() throws Exception {
    try (Loopback server = Loopback.start()) {
      URI url = URI.create("http://me:p%40ss+word@127.0.0.1:" + server.port() + "/hook?a=b");
      AlertSink sink = AlertSinks.webhook(url, Map.of("X-Team", "search"));

      sink.send(TestAlert.firing("a"));
      sink.close();

      Loopback.Request request = server.requests.get(0);
      assertThat(request.line()).isEqualTo("POST /hook?a=b HTTP/1.1");
      assertThat(request.headers())
          .containsEntry("authorization", "Basic bWU6cEBzcyt3b3Jk")
          .containsEntry("x-team", "search")
          .containsEntry("content-type", "application/json")
          .containsEntry("user-agent", "openai-errors");
    }
  }

  @Test
  void headersOfTheUserComeFirst() throws Exception {
    try (Loopback server = Loopback.start()) {
      AlertSink sink =
          AlertSinks.webhook(
              URI.create("http://me:pass@127.0.0.1:" + server.port()),
              Map.of("Authorization", "Bearer x", "Content-Type", "application/vnd.me+json"));

      sink.send(TestAlert.firing("a"));
      sink.close();

      assertThat(server.requests.get(0).headers())
          .containsEntry("authorization", "Bearer x")
          .containsEntry("content-type", "application/vnd.me+json");
    }
  }

  @Test
  void goesThroughTheProxyOfTheSystemProperties() throws Exception {
    try (Loopback proxy = Loopback.start()) {
      System.setProperty("http.proxyHost", "127.0.0.1");
      System.setProperty("http.proxyPort", Integer.toString(proxy.port()));
      try {
        AlertSink sink = AlertSinks.webhook(URI.create("http://alerts.invalid/hook"), Map.of());
        sink.send(TestAlert.firing("a"));
        sink.close();
      } finally {
        System.clearProperty("http.proxyHost");
        System.clearProperty("http.proxyPort");
      }

      assertThat(proxy.requests.get(0).line())
          .isEqualTo("POST http://alerts.invalid/hook HTTP/1.1");
    }
  }

  @Test
  void aServerThatHangsDelaysNoOtherDestination() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    try (Loopback hanging = Loopback.that(request -> Reply.hang());
        Loopback quick = Loopback.start()) {
      List<String> said = new CopyOnWriteArrayList<>();
      Deliveries deliveries =
          new Deliveries(
              List.of(
                  Destination.of(HttpDestination.SLACK.at(hanging.uri("/"), LONG)),
                  Destination.of(HttpDestination.WEBHOOK.at(quick.uri("/"), LONG))),
              threads,
              said::add);
      deliveries.offer(List.of(TestAlert.firing("a")));

      deliveries.tick(DeliveryBench.START);

      await("a request at both servers")
          .until(() -> hanging.requests.size() == 1 && quick.requests.size() == 1);
      await("the answer of the quick one").until(() -> deliveries.counts().get(1).sent() == 1);
      assertThat(deliveries.counts().get(0).waiting()).isEqualTo(1);
      deliveries.close(Duration.ofMillis(10));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void hasOneThreadWhileItIsUsedAndNoneAfterwards() throws Exception {
    Thread current = Thread.currentThread();
    ClassLoader usual = current.getContextClassLoader();
    try (Loopback server = Loopback.start();
        URLClassLoader application = new URLClassLoader(new URL[0], usual)) {
      Set<Thread> before = clientThreads();
      current.setContextClassLoader(application);
      AlertSink sink = AlertSinks.webhook(server.uri("/"), Map.of());
      assertThat(clientThreads()).as("before the first alert").isEqualTo(before);
      sink.send(TestAlert.firing("a"));
      sink.send(TestAlert.firing("b"));

      Set<Thread> ours = clientThreads();
      ours.removeAll(before);
      assertThat(ours).hasSize(1);
      assertThat(ours).extracting(Thread::getContextClassLoader).doesNotContain(application);
      assertThat(current.getContextClassLoader()).isSameAs(application);

      sink.close();
      await("the end of its thread").until(() -> hasEnded(ours));
    } finally {
      current.setContextClassLoader(usual);
    }
  }

  /** Before JDK 21 it takes a collection. */
  private static boolean hasEnded(Set<Thread> threads) {
    System.gc();
    return threads.stream().noneMatch(Thread::isAlive);
  }

  private static Set<Thread> clientThreads() {
    Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeIf(thread -> !thread.getName().startsWith("HttpClient"));
    return threads;
  }
}
