package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which part of the calls failed. */
class ShareTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, '0 of 0 calls, < 1 %'",
    "1, 1000, '1 of 1000 calls, < 1 %'",
    "38, 41, '38 of 41 calls, 93 %'",
    "41, 41, '41 of 41 calls, 100 %'",
  })
  void isNumbersAndPerCentForAPerson(long failed, long calls, String words) {
    assertThat(new Share(failed, calls).words()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"1, 100, 1, true", "1, 101, 1, false", "50, 100, 50, true", "49, 100, 50, false"})
  void isAtLeastSoMuchToTheCall(long failed, long calls, int percent, boolean is) {
    assertThat(new Share(failed, calls).isAtLeast(percent)).isEqualTo(is);
  }

  @ParameterizedTest
  @CsvSource({"-1, 3", "4, 3"})
  void noMoreCallsFailThanThereAre(long failed, long calls) {
    assertThatThrownBy(() -> new Share(failed, calls)).isInstanceOf(IllegalArgumentException.class);
  }
}
