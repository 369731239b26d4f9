package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openaierrors.error.Provider;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What alerts may carry beside what the log says. */
class LabelsTest {

  private static Origin origin(Map<String, String> labels) {
    return new Origin("chat-api", null, null, labels);
  }

  @Test
  void keepTheirOrder() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("team", "payments");
    labels.put("a_1", "caf\u00e9 & \"more\"");

    assertThat(origin(labels).labels()).containsExactlyEntriesOf(labels);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Team", "1a", "_a", "te am", "te-am", "t\u00e9am", "alertname", "severity"})
  void aNameThatAlertmanagerMightRefuseOrThatIsOursIsRefused(String name) {
    assertThatThrownBy(() -> origin(Map.of(name, "payments")))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void aLongNameIsRefused() {
    assertThat(Labels.name("a".repeat(64))).hasSize(64);
    assertThatThrownBy(() -> Labels.name("a".repeat(65)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("at most 64");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two\nlines", "\u202edesrever", "\ud800"})
  void aValueThatCannotBeShownIsRefusedAndNotRepeated(String value) {
    assertThatThrownBy(() -> origin(Map.of("team", value)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(
            "what is given is no value for a label; write 1 to 128 characters that can be shown");
  }

  @Test
  void thereAreAFewAtMost() {
    Map<String, String> labels = new LinkedHashMap<>();
    for (int i = 0; i < Labels.MOST; i++) {
      labels.put("l" + i, "v");
    }
    assertThat(origin(labels).labels()).hasSize(Labels.MOST);
    labels.put("one_more", "v");
    assertThatThrownBy(() -> origin(labels)).isInstanceOf(IllegalArgumentException.class);
  }

  /** They say nothing of what happened: another label is no other incident. */
  @Test
  void areNoPartOfAnIncidentsId() {
    IncidentKey key = new IncidentKey("quota", Provider.OPENAI, "");

    assertThat(key.id(origin(Map.of("team", "payments")), 1, 2))
        .isEqualTo(key.id(origin(Map.of()), 1, 2));
  }
}
