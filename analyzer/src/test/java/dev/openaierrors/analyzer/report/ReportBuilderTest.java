package dev.openaierrors.analyzer.report;

import static dev.openaierrors.error.ErrorKind.INSUFFICIENT_QUOTA;
import static dev.openaierrors.error.ErrorKind.RATE_LIMIT_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ReportBuilderTest {

  private final ReportBuilder builder = new ReportBuilder();

  private ErrorReport report() {
    return builder.build(ZoneOffset.UTC, false, ReplayReport.NONE);
  }

  private KindReport only() {
    assertThat(report().kinds()).hasSize(1);
    return report().kinds().get(0);
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  @Test
  void kindsComeWithTheMostFrequentFirst() {
    builder.add(Events.of(INSUFFICIENT_QUOTA).after(seconds(0)));
    builder.add(Events.of(RATE_LIMIT_EXCEEDED).after(seconds(100)));
    builder.add(Events.of(RATE_LIMIT_EXCEEDED).after(seconds(50)));
    assertThat(report().kinds())
        .extracting(KindReport::kind)
        .containsExactly(RATE_LIMIT_EXCEEDED, INSUFFICIENT_QUOTA);
    KindReport first = report().kinds().get(0);
    assertThat(first.first()).isEqualTo(Events.TEN.plusSeconds(50));
    assertThat(first.last()).isEqualTo(Events.TEN.plusSeconds(100));
    assertThat(report().notRetryable()).isEqualTo(1);
  }

  @Test
  void theSameFailureToldAtSeveralLayersIsOneFailure() {
    Events client = Events.of(RATE_LIMIT_EXCEEDED).logger("com.openai.Client").level("WARN");
    builder.add(client.after(seconds(0)));
    builder.add(client.logger("com.acme.Chat").level("ERROR").after(seconds(1)));
    assertThat(only().events()).isEqualTo(2);
    assertThat(only().failures()).isEqualTo(1);
  }

  @Test
  void theSameEventDeliveredTwiceIsOneFailure() {
    builder.add(Events.of(RATE_LIMIT_EXCEEDED).after(seconds(0)));
    builder.add(Events.of(RATE_LIMIT_EXCEEDED).after(seconds(0)));
    assertThat(only().failures()).isEqualTo(1);
  }

  @Test
  void otherThreadsFailByThemselves() {
    builder.add(Events.of(RATE_LIMIT_EXCEEDED).thread("a").after(seconds(0)));
    builder.add(Events.of(RATE_LIMIT_EXCEEDED).thread("b").after(seconds(0)));
    builder.add(Events.of(RATE_LIMIT_EXCEEDED).thread(null).after(seconds(0)));
    builder.add(Events.of(RATE_LIMIT_EXCEEDED).thread(null).after(seconds(0)));
    assertThat(only().failures()).isEqualTo(4);
  }

  @Test
  void withoutAThreadTheSameFailureToldInOneInstantIsOneFailure() {
    Duration when = Duration.ofMillis(556);
    Events unnamed = Events.of(INSUFFICIENT_QUOTA).thread(null);
    builder.add(unnamed.at(Events.TEN.plus(when), "listing the models failed"));
    builder.add(unnamed.at(Events.TEN.plus(when), "GET /models threw an exception"));
    builder.add(unnamed.level("WARN").at(Events.TEN.plus(when).plusMillis(5), "no models"));
    assertThat(only().events()).isEqualTo(3);
    assertThat(only().failures()).isEqualTo(1);
  }

  @Test
  void withoutAThreadFailuresOfOneSecondAreNotTakenForOne() {
    Events unnamed = Events.of(INSUFFICIENT_QUOTA).thread(null);
    builder.add(unnamed.at(Events.TEN, "request of u0 failed"));
    builder.add(unnamed.at(Events.TEN, "request of u1 failed"));
    builder.add(unnamed.at(Events.TEN.plusMillis(900), "request of u2 failed"));
    assertThat(only().failures()).isEqualTo(3);
  }

  @Test
  void withoutAThreadNobodyKnowsWhoTriedAgain() {
    Events unnamed = Events.of(INSUFFICIENT_QUOTA).thread(null);
    for (int i = 0; i < 10; i++) {
      builder.add(unnamed.after(seconds(20L * i)));
    }
    assertThat(only().failures()).isEqualTo(10);
    assertThat(report().episodes()).allMatch(episode -> episode.retriedInVain() == 0);
  }

  @Test
  void anEpisodeTellsHowManyFailuresWereRetriedInVain() {
    for (int request = 0; request < 10; request++) {
      Events caller = Events.of(INSUFFICIENT_QUOTA).thread("worker-" + request);
      for (int attempt = 0; attempt < 3; attempt++) {
        builder.add(caller.after(seconds(60L * request + 4L * attempt)));
      }
    }
    Episode episode = report().episodes().get(0);
    assertThat(episode.failures()).isEqualTo(30);
    assertThat(episode.retriedInVain()).isEqualTo(20);
    assertThat(episode.retriedPercent()).isEqualTo(67);
  }

  @Test
  void theNumberOfTheAttemptIsBelievedMoreThanTheThread() {
    Events first = Events.of(INSUFFICIENT_QUOTA).attempt(1);
    builder.add(first.after(seconds(0)));
    builder.add(first.after(seconds(5)));
    builder.add(first.attempt(2).logger("com.acme.Retries").after(seconds(10)));
    assertThat(report().episodes().get(0).retriedInVain()).isEqualTo(1);
  }

  @Test
  void whatHasNoTimeIsCountedButInNoEpisode() {
    for (int i = 0; i < 5; i++) {
      builder.add(Events.of(INSUFFICIENT_QUOTA).at(null, "call failed"));
    }
    assertThat(report().events()).isEqualTo(5);
    assertThat(report().untimed()).isEqualTo(5);
    assertThat(report().first()).isNull();
    assertThat(report().episodes()).isEmpty();
    assertThat(report().timeline().buckets()).isEmpty();
  }

  @Test
  void samplesShowDifferentEventsAndNoMoreThanFive() {
    for (int i = 0; i < 100; i++) {
      builder.add(Events.of(INSUFFICIENT_QUOTA).at(Events.TEN, "order " + i + " failed"));
      builder.add(Events.of(INSUFFICIENT_QUOTA).at(Events.TEN, words(i) + " failed"));
    }
    assertThat(only().samples()).hasSize(5);
    assertThat(only().samples())
        .extracting(Sample::message)
        .filteredOn(message -> message.startsWith("order"))
        .hasSize(1);
  }

  private static String words(int number) {
    return "x".repeat(number + 1);
  }

  @Test
  void textOfTheLogIsRedactedAndCut() {
    builder.add(
        Events.of(INSUFFICIENT_QUOTA)
            .logger("chat.sk-abcdefghijklmnopqrstuvwx")
            .at(
                Events.TEN,
                "Bearer sk-abcdefghijklmnopqrstuvwx\u001b[31m jane@example.org "
                    + "a ".repeat(500)));
    Sample sample = only().samples().get(0);
    assertThat(sample.message())
        .doesNotContain("abcdefgh", "jane", "\u001b")
        .hasSizeLessThanOrEqualTo(300);
    assertThat(only().loggers().top().get(0).name()).doesNotContain("abcdefgh");
  }

  @Test
  void theTimelineHasAtMostTwoHundredBucketsWhateverTheSpan() {
    for (int power = 0; power < 9; power++) {
      builder.add(Events.of(INSUFFICIENT_QUOTA).after(seconds((long) Math.pow(10, power))));
      Timeline timeline = report().timeline();
      assertThat(timeline.buckets()).hasSizeBetween(1, Timeline.MOST_BUCKETS);
      assertThat(timeline.buckets().stream().mapToLong(Timeline.Bucket::events).sum())
          .isEqualTo(power + 1);
      Instant last = timeline.buckets().get(timeline.buckets().size() - 1).start();
      assertThat(last)
          .isEqualTo(
              timeline
                  .buckets()
                  .get(0)
                  .start()
                  .plus(timeline.width().multipliedBy(timeline.buckets().size() - 1)));
    }
  }

  /** What is kept of a million failures is no more than of some thousands. */
  @Test
  void memoryDoesNotGrowWithEventsModelsLoggersOrThreads() {
    ErrorKind[] kinds = ErrorKind.values();
    for (int i = 0; i < 1_000_000; i++) {
      builder.add(
          Events.of(kinds[i % kinds.length])
              .model("model-" + i)
              .logger("com.acme.Logger" + i)
              .thread("thread-" + i)
              .at(Events.TEN.plusSeconds(60L * i), "failure " + words(i % 50)));
    }
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    assertThat(used).isLessThan(48L << 20);
    ErrorReport report = report();
    assertThat(report.events()).isEqualTo(1_000_000);
    assertThat(report.episodes()).hasSizeLessThanOrEqualTo(ReportBuilder.MOST_EPISODES);
    assertThat(report.kinds()).allSatisfy(kind -> assertThat(kind.models().top()).hasSize(5));
  }
}
