package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openaierrors.alert.InvalidValueException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which time zone is meant. */
class ZonesTest {

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "europe/berlin", " EUROPE/BERLIN "})
  void areKnownInAnyCase(String text) {
    assertThat(Zones.zone(text)).isEqualTo(ZoneId.of("Europe/Berlin"));
  }

  @Test
  void areDistancesFromUtcAsWell() {
    assertThat(Zones.zone("+05:30")).isEqualTo(ZoneOffset.ofHoursMinutes(5, 30));
    assertThat(Zones.zone("utc")).isEqualTo(ZoneId.of("UTC"));
    assertThat(Zones.zone("UTC-3").getRules().getOffset(Instant.EPOCH))
        .isEqualTo(ZoneOffset.ofHours(-3));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berln, did you mean 'Europe/Berlin'? Otherwise write",
    "Berlin, did you mean 'Europe/Berlin'? Otherwise write",
    "new york, did you mean 'America/New_York'? Otherwise write",
    "PST, write an id",
    "+25:00, write an id",
    "here, write an id",
  })
  void oneThatIsNoneIsAnsweredByTheNearest(String text, String advice) {
    assertThatThrownBy(() -> Zones.zone(text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageStartingWith("'" + text + "' is no time zone that this Java runtime knows; ")
        .hasMessageContaining("; " + advice)
        .hasMessageEndingWith("write an id as Europe/Berlin, UTC or +05:30")
        .matches(wrong -> !((InvalidValueException) wrong).isMisspelt());
  }

  @Test
  void aHugeTextIsAnsweredShortly() {
    assertThatThrownBy(() -> Zones.zone("Europe/".repeat(20_000)))
        .isInstanceOf(InvalidValueException.class)
        .message()
        .hasSizeLessThan(300);
  }
}
