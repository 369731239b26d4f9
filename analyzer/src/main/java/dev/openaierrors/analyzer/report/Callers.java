package dev.openaierrors.analyzer.report;

import dev.openaierrors.analyzer.input.AnalyzedEvent;
import dev.openaierrors.error.ErrorField;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Particulars;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who failed lately, to tell a failure that is logged again at another layer from a request that is
 * tried again and fails again. Remembers the latest callers only.
 *
 * <p>The engine of alerts has a deduplicator of its own, which may err on the other side: it takes
 * what one of two events does not say for the same, since one alert too few is better than two. A
 * report counts, so here only what is equal is the same.
 */
final class Callers {

  /** What an event is to those before it. */
  enum Relation {
    /** A failure by itself. */
    NEW,
    /** The same failure, told again. */
    REPEAT,
    /** The next attempt of the same caller. */
    RETRY
  }

  private static final int MOST = 4096;

  // In seconds.
  private static final long SAME_FAILURE = 2;
  private static final long RETRY = 30;

  /** Lines of a log without times, in which two tell of the same failure. */
  private static final int NEAR = 3;

  /** The same, if the request is named: as long as a stack trace may be. */
  private static final int FAR = 500;

  private final Map<Caller, Failed> latest =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Caller, Failed> eldest) {
          return size() > MOST;
        }
      };

  private @Nullable Instant before;

  /** The last one without a time. */
  private @Nullable AnalyzedEvent untimed;

  /**
   * What this event is to those before it. Without a time nobody can tell; without a thread nobody
   * knows who tried again, but the same failure told twice in a moment shows.
   */
  Relation relation(AnalyzedEvent event) {
    before = null;
    Instant time = event.time();
    String thread = event.thread();
    if (time == null) {
      return untimed(event);
    }
    Caller caller = new Caller(event.service(), thread, event.error().kind());
    Failed now = Failed.of(event, time);
    Failed last = latest.get(caller);
    boolean repeats =
        last != null && (thread == null ? now.repeatsUnnamed(last) : now.repeats(last));
    if (repeats) {
      return Relation.REPEAT;
    }
    latest.put(caller, now);
    if (last == null
        || thread == null
        || !now.retries(last, event.error().particulars().attempt())) {
      return Relation.NEW;
    }
    before = last.at;
    return Relation.RETRY;
  }

  /** Where nothing says when, another layer tells of the same failure within some lines. */
  private Relation untimed(AnalyzedEvent event) {
    AnalyzedEvent last = untimed;
    untimed = event;
    boolean near =
        last != null
            && last.file().equals(event.file())
            && event.line() > last.line()
            && event.line() - last.line() <= (isOneRequest(last, event) ? FAR : NEAR);
    if (last == null || !near || last.error().kind() != event.error().kind()) {
      return Relation.NEW;
    }
    Failed now = Failed.of(event, Instant.EPOCH);
    return now.isToldByOtherThan(Failed.of(last, Instant.EPOCH)) ? Relation.REPEAT : Relation.NEW;
  }

  private static boolean isOneRequest(AnalyzedEvent one, AnalyzedEvent other) {
    String id = one.error().call().requestId();
    return id != null && id.equals(other.error().call().requestId());
  }

  /** After a retry: when the attempt before it failed; else null. */
  @Nullable Instant failedBefore() {
    return before;
  }

  private static boolean isWithin(long longest, Instant from, Instant to) {
    long seconds = to.getEpochSecond() - from.getEpochSecond();
    int nanos = to.getNano() - from.getNano();
    boolean after = seconds > 0 || (seconds == 0 && nanos >= 0);
    return after && (seconds < longest || (seconds == longest && nanos <= 0));
  }

  /** Compares by code of its own, for the start budget (docs/performance.md). */
  private record Caller(@Nullable String service, @Nullable String thread, ErrorKind kind) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Caller caller
          && Objects.equals(service, caller.service)
          && Objects.equals(thread, caller.thread)
          && kind == caller.kind;
    }

    @Override
    public int hashCode() {
      return (Objects.hashCode(service) * 31 + Objects.hashCode(thread)) * 31 + kind.hashCode();
    }
  }

  /** What tells one failure from the next. */
  private record Failed(
      Instant at,
      int error,
      int particulars,
      @Nullable String logger,
      @Nullable String level,
      int message) {

    static Failed of(AnalyzedEvent event, Instant at) {
      OpenAiError error = event.error();
      int hash = error.provider().hashCode();
      hash = 31 * hash + Objects.hashCode(error.call().model());
      hash = 31 * hash + Objects.hashCode(error.field(ErrorField.LIMIT));
      hash = 31 * hash + Objects.hashCode(error.answer().retryAfter());
      return new Failed(
          at, hash, particulars(error), event.logger(), event.level(), event.message().hashCode());
    }

    /** What is seldom the same of two failures. */
    private static int particulars(OpenAiError error) {
      Particulars particulars = error.particulars();
      int hash = Objects.hashCode(error.call().requestId());
      // The same key is refused in the same way, whether the code is told or not.
      hash = 31 * hash + (particulars.key() == null ? Objects.hashCode(error.answer().code()) : 0);
      hash = 31 * hash + Objects.hashCode(particulars.key());
      hash = 31 * hash + Objects.hashCode(particulars.used());
      hash = 31 * hash + Objects.hashCode(particulars.requested());
      return 31 * hash + Objects.hashCode(particulars.attempt());
    }

    /**
     * The same place failed again soon. Threads of a pool serve one request after the other, so
     * what logs the number of the attempt is believed instead.
     */
    boolean retries(Failed earlier, @Nullable Integer attempt) {
      return isWithin(RETRY, earlier.at, at)
          && (attempt == null ? Objects.equals(logger, earlier.logger) : attempt > 1);
    }

    /**
     * As {@link #repeats}, where no thread says whose they are: all that is known of the error has
     * to be the same. Of one layer, it is told in two ways in the same instant; in one second, many
     * fail alike.
     */
    boolean repeatsUnnamed(Failed earlier) {
      if (particulars != earlier.particulars || error != earlier.error) {
        return false;
      }
      boolean instant = at.equals(earlier.at) && at.toEpochMilli() % 1000 != 0;
      boolean cut = at.getNano() == 0 && at.getEpochSecond() == earlier.at.getEpochSecond();
      return (isOtherLayer(earlier) && (cut || isWithin(SAME_FAILURE, earlier.at, at)))
          || (instant && message != earlier.message);
    }

    boolean isToldByOtherThan(Failed earlier) {
      return particulars == earlier.particulars && error == earlier.error && isOtherLayer(earlier);
    }

    /** Another layer tells of it, or the very same event was delivered twice. */
    boolean repeats(Failed earlier) {
      if (error != earlier.error || !isWithin(SAME_FAILURE, earlier.at, at)) {
        return false;
      }
      return isOtherLayer(earlier) || (at.equals(earlier.at) && message == earlier.message);
    }

    private boolean isOtherLayer(Failed earlier) {
      return !Objects.equals(logger, earlier.logger) || !Objects.equals(level, earlier.level);
    }
  }
}
