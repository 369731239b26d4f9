package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is known of the failures of one incident. */
class IncidentStatsTest {

  private static final long START = Times.START.toEpochMilli();
  private static final long MINUTE = 60_000;

  private final IncidentStats stats = new IncidentStats();

  private static Failure failure(OpenAiError error) {
    return new Failure(Times.START, error, new Failure.Source("a.B", "ERROR", "main"), null, 0);
  }

  private static Failure failure() {
    return failure(Times.error(ErrorKind.SERVER_ERROR));
  }

  private void add(long at, Failure failure) {
    stats.add(START + at, failure, 0);
  }

  @Test
  void knowsTheFirstTheLastAndHowMany() {
    add(0, failure());
    add(30_000, failure());
    add(200_000, failure());

    assertThat(stats.first()).isEqualTo(START);
    assertThat(stats.last()).isEqualTo(START + 200_000);
    assertThat(stats.count()).isEqualTo(3);
    assertThat(stats.meanGap()).isEqualTo(100_000);
  }

  @Test
  void thePeakIsWithinAMinuteOfTheClock() {
    for (int i = 0; i < 5; i++) {
      add(59_000 + i * 500, failure());
    }

    assertThat(stats.state().peak()).isEqualTo(3);
  }

  /** So that one long silence does not count for ever. */
  @Test
  void theLongestGapFadesFailureByFailure() {
    add(0, failure());
    add(100_000, failure());
    long before = stats.gap();
    add(101_000, failure());

    assertThat(before).isEqualTo(100_000);
    assertThat(stats.gap()).isEqualTo(97_000);
    for (int i = 0; i < 1_000; i++) {
      add(102_000 + i * 1_000L, failure());
    }
    assertThat(stats.gap()).isBetween(1_000L, 2_000L);
  }

  @Test
  void isFrequentIfTenCallsWereOverWithinFiveMinutes() {
    for (int i = 0; i < 9; i++) {
      add(i * 33_000L, failure());
      assertThat(stats.isFrequent()).isFalse();
    }
    add(9 * 33_000L, failure());
    assertThat(stats.isFrequent()).isTrue();
    add(9 * 33_000L + 5 * MINUTE, failure());
    assertThat(stats.isFrequent()).isFalse();
  }

  @Test
  void attemptsThatAreTriedAgainEndNoCall() {
    OpenAiError first = new Times.Draft(ErrorKind.SERVER_ERROR).attempt(1, 3).build();
    for (int i = 0; i < 20; i++) {
      add(i, failure(first));
    }
    assertThat(stats.isTriedAgain()).isTrue();
    assertThat(stats.isFrequent()).isFalse();
    assertThat(stats.state().attempts()).isEqualTo(3);

    add(20, failure(new Times.Draft(ErrorKind.SERVER_ERROR).attempt(3, 3).build()));
    assertThat(stats.isTriedAgain()).isFalse();
  }

  @Test
  void ofWaitsTheOneThatEndsLastIsKept() {
    add(0, failure(new Times.Draft(ErrorKind.RATE_LIMIT_EXCEEDED).retryAfter("10m").build()));
    add(MINUTE, failure(new Times.Draft(ErrorKind.RATE_LIMIT_EXCEEDED).retryAfter("2m").build()));

    assertThat(stats.waitEnd()).isEqualTo(START + 10 * MINUTE);
    assertThat(stats.state().longestWait()).isEqualTo(10 * MINUTE);
  }

  @Test
  void aWaitIsNoLongerThanTheLongestQuietPeriod() {
    add(0, failure(new Times.Draft(ErrorKind.RATE_LIMIT_EXCEEDED).retryAfter("99999h").build()));

    assertThat(stats.waitEnd()).isEqualTo(START + AlertRule.MAX_QUIET.toMillis());
  }

  @Test
  void aKeyStaysIfItIsRefusedAgainTenMinutesLater() {
    add(0, failure(new Times.Draft(ErrorKind.INVALID_API_KEY).key("a1b2").build()));
    add(5 * MINUTE, failure(new Times.Draft(ErrorKind.INVALID_API_KEY).key("c3d4").build()));
    add(10 * MINUTE - 1, failure(new Times.Draft(ErrorKind.INVALID_API_KEY).key("a1b2").build()));
    assertThat(stats.keyStays()).isFalse();

    add(10 * MINUTE, failure(new Times.Draft(ErrorKind.INVALID_API_KEY).key("a1b2").build()));
    assertThat(stats.keyStays()).isTrue();
  }

  @Test
  void aClosedAccountIsTheKindWhateverElseWasSeen() {
    for (int i = 0; i < 10; i++) {
      add(i, failure(Times.error(ErrorKind.INVALID_API_KEY)));
    }
    assertThat(stats.kind()).isEqualTo(ErrorKind.INVALID_API_KEY);
    add(10, failure(Times.error(ErrorKind.ACCOUNT_DEACTIVATED)));
    assertThat(stats.kind()).isEqualTo(ErrorKind.ACCOUNT_DEACTIVATED);
  }

  @Test
  void failuresThatNobodyLookedAtAreCountedApart() {
    stats.add(START, failure(), 1_000);

    assertThat(stats.count()).as("one of them tells what they say").isEqualTo(1);
    assertThat(stats.state().dropped()).isEqualTo(999);
    assertThat(stats.state().peak()).isEqualTo(1_000);
    assertThat(stats.state().kinds()).containsEntry(ErrorKind.SERVER_ERROR, 1_000L);
    assertThat(stats.isFrequent()).isTrue();
  }

  @Test
  void theSampleIsTheLastLogEventUntilItIsForgotten() {
    add(
        0,
        failure(new Times.Draft(ErrorKind.SERVER_ERROR).requestId("req_0123456789abcdef").build()));
    add(
        5,
        failure(new Times.Draft(ErrorKind.SERVER_ERROR).requestId("req_fedcba9876543210").build()));

    assertThat(stats.state().sample())
        .extracting(Alert.Sample::requestId, Alert.Sample::at)
        .containsExactly("req_fedcba9876543210", Instant.ofEpochMilli(START + 5));
    stats.forgetSample();
    assertThat(stats.state().sample()).isNull();
  }

  @Test
  void whatIsSavedIsReadBack() {
    add(0, failure(new Times.Draft(ErrorKind.RATE_LIMIT_EXCEEDED).retryAfter("9s").build()));
    add(7_000, failure());
    stats.repeat();

    assertThat(IncidentStats.restore(stats.state()).state()).isEqualTo(stats.state());
  }

  /** Parted anywhere, the two parts together are the whole. */
  @Test
  void whatIsAppendedIsAsIfItHadBeenAdded() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      IncidentStats whole = new IncidentStats();
      IncidentStats before = new IncidentStats();
      IncidentStats after = new IncidentStats();
      int parting = random.nextInt(40);
      long at = START;
      for (int i = 0; i < 40; i++) {
        at += random.nextInt(5) == 0 ? Duration.ofHours(random.nextInt(3)).toMillis() : 7_000;
        Failure failure = failure(random(random));
        whole.add(at, failure, 0);
        (i < parting ? before : after).add(at, failure, 0);
      }
      before.append(after);
      IncidentState.Stats joined = before.state();
      IncidentState.Stats one = whole.state();
      assertThat(List.of(joined.first(), joined.last(), joined.count(), joined.attempts()))
          .as("seed %d", seed)
          .isEqualTo(List.of(one.first(), one.last(), one.count(), one.attempts()));
      assertThat(List.of(joined.waitEnd(), joined.longestWait(), joined.kinds(), joined.sample()))
          .as("seed %d", seed)
          .isEqualTo(List.of(one.waitEnd(), one.longestWait(), one.kinds(), one.sample()));
      assertThat(List.of(joined.over(), joined.lately(), joined.dimensions()))
          .as("seed %d", seed)
          .isEqualTo(List.of(one.over(), one.lately(), one.dimensions()));
      assertThat(before.keyStays()).as("seed %d", seed).isEqualTo(whole.keyStays());
      assertThat(joined.peak()).as("seed %d", seed).isBetween(one.peak() / 2, one.peak());
    }
  }

  private static OpenAiError random(Random random) {
    return switch (random.nextInt(4)) {
      case 0 ->
          new Times.Draft(ErrorKind.RATE_LIMIT_EXCEEDED)
              .retryAfter(1 + random.nextInt(600) + "s")
              .build();
      case 1 -> new Times.Draft(ErrorKind.INVALID_API_KEY).key("k00" + random.nextInt(5)).build();
      case 2 -> new Times.Draft(ErrorKind.SERVER_ERROR).attempt(1 + random.nextInt(3), 3).build();
      default -> new Times.Draft(ErrorKind.TIMEOUT).model("m" + random.nextInt(4)).build();
    };
  }
}
