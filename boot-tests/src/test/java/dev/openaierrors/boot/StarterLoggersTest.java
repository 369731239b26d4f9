package dev.openaierrors.boot;

import static dev.openaierrors.boot.StarterLines.QUOTA;
import static dev.openaierrors.boot.StarterLines.SOON;
import static dev.openaierrors.boot.StarterLines.assertThatAllIsWrittenOnce;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.openaierrors.alert.AlertListener;
import dev.openaierrors.alert.AlertListeners;
import dev.openaierrors.alert.ErrorGroup;
import dev.openaierrors.error.ErrorKind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The starter where properties name loggers. */
class StarterLoggersTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void aLoggerThatKeepsItsEventsIsMeantWhereItIsNamed(Framework framework) throws Exception {
    try (Service service =
        Service.starting(framework)
            .configuredBy(folder, StarterConfigurations.apart(framework))
            .with("--openai.errors.loggers=com.acme,com.acme.other")
            .start()) {
      assertThatAllIsWrittenOnce(framework, service);
      assertThat(service.lines())
          .anyMatch(line -> line.matches("apart <0> .*insufficient_quota\\]"));
      assertThat(framework.sentences())
          .singleElement()
          .asString()
          .contains("loggers: 'com.acme.other' has no appender of its own");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLoggerWhoseEventsComeToRootAsWellIsEnrichedThereAndCountedOnce(Framework framework)
      throws Exception {
    Counted counted = new Counted();
    AlertListeners.add(counted);
    // It is told at once of what was counted before.
    counted.events.set(0);
    try (Service service =
        Service.starting(framework)
            .configuredBy(folder, StarterConfigurations.additive(framework))
            .with("--openai.errors.loggers=com.acme")
            .start()) {
      framework.error("Both 404 The model `gpt-x` does not exist (api.openai.com)", Map.of());
      await().atMost(SOON).untilAsserted(() -> assertThat(counted.events).hasPositiveValue());
      assertThat(service.lines().stream().filter(line -> line.contains("Both ")))
          .hasSize(2)
          .allMatch(line -> line.contains("[model_not_found]"));
      // All that is still to be told is told by then.
      service.shutDown();
      assertThat(counted.events).hasValue(1);
    } finally {
      AlertListeners.remove(counted);
    }
  }

  /**
   * How many log events with an error that no other test has were counted, by whatever appender.
   */
  private static final class Counted implements AlertListener {

    private final AtomicLong events = new AtomicLong();

    @Override
    public void errors(ErrorGroup group, long failures, long repeats) {
      if (group.kind() == ErrorKind.MODEL_NOT_FOUND) {
        events.addAndGet(failures + repeats);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLastWordReachesDestinationsWhereALoggerIsNamed(Framework framework) throws Exception {
    Map<String, String> bodies = new ConcurrentHashMap<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          bodies.put(String.valueOf(bodies.size()), body);
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try (Service service =
        Service.starting(framework)
            .configuredBy(folder, StarterConfigurations.apart(framework))
            .with("--openai.errors.loggers=com.acme", "--openai.errors.alert.quota.when=first")
            .with("--openai.errors.webhook.url=http://127.0.0.1:" + server.getAddress().getPort())
            .start()) {
      framework.error(QUOTA, Map.of());
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(bodies.values()).anyMatch(it -> it.contains("firing")));
      service.shutDown();
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(bodies.values()).anyMatch(it -> it.contains("stopped")));
      assertThat(framework.sentences()).noneMatch(it -> it.contains("ERROR"));
    } finally {
      server.stop(0);
    }
  }
}
