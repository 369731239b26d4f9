package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Per-incident state of one condition. Times never go backwards. */
sealed interface ConditionState {

  /** Takes note of a failure; whether the condition is met by it. */
  boolean add(long at, OpenAiError error);

  /**
   * Takes note of a failure, or of several like it; whether the condition is met by them.
   *
   * @param unseen if more than none: so many, at which nobody looked
   */
  default boolean add(long at, OpenAiError error, long unseen) {
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

  /** A ring of the last times: exact, without buckets. */
  final class Window implements ConditionState {

    private static final long MINUTE = 60_000;

    private final long within;
    private final Ring times;
    // The last time in each of the last minutes that had a failure.
    private final Ring minutes;

    Window(When.Count count) {
      this.within = count.within().toMillis();
      this.times = new Ring(count.count());
      this.minutes = new Ring(count.minutes());
    }

    @Override
    public boolean add(long at, OpenAiError error) {
      note(at);
      return times.isFull()
          && at - times.oldest() <= within
          && minutes.isFull()
          && at - minutes.oldest() <= within;
    }

    private void note(long at) {
      times.add(at);
      if (minutes.isEmpty() || minutes.newest() / MINUTE != at / MINUTE) {
        minutes.add(at);
      } else {
        minutes.setNewest(at);
      }
    }

    @Override
    public void clear() {
      times.clear();
      minutes.clear();
    }

    @Override
    public List<Long> save() {
      return times.toList();
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

    private final int count;
    private final long apart;
    private final long memory;
    private final List<Long> first = new ArrayList<>(2);

    Wide(When.Spread spread) {
      this.count = spread.count();
      this.apart = spread.apart().toMillis();
      this.memory = spread.memory().toMillis();
    }

    @Override
    public boolean add(long at, OpenAiError error) {
      while (!first.isEmpty() && at - first.get(0) > memory) {
        first.remove(0);
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

  /** The last times, no more than its size. */
  final class Ring {

    private static final int SMALL = 8;

    private final int size;
    private long[] times;
    private int next;
    private int held;

    Ring(int size) {
      this.size = size;
      this.times = new long[Math.min(size, SMALL)];
    }

    void add(long time) {
      if (held == times.length && held < size) {
        times = Arrays.copyOf(times, Math.min(size, 2 * held));
        next = held;
      }
      times[next] = time;
      next = next + 1 == times.length ? 0 : next + 1;
      held = Math.min(held + 1, times.length);
    }

    boolean isFull() {
      return held == size;
    }

    boolean isEmpty() {
      return held == 0;
    }

    /** The oldest of a full ring. */
    long oldest() {
      return times[next];
    }

    long newest() {
      return times[last()];
    }

    void setNewest(long time) {
      times[last()] = time;
    }

    private int last() {
      return next == 0 ? times.length - 1 : next - 1;
    }

    void clear() {
      next = 0;
      held = 0;
    }

    List<Long> toList() {
      List<Long> list = new ArrayList<>(held);
      for (int i = held; i > 0; i--) {
        list.add(times[Math.floorMod(next - i, times.length)]);
      }
      return list;
    }
  }
}
