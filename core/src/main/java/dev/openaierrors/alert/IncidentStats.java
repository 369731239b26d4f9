package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Particulars;
import dev.openaierrors.error.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known of the failures of one incident: how many, when, of what, whom they hit. */
final class IncidentStats {

  private static final long MINUTE = 60_000;
  private static final double DECAY = 0.9;

  final Map<Dimension, TopCounts> facets = new EnumMap<>(Dimension.class);
  final Map<ErrorKind, Long> kinds = new EnumMap<>(ErrorKind.class);
  long first;
  long last;
  long count;
  long repeats;
  long dropped;
  long peak;
  long gap;
  long waitEnd;
  long wait;
  int attempts;
  @Nullable OpenAiError latest;
  private Alert.@Nullable Sample sample;
  private @Nullable Failure sampled;
  private long sampledAt;
  private long minute;
  private long inMinute;

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
    countInMinute(at, 1);
    OpenAiError error = failure.error();
    kinds.merge(error.kind(), 1L, Long::sum);
    note(error, at);
    note(error, failure.logger());
    latest = error;
    sampled = failure;
    sampledAt = at;
  }

  /**
   * The last of the log events, made only when somebody is told: that takes as long as all else.
   */
  Alert.@Nullable Sample sample() {
    Failure failure = sampled;
    if (failure != null) {
      OpenAiError error = failure.error();
      sample(
          new Alert.Sample(
              Instant.ofEpochMilli(sampledAt),
              Words.name(failure.logger(), 100),
              Objects.requireNonNullElse(error.particulars().message(), error.kind().cause()),
              error.requestId()));
    }
    return sample;
  }

  /** The sample is this one, or none. */
  void sample(Alert.@Nullable Sample known) {
    sample = known;
    sampled = null;
  }

  private void countInMinute(long at, long more) {
    inMinute = at / MINUTE == minute ? inMinute + more : more;
    minute = at / MINUTE;
    peak = Math.max(peak, inMinute);
  }

  private void note(OpenAiError error, long at) {
    Duration after = error.retryAfter();
    if (after != null) {
      long millis = Math.min(after.toMillis(), AlertRule.MAX_QUIET.toMillis());
      if (at + millis >= waitEnd) {
        waitEnd = at + millis;
        wait = millis;
      }
    }
    Particulars particulars = error.particulars();
    Integer most = particulars.attempts() == null ? particulars.attempt() : particulars.attempts();
    attempts = most == null ? attempts : Math.max(attempts, most);
  }

  private void note(OpenAiError error, @Nullable String logger) {
    for (Dimension facet : Dimension.values()) {
      String value = facet == Dimension.LOGGER ? logger : value(facet, error);
      if (value != null && !value.isEmpty()) {
        facets.computeIfAbsent(facet, any -> new TopCounts()).add(value);
      }
    }
  }

  /** The value of a facet; null if the error does not tell it. */
  static @Nullable String value(Dimension facet, OpenAiError error) {
    Particulars particulars = error.particulars();
    return switch (facet) {
      case MODEL -> error.model();
      case LOGGER -> null;
      case LIMIT -> limit(error, particulars);
      case CODE -> error.code();
      case ORGANIZATION -> particulars.organization();
      case PROJECT -> particulars.project();
      case KEY -> particulars.key();
      case HOST -> particulars.host();
      case ATTEMPTS -> attempt(particulars);
      case PROVIDER -> error.provider() == Provider.UNKNOWN ? null : error.provider().id();
    };
  }

  private static @Nullable String limit(OpenAiError error, Particulars particulars) {
    boolean known = error.limit() != null && particulars.limit() != null;
    return known ? error.limit() + " " + particulars.limit() : error.limit();
  }

  private static @Nullable String attempt(Particulars particulars) {
    if (particulars.attempt() == null) {
      return null;
    }
    boolean known = particulars.attempts() != null;
    return particulars.attempt() + (known ? " of " + particulars.attempts() : "");
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
      wait = later.wait;
    }
    attempts = Math.max(attempts, later.attempts);
    sample = later.sample;
    sampled = later.sampled;
    sampledAt = later.sampledAt;
    latest = later.latest;
    minute = later.minute;
    inMinute = later.inMinute;
    later.kinds.forEach((kind, many) -> kinds.merge(kind, many, Long::sum));
    later.facets.forEach(
        (facet, counts) -> facets.computeIfAbsent(facet, any -> new TopCounts()).addAll(counts));
  }

  private long decayed() {
    return (long) (DECAY * gap);
  }

  /** Failures a minute from the first to the last, but not over less than a minute. */
  double perMinute() {
    return count * (double) MINUTE / Math.max(MINUTE, last - first);
  }

  /** The kind most seen; a closed account explains whatever else its keys are told. */
  ErrorKind kind() {
    if (kinds.containsKey(ErrorKind.ACCOUNT_DEACTIVATED)) {
      return ErrorKind.ACCOUNT_DEACTIVATED;
    }
    ErrorKind most = ErrorKind.UNKNOWN;
    long seen = 0;
    for (Map.Entry<ErrorKind, Long> entry : kinds.entrySet()) {
      if (entry.getValue() > seen) {
        most = entry.getKey();
        seen = entry.getValue();
      }
    }
    return most;
  }

  /** How many different values of a facet there were, as far as that was counted. */
  int distinct(Dimension facet) {
    TopCounts counts = facets.get(facet);
    return counts == null ? 0 : counts.distinct();
  }

  /** The value seen most; null if there is none. */
  @Nullable String most(Dimension facet) {
    TopCounts counts = facets.get(facet);
    return counts == null ? null : counts.top().keySet().iterator().next();
  }

  /** The values seen most, by facet. */
  Map<String, Map<String, Long>> top() {
    Map<String, Map<String, Long>> top = new LinkedHashMap<>();
    facets.forEach((facet, counts) -> top.put(facet.id(), counts.top()));
    return top;
  }
}
