package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.delivery.HttpDestination;
import java.lang.reflect.Field;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingTableTest {

  static Stream<Field> settings() {
    return Stream.of(SettingTable.class.getDeclaredFields())
        .filter(field -> field.getType() == Setting.class);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void everySettingBelongsToAnElement(Field setting) throws Exception {
    assertThat(SettingNames.settings().anyMatch(setting.get(null)::equals))
        .as("a list of settings, or a destination, has %s", setting.getName())
        .isTrue();
  }

  @Test
  void everySettingOfAnElementHasItsOwnName() {
    Stream.of(
            SettingTable.ENRICHMENT,
            SettingTable.APPENDER,
            SettingTable.ALERTS,
            SettingTable.OfRule.RULE,
            SettingTable.OfFilter.FILTER)
        .forEach(list -> assertThat(SettingTable.names(list)).doesNotHaveDuplicates());
    Stream.of(SinkType.values())
        .forEach(
            type ->
                assertThat(SettingTable.names(type.settings()))
                    .as(type.element())
                    .doesNotHaveDuplicates());
  }

  @ParameterizedTest
  @EnumSource
  void everyDestinationIsTriedWithEveryAnswer(SinkType type) {
    assertThat(HttpDestination.values())
        .as("what HttpDestination runs the tests of every answer and secret for")
        .extracting(Enum::name)
        .contains(type.name());
  }

  @ParameterizedTest
  @CsvSource({"minSeverity", "MINSEVERITY", "min-severity", "MinSeverity"})
  void aNameIsKnownInAnyCaseAndWithHyphens(String name) {
    Settings given = new Settings().set(name, "info").set(name, " warning ");
    assertThat(given.texts("minSeverity")).containsExactly("info", "warning");
    assertThat(given.get("minSeverity")).isEqualTo(" warning ");
    assertThat(given.unknown(SettingTable.names(SinkType.SLACK.settings()))).isEmpty();
  }

  @Test
  void aNameThatIsNotKnownIsToldAsItWasWritten() {
    Settings given = new Settings().set("Min_Severity", "info").set("url", "x").addUnknown("uri");
    assertThat(given.unknown(SettingTable.names(SinkType.SLACK.settings())))
        .containsExactly("Min_Severity", "uri");
  }

  /** As a framework may write it whose settings are properties. */
  @Test
  void anElementIsKnownWithHyphensAndOneThatIsNotIsTold() {
    ManualHost host = new ManualHost(new ManualHost.ManualClock());
    Settings key = new Settings().set("routing-key", "0123456789abcdef0123456789abcdef");
    Settings given = new Settings().add("pager-duty", key).add("salck", new Settings());
    PipelineSettings.ofAppender(given, "openai.errors", SettingNames.ELEMENTS, host);
    assertThat(new AlertSettings(given, host).destinations(AlertRules.defaults()))
        .extracting(DestinationSettings::type)
        .containsExactly(SinkType.PAGER_DUTY);
    assertThat(host.told)
        .singleElement()
        .asString()
        .startsWith(
            "ERROR openai-errors: openai.errors: 'salck' is no setting of it and is ignored; did"
                + " you mean 'slack'? Known: ");
  }
}
