package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.AlertRule;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PropertySettingsTest {

  private final ManualHost host = new ManualHost(new ManualHost.ManualClock());

  static List<PropertySettings.Property> known() {
    return PropertySettings.known();
  }

  private List<String> told(Settings settings) {
    PipelineSettings.ofAppender(settings, "openai.errors", SettingNames.ELEMENTS, host);
    new AlertSettings(settings, host).plan(Surroundings.origin());
    return host.told;
  }

  /** As it is written, as a variable, in capitals, and as an entry of a list. */
  @ParameterizedTest
  @MethodSource("known")
  void everyPropertyThatIsKnownIsTaken(PropertySettings.Property property) {
    String name = property.name().replace("*", "quota");
    for (String written :
        List.of(
            name,
            name.replace("-", ""),
            name.replace('-', '.'),
            name.toUpperCase(Locale.ROOT),
            name + "[0]")) {
      Settings settings = PropertySettings.of(Map.of(written, " "));
      assertThat(told(settings)).as(written).noneMatch(it -> it.contains("is no setting"));
    }
  }

  @Test
  void everySettingOfAnAppenderIsAProperty() {
    List<String> ends =
        known().stream()
            .map(property -> property.name().replaceAll("^.*\\.", "").replace("-", ""))
            .toList();
    for (String name : SettingNames.all()) {
      // A label's name and value are those of its property.
      if (SettingTable.names(SettingTable.OfLabel.LABEL).contains(name)) {
        continue;
      }
      boolean ofFilter =
          SettingTable.names(SettingTable.OfFilter.FILTER).contains(name) && !name.equals("kinds");
      if (!ofFilter && !name.equals("name")) {
        assertThat(ends).contains(name.toLowerCase(Locale.ROOT));
      }
    }
  }

  @Test
  void anAlertHasTheNameOfItsRule() {
    Settings settings =
        PropertySettings.of(
            Map.of(
                "alert.quota.quiet",
                "7m",
                "alert.my.own-rule.kinds",
                "server_error",
                "alert.my.own-rule.when",
                "first"));
    Map<String, Duration> quiet = new LinkedHashMap<>();
    for (AlertRule rule : new AlertSettings(settings, host).rules().rules()) {
      quiet.put(rule.name(), rule.quiet().period());
    }
    assertThat(host.told).isEmpty();
    assertThat(quiet).containsEntry("quota", Duration.ofMinutes(7)).containsKey("my.own-rule");
  }

  @Test
  void aLabelHasTheNameOfItsProperty() {
    Settings settings =
        PropertySettings.of(Map.of("label.team", "payments", "label.cost.center", "12"));
    assertThat(told(settings)).isEmpty();
    assertThat(settings.elements())
        .extracting(label -> label.settings().get("name") + "=" + label.settings().get("value"))
        .containsExactlyInAnyOrder("team=payments", "cost_center=12");
  }

  @Test
  void thereMayBeSeveralOfADestination() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("webhook.url", "https://127.0.0.1/one");
    properties.put("webhook[0].url", "https://127.0.0.1/two");
    properties.put("webhook.audit.url", "https://127.0.0.1/three");
    properties.put("webhook.audit.header[0]", "A: 1");
    properties.put("webhook.audit.header[1]", "B: 2");
    properties.put("webhook.audit.min.severity", "critical");
    Settings settings = PropertySettings.of(properties);
    AlertSettings alerts = new AlertSettings(settings, host);
    List<DestinationSettings> all = alerts.destinations(alerts.rules());
    assertThat(host.told).isEmpty();
    assertThat(all).hasSize(3);
    assertThat(all.get(2).values().find(SettingTable.OfSink.HEADER))
        .isEqualTo(Map.of("A", "1", "B", "2"));
    assertThat(all.get(2)).hasToString("webhook from critical");
  }

  @Test
  void theEntriesOfAListAreOneText() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("fields[0]", "kind");
    properties.put("fields[1]", "fix");
    properties.put("alert.quota.kinds.0", "server_error");
    Settings settings = PropertySettings.of(properties);
    assertThat(settings.get("fields")).isEqualTo("kind, fix");
    assertThat(told(settings)).isEmpty();
  }

  @Test
  void aClassOfTheUsersOwnHasItsOwnSettings() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("sink.tickets.class", "com.acme.TicketSink");
    properties.put("sink.tickets.queue", "ops");
    Settings.Element sink = PropertySettings.of(properties).elements().get(0);
    assertThat(sink.name()).isEqualTo("sink");
    assertThat(sink.settings().get("class")).isEqualTo("com.acme.TicketSink");
    assertThat(sink.settings().get("queue")).isEqualTo("ops");
  }

  @ParameterizedTest
  @CsvSource({
    "sevice, openai.errors: 'sevice' is no setting of it and is ignored; did you mean 'service'?",
    "slakc.url, openai.errors: 'slakc' is no setting of it and is ignored; did you mean 'slack'?",
    "slack.ulr, slack: 'ulr' is no setting of it and is ignored; did you mean 'url'?",
    "alert.quota.quite, alert 'quota': 'quite' is no setting of it and is ignored; did you mean"
        + " 'quiet'?",
    "alert.qouta.quiet, alert 'qouta': is no default rule",
  })
  void oneThatIsNotKnownIsTold(String name, String sentence) {
    assertThat(told(PropertySettings.of(Map.of(name, "1h"))))
        .anyMatch(it -> it.startsWith("ERROR openai-errors: " + sentence));
  }

  /** Told once, with one that stands below it. */
  @ParameterizedTest
  @CsvSource({
    "slack, slack.url",
    "pagerDuty, pager-duty.routing-key",
    "PAGER.DUTY, pager-duty.routing-key",
    "webhook[0], webhook.0.url",
    "alert, alert.quota.enabled",
    "alert.storm, alert.storm.enabled",
    "label, label.team",
    "sink, sink.class",
  })
  void aValueWhereOnlySettingsBelowHaveOneIsOneSentence(String name, String example) {
    assertThat(told(PropertySettings.of(Map.of(name, "quota"))))
        .singleElement()
        .asString()
        .startsWith("ERROR openai-errors: openai.errors: '")
        .endsWith("is ignored; its settings stand below it, such as " + example + ".");
  }

  /** The user writes them so, whatever a configuration in XML calls them. */
  @Test
  void sentencesHaveTheWordsOfProperties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("max-keys", "many");
    properties.put("stat-file", "/tmp/state");
    properties.put("pager-duty.min-severety", "critical");
    assertThat(told(PropertySettings.of(properties)))
        .anyMatch(it -> it.contains("openai-errors: max-keys: 'many' is no number"))
        .anyMatch(it -> it.contains("did you mean 'state-file'?"))
        .anyMatch(it -> it.contains("pager-duty: 'min-severety'"))
        .anyMatch(it -> it.contains("did you mean 'min-severity'?"))
        .noneMatch(it -> it.matches(".*\\b[a-z]+[A-Z].*"));
  }

  @ParameterizedTest
  @CsvSource({"''", ".", "[0]", "..a..", "alert", "alert.", "slack[", "]", "0"})
  void noNameFails(String name) {
    told(PropertySettings.of(Map.of(name, "x")));
    told(PropertySettings.of(Map.of(name, "")));
  }
}
