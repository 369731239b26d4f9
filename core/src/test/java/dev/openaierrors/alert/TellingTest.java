package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorKind;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was told of an incident, and when it is told again. */
class TellingTest {

  private static final long HOUR = 3_600_000;

  private final Telling telling = new Telling();
  private final AlertRule rule =
      AlertRule.of("mine", Set.of(ErrorKind.SERVER_ERROR)).withReminder(Duration.ofHours(1));

  private void fireAndTell() {
    telling.fire(rule, false, 0);
    telling.tell(telling.opening(), Severity.WARNING, "A1");
  }

  @Test
  void firesOnceAndComesBackFromThenOn() {
    assertThat(telling.opening()).isEqualTo(AlertState.FIRING);
    fireAndTell();
    assertThat(telling.opening()).isEqualTo(AlertState.REOPENED);
    telling.forget();
    assertThat(telling.opening()).isEqualTo(AlertState.FIRING);
  }

  @Test
  void aReminderComesWithAFailureOnceItIsDue() {
    fireAndTell();

    assertThat(telling.goOn(rule, Severity.WARNING, false, HOUR - 1)).isNull();
    assertThat(telling.goOn(rule, Severity.WARNING, false, HOUR)).isEqualTo(AlertState.REMINDER);
    assertThat(telling.goOn(rule, Severity.WARNING, false, HOUR)).as("only once").isNull();
  }

  @Test
  void theGapBetweenRemindersGrows() {
    fireAndTell();
    telling.goOn(rule, Severity.WARNING, false, HOUR);

    assertThat(telling.reminders().at()).isGreaterThanOrEqualTo(3 * HOUR);
  }

  @Test
  void whatGetsWorseIsToldAtOnceAndPutsTheReminderOff() {
    fireAndTell();

    assertThat(telling.goOn(rule, Severity.CRITICAL, false, HOUR - 1))
        .isEqualTo(AlertState.ESCALATED);
    assertThat(telling.reminders().at()).isEqualTo(2 * HOUR - 1);
    telling.tell(AlertState.ESCALATED, Severity.CRITICAL, "A1");
    assertThat(telling.goOn(rule, Severity.CRITICAL, false, HOUR)).isNull();
  }

  @Test
  void whatGetsBetterOrNobodyKnowsOfDoesNotEscalate() {
    telling.fire(rule, false, 0);
    assertThat(telling.goOn(rule, Severity.CRITICAL, false, 1)).as("not told").isNull();
    telling.tell(AlertState.FIRING, Severity.CRITICAL, "A1");
    assertThat(telling.goOn(rule, Severity.INFO, false, 2)).isNull();
  }

  @Test
  void ofWhatFailsNowAndThenOneIsRemindedOnceADayAndThenLess() {
    telling.fire(rule, true, 0);
    telling.tell(AlertState.FIRING, Severity.WARNING, "A1");
    long before = 0;
    for (long days : new long[] {1, 1, 2, 4, 8, 8}) {
      assertThat(telling.reminders().at() - before).isEqualTo(days * 24 * HOUR);
      before = telling.reminders().at();
      assertThat(telling.goOn(rule, Severity.WARNING, true, before)).isEqualTo(AlertState.REMINDER);
      telling.tell(AlertState.REMINDER, Severity.WARNING, "A1");
    }
  }

  @Test
  void afterTheEndNobodyIsReminded() {
    fireAndTell();
    telling.resolve();
    telling.tell(AlertState.RESOLVED, Severity.WARNING, "A1");

    assertThat(telling.told().open()).isFalse();
    assertThat(telling.goOn(rule, Severity.WARNING, false, 100 * HOUR)).isNull();
  }
}
