package dev.openaierrors.analyzer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.Grouping;
import dev.openaierrors.analyzer.input.AnalyzedEvent;
import dev.openaierrors.analyzer.report.Events;
import dev.openaierrors.analyzer.report.ReplayReport;
import dev.openaierrors.error.ErrorKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What holds of every replay, whatever failed and in whatever order it is told. */
class ReplayPropertiesTest {

  private static final List<ErrorKind> KINDS =
      List.of(
          ErrorKind.INSUFFICIENT_QUOTA,
          ErrorKind.RATE_LIMIT_EXCEEDED,
          ErrorKind.INVALID_API_KEY,
          ErrorKind.SERVER_ERROR);

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  /** Failures of two days with long silences, none of the same moment as another. */
  private List<AnalyzedEvent> failures(int count) {
    List<AnalyzedEvent> events = new ArrayList<>();
    Duration at = Duration.ZERO;
    for (int i = 0; i < count; i++) {
      boolean silence = random.nextInt(60) == 0;
      at = at.plusMillis(silence ? 7_200_000 : 1 + random.nextInt(90_000));
      ErrorKind kind = KINDS.get(random.nextInt(KINDS.size()));
      events.add(Events.of(kind).model("gpt-4o").thread("t" + random.nextInt(5)).after(at));
    }
    return events;
  }

  private static ReplayReport replay(List<AnalyzedEvent> events) throws IOException {
    try (Replay replay = new Replay(Rules.DEFAULTS)) {
      for (AnalyzedEvent event : events) {
        replay.add(event);
      }
      return replay.run();
    }
  }

  @RepeatedTest(5)
  void theOrderInWhichFailuresAreToldDoesNotMatter() throws IOException {
    List<AnalyzedEvent> events = failures(400);
    List<AnalyzedEvent> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, random);
    assertThat(replay(shuffled).alerts())
        .as("seed %d", seed)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
        .isEqualTo(replay(events).alerts());
  }

  @RepeatedTest(5)
  void alertsAreInTheOrderOfTimeAndEachIncidentBeginsBeforeItEnds() throws IOException {
    List<Alert> alerts = replay(failures(400)).alerts();
    assertThat(alerts).as("seed %d", seed).isNotEmpty();
    assertThat(alerts)
        .as("seed %d", seed)
        .isSortedAccordingTo(Comparator.comparing(alert -> alert.times().at()));
    Set<String> open = new HashSet<>();
    for (Alert alert : alerts) {
      boolean begins = alert.state() == AlertState.FIRING || alert.state() == AlertState.REOPENED;
      if (begins) {
        assertThat(open.add(alert.id())).as("seed %d, %s", seed, alert).isTrue();
      } else if (alert.state() == AlertState.RESOLVED) {
        assertThat(open.remove(alert.id())).as("seed %d, %s", seed, alert).isTrue();
      }
      assertThat(alert.times().startsAt()).isBeforeOrEqualTo(alert.times().at());
      assertThat(alert.state()).isNotEqualTo(AlertState.ONGOING);
    }
  }

  /** Nobody is told of a failure before it is there. */
  @RepeatedTest(3)
  void whatIsStillToComeChangesNoAlertBefore() throws IOException {
    List<AnalyzedEvent> events = failures(300);
    List<AnalyzedEvent> begin = events.subList(0, 150);
    Instant known = Objects.requireNonNull(begin.get(149).time());
    List<Alert> early = until(replay(begin).alerts(), known);
    List<Alert> all = until(replay(events).alerts(), known);
    assertThat(all)
        .as("seed %d", seed)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
        .isEqualTo(early);
  }

  private static List<Alert> until(List<Alert> alerts, Instant time) {
    return alerts.stream().filter(alert -> !alert.times().at().isAfter(time)).toList();
  }

  @Test
  void withoutATimeThereIsNothingToReplay() throws IOException {
    List<AnalyzedEvent> events = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      events.add(Events.of(ErrorKind.INSUFFICIENT_QUOTA).at(null, "no. " + i));
    }
    assertThat(replay(events).alerts()).isEmpty();
  }

  /** In memory or through files: sorted by time, and of one time as they came. */
  @RepeatedTest(3)
  void ofAnyNumberThatFitsIntoMemoryAllComeInOrder() throws IOException {
    List<AnalyzedEvent> events = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Duration at = Duration.ofSeconds(random.nextInt(60));
      events.add(Events.of(ErrorKind.TIMEOUT).logger("no. " + i).after(at));
    }
    List<String> expected =
        events.stream()
            .sorted(Comparator.comparing(AnalyzedEvent::time))
            .map(event -> event.time() + " " + event.logger())
            .toList();
    for (int capacity : new int[] {1, 7, 100, 499, 500, 501, 5000}) {
      List<String> taken = new ArrayList<>();
      try (FailureLog log = new FailureLog(capacity, Grouping.NONE)) {
        for (AnalyzedEvent event : events) {
          log.add(event, Objects.requireNonNull(event.time()));
        }
        log.forEach(
            (service, failure) -> taken.add(failure.at() + " " + failure.source().logger()));
      }
      assertThat(taken).as("seed %d, %d in memory", seed, capacity).isEqualTo(expected);
    }
  }
}
