package dev.openaierrors.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/** Whether Spring Boot's own patterns show what an error is, which is for the user to say. */
class PatternListenerTest {

  private static final String CORRELATION = "logging.pattern.correlation";
  private static final String COPIED = "LOG_CORRELATION_PATTERN";

  @BeforeEach
  @AfterEach
  void forget() {
    System.clearProperty(COPIED);
  }

  private static StandardEnvironment environment(String... namesAndValues) {
    Map<String, Object> properties = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
    return environment;
  }

  private static void prepared(StandardEnvironment environment) {
    new PatternListener()
        .onApplicationEvent(
            new ApplicationEnvironmentPreparedEvent(
                new DefaultBootstrapContext(),
                new SpringApplication(),
                new String[0],
                environment));
  }

  /** The pattern that Spring Boot sees; null if we have given it none. */
  private static @Nullable String pattern(String... namesAndValues) {
    StandardEnvironment environment = environment(namesAndValues);
    prepared(environment);
    return environment.getProperty(CORRELATION);
  }

  @Test
  void itShowsTheKindWhereTheServiceSaysNothing() {
    assertThat(pattern())
        .contains("%X{openai.error.kind}", "%X{openai.error.retryable}")
        .doesNotContain("%correlationId");
  }

  @Test
  void itIsTheLastSourceSoThatAnyOtherHolds() {
    StandardEnvironment environment = environment();
    prepared(environment);
    MutablePropertySources sources = environment.getPropertySources();
    assertThat(sources.stream().reduce((first, next) -> next).orElseThrow().getName())
        .isEqualTo(PatternListener.SOURCE);
    sources.addBefore(
        PatternListener.SOURCE, new MapPropertySource("file", Map.of(CORRELATION, "[own] ")));
    assertThat(environment.getProperty(CORRELATION)).isEqualTo("[own] ");
  }

  /** Ids of traces stay where they were, and the kind behind them. */
  @ParameterizedTest
  @CsvSource({"true, true", "false, false"})
  void idsOfTracesStandBeforeIt(String expected, boolean shown) {
    assertThat(
            Objects.requireNonNull(pattern("logging.expect-correlation-id", expected))
                .startsWith("%correlationId"))
        .isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"level", "console", "file", "correlation"})
  void aPatternThatShowsItAlreadyIsEnough(String part) {
    String name = "logging.pattern." + part;
    String own = "%5p %X{openai.error.kind}";
    StandardEnvironment environment = environment(name, own);
    prepared(environment);
    assertThat(environment.getPropertySources().contains(PatternListener.SOURCE)).isFalse();
    assertThat(environment.getProperty(name)).isEqualTo(own);
  }

  @ParameterizedTest
  @ValueSource(strings = {"level", "console", "file"})
  void aPatternThatShowsOtherThingsIsNot(String part) {
    assertThat(pattern("logging.pattern." + part, "%5p openai ")).contains("openai.error.kind");
  }

  @ParameterizedTest
  @CsvSource({
    "openai.errors.enabled, false",
    "openai.errors.enabled, off",
    "openai.errors.pattern, no",
    "openai.errors, off",
  })
  void itIsSwitchedOff(String name, String off) {
    assertThat(pattern(name, off)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"enabled, on", "pattern, true", "pattern, maybe", "enabled, ''"})
  void whatIsNoWordForOffLeavesItOn(String name, String word) {
    assertThat(pattern("openai.errors." + name, word)).isNotNull();
  }

  /**
   * Spring Boot copies it to a system property, where the next service would take it for its own.
   */
  @ParameterizedTest
  @EnumSource
  void whatAServiceBeforeLeftBehindIsForgotten(LoggingFramework framework) {
    System.setProperty(COPIED, "%correlationId" + framework.pattern());
    prepared(environment("openai.errors.enabled", "false"));
    assertThat(System.getProperty(COPIED)).isNull();
  }

  @Test
  void whatTheUserPutThereStays() {
    System.setProperty(COPIED, "[%X{traceId}] ");
    prepared(environment());
    assertThat(System.getProperty(COPIED)).isEqualTo("[%X{traceId}] ");
  }

  /** A service starts without us, too. */
  @ParameterizedTest
  @ValueSource(strings = {"logging.pattern.level", "openai.errors.pattern", "openai.errors"})
  void aPropertyThatCannotBeReadStopsNoService(String name) {
    StandardEnvironment environment = environment(name, "${" + name + "}");
    prepared(environment);
    assertThat(environment.getPropertySources().contains("test")).isTrue();
  }

  @Test
  void itComesBetweenThePropertiesAndLogging() {
    assertThat(new PatternListener().getOrder())
        .isLessThan(LoggingApplicationListener.DEFAULT_ORDER)
        .isLessThan(new InstallListener().getOrder());
    assertThat(new InstallListener().getOrder())
        .isGreaterThan(LoggingApplicationListener.DEFAULT_ORDER);
  }
}
