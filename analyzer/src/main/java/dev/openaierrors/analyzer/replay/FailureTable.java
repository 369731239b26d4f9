package dev.openaierrors.analyzer.replay;

import dev.openaierrors.alert.Failure;
import dev.openaierrors.alert.Grouping;
import dev.openaierrors.analyzer.input.AnalyzedEvent;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Particulars;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes failures small: what repeats from one to the next is kept once and referred to by number.
 * Of texts that repeat seldom only a hash is kept; the engine compares them and shows none.
 */
final class FailureTable {

  /** Numbers that a failure is made of. */
  static final int SIZE = 6;

  private static final int MOST_ERRORS = 4096;
  private static final int MOST_NAMES = 4096;
  private static final Duration EXACT = Duration.ofSeconds(1);

  private final Services services = new Services();
  private final List<OpenAiError> errors = new ArrayList<>();
  private final Map<List<@Nullable Object>, Integer> errorNumbers = new HashMap<>();
  private final IdentityHashMap<OpenAiError, Integer> latest = new IdentityHashMap<>();
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> nameNumbers = new HashMap<>();
  private final Grouping groupBy;
  private final List<Map<String, String>> contexts = new ArrayList<>();
  private final Map<Map<String, String>, Integer> contextNumbers = new HashMap<>();

  /** An empty one that keeps this of the events' context. */
  FailureTable(Grouping groupBy) {
    this.groupBy = groupBy;
  }

  /** Writes an event into {@link #SIZE} numbers, the first of which is its time. */
  void pack(AnalyzedEvent event, Instant time, long[] target, int at) {
    OpenAiError error = event.error();
    Particulars particulars = error.particulars();
    target[at] = time.toEpochMilli();
    target[at + 1] = pair(number(error), name(event.logger()));
    target[at + 2] = pair(hash(event.thread()), event.message().hashCode());
    target[at + 3] =
        pair(halves(context(event), name(event.level())), hash(error.call().requestId()));
    target[at + 4] = pair(clip(particulars.used()), clip(particulars.requested()));
    target[at + 5] = services.number(event.service());
  }

  /** The services that the failures are of. */
  Services services() {
    return services;
  }

  /** The number of the service whose failure was written there. */
  static int service(long[] source, int at) {
    return (int) source[at + 5];
  }

  /** The failure that was written there. */
  Failure unpack(long[] source, int at) {
    OpenAiError error = errors.get(first(source[at + 1]));
    int thread = first(source[at + 2]);
    int request = second(source[at + 3]);
    return new Failure(
        Instant.ofEpochMilli(source[at]),
        with(error, request, first(source[at + 4]), second(source[at + 4])),
        new Failure.Source(
            name(second(source[at + 1])),
            name((short) first(source[at + 3])),
            thread == 0 ? null : "thread-" + Integer.toHexString(thread)),
        null,
        second(source[at + 2]),
        context(first(source[at + 3]) >> 16));
  }

  /** The number of an error: of one that came lately, itself and not another like it, at once. */
  private int number(OpenAiError error) {
    Integer known = latest.get(error);
    if (known == null) {
      known = numberOf(error);
      if (latest.size() >= MOST_ERRORS) {
        latest.clear();
      }
      latest.put(error, known);
    }
    return known;
  }

  private int numberOf(OpenAiError error) {
    OpenAiError kept = reduced(error);
    List<@Nullable Object> key = parts(kept);
    Integer number = errorNumbers.get(key);
    if (number == null && errors.size() >= MOST_ERRORS) {
      kept = barest(error);
      key = parts(kept);
      number = errorNumbers.get(key);
    }
    if (number == null) {
      number = errors.size();
      errors.add(kept);
      errorNumbers.put(key, number);
    }
    return number;
  }

  /**
   * All of an error, to be compared: what a record makes for that at run time does not fit the
   * start budget (docs/performance.md).
   */
  static List<@Nullable Object> parts(OpenAiError error) {
    Particulars particulars = error.particulars();
    return Arrays.asList(
        error.kind(),
        error.retryable(),
        error.fix(),
        error.answer().status(),
        error.answer().code(),
        error.answer().type(),
        error.answer().param(),
        error.call().requestId(),
        error.call().model(),
        error.limit(),
        error.answer().retryAfter(),
        error.provider(),
        particulars.message(),
        particulars.organization(),
        particulars.project(),
        particulars.key(),
        particulars.limit(),
        particulars.used(),
        particulars.requested(),
        particulars.attempt(),
        particulars.attempts(),
        particulars.isFallingBack(),
        particulars.host());
  }

  /** Without what differs from one failure to the next. */
  private static OpenAiError reduced(OpenAiError error) {
    return of(
        error,
        error.fix(),
        error.answer().code(),
        error.answer().param(),
        error.call().model(),
        counting(error.particulars(), null, null));
  }

  /** Of very many different errors: no more than what rules ask for, codes with a meaning too. */
  private static OpenAiError barest(OpenAiError error) {
    String usual = error.kind().fix();
    String code = error.answer().code();
    boolean meaning = code != null && !error.kind().fix(code).equals(usual);
    return of(error, usual, meaning ? code : null, null, null, Particulars.NONE);
  }

  private static OpenAiError of(
      OpenAiError error,
      String fix,
      @Nullable String code,
      @Nullable String param,
      @Nullable String model,
      Particulars particulars) {
    return new OpenAiError(
        error.kind(),
        error.retryable(),
        fix,
        error.provider(),
        new OpenAiError.Answer(
            error.answer().status(), code, null, param, rounded(error.answer().retryAfter())),
        new OpenAiError.Call(model, null),
        error.limit(),
        particulars);
  }

  private static @Nullable Duration rounded(@Nullable Duration wait) {
    return wait == null || wait.compareTo(EXACT) < 0
        ? wait
        : Duration.ofSeconds(wait.plusMillis(999).toSeconds());
  }

  private static OpenAiError with(OpenAiError error, int request, int used, int requested) {
    String id = request == 0 ? null : "hash-" + Integer.toHexString(request);
    return new OpenAiError(
        error.kind(),
        error.retryable(),
        error.fix(),
        error.provider(),
        error.answer(),
        new OpenAiError.Call(error.call().model(), id),
        error.limit(),
        counting(
            error.particulars(),
            used < 0 ? null : Long.valueOf(used),
            requested < 0 ? null : Long.valueOf(requested)));
  }

  /** The same without the message, and with these numbers. */
  private static Particulars counting(
      Particulars given, @Nullable Long used, @Nullable Long requested) {
    return new Particulars(
            null,
            given.organization(),
            given.project(),
            given.key(),
            given.limit(),
            used,
            requested,
            given.attempt(),
            given.attempts(),
            given.host())
        .withFallingBack(given.isFallingBack());
  }

  /**
   * The number of what an event's context says of the keys that matter; of very many different
   * ones, the latest share one, as their incidents do.
   */
  private int context(AnalyzedEvent event) {
    Map<String, String> context = groupBy.context(event.context()::get);
    if (context.isEmpty()) {
      return -1;
    }
    Integer number = contextNumbers.get(context);
    if (number == null) {
      number = Math.min(contexts.size(), MOST_NAMES);
      if (number == contexts.size()) {
        Map<String, String> kept = new LinkedHashMap<>(context);
        kept.replaceAll((key, value) -> contexts.size() < MOST_NAMES ? value : "other");
        contexts.add(kept);
        contextNumbers.put(context, number);
      }
    }
    return number;
  }

  private Map<String, String> context(int number) {
    return number < 0 ? Map.of() : contexts.get(number);
  }

  /** Two numbers of 16 bits. */
  private static int halves(int first, int second) {
    return (first << 16) | (second & 0xffff);
  }

  /** The number of a name; -1 for none, and for those that there are too many of. */
  private int name(@Nullable String name) {
    if (name == null) {
      return -1;
    }
    Integer number = nameNumbers.get(name);
    if (number == null && names.size() < MOST_NAMES) {
      number = names.size();
      names.add(name);
      nameNumbers.put(name, number);
    }
    return number == null ? -1 : number;
  }

  private @Nullable String name(int number) {
    return number < 0 ? null : names.get(number);
  }

  private static int hash(@Nullable String text) {
    return text == null ? 0 : text.hashCode();
  }

  private static int clip(@Nullable Long number) {
    return number == null || number < 0 ? -1 : (int) Math.min(Integer.MAX_VALUE, number);
  }

  private static long pair(int first, int second) {
    return ((long) first << 32) | (second & 0xffff_ffffL);
  }

  private static int first(long pair) {
    return (int) (pair >> 32);
  }

  private static int second(long pair) {
    return (int) pair;
  }
}
