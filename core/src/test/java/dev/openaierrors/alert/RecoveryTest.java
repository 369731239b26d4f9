package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Calls that succeed end an incident. */
class RecoveryTest {

  private static final long SECOND = 1_000;

  @Test
  void oneSuccessIsNotEnough() {
    assertThat(Recovery.NONE.succeed(100 * SECOND, 0).at()).isEqualTo(IncidentState.NEVER);
  }

  @Test
  void twoOfThemAMinuteApartAre() {
    Recovery first = Recovery.NONE.succeed(600 * SECOND, 0);

    assertThat(first.succeed(659 * SECOND, 0).at()).isEqualTo(IncidentState.NEVER);
    assertThat(first.succeed(660 * SECOND, 0).at()).isEqualTo(660 * SECOND);
  }

  @Test
  void butNotWithinTwoMinutesOfTheBeginning() {
    Recovery recovery = Recovery.NONE.succeed(SECOND, 0).succeed(61 * SECOND, 0);

    assertThat(recovery.at()).isEqualTo(120 * SECOND);
  }

  @Test
  void moreSuccessesDoNotPutTheEndOff() {
    Recovery over = Recovery.NONE.succeed(600 * SECOND, 0).succeed(660 * SECOND, 0);

    assertThat(over.succeed(900 * SECOND, 0)).isEqualTo(over);
  }
}
