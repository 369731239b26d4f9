package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings as they were written. */
class SettingsTest {

  private final Settings settings = new Settings();

  @ParameterizedTest
  @ValueSource(strings = {"minSeverity", "min-severity", "MINSEVERITY", "Min-Severity"})
  void areKnownInAnyCaseAndWithHyphens(String name) {
    settings.set(name, "critical");

    assertThat(settings.get("minSeverity")).isEqualTo("critical");
    assertThat(Settings.isSame(name, "minSeverity")).isTrue();
    assertThat(settings.unknown(List.of("minSeverity"))).isEmpty();
  }

  @Test
  void theLastTextCountsAndAllOfThemAreThere() {
    settings.set("header", "a: 1").set("Header", " b: 2 ").set("url", "x");

    assertThat(settings.get("header")).isEqualTo(" b: 2 ");
    assertThat(settings.texts("header")).containsExactly("a: 1", "b: 2");
  }

  @Test
  void nullAndBlankMeanThatOneIsNotSet() {
    settings.set("url", null).set("level", "  ");

    assertThat(settings.texts("url")).isEmpty();
    assertThat(settings.texts("level")).isEmpty();
    assertThat(settings.texts("never named")).isEmpty();
    assertThat(settings.get("never named")).isNull();
  }

  @Test
  void whatNobodyKnowsIsToldAsItWasWritten() {
    settings.set("level", "INFO").set("Le-Vle", "INFO");
    settings.add("slack", new Settings()).add("Slakc", new Settings()).addUnknown("encoder");

    assertThat(settings.unknown(List.of("level", "slack")))
        .containsExactly("Le-Vle", "Slakc", "encoder");
  }

  @Test
  void elementsKeepTheirOrderAndTheirSettings() {
    settings.add("alert", new Settings().set("name", "a"));
    settings.add("alert", new Settings().set("name", "b"));

    assertThat(settings.elements())
        .extracting(element -> element.settings().get("name"))
        .containsExactly("a", "b");
  }
}
