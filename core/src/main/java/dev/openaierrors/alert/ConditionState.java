package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Per-incident state of one condition. Times never go backwards. */
sealed interface ConditionState {

  /** Which share of all calls the failures of an incident are. */
  @FunctionalInterface
  interface Calls {

    /** Where nobody tells of calls that succeed. */
    Calls UNKNOWN = minutes -> null;

    /** The share within the last minutes, at most an hour; null if not known. */
    @Nullable Share within(int minutes);
  }

  /** What a condition remembers of one incident, of which no failure came yet. */
  static ConditionState of(When when) {
    if (when instanceof When.Count count) {
      return new Window(count);
    }
    if (when instanceof When.ActiveMinutes minutes) {
      return new Minutes(minutes);
    }
    if (when instanceof When.Spread spread) {
      return new Wide(spread);
    }
    if (when instanceof When.ShareOfCalls share) {
      return new Part(share);
    }
    return when instanceof When.First ? Single.ANY : Single.EXPLICIT;
  }

  /** Takes note of a failure; whether the condition is met by it. */
  boolean add(long at, OpenAiError error);

  /**
   * Takes note of a failure, or of several like it; whether the condition is met by them.
   *
   * @param unseen if more than none: so many, at which nobody looked
   * @param calls which share of all calls they are
   */
  default boolean add(long at, OpenAiError error, long unseen, Calls calls) {
    boolean met = add(at, error);
    // More than any condition asks for tell nothing new.
    long more = Math.min(unseen, When.MAX_COUNT);
    for (long i = 1; i < more && !met; i++) {
      met = add(at, error);
    }
    return met;
  }

  /** Forgets everything. */
  void clear();

  /** All that it remembers. */
  List<Long> save();

  /** Remembers what {@link #save} gave. */
  void load(List<Long> saved);

  /** One failure is enough, whatever it is or if its code says it all. */
  enum Single implements ConditionState {
    ANY,
    EXPLICIT;

    @Override
    public boolean add(long at, OpenAiError error) {
      return this == ANY || isExplicit(error.answer().code());
    }

    /** Those are the codes for which an exhausted quota has a remedy of its own. */
    private static boolean isExplicit(@Nullable String code) {
      ErrorKind quota = ErrorKind.INSUFFICIENT_QUOTA;
      return code != null && !quota.fix(code.toLowerCase(Locale.ROOT)).equals(quota.fix());
    }

    @Override
    public void clear() {}

    @Override
    public List<Long> save() {
      return List.of();
    }

    @Override
    public void load(List<Long> saved) {}
  }

  /** Remembers nothing: calls are counted elsewhere. */
  record Part(When.ShareOfCalls when) implements ConditionState {

    @Override
    public boolean add(long at, OpenAiError error) {
      return false;
    }

    @Override
    public boolean add(long at, OpenAiError error, long unseen, Calls calls) {
      Share share = calls.within((int) when.within().toMinutes());
      return share != null && share.calls() >= when.calls() && share.isAtLeast(when.percent());
    }

    @Override
    public void clear() {}

    @Override
    public List<Long> save() {
      return List.of();
    }

    @Override
    public void load(List<Long> saved) {}
  }

  /** The last times: exact, without buckets. */
  final class Window implements ConditionState {

    private static final long MINUTE = 60_000;

    private final When.Count count;
    private final long within;
    private final Deque<Long> times = new ArrayDeque<>(0);
    // Times at least a minute apart.
    private final Deque<Long> minutes = new ArrayDeque<>(0);

    Window(When.Count count) {
      this.count = count;
      this.within = count.within().toMillis();
    }

    @Override
    public boolean add(long at, OpenAiError error) {
      note(at);
      return times.size() == count.count()
          && at - times.getFirst() <= within
          && minutes.size() == count.minutes()
          && at - minutes.getFirst() <= within;
    }

    private void note(long at) {
      keep(times, at, count.count());
      if (minutes.isEmpty() || at - minutes.getLast() >= MINUTE) {
        keep(minutes, at, count.minutes());
      }
    }

    /** Adds a time to the last ones, of which it keeps so many. */
    static void keep(Deque<Long> last, long at, int most) {
      if (last.size() == most) {
        last.removeFirst();
      }
      last.addLast(at);
    }

    @Override
    public void clear() {
      times.clear();
      minutes.clear();
    }

    @Override
    public List<Long> save() {
      return List.copyOf(times);
    }

    @Override
    public void load(List<Long> saved) {
      clear();
      saved.forEach(this::note);
    }
  }

  /** A bit for each minute that had a failure. */
  final class Minutes implements ConditionState {

    private static final long MINUTE = 60_000;

    private final int needed;
    private final long mask;
    private long bits;
    private long newest;

    Minutes(When.ActiveMinutes minutes) {
      this.needed = minutes.minutes();
      this.mask = minutes.of() == Long.SIZE ? -1L : (1L << minutes.of()) - 1;
    }

    @Override
    public boolean add(long at, OpenAiError error) {
      long minute = at / MINUTE;
      long passed = bits == 0 ? 0 : minute - newest;
      bits = passed >= Long.SIZE ? 1 : bits << passed | 1;
      newest = minute;
      return Long.bitCount(bits & mask) >= needed;
    }

    @Override
    public void clear() {
      bits = 0;
    }

    @Override
    public List<Long> save() {
      return bits == 0 ? List.of() : List.of(bits, newest);
    }

    @Override
    public void load(List<Long> saved) {
      bits = saved.size() == 2 ? saved.get(0) : 0;
      newest = saved.size() == 2 ? saved.get(1) : 0;
    }
  }

  /** The first failures; those after them, as long as it is not met, are close to the first. */
  final class Wide implements ConditionState {

    private static final long ONE_CALL = 15_000;

    private final int count;
    private final long apart;
    private final long memory;
    private final List<Long> first = new ArrayList<>(2);
    // What comes sooner is another attempt at the same call.
    private final long call;

    Wide(When.Spread spread) {
      this.count = spread.count();
      this.apart = spread.apart().toMillis();
      this.memory = spread.memory().toMillis();
      this.call = Math.min(ONE_CALL, apart / (2L * count));
    }

    @Override
    public boolean add(long at, OpenAiError error) {
      while (!first.isEmpty() && at - first.get(0) > memory) {
        first.remove(0);
      }
      if (!first.isEmpty() && at - first.get(first.size() - 1) < call) {
        return false;
      }
      boolean met = first.size() + 1 >= count && at - first.get(0) >= apart;
      if (first.size() + 1 < count) {
        first.add(at);
      }
      return met;
    }

    @Override
    public void clear() {
      first.clear();
    }

    @Override
    public List<Long> save() {
      return List.copyOf(first);
    }

    @Override
    public void load(List<Long> saved) {
      clear();
      first.addAll(saved.subList(0, Math.min(saved.size(), count - 1)));
    }
  }
}
