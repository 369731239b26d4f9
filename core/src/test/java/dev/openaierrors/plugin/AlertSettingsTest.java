package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertSettingsTest {

  private final ManualHost host = new ManualHost(new ManualHost.ManualClock());

  static Stream<AlertSettingsCase> cases() {
    // An element that does not exist is noticed by the framework's side.
    return AlertSettingsCase.all()
        .filter(one -> one.setup().elements().stream().noneMatch(e -> e.name().equals("sink")))
        .filter(one -> one.sentences().stream().noneMatch(s -> s.contains("is no setting of it")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void meanWhatTheTableSays(AlertSettingsCase one) {
    AlertPlan plan = settings(one.setup()).plan(null, host);
    assertThat(AlertSettingsCase.differences(plan.rules())).containsExactlyElementsOf(one.rules());
    assertThat(host.told).containsExactlyInAnyOrderElementsOf(one.sentences());
    assertThat(host.told).noneMatch(AlertSettingsCase::holdsASecret);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${SLACK_WEBHOOK_URL}",
        "${env:SLACK_WEBHOOK_URL}",
        "SLACK_WEBHOOK_URL_IS_UNDEFINED"
      })
  void tellWhichVariableIsNotSet(String url) {
    SinkSettings slack = new SinkSettings(SinkSettings.Type.SLACK);
    slack.setUrl(url);
    AlertSettings settings = new AlertSettings();
    settings.add(slack);
    assertThat(settings.destinations(host)).isEmpty();
    assertThat(host.told)
        .singleElement()
        .asString()
        .startsWith(
            "WARN openai-errors: slack: url: the variable 'SLACK_WEBHOOK_URL' is not set, so ");
  }

  @Test
  void destinationsThatArePrintedShowNoSecret() {
    SinkSettings hook = new SinkSettings(SinkSettings.Type.WEBHOOK);
    hook.setUrl("https://127.0.0.1/T0PSECRET");
    hook.addHeader("Authorization: Bearer T0PSECRET");
    AlertSettings settings = new AlertSettings();
    settings.add(hook);
    assertThat(settings.destinations(host).toString())
        .contains("webhook")
        .doesNotContain("T0PSECRET");
  }

  private static AlertSettings settings(AlertSetup setup) {
    AlertSettings settings = new AlertSettings();
    setup.settings().forEach((name, value) -> set(settings, name, value));
    for (AlertSetup.Element element : setup.elements()) {
      if (element.name().equals("alert")) {
        settings.add(rule(element.settings()));
      } else {
        settings.add(sink(element));
      }
    }
    return settings;
  }

  private static void set(AlertSettings settings, String name, String value) {
    switch (name) {
      case "service" -> settings.setService(value);
      case "environment" -> settings.setEnvironment(value);
      case "alerts" -> settings.setAlerts(value);
      case "samples" -> settings.setSamples(value);
      case "stateFile" -> settings.setStateFile(value);
      case "groupBy" -> settings.setGroupBy(value);
      case "maxKeys" -> settings.setMaxKeys(value);
      case "jmx" -> settings.setJmx(value);
      default -> throw new IllegalArgumentException(name);
    }
  }

  private static RuleSettings rule(Map<String, String> values) {
    RuleSettings rule = new RuleSettings();
    rule.setName(values.get("name"));
    rule.setKinds(values.get("kinds"));
    rule.setWhen(values.get("when"));
    rule.setQuiet(values.get("quiet"));
    rule.setRepeat(values.get("repeat"));
    rule.setSeverity(values.get("severity"));
    rule.setEnabled(values.get("enabled"));
    return rule;
  }

  private static SinkSettings sink(AlertSetup.Element element) {
    Map<String, String> values = element.settings();
    String type = element.name().equals("pagerDuty") ? "pager_duty" : element.name();
    SinkSettings sink = new SinkSettings(SinkSettings.Type.valueOf(type.toUpperCase(Locale.ROOT)));
    sink.setUrl(values.get("url"));
    sink.setRoutingKey(values.get("routingKey"));
    sink.setMinSeverity(values.get("minSeverity"));
    sink.setSendResolved(values.get("sendResolved"));
    element.more().forEach((name, value) -> sink.addHeader(name + ": " + value));
    return sink;
  }
}
