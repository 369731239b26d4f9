package dev.openaierrors.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.analyzer.input.AnalyzedEvent;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Particulars;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;

/** What holds of every report, whatever was counted: its numbers fit each other. */
class ReportInvariantsTest {

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  /** Bursts, silences, retries and repeats, some of them without a time, a model or a thread. */
  private List<AnalyzedEvent> events() {
    List<AnalyzedEvent> events = new ArrayList<>();
    ErrorKind[] kinds = ErrorKind.values();
    Duration at = Duration.ZERO;
    int rate = 1000;
    for (int i = 0; i < 2000; i++) {
      rate = random.nextInt(100) == 0 ? 1 + random.nextInt(2_000_000) : rate;
      at = at.plusMillis(random.nextInt(rate));
      Events event =
          Events.of(kinds[random.nextInt(random.nextBoolean() ? 2 : kinds.length)])
              .model(random.nextInt(4) == 0 ? null : "model-" + random.nextInt(90))
              .thread(random.nextInt(9) == 0 ? null : "t" + random.nextInt(4))
              .logger("logger-" + random.nextInt(8))
              .level(random.nextBoolean() ? "ERROR" : "WARN");
      Instant time = random.nextInt(50) == 0 ? null : Events.TEN.plus(at);
      events.add(event.at(time, "failed " + random.nextInt(3)));
    }
    return events;
  }

  private static ErrorReport report(List<AnalyzedEvent> events) {
    ReportBuilder builder = new ReportBuilder();
    events.forEach(builder::add);
    return builder.build(ZoneOffset.UTC, false, ReplayReport.NONE);
  }

  @RepeatedTest(10)
  void theNumbersOfKindsAreTogetherThoseOfTheReport() {
    ErrorReport report = report(events());
    assertThat(report.kinds().stream().mapToLong(KindReport::events).sum())
        .as("seed %d", seed)
        .isEqualTo(report.events())
        .isEqualTo(2000);
    assertThat(report.failures())
        .as("seed %d", seed)
        .isBetween(1L, report.events())
        .isEqualTo(report.kinds().stream().mapToLong(KindReport::failures).sum());
    long inBuckets = report.timeline().buckets().stream().mapToLong(Timeline.Bucket::events).sum();
    assertThat(inBuckets + report.untimed()).as("seed %d", seed).isEqualTo(report.events());
    assertThat(report.kinds())
        .as("seed %d", seed)
        .extracting(KindReport::events)
        .isSortedAccordingTo(Collections.reverseOrder());
  }

  @RepeatedTest(10)
  void theNumbersOfAKindFitEachOther() {
    for (KindReport kind : report(events()).kinds()) {
      String which = "seed " + seed + ", " + kind.kind();
      assertThat(kind.failures()).as(which).isBetween(1L, kind.events());
      assertThat(kind.retryableEvents()).as(which).isBetween(0L, kind.events());
      assertThat(kind.retries().calls()).as(which).isLessThan(kind.failures() + 1);
      assertThat(kind.samples()).as(which).hasSizeBetween(1, 5);
      for (Facet facet :
          List.of(kind.models(), kind.loggers(), kind.services(), kind.codes(), kind.shapes())) {
        assertThat(facet.events()).as(which).isBetween(0L, kind.events());
        assertThat(facet.top()).as(which).hasSizeLessThanOrEqualTo(5);
        assertThat(facet.others()).as(which).isNotNegative();
        assertThat(facet.top())
            .as(which)
            .extracting(Count::count)
            .isSortedAccordingTo(Collections.reverseOrder());
      }
      assertThat(kind.loggers().events()).as(which).isEqualTo(kind.events());
    }
  }

  @RepeatedTest(10)
  void episodesOfAKindFollowEachOtherInsideOfItsTime() {
    ErrorReport report = report(events());
    for (KindReport kind : report.kinds()) {
      String which = "seed " + seed + ", " + kind.kind();
      Instant end = Instant.MIN;
      long events = 0;
      for (Episode episode : report.episodes()) {
        if (episode.kind() != kind.kind()) {
          continue;
        }
        assertThat(episode.from()).as(which).isAfter(end).isAfterOrEqualTo(kind.first());
        assertThat(episode.to())
            .as(which)
            .isAfterOrEqualTo(episode.from())
            .isBeforeOrEqualTo(kind.last());
        assertThat(episode.events()).as(which).isGreaterThanOrEqualTo(3);
        assertThat(episode.failures()).as(which).isBetween(0L, episode.events());
        assertThat(episode.retriedInVain()).as(which).isBetween(0L, episode.failures());
        assertThat(episode.retriedPercent()).as(which).isBetween(0L, 100L);
        assertThat(episode.peakPerMinute()).as(which).isBetween(1L, episode.events());
        end = episode.to();
        events += episode.events();
      }
      assertThat(events).as(which).isLessThanOrEqualTo(kind.events());
    }
    assertThat(report.episodes().size()).isLessThanOrEqualTo(ReportBuilder.MOST_EPISODES);
  }

  /** Of what does not depend on who failed before whom. */
  @RepeatedTest(5)
  void theOrderInWhichEventsComeDoesNotMatter() {
    List<AnalyzedEvent> events = events();
    ErrorReport report = report(events);
    Collections.shuffle(events, random);
    ErrorReport shuffled = report(events);
    assertThat(shuffled.timeline()).as("seed %d", seed).isEqualTo(report.timeline());
    assertThat(shuffled.untimed()).isEqualTo(report.untimed());
    assertThat(counts(shuffled)).as("seed %d", seed).isEqualTo(counts(report));
  }

  private static List<String> counts(ErrorReport report) {
    return report.kinds().stream()
        .map(
            kind ->
                Stream.of(kind.kind(), kind.events(), kind.first(), kind.last(), kind.loggers())
                    .map(String::valueOf)
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  /** Nothing that is handed on is out of its order or made up; only calls may be missing. */
  @RepeatedTest(10)
  void callsAreTakenOutOfTheOrderAndNothingElse() {
    List<AnalyzedEvent> events = new ArrayList<>();
    Duration at = Duration.ZERO;
    for (int i = 0; i < 1500; i++) {
      at = at.plusMillis(random.nextInt(3000));
      boolean call = random.nextInt(3) == 0;
      Events event = Events.of(ErrorKind.TIMEOUT).thread("t" + random.nextInt(3));
      String text = call ? "POST https://api.openai.com/v1/x 429" : "failed";
      events.add(
          withStatusOnly(
              event.level(call ? "INFO" : "ERROR").at(Events.TEN.plus(at), text + " no. " + i)));
    }
    List<AnalyzedEvent> handedOn = new ArrayList<>();
    CallLines calls = new CallLines(handedOn::add);
    for (AnalyzedEvent event : events) {
      calls.add(event);
      if (random.nextInt(200) == 0) {
        calls.end();
      }
    }
    calls.end();
    int next = 0;
    for (AnalyzedEvent event : events) {
      if (next < handedOn.size() && handedOn.get(next).equals(event)) {
        next++;
      } else {
        assertThat(Objects.equals(event.level(), "INFO")).as("seed %d", seed).isTrue();
      }
    }
    assertThat(next).as("seed %d", seed).isEqualTo(handedOn.size()).isLessThan(events.size());
  }

  /** All that a client tells of a call that failed. */
  private static AnalyzedEvent withStatusOnly(AnalyzedEvent event) {
    OpenAiError error = event.error();
    return new AnalyzedEvent(
        event.time(),
        event.level(),
        event.logger(),
        event.thread(),
        event.service(),
        event.message(),
        null,
        event.file(),
        event.offset(),
        new OpenAiError(
            error.kind(),
            error.retryable(),
            error.fix(),
            error.provider(),
            new OpenAiError.Answer(429, null, null, null, null),
            error.call(),
            null,
            Particulars.NONE),
        event.context());
  }
}
