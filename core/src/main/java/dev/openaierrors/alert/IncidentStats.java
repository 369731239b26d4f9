package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Particulars;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the failures of one incident: how many, when, of what, whom they hit. Times are
 * milliseconds since 1970.
 */
final class IncidentStats {

  private static final long MINUTE = 60_000;
  private static final double DECAY = 0.97;
  private static final int FREQUENT = 10;
  private static final long FREQUENT_WITHIN = 5 * MINUTE;

  /** More than these no client makes. */
  static final int MOST_ATTEMPTS = 99;

  private final Map<Dimension, TopValues> dimensions = new EnumMap<>(Dimension.class);
  private final Map<ErrorKind, Long> kinds = new EnumMap<>(ErrorKind.class);
  private long first;
  private long last;
  private long count;
  private long repeats;
  private long dropped;
  private long peak;
  private long gap;
  private long waitEnd;
  private long longestWait;
  private int attempts;
  private @Nullable OpenAiError latest;
  private final LatestSample sample = new LatestSample();
  private long minute;
  private long inMinute;
  private final RefusedKeys keys = new RefusedKeys();
  // The last times; those at which a call was over; and all.
  private final Deque<Long> over = new ArrayDeque<>(0);
  private final Deque<Long> lately = new ArrayDeque<>(0);

  /** What was saved, as far as it is believed. */
  static IncidentStats restore(IncidentState.Stats saved) {
    IncidentStats stats = new IncidentStats();
    stats.first = saved.first();
    stats.last = saved.last();
    stats.count = saved.count();
    stats.repeats = saved.repeats();
    stats.dropped = saved.dropped();
    stats.peak = saved.peak();
    stats.gap = saved.gap();
    stats.longestWait = saved.longestWait();
    stats.waitEnd = saved.waitEnd();
    stats.attempts = saved.attempts();
    stats.kinds.putAll(saved.kinds());
    saved
        .dimensions()
        .forEach(
            (id, counted) -> {
              Dimension dimension = Dimension.fromId(id);
              if (dimension != null && !counted.isEmpty()) {
                counted.forEach(stats.counts(dimension)::add);
              }
            });
    saved.lately().forEach(at -> keep(stats.lately, at));
    saved.over().forEach(at -> keep(stats.over, at));
    stats.sample.restore(saved.sample());
    return stats;
  }

  /** All of it but the latest error. */
  IncidentState.Stats state() {
    Map<String, Map<String, Long>> top = new LinkedHashMap<>();
    dimensions.forEach((dimension, counts) -> top.put(dimension.id(), counts.top()));
    return new IncidentState.Stats(
        first,
        last,
        count,
        repeats,
        dropped,
        peak,
        gap,
        waitEnd,
        longestWait,
        attempts,
        kinds,
        top,
        List.copyOf(over),
        List.copyOf(lately),
        sample.get());
  }

  private static void keep(Deque<Long> times, long at) {
    ConditionState.Window.keep(times, at, FREQUENT);
  }

  long first() {
    return first;
  }

  long last() {
    return last;
  }

  long gap() {
    return gap;
  }

  /** When the longest wait that an answer named is over; 0 if none was named. */
  long waitEnd() {
    return waitEnd;
  }

  boolean isEmpty() {
    return count == 0;
  }

  @Nullable OpenAiError latest() {
    return latest;
  }

  /** A log event told again of one of these failures. */
  void repeat() {
    repeats++;
  }

  /** The mean gap between failures, the last ones or all, whichever is longer; 0 for none. */
  long meanGap() {
    return Math.max(gapLately(), (last - first) / Math.max(1, count + dropped - 1));
  }

  /** The mean gap between the last failures; 0 for none. */
  long gapLately() {
    long gaps = lately.size() - 1L;
    return gaps <= 0 ? 0 : (lately.getLast() - lately.getFirst()) / gaps;
  }

  /** How many failures were looked at. */
  long count() {
    return count;
  }

  /** Whether there were so many within the last five minutes that it hurts. */
  boolean isFrequent() {
    return over.size() == FREQUENT && last - over.getFirst() <= FREQUENT_WITHIN;
  }

  /** Whether nothing is known to have failed but attempts of calls that went on. */
  boolean isTriedAgain() {
    return over.isEmpty();
  }

  /** Whether a key was refused again ten minutes or more after it was refused first. */
  boolean keyStays() {
    return keys.stay();
  }

  /**
   * Takes note of a failure, which is not older than the last.
   *
   * @param unseen if more than none: so many failures like this one, at which nobody looked
   */
  void add(long at, Failure failure, long unseen) {
    if (unseen == 0) {
      add(at, failure);
      return;
    }
    long more = unseen;
    if (count == 0) {
      // One of them tells what they say.
      add(at, failure);
      more--;
    }
    last = at;
    dropped += more;
    for (long i = Math.min(more, FREQUENT); i > 0; i--) {
      noteTime(at, failure);
    }
    countInMinute(at, more);
    kinds.merge(failure.error().kind(), more, Long::sum);
  }

  private void add(long at, Failure failure) {
    if (count == 0) {
      first = at;
    } else {
      gap = Math.max(decayed(), at - last);
    }
    last = at;
    count++;
    noteTime(at, failure);
    countInMinute(at, 1);
    OpenAiError error = failure.error();
    kinds.merge(error.kind(), 1L, Long::sum);
    note(error, at);
    note(failure);
    latest = error;
    sample.of(failure, at);
  }

  /** What was logged is nobody's business any more. */
  void forgetSample() {
    sample.forget();
  }

  private void noteTime(long at, Failure failure) {
    keep(lately, at);
    if (failure.isFinal()) {
      keep(over, at);
    }
  }

  private void countInMinute(long at, long more) {
    inMinute = at / MINUTE == minute ? inMinute + more : more;
    minute = at / MINUTE;
    peak = Math.max(peak, inMinute);
  }

  private void note(OpenAiError error, long at) {
    Duration after = error.answer().retryAfter();
    if (after != null) {
      long millis = Math.min(after.toMillis(), AlertRule.MAX_QUIET.toMillis());
      if (at + millis >= waitEnd) {
        waitEnd = at + millis;
        longestWait = millis;
      }
    }
    Particulars particulars = error.particulars();
    Integer most = particulars.attempts() == null ? particulars.attempt() : particulars.attempts();
    attempts = most == null ? attempts : Math.max(attempts, most);
    String key = particulars.key();
    if (key != null) {
      keys.add(key, at);
    }
  }

  private void note(Failure failure) {
    for (Dimension dimension : Dimension.values()) {
      String value = dimension.of(failure);
      if (value != null && !value.isEmpty()) {
        counts(dimension).add(value);
      }
    }
  }

  private TopValues counts(Dimension dimension) {
    return dimensions.computeIfAbsent(dimension, any -> new TopValues());
  }

  /** Adds what came after. */
  void append(IncidentStats later) {
    if (later.count == 0) {
      return;
    }
    if (count > 0) {
      gap = Math.max(decayed(), later.first - last);
    } else {
      first = later.first;
    }
    gap = Math.max(gap, later.gap);
    last = later.last;
    count += later.count;
    repeats += later.repeats;
    dropped += later.dropped;
    peak = Math.max(peak, later.peak);
    if (later.waitEnd >= waitEnd) {
      waitEnd = later.waitEnd;
      longestWait = later.longestWait;
    }
    attempts = Math.max(attempts, later.attempts);
    sample.use(later.sample);
    latest = later.latest;
    minute = later.minute;
    inMinute = later.inMinute;
    later.over.forEach(at -> keep(over, at));
    later.lately.forEach(at -> keep(lately, at));
    keys.append(later.keys);
    later.kinds.forEach((kind, many) -> kinds.merge(kind, many, Long::sum));
    later.dimensions.forEach((dimension, counts) -> counts(dimension).addAll(counts));
  }

  private long decayed() {
    return (long) (DECAY * gap);
  }

  /** The kind most seen. */
  ErrorKind kind() {
    return IncidentState.Stats.mostSeen(kinds);
  }

  /** How many different values of a dimension there were, as far as that was counted. */
  int distinct(Dimension dimension) {
    TopValues counts = dimensions.get(dimension);
    return counts == null ? 0 : counts.distinct();
  }

  /** Whether it was seen, or none was, so that nothing is known. */
  boolean mayHave(Dimension dimension, String value) {
    TopValues counts = dimensions.get(dimension);
    return counts == null || counts.contains(value);
  }

  /** The value seen most; null if there is none. */
  @Nullable String most(Dimension dimension) {
    TopValues counts = dimensions.get(dimension);
    return counts == null ? null : counts.top().keySet().iterator().next();
  }
}
