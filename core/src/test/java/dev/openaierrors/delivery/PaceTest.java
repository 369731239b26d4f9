package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How much one destination is sent. */
class PaceTest {

  private static final long HOUR = 3_600_000;

  @Test
  void twoNoticesAreASecondApartUnlessADestinationTakesManyAtOnce() {
    Pace people = new Pace(false);
    Pace log = new Pace(true);
    people.sent(0, true);
    log.sent(0, true);

    assertThat(people.tooSoon(999)).isTrue();
    assertThat(people.tooSoon(1_000)).isFalse();
    assertThat(log.tooSoon(0)).isFalse();
  }

  @Test
  void theFirstMayGoAtOnce() {
    assertThat(new Pace(false).tooSoon(0)).isFalse();
  }

  @Test
  void whatDoesNotCountTakesNothingFromTheHour() {
    Pace pace = new Pace(false);
    pace.sent(0, false);

    assertThat(pace.left(0)).isEqualTo(Pace.AN_HOUR);
    assertThat(pace.tooSoon(500)).as("but it was sent").isTrue();
  }

  @Test
  void anHourEndsAnHourAfterEachNotice() {
    Pace pace = new Pace(true);
    for (int i = 0; i < Pace.AN_HOUR; i++) {
      pace.sent(i, true);
    }

    assertThat(pace.left(HOUR - 1)).isZero();
    assertThat(pace.left(HOUR)).isEqualTo(1);
    assertThat(pace.left(HOUR + Pace.AN_HOUR)).isEqualTo(Pace.AN_HOUR);
  }

  @Test
  void inNoHourWhateverItIsMoreAreSent() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Pace pace = new Pace(false);
    Deque<Long> sent = new ArrayDeque<>();
    long time = 0;
    for (int i = 0; i < 20_000; i++) {
      time += random.nextInt(i % 50 == 0 ? 4_000_000 : 5_000);
      if (!pace.tooSoon(time) && pace.left(time) > 0) {
        pace.sent(time, true);
        sent.add(time);
      }
      while (!sent.isEmpty() && sent.element() <= time - HOUR) {
        sent.remove();
      }
      assertThat(sent.size()).as("seed %d", seed).isLessThanOrEqualTo(Pace.AN_HOUR);
    }
  }
}
