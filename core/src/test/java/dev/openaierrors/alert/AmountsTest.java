package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lengths of time and numbers as people read them. */
class AmountsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "499, 0 s",
    "500, 1 s",
    "59499, 59 s",
    "60000, 1 min",
    "90000, 2 min",
    "7199000, 120 min",
    "7200000, 2 h",
    "12600000, 3.5 h",
    "172799000, 48 h",
    "172800000, 2 d",
    "216000000, 2.5 d",
    "31536000000, 365 d",
  })
  void aLengthOfTimeHasTheUnitThatSaysMost(long millis, String words) {
    assertThat(Amounts.span(millis)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.04, 0",
    "0.05, 0.1",
    "1, 1",
    "1.04, 1",
    "1.06, 1.1",
    "99.94, 99.9",
    "99.96, 100",
    "100.4, 100",
    "123456.7, 123457",
  })
  void aNumberHasOneDigitBehindThePointUnlessItIsWholeOrLarge(double value, String words) {
    assertThat(Amounts.number(value)).isEqualTo(words);
  }
}
