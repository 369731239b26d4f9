package dev.openaierrors.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.Provider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class StarterSettingsTest {

  private final StandardEnvironment environment = new StandardEnvironment();

  private int sources;

  StarterSettingsTest() {
    MutablePropertySources all = environment.getPropertySources();
    all.remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
    all.remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
  }

  private StarterSettings with(Map<String, Object> properties) {
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("test" + sources++, properties));
    return StarterSettings.of(environment);
  }

  @Test
  void nothingNeedsToBeSet() {
    StarterSettings settings = StarterSettings.of(environment);
    assertThat(settings)
        .isEqualTo(new StarterSettings(true, true, settings.loggers(), Map.of(), List.of()));
    assertThat(settings.loggers()).isEmpty();
  }

  @Test
  void theServiceIsTheApplicationAndTheEnvironmentItsProfiles() {
    environment.setActiveProfiles("prod", "eu");
    StarterSettings settings = with(Map.of("spring.application.name", "chat-api"));
    assertThat(settings.toSettings().get("service")).isEqualTo("chat-api");
    assertThat(settings.toSettings().get("environment")).isEqualTo("prod,eu");
  }

  @Test
  void unlessTheyAreGiven() {
    environment.setActiveProfiles("prod");
    StarterSettings settings =
        with(
            Map.of(
                "spring.application.name", "chat-api",
                "openai.errors.service", "chat",
                "openai.errors.environment", "production"));
    assertThat(settings.toSettings().get("service")).isEqualTo("chat");
    assertThat(settings.toSettings().get("environment")).isEqualTo("production");
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "off", "OFF", "no", " False "})
  void itCanBeSwitchedOff(String off) {
    StarterSettings settings =
        with(Map.of("openai.errors.enabled", off, "openai.errors.pattern", off));
    assertThat(settings.enabled()).isFalse();
    assertThat(settings.inPattern()).isFalse();
  }

  /** YAML makes truth of a word. */
  @Test
  void aValueNeedNotBeText() {
    StarterSettings settings =
        with(Map.of("openai.errors.enabled", false, "openai.errors.max-keys", 12));
    assertThat(settings.enabled()).isFalse();
    assertThat(settings.toSettings().get("maxKeys")).isEqualTo("12");
  }

  @Test
  void loggersAreOneTextOrAList() {
    assertThat(with(Map.of("openai.errors.loggers", "com.acme, audit")).loggers())
        .containsExactlyInAnyOrder("com.acme", "audit");
    assertThat(
            with(Map.of("openai.errors.loggers[0]", "a", "openai.errors.loggers[1]", "b"))
                .loggers())
        .contains("a", "b");
  }

  @Test
  void itsOwnPropertiesAreNotThoseOfTheAppender() {
    StarterSettings settings =
        with(
            Map.of(
                "openai.errors.enabled", "true",
                "openai.errors.pattern", "on",
                "openai.errors.loggers[0]", "a"));
    assertThat(settings.properties()).isEmpty();
  }

  @Test
  void aVariableIsWrittenAsSpringBootDoesOrWithUnderscores() {
    environment
        .getPropertySources()
        .addFirst(
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of(
                    "OPENAI_ERRORS_STATEFILE", "/tmp/state",
                    "OPENAI_ERRORS_GROUP_BY", "model",
                    "OPENAI_ERRORS_ENABLED", "false")));
    StarterSettings settings = StarterSettings.of(environment);
    assertThat(settings.enabled()).isFalse();
    assertThat(settings.toSettings().get("stateFile")).isEqualTo("/tmp/state");
    assertThat(settings.toSettings().get("groupBy")).isEqualTo("model");
  }

  @Test
  void aVariableThatIsNotSetIsLeftToCore() {
    StarterSettings settings =
        with(
            Map.of(
                "openai.errors.service", "${NO_SUCH_VARIABLE}",
                "openai.errors.environment", "${NO_SUCH_VARIABLE:}"));
    assertThat(settings.toSettings().get("service")).isEqualTo("${NO_SUCH_VARIABLE}");
    assertThat(settings.toSettings().get("environment")).isEqualTo("");
  }

  @Test
  void aShorterListOfAProfileReplacesTheLongerOneAsAWhole() {
    with(
        Map.of(
            "openai.errors.fields[0]", "kind",
            "openai.errors.fields[1]", "fix",
            "openai.errors.loggers[0]", "a",
            "openai.errors.loggers[1]", "b",
            "openai.errors.webhook.header[0]", "A: 1",
            "openai.errors.webhook.header[1]", "B: 2"));
    StarterSettings settings =
        with(
            Map.of(
                "openai.errors.fields[0]", "retryable",
                "openai.errors.loggers[0]", "c",
                "openai.errors.webhook.header[0]", "C: 3, 4"));
    assertThat(settings.toSettings().get("fields")).isEqualTo("retryable");
    assertThat(settings.loggers()).containsExactly("c");
    assertThat(settings.properties())
        .containsEntry("webhook.header.0", "C: 3, 4")
        .doesNotContainKey("webhook.header.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPENAI_ERRORS_GROUPBY", "OPENAI_ERRORS_GROUP_BY"})
  void aVariableReplacesAListAndATextOfAFile(String variable) {
    for (String ofFile : List.of("openai.errors.group-by[0]", "openai.errors.groupBy")) {
      with(Map.of(ofFile, "model"));
      environment
          .getPropertySources()
          .addFirst(
              new SystemEnvironmentPropertySource(
                  StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                  Map.of(variable, "deployment")));
      assertThat(StarterSettings.of(environment).toSettings().get("groupBy"))
          .as(ofFile)
          .isEqualTo("deployment");
    }
  }

  @Test
  void aListReplacesATextOfAFileBelow() {
    with(Map.of("openai.errors.fields", "kind, fix"));
    assertThat(with(Map.of("openai.errors.fields[0]", "retryable")).toSettings().get("fields"))
        .isEqualTo("retryable");
  }

  @Test
  void providersAreThoseThatAreNamed() {
    assertThat(with(Map.of()).providers()).isEmpty();
    assertThat(with(Map.of("openai.errors.providers", "Azure, openai")).providers())
        .containsExactlyInAnyOrder(Provider.AZURE, Provider.OPENAI);
  }

  @ParameterizedTest
  @ValueSource(strings = {"labels.team", "alert.quota.when", "slack.channel", "service"})
  void aPropertyThatRefersToItselfCostsItselfOnly(String name) {
    String property = "openai.errors." + name;
    with(Map.of("openai.errors.webhook.header[0]", "A: 1", "openai.errors.level", "WARN"));
    StarterSettings settings =
        with(
            Map.of(
                property,
                "${" + property + "}",
                "openai.errors.enabled",
                false,
                "openai.errors.samples",
                "off",
                "openai.errors.level",
                "ERROR"));
    assertThat(settings.enabled()).isFalse();
    assertThat(settings.properties())
        .containsOnly(
            Map.entry("samples", "off"),
            Map.entry("level", "ERROR"),
            Map.entry("webhook.header.0", "A: 1"));
    assertThat(settings.problems())
        .singleElement()
        .asString()
        .startsWith("openai-errors: " + property + ": cannot be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "false", "No"})
  void thePrefixAloneSwitchesItOff(String off) {
    assertThat(with(Map.of("openai.errors", off)).enabled()).isFalse();
    StarterSettings settings = with(Map.of("openai.errors", off, "openai.errors.samples", "off"));
    assertThat(settings.enabled()).isFalse();
    assertThat(settings.properties()).containsOnly(Map.entry("samples", "off"));
    assertThat(settings.problems()).isEmpty();
  }

  @Test
  void thePrefixAloneIsOverriddenByTheSettingOfTheSameOrAHigherSource() {
    with(Map.of("openai.errors.enabled", "true"));
    assertThat(with(Map.of("openai.errors", "off")).enabled()).isFalse();
    assertThat(with(Map.of("openai.errors.enabled", "on")).enabled()).isTrue();
    assertThat(with(Map.of("openai.errors", "off", "openai.errors.enabled", "on")).enabled())
        .isTrue();
  }

  @Test
  void anotherWordForThePrefixIsTold() {
    for (Map<String, Object> given :
        List.<Map<String, Object>>of(
            Map.of("openai.errors", "quota"),
            Map.of("openai.errors", "quota", "openai.errors.enabled", "off"))) {
      assertThat(with(given).problems())
          .singleElement()
          .asString()
          .startsWith("openai-errors: openai.errors: is no setting and is ignored");
    }
    assertThat(StarterSettings.of(environment).enabled()).isFalse();
  }

  @Test
  void aPrefixThatRefersToItselfIsTold() {
    StarterSettings settings =
        with(Map.of("openai.errors", "${openai.errors}", "openai.errors.samples", "off"));
    assertThat(settings.properties()).containsOnly(Map.entry("samples", "off"));
    assertThat(settings.problems())
        .singleElement()
        .asString()
        .startsWith("openai-errors: openai.errors: cannot be read");
  }
}
