package dev.openaierrors.analyzer.output;

import dev.openaierrors.analyzer.report.Timeline;
import dev.openaierrors.error.ErrorKind;
import java.util.Arrays;
import java.util.List;

/** A timeline in one line of text. */
final class Sparkline {

  private static final String BLOCKS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";

  /** Told apart from what was not looked at. */
  private static final char NOTHING = '\u00b7';

  private static final String ASCII = ".:-=+*#@";

  private final Timeline timeline;
  private final int perColumn;

  Sparkline(Timeline timeline, int columns) {
    this.timeline = timeline;
    this.perColumn = Math.max(1, (timeline.buckets().size() + columns - 1) / columns);
  }

  /** How many columns it takes. */
  int columns() {
    return (timeline.buckets().size() + perColumn - 1) / perColumn;
  }

  /** How many buckets a column sums up. */
  int bucketsPerColumn() {
    return perColumn;
  }

  /** Events of a kind: a column without any is nearly blank, one with the most is full. */
  String of(ErrorKind kind, boolean unicode) {
    long[] sums = sums(kind);
    long peak = Math.max(1, peak(kind));
    String levels = unicode ? BLOCKS : ASCII;
    StringBuilder line = new StringBuilder();
    for (long sum : sums) {
      int level = (int) ((sum * (levels.length() - 1) + peak - 1) / peak);
      line.append(sum == 0 ? (unicode ? NOTHING : ' ') : levels.charAt(level));
    }
    return line.toString();
  }

  /** Events of a kind in its fullest column. */
  long peak(ErrorKind kind) {
    return Arrays.stream(sums(kind)).max().orElse(0);
  }

  private long[] sums(ErrorKind kind) {
    List<Timeline.Bucket> buckets = timeline.buckets();
    long[] sums = new long[columns()];
    for (int i = 0; i < buckets.size(); i++) {
      sums[i / perColumn] += buckets.get(i).counts().getOrDefault(kind, 0L);
    }
    return sums;
  }
}
