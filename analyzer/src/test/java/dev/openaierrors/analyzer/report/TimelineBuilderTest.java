package dev.openaierrors.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Buckets as narrow as two hundred of them allow, without holes, in which nothing is lost. */
class TimelineBuilderTest {

  private static final Instant TEN = Events.TEN;

  private static Timeline of(Instant... times) {
    TimelineBuilder builder = new TimelineBuilder();
    for (Instant time : times) {
      builder.add(ErrorKind.TIMEOUT, time.toEpochMilli());
    }
    return builder.build();
  }

  @Test
  void ofNoTimeThereAreNoBuckets() {
    assertThat(new TimelineBuilder().build().buckets()).isEmpty();
  }

  @Test
  void ofOneMomentThereIsOneBucketOfASecond() {
    Timeline timeline = of(TEN.plusMillis(700));
    assertThat(timeline.width()).isEqualTo(Duration.ofSeconds(1));
    assertThat(timeline.buckets())
        .containsExactly(new Timeline.Bucket(TEN, Map.of(ErrorKind.TIMEOUT, 1L)));
  }

  @ParameterizedTest
  @CsvSource({
    "PT199S, PT1S",
    "PT200S, PT2S",
    "PT399S, PT2S",
    "PT400S, PT10S",
    "PT33M, PT10S",
    "PT34M, PT30S",
    "PT3H, PT1M",
    "PT12H, PT10M",
    "P1D, PT10M",
    "P7D, PT1H",
    "P30D, PT6H",
    "P365D, P7D",
    "P3650D, P28D",
    "P36500D, P224D",
  })
  void aBucketIsAsWideAsTheSpanNeeds(Duration span, Duration width) {
    Timeline timeline = of(TEN, TEN.plus(span));
    assertThat(timeline.width()).isEqualTo(width);
    assertThat(timeline.buckets()).hasSizeLessThanOrEqualTo(Timeline.MOST_BUCKETS);
  }

  @Test
  void aTimeWithoutAnErrorWidensItAndCountsNothing() {
    TimelineBuilder builder = new TimelineBuilder();
    builder.include(TEN.toEpochMilli());
    builder.add(ErrorKind.TIMEOUT, TEN.plusSeconds(5).toEpochMilli());
    builder.include(TEN.plusSeconds(9).toEpochMilli());
    Timeline timeline = builder.build();
    assertThat(timeline.buckets()).hasSize(10);
    assertThat(timeline.peak()).isEqualTo(1);
    assertThat(timeline.buckets().get(0).events()).isZero();
    assertThat(timeline.buckets().get(5).events()).isEqualTo(1);
  }

  /** Before 1970, too, where a rounding towards zero would put two buckets into one. */
  @Test
  void theYearZeroOfComputersIsATimeLikeOthers() {
    Timeline timeline = of(Instant.ofEpochSecond(-3), Instant.ofEpochMilli(-1), Instant.EPOCH);
    assertThat(timeline.buckets())
        .extracting(Timeline.Bucket::events)
        .containsExactly(1L, 0L, 1L, 1L);
    assertThat(timeline.buckets().get(0).start()).isEqualTo(Instant.ofEpochSecond(-3));
  }

  @RepeatedTest(5)
  void inWhateverOrderTimesComeEachIsInItsBucket() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    long span = 1L << random.nextInt(10, 40);
    List<Instant> times = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      times.add(TEN.plusMillis(random.nextLong(span)));
    }
    Timeline timeline = of(times.toArray(Instant[]::new));
    Collections.shuffle(times, random);
    assertThat(of(times.toArray(Instant[]::new))).as("seed %d", seed).isEqualTo(timeline);

    Instant start = timeline.buckets().get(0).start();
    assertThat(timeline.buckets()).hasSizeLessThanOrEqualTo(Timeline.MOST_BUCKETS);
    for (Timeline.Bucket bucket : timeline.buckets()) {
      Instant from = bucket.start();
      Instant to = from.plus(timeline.width());
      long inside =
          times.stream().filter(time -> !time.isBefore(from) && time.isBefore(to)).count();
      assertThat(bucket.events()).as("seed %d, from %s", seed, from).isEqualTo(inside);
      assertThat(from).isEqualTo(start);
      start = to;
    }
  }
}
