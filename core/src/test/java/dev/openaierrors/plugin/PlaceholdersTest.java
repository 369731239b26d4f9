package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places for arguments in a message's pattern. */
class PlaceholdersTest {

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "a, 0",
    "{}, 1",
    "a {} b {}, 2",
    "{}{}{}, 3",
    "{ }, 0",
    "{{}}, 1",
    "{}}{, 1"
  })
  void areCounted(String pattern, int places) {
    assertThat(Placeholders.count(pattern)).isEqualTo(places);
  }

  @Test
  void noPatternHasNone() {
    assertThat(Placeholders.count(null)).isZero();
  }
}
