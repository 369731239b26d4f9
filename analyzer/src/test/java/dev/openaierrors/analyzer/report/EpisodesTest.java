package dev.openaierrors.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EpisodesTest {

  private static final ErrorKind QUOTA = ErrorKind.INSUFFICIENT_QUOTA;

  private final Activity activity = new Activity();

  /** So many a minute, evenly, from one minute after ten to another. */
  private void burst(int fromMinute, int toMinute, int perMinute) {
    for (int i = 0; i < (toMinute - fromMinute) * perMinute; i++) {
      add(fromMinute * 60_000L + i * 60_000L / perMinute);
    }
  }

  private void add(long millis) {
    activity.add(QUOTA, Events.TEN.toEpochMilli() + millis, false);
  }

  private List<Episode> found() {
    return EpisodeFinder.find(QUOTA, activity);
  }

  private static Instant minute(int minute) {
    return Events.TEN.plus(Duration.ofMinutes(minute));
  }

  @Test
  void errorsCloseTogetherAreOneEpisodeFromTheFirstToTheLast() {
    burst(3, 41, 10);
    assertThat(found()).hasSize(1);
    Episode episode = found().get(0);
    assertThat(episode.from()).isEqualTo(minute(3));
    assertThat(episode.to()).isBetween(minute(40), minute(41));
    assertThat(episode.events()).isEqualTo(380);
    assertThat(episode.peakPerMinute()).isEqualTo(10);
  }

  @Test
  void aPauseOfMoreThanFifteenMinutesParts() {
    burst(0, 5, 2);
    burst(25, 30, 2);
    assertThat(found()).extracting(Episode::from).containsExactly(minute(0), minute(25));
  }

  @Test
  void aFailureEveryTenMinutesIsOneLongEpisode() {
    for (int i = 0; i < 20; i++) {
      burst(i * 10, i * 10 + 1, 1);
    }
    assertThat(found()).extracting(Episode::events).containsExactly(20L);
  }

  @Test
  void strayErrorsAroundABurstDoNotBlurItsBeginAndEnd() {
    for (long seed = 1; seed <= 20; seed++) {
      EpisodesTest test = new EpisodesTest();
      Random random = new Random(seed);
      for (int i = 0; i < 30; i++) {
        test.add(random.nextInt(90 * 60_000));
      }
      test.burst(30, 55, 20);
      // Some of the strays may be an episode, too, where a long pause parts them from the others.
      Episode episode = Collections.max(test.found(), Comparator.comparingLong(Episode::events));
      assertThat(episode.events()).as("seed %s", seed).isBetween(500L, 515L);
      assertThat(Duration.between(minute(30), episode.from()).toMinutes()).isZero();
      assertThat(episode.to()).isBetween(minute(54), minute(55));
    }
  }

  @Test
  void aBurstWithinALongTroubleDoesNotHideTheRestOfIt() {
    burst(0, 120, 5);
    burst(120, 122, 500);
    burst(122, 240, 5);
    assertThat(found()).hasSize(3);
    assertThat(found()).extracting(Episode::from).isSorted();
    assertThat(found()).extracting(Episode::events).containsExactly(600L, 1000L, 590L);
  }

  @Test
  void aMinuteOfSilenceWithinABurstDoesNotPartIt() {
    burst(0, 10, 60);
    burst(11, 20, 60);
    assertThat(found()).hasSize(1);
  }

  @Test
  void twoErrorsAreNoEpisode() {
    burst(0, 1, 2);
    assertThat(found()).isEmpty();
  }

  @Test
  void theOrderInWhichEventsAreToldDoesNotMatter() {
    burst(30, 55, 20);
    burst(0, 2, 60);
    EpisodesTest other = new EpisodesTest();
    other.burst(0, 2, 60);
    other.burst(30, 55, 20);
    assertThat(found()).isEqualTo(other.found());
  }

  @Test
  void yearsOfErrorsKeepTheirFirstAndLastMoment() {
    for (int hour = 0; hour < 50_000; hour++) {
      add(hour * 3_600_000L + 17);
    }
    burst(50_000 * 60, 50_000 * 60 + 30, 600);
    long cells = activity.of(QUOTA).size();
    assertThat(cells).isLessThanOrEqualTo(30_000);
    assertThat(found()).isNotEmpty();
    Episode last = found().get(found().size() - 1);
    assertThat(last.to()).isBetween(minute(50_000 * 60 + 29), minute(50_000 * 60 + 30));
  }
}
