package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Provider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is remembered of one incident, to be kept over a restart. Times are milliseconds since
 * 1970, lengths of time milliseconds.
 *
 * @param rule name of its rule
 * @param provider who answered
 * @param group values of the dimensions that keep it apart; empty if there are none
 * @param phase where it stands
 * @param severity how bad it is; null for as bad as its rule says
 * @param told what was told of it
 * @param changes when it began and ended
 * @param reminders when it is told again
 * @param flapping whether it comes and goes
 * @param stats its failures
 * @param conditions what each condition of the rule remembers
 * @param inhibited failures of inhibited rules, by rule
 */
public record IncidentState(
    String rule,
    Provider provider,
    String group,
    Phase phase,
    @Nullable Severity severity,
    Told told,
    Changes changes,
    Reminders reminders,
    Flapping flapping,
    Stats stats,
    List<List<Long>> conditions,
    Map<String, Long> inhibited) {

  /** What never comes. */
  static final long NEVER = Long.MAX_VALUE;

  /** Copies. */
  public IncidentState {
    conditions = conditions.stream().map(List::copyOf).toList();
    inhibited = copy(inhibited);
  }

  private static <T> Map<String, T> copy(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** Where an incident stands. */
  public enum Phase {
    /** Failures came, but no condition of its rule is met yet. */
    PENDING,
    /** A condition was met, and it is not over. */
    FIRING,
    /** It is over. */
    RESOLVED
  }

  /**
   * What was told of an incident.
   *
   * @param id its id; null as long as nothing was told
   * @param open whether a notice of it is out that a later one has to end
   * @param ever whether it was told that it fires
   * @param worst how bad it was told to be; null as long as nothing was told
   */
  public record Told(@Nullable String id, boolean open, boolean ever, @Nullable Severity worst) {

    static final Told NOTHING = new Told(null, false, false, null);

    Told with(AlertState state, Severity severity, String newId) {
      boolean opens = state != AlertState.RESOLVED;
      return new Told(newId, opens, ever || opens, isWorse(severity) ? severity : worst);
    }

    /** Whether that is worse than what was told. */
    boolean isWorse(Severity severity) {
      return worst == null || !worst.isAtLeast(severity);
    }
  }

  /**
   * When an incident began and ended.
   *
   * @param fired when it began to fire; 0 if it did not
   * @param resolved when it was resolved; 0 if it was not
   * @param resolvedQuiet the quiet period after which it was
   * @param slow whether it fires by nothing but failures far apart
   */
  public record Changes(long fired, long resolved, long resolvedQuiet, boolean slow) {

    static final Changes NONE = new Changes(0, 0, 0, false);

    Changes fire(long at, boolean slowly) {
      return new Changes(at, resolved, resolvedQuiet, slowly);
    }

    /** After it turned out to be more than failures far apart. */
    Changes quicken() {
      return new Changes(fired, resolved, resolvedQuiet, false);
    }

    Changes resolve(long at, long quiet) {
      return new Changes(fired, at, quiet, slow);
    }

    /** The last of both. */
    public long last() {
      return Math.max(fired, resolved);
    }

    /** Until when a failure is of the same incident again. */
    long soon() {
      return resolved + 2 * resolvedQuiet;
    }
  }

  /**
   * When an incident is told again.
   *
   * @param at when the next reminder is due; {@link Long#MAX_VALUE} if none is
   * @param gap the time between the last and the next; 0 before it fires
   * @param count how many were told
   */
  public record Reminders(long at, long gap, int count) {

    static final Reminders NONE = new Reminders(NEVER, 0, 0);

    /**
     * After it began to fire; if that is the same incident again, the gap is the last one.
     *
     * @param least the shortest gap
     */
    Reminders fire(AlertRule.@Nullable Reminders ofRule, long least, long now) {
      if (ofRule == null) {
        return new Reminders(NEVER, gap, count);
      }
      boolean known = gap != 0 && gap <= ofRule.longest().toMillis();
      long next = Math.max(known ? gap : ofRule.first().toMillis(), least);
      return new Reminders(now + next, next, count);
    }

    /** After another notice said that it goes on. */
    Reminders postpone(long now) {
      return new Reminders(at == NEVER ? NEVER : Math.max(at, now + gap), gap, count);
    }

    /** After the gap was over. */
    Reminders grow(AlertRule.@Nullable Reminders ofRule, long least, long now) {
      if (ofRule == null) {
        return end();
      }
      long next = Math.min(gap * ofRule.factor(), Math.max(ofRule.longest().toMillis(), least));
      return new Reminders(now + next, next, count);
    }

    Reminders told(AlertState state) {
      return new Reminders(at, gap, count + (state == AlertState.REMINDER ? 1 : 0));
    }

    /** None is due any more. */
    Reminders end() {
      return new Reminders(NEVER, gap, count);
    }

    /** Under another version of the rule; the first comes so long after the last failure. */
    Reminders under(AlertRule before, AlertRule after, boolean firing, long last) {
      if (after.reminders() == null) {
        return end();
      }
      long first = after.reminders().first().toMillis();
      boolean begins = before.reminders() == null && firing;
      return begins ? new Reminders(last + first, first, count) : this;
    }
  }

  /**
   * Whether an incident comes and goes.
   *
   * @param active whether it does
   * @param firings when it began to fire, lately
   */
  public record Flapping(boolean active, List<Long> firings) {

    static final Flapping NONE = new Flapping(false, List.of());

    /** It is over when the incident neither began nor ended for so long: a weekend. */
    static final long MEMORY = 76 * 60 * 60_000L;

    /** How long to wait for what recurs each day. */
    static final long DAILY_QUIET = 36 * 60 * 60_000L;

    private static final long HOUR = 60 * 60_000;
    private static final long DAY = 24 * HOUR;
    private static final long QUIET = 12 * HOUR;
    private static final long QUIET_OF_INFO = DAY;
    private static final int FIRINGS = 3;
    // Of what is only for information nobody needs to hear the end twice a day.
    private static final int FIRINGS_OF_INFO = 2;
    private static final int MOST = 10;
    // So far apart that those that are kept tell of more than a day.
    private static final long APART = 4 * HOUR;

    /** Copies the last ones. */
    public Flapping {
      firings = List.copyOf(firings.subList(Math.max(0, firings.size() - MOST), firings.size()));
    }

    long until(Changes changes) {
      return active ? Math.max(changes.last(), lastFiring()) + MEMORY : NEVER;
    }

    private long lastFiring() {
      return firings.isEmpty() ? 0 : firings.get(firings.size() - 1);
    }

    /** As it is then. */
    Flapping at(long time, Changes changes) {
      return time < until(changes) ? this : new Flapping(false, firings);
    }

    /** After it came back, which nobody is told of, since it was kept open. */
    Flapping comeBack(long at) {
      if (quiet(false) == 0 || at - lastFiring() < APART) {
        return this;
      }
      List<Long> more = new ArrayList<>(firings);
      more.add(at);
      return new Flapping(active, more);
    }

    /**
     * After the incident began to fire once more.
     *
     * @param informs whether it is only for information
     */
    Flapping fire(long at, Changes changes, boolean informs) {
      List<Long> lately = new ArrayList<>(firings);
      lately.removeIf(fired -> at - fired > MEMORY);
      lately.add(at);
      long often = lately.stream().filter(fired -> at - fired <= DAY).count();
      int enough = informs ? FIRINGS_OF_INFO : FIRINGS;
      return new Flapping(at(at, changes).active || often >= enough, lately);
    }

    /**
     * The shortest quiet period: what comes and goes is told at most twice a day, and what recurs
     * at about the same time of the day is not resolved each day.
     *
     * @param informs whether it is only for information
     */
    long quiet(boolean informs) {
      long often = informs ? QUIET_OF_INFO : QUIET;
      return DailyPattern.isIn(firings) ? DAILY_QUIET : active ? often : 0;
    }
  }

  /**
   * The failures of an incident.
   *
   * @param first time of the first
   * @param last time of the last
   * @param count how many there were
   * @param repeats further log events that told of one of them again
   * @param dropped how many came too fast to be looked at
   * @param peak most of them within one minute of the clock
   * @param gap the longest time between two of them, lately
   * @param waitEnd when the longest wait that an answer named is over; 0 if none was named
   * @param longestWait that wait
   * @param attempts most attempts that a client said it makes
   * @param kinds how many were of each kind
   * @param dimensions the values seen most with their counts, by {@link Dimension#id()}
   * @param over when calls were over that failed for good, the last ones
   * @param lately when the last failures were
   * @param sample one of its log events; null if there is none
   */
  public record Stats(
      long first,
      long last,
      long count,
      long repeats,
      long dropped,
      long peak,
      long gap,
      long waitEnd,
      long longestWait,
      int attempts,
      Map<ErrorKind, Long> kinds,
      Map<String, Map<String, Long>> dimensions,
      List<Long> over,
      List<Long> lately,
      Alert.@Nullable Sample sample) {

    /** Copies. */
    public Stats {
      over = List.copyOf(over);
      lately = List.copyOf(lately);
      kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
      Map<String, Map<String, Long>> copy = new LinkedHashMap<>();
      dimensions.forEach((name, counted) -> copy.put(name, copy(counted)));
      dimensions = Collections.unmodifiableMap(copy);
    }

    /** The kind most seen. */
    ErrorKind kind() {
      return mostSeen(kinds);
    }

    /** The kind most seen; a closed account explains whatever else its keys are told. */
    static ErrorKind mostSeen(Map<ErrorKind, Long> kinds) {
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

    /** The values seen most with their counts, most first; no more than some. */
    Map<String, Long> values(Dimension dimension) {
      return dimensions.getOrDefault(dimension.id(), Map.of());
    }
  }
}
