package dev.openaierrors.analyzer.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.analyzer.report.Timeline;
import dev.openaierrors.error.ErrorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A timeline in one line of text. */
class SparklineTest {

  private static final ErrorKind KIND = ErrorKind.INSUFFICIENT_QUOTA;

  @Test
  void aColumnIsLowWithoutAnyAndFullWithTheMost() {
    Sparkline line = new Sparkline(timeline(0, 1, 4, 7, 0), 10);

    assertThat(line.of(KIND, false)).isEqualTo(" :+@ ");
    assertThat(line.of(KIND, true)).startsWith("\u00b7").endsWith("\u2588\u00b7");
    assertThat(line.peak(KIND)).isEqualTo(7);
    assertThat(line.of(ErrorKind.SERVER_ERROR, false)).isBlank();
  }

  @Test
  void whereThereIsNoRoomAColumnSumsUpSeveral() {
    Sparkline line = new Sparkline(timeline(1, 1, 1, 1, 9), 3);

    assertThat(line.columns()).isEqualTo(3);
    assertThat(line.bucketsPerColumn()).isEqualTo(2);
    assertThat(line.peak(KIND)).isEqualTo(9);
    assertThat(line.of(KIND, false)).hasSize(3).endsWith("@");
  }

  private static Timeline timeline(long... counts) {
    List<Timeline.Bucket> buckets =
        LongStream.of(counts)
            .mapToObj(
                count ->
                    new Timeline.Bucket(Instant.EPOCH, count == 0 ? Map.of() : Map.of(KIND, count)))
            .toList();
    return new Timeline(Duration.ofMinutes(1), buckets);
  }
}
