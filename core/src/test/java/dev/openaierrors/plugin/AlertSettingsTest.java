package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.Origin;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertSettingsTest {

  private final ManualHost host = new ManualHost(new ManualHost.ManualClock());

  static Stream<AlertSettingsCase> cases() {
    return AlertSettingsCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void meanWhatTheTableSays(AlertSettingsCase one) {
    AlertPlan plan = new AlertSettings(settings(one.setup()), host).plan(Origin.NONE);
    assertThat(AlertSettingsCase.differences(plan.rules())).containsExactlyElementsOf(one.rules());
    assertThat(host.told).containsExactlyInAnyOrderElementsOf(one.sentences());
    assertThat(host.told).noneMatch(AlertSettingsCase::holdsASecret);
  }

  static Stream<AlertSetup> everySetting() {
    return AlertSetup.everySetting();
  }

  @ParameterizedTest
  @MethodSource("everySetting")
  void readEverySetting(AlertSetup setup) {
    PipelineSettings.ofAppender(settings(setup), "openai.errors", SettingNames.ELEMENTS, host);
    new AlertSettings(settings(setup), host).plan(Origin.NONE);
    setup.assertEachIsTold(host.told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${SLACK_WEBHOOK_URL}",
        "${env:SLACK_WEBHOOK_URL}",
        "SLACK_WEBHOOK_URL_IS_UNDEFINED"
      })
  void tellWhichVariableIsNotSet(String url) {
    Settings settings = new Settings().add("slack", new Settings().set("url", url));
    assertThat(new AlertSettings(settings, host).destinations(AlertRules.defaults())).isEmpty();
    assertThat(host.told)
        .singleElement()
        .asString()
        .startsWith(
            "WARN openai-errors: slack: url: the variable 'SLACK_WEBHOOK_URL' is not set, so ");
  }

  @Test
  void destinationsThatArePrintedShowNoSecret() {
    Settings hook =
        new Settings()
            .set("url", "https://127.0.0.1/T0PSECRET")
            .set("header", "Authorization: Bearer T0PSECRET");
    Settings settings = new Settings().add("webhook", hook);
    assertThat(new AlertSettings(settings, host).destinations(AlertRules.defaults()).toString())
        .contains("webhook")
        .doesNotContain("T0PSECRET");
  }

  @Test
  void anotherDestinationIsNotTheSame() {
    assertThat(hook("a", "X: 1")).isEqualTo(hook("a", "X: 1"));
    assertThat(hook("a", "X: 1")).isNotEqualTo(hook("b", "X: 1"));
    assertThat(hook("a", "X: 1")).isNotEqualTo(hook("a", "X: 2"));
  }

  private List<DestinationSettings> hook(String path, String header) {
    Settings hook = new Settings().set("url", "http://127.0.0.1/" + path).set("header", header);
    return new AlertSettings(new Settings().add("webhook", hook), host)
        .destinations(AlertRules.defaults());
  }

  /** What one may not be told, another must not be silent of. */
  @Test
  void everythingThatIsWrongWithARuleIsTold() {
    Settings rule =
        new Settings()
            .set("name", "mine")
            .set("kinds", "timeuot")
            .set("when", "often")
            .set("severity", "hihg")
            .set("quiet", "soon")
            .set("repeat", "25h");
    AlertSettings settings = new AlertSettings(new Settings().add("alert", rule), host);
    assertThat(settings.rules().rule("mine")).isNull();
    assertThat(host.told)
        .hasSize(5)
        .allMatch(sentence -> sentence.contains("openai-errors: alert 'mine': "))
        .anyMatch(sentence -> sentence.contains(": kinds: 'timeuot' is no kind of OpenAI error"))
        .anyMatch(sentence -> sentence.contains(": when: 'often' is no condition, so the rule is"))
        .anyMatch(sentence -> sentence.contains(": severity: 'hihg' is no severity; Known: "))
        .anyMatch(sentence -> sentence.contains(": quiet: 'soon' is no duration; write "))
        .anyMatch(sentence -> sentence.contains(": repeat: '25h' is too long; write "));
  }

  private static Settings settings(AlertSetup setup) {
    Settings settings = new Settings();
    setup.settings().forEach(settings::set);
    for (AlertSetup.Element element : setup.elements()) {
      Settings inside = new Settings();
      element.settings().forEach(inside::set);
      boolean own = element.name().equals("sink");
      element
          .more()
          .forEach((name, v) -> inside.set(own ? name : "header", own ? v : name + ": " + v));
      settings.add(element.name(), inside);
    }
    return settings;
  }
}
