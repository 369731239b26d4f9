package dev.openaierrors.boot;

import static dev.openaierrors.boot.StarterLines.QUOTA;
import static dev.openaierrors.boot.StarterLines.SHOWN;
import static dev.openaierrors.boot.StarterLines.SOON;
import static dev.openaierrors.boot.StarterLines.assertThatAllIsWrittenOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/** The starter on the class path is the whole set-up, and properties say the rest. */
class StarterTest {

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
}
