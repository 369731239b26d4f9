package dev.openaierrors.boot;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/** The starter on the class path is the whole set-up. */
class StarterTest {

  /** Without the word for its kind, so that this is in a line only where it is enriched. */
  private static final String QUOTA =
      "429 You exceeded your current quota, please check your plan and billing details. (from"
          + " https://api.openai.com/v1)";

  private static final String SHOWN = "[insufficient_quota retryable=false] ";
  private static final Duration SOON = Duration.ofSeconds(6);

  @TempDir private Path folder;

  /** Every line that is logged from here on, in its order, and whether it is enriched. */
  private static void assertThatAllIsWrittenOnce(Framework framework, Service service) {
    int before = service.lines().size();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      boolean isError = i % 3 == 0;
      framework.error("<" + i + "> " + (isError ? QUOTA : "Card declined, 402"), Map.of());
      expected.add("<" + i + "> " + isError);
    }
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(service.lines().stream().skip(before).filter(l -> l.contains("<")))
                    .filteredOn(line -> !line.contains("openai.alerts"))
                    .map(
                        line ->
                            line.substring(line.indexOf('<'), line.indexOf('>') + 1)
                                + " "
                                + line.contains("insufficient_quota"))
                    .containsExactlyElementsOf(expected));
  }

  @ParameterizedTest
  @EnumSource
  void aServiceWithoutConfigurationShowsWhatAnErrorIs(Framework framework) {
    try (Service service = Service.starting(framework).start()) {
      assertThatAllIsWrittenOnce(framework, service);
      assertThat(service.lines())
          .filteredOn(line -> line.contains("<0> "))
          .singleElement()
          .asString()
          .contains(SHOWN);
      assertThat(service.lines())
          .filteredOn(line -> line.contains("<1> "))
          .singleElement()
          .asString()
          .doesNotContain("retryable");
      assertThat(framework.sentences()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFirstEventAfterLoggingIsConfiguredIsEnriched(Framework framework) {
    try (Service service = Service.starting(framework).listenedBy(new First(framework)).start()) {
      assertThat(service.lines())
          .filteredOn(line -> line.contains("First "))
          .singleElement()
          .asString()
          .contains(SHOWN);
    }
  }

  /** Logs as soon as the starter may have done its work. */
  private record First(Framework framework)
      implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public int getOrder() {
      return LoggingApplicationListener.DEFAULT_ORDER + 3;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
      framework.error("First " + QUOTA, Map.of());
    }
  }

  @ParameterizedTest
  @MethodSource
  void structuredFormatsHaveTheFields(Framework framework, String format, String field) {
    try (Service service =
        Service.starting(framework).with("--logging.structured.format.console=" + format).start()) {
      assertThatAllIsWrittenOnce(framework, service);
      assertThat(service.lines())
          .filteredOn(line -> line.contains("<0> "))
          .singleElement()
          .asString()
          .startsWith("{")
          .contains(field);
    }
  }

  static Stream<Arguments> structuredFormatsHaveTheFields() {
    return Stream.of(Framework.values())
        .flatMap(
            framework ->
                Stream.of(
                    Arguments.of(framework, "ecs", "\"kind\":\"insufficient_quota\""),
                    Arguments.of(
                        framework, "logstash", "\"openai.error.kind\":\"insufficient_quota\""),
                    Arguments.of(
                        framework, "gelf", "\"_openai.error.kind\":\"insufficient_quota\"")));
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsThereWhereItIsSwitchedOff(Framework framework) {
    try (Service service =
        Service.starting(framework).with("--openai.errors.enabled=false").start()) {
      framework.error("Off " + QUOTA, Map.of());
      assertThat(service.lines())
          .filteredOn(line -> line.contains("Off "))
          .singleElement()
          .asString()
          .doesNotContain("retryable");
      assertThat(framework.appendersOfRoot()).noneMatch(name -> name.startsWith("OPENAI"));
    }
  }

  @ParameterizedTest
  @MethodSource
  void thePatternIsTheUsersWhereItIsToBe(Framework framework, String property, String line) {
    try (Service service = Service.starting(framework).with(property).start()) {
      framework.error("Mine", Map.of());
      framework.error(QUOTA, Map.of());
      assertThat(service.lines()).anyMatch(one -> one.matches(line));
      assertThat(service.lines()).noneMatch(one -> one.contains("retryable="));
    }
  }

  static Stream<Arguments> thePatternIsTheUsersWhereItIsToBe() {
    return Stream.of(Framework.values())
        .flatMap(
            framework ->
                Stream.of(
                    Arguments.of(
                        framework, "--openai.errors.pattern=off", ".*\\] c\\S*Chat .*Mine"),
                    Arguments.of(framework, "--logging.pattern.console=mine %msg%n", "mine Mine"),
                    Arguments.of(
                        framework, "--logging.pattern.correlation=mine ", ".* mine .*Mine"),
                    Arguments.of(
                        framework,
                        "--logging.pattern.level=%5p [%X{openai.error.kind}]",
                        "(?s).*\\[insufficient_quota\\].*")));
  }

  @ParameterizedTest
  @EnumSource
  void anOwnConfigurationKeepsItsAppendersBehindOurs(Framework framework) throws Exception {
    try (Service service =
        Service.starting(framework)
            .configuredBy(folder, StarterConfigurations.own(framework, "one"))
            .start()) {
      assertThatAllIsWrittenOnce(framework, service);
      assertThat(service.lines()).anyMatch(line -> line.matches("one <0> .*insufficient_quota\\]"));
      assertThat(framework.appendersOfRoot()).containsExactly("OPENAI");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAsynchronousAppenderStandsBehindOurs(Framework framework) throws Exception {
    try (Service service =
        Service.starting(framework)
            .configuredBy(folder, StarterConfigurations.asynchronous(framework))
            .start()) {
      assertThatAllIsWrittenOnce(framework, service);
      assertThat(framework.appendersOfRoot()).containsExactly("OPENAI");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConfigurationWithOursIsLeftAlone(Framework framework) throws Exception {
    try (Service service =
        Service.starting(framework)
            .configuredBy(folder, StarterConfigurations.withOurs(framework))
            .start()) {
      assertThatAllIsWrittenOnce(framework, service);
      assertThat(framework.appendersOfRoot()).containsExactly("MINE");
      assertThat(framework.sentences())
          .singleElement()
          .asString()
          .startsWith("INFO openai-errors: the configuration has an appender of ours");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConfigurationThatIsReadAgainGetsItAgain(Framework framework) throws Exception {
    try (Service service =
        Service.starting(framework)
            .configuredBy(folder, StarterConfigurations.scanned(framework, "one"))
            .start()) {
      assertThatAllIsWrittenOnce(framework, service);
      Files.writeString(
          folder.resolve(framework.fileName()),
          StarterConfigurations.scanned(framework, "two")
              .replace("<Console ", "<Console follow=\"true\" "));
      framework.configureAgain(folder);
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                framework.error("ping", Map.of());
                assertThat(service.lines()).anyMatch(line -> line.startsWith("two ping"));
                // Root has its appenders for a moment before it has ours.
                assertThat(framework.appendersOfRoot()).containsExactly("OPENAI");
              });
      assertThatAllIsWrittenOnce(framework, service);
      assertThat(service.lines()).anyMatch(line -> line.matches("two <0> .*insufficient_quota\\]"));
      assertThat(framework.appendersOfRoot()).containsExactly("OPENAI");
      // So that nobody looks for the file any more when the next service starts.
      service.shutDown();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSecondServiceInTheProcessChangesNothing(Framework framework) {
    try (Service first =
        Service.starting(framework).with("--spring.application.name=first").start()) {
      // Spring Boot configures logging for the first one only.
      Service.Starting second =
          Service.starting(framework).with("--spring.application.name=second");
      try (Service other = second.start()) {
        assertThat(first.context().isActive()).isTrue();
        assertThatAllIsWrittenOnce(framework, other);
        assertThat(framework.appendersOfRoot()).containsExactly("OPENAI");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServiceThatIsRunAgainHasItsNewSettings(Framework framework) {
    for (String name : List.of("first", "second")) {
      try (Service service =
          Service.starting(framework)
              .with("--spring.application.name=" + name, "--spring.profiles.active=prod")
              .with("--openai.errors.alert.quota.when=first")
              .start()) {
        framework.error(QUOTA, Map.of());
        await()
            .atMost(SOON)
            .untilAsserted(
                () ->
                    assertThat(service.lines())
                        .anyMatch(
                            line -> line.contains("[FIRING]") && line.contains(name + " (prod)")));
        service.shutDown();
        assertThat(service.lines())
            .anyMatch(line -> line.contains("[STOPPED]") && line.contains(name + " (prod)"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPropertyThatIsWrongIsOneSentence(Framework framework) {
    try (Service service =
        Service.starting(framework)
            .with("--openai.errors.alert.quota.quite=1h", "--openai.errors.level=LOUD")
            .with("--openai.errors.sevice=chat")
            .start()) {
      assertThatAllIsWrittenOnce(framework, service);
      assertThat(framework.sentences())
          .hasSize(3)
          .anyMatch(it -> it.contains("openai.errors: 'sevice'") && it.contains("'service'?"))
          .anyMatch(it -> it.contains("alert 'quota': 'quite'") && it.contains("'quiet'?"))
          .anyMatch(it -> it.contains("level: 'LOUD' is no level"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDestinationWithoutItsAddressIsOff(Framework framework) {
    try (Service service =
        Service.starting(framework)
            .with("--openai.errors.slack.url=${NO_SUCH_VARIABLE:}")
            .with("--openai.errors.pager-duty.routing-key=${NO_SUCH_VARIABLE}")
            .start()) {
      assertThatAllIsWrittenOnce(framework, service);
      assertThat(framework.sentences())
          .hasSize(2)
          .anyMatch(it -> it.startsWith("INFO") && it.contains("slack: url: is missing"))
          .anyMatch(it -> it.startsWith("WARN") && it.contains("'NO_SUCH_VARIABLE' is not set"));
    }
  }

  /** Alerts and no more: it hands nothing on, so the others stay where they are. */
  @ParameterizedTest
  @EnumSource
  void oneThatObservesStandsBesideTheOthers(Framework framework) {
    try (Service service =
        Service.starting(framework)
            .with("--openai.errors.mode=observe", "--openai.errors.alert.quota.when=first")
            .start()) {
      framework.error("Seen " + QUOTA, Map.of());
      assertThat(service.lines())
          .filteredOn(line -> line.contains("Seen "))
          .singleElement()
          .asString()
          .doesNotContain("retryable");
      assertThat(framework.appendersOfRoot()).hasSize(2).contains("OPENAI");
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> assertThat(service.lines()).anyMatch(line -> line.contains("[FIRING]")));
    }
  }

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
