package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Provider;
import dev.openaierrors.error.Redactor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Troubles as plain values, and back. Values of strangers are doubted: what makes no sense goes.
 */
final class Snapshots {

  private static final int MOST_FIRINGS = 10;
  private static final int LONGEST = 300;
  // Of counts and times, so that none that follows overflows: the year 5138, in milliseconds.
  private static final long MOST = 100_000_000_000_000L;

  private Snapshots() {}

  /** Firing troubles first, then resolved ones, then the others; the latest of each first. */
  static EngineSnapshot of(Collection<Trouble> troubles, long now) {
    List<Trouble> ordered = new ArrayList<>(troubles);
    ordered.sort(
        Comparator.comparingInt((Trouble trouble) -> rank(trouble.phase))
            .thenComparing(trouble -> -trouble.tally.last));
    return new EngineSnapshot(
        EngineSnapshot.VERSION, now, ordered.stream().map(Snapshots::save).toList(), List.of());
  }

  private static int rank(Trouble.Phase phase) {
    return switch (phase) {
      case FIRING -> 0;
      case RESOLVED -> 1;
      case PENDING -> 2;
    };
  }

  private static EngineSnapshot.Trouble save(Trouble trouble) {
    Tally tally = all(trouble);
    Map<String, Long> kinds = new LinkedHashMap<>();
    tally.kinds.forEach((kind, count) -> kinds.put(kind.id(), count));
    Alert.Sample sample = tally.sample();
    return new EngineSnapshot.Trouble(
        trouble.key.rule(),
        trouble.key.provider().id(),
        trouble.key.group(),
        trouble.phase.name().toLowerCase(Locale.ROOT),
        trouble.id,
        trouble.severity.id(),
        trouble.worst == null ? null : trouble.worst.id(),
        times(trouble, tally),
        numbers(trouble, tally),
        List.copyOf(trouble.firings),
        trouble.trackers.stream().map(Tracker::save).toList(),
        kinds,
        tally.top(),
        Map.copyOf(trouble.inhibited),
        sample == null
            ? null
            : new EngineSnapshot.Sample(
                sample.at().toEpochMilli(), sample.logger(), sample.message(), sample.requestId()));
  }

  private static Tally all(Trouble trouble) {
    if (trouble.earlier == null) {
      return trouble.tally;
    }
    Tally all = new Tally();
    all.append(trouble.earlier);
    all.append(trouble.tally);
    return all;
  }

  private static Map<String, Long> times(Trouble trouble, Tally tally) {
    Map<String, Long> times = new LinkedHashMap<>();
    times.put("first", tally.first);
    times.put("last", tally.last);
    times.put("fired", trouble.firedAt);
    times.put("resolved", trouble.resolvedAt);
    times.put("changed", trouble.changedAt);
    times.put("remind", trouble.remindAt);
    times.put("reset", tally.waitEnd);
    return times;
  }

  private static Map<String, Long> numbers(Trouble trouble, Tally tally) {
    Map<String, Long> numbers = new LinkedHashMap<>();
    numbers.put("count", tally.count);
    numbers.put("repeats", tally.repeats);
    numbers.put("dropped", tally.dropped);
    numbers.put("peak", tally.peak);
    numbers.put("gap", tally.gap);
    numbers.put("wait", tally.wait);
    numbers.put("attempts", (long) tally.attempts);
    numbers.put("quiet", trouble.resolvedQuiet);
    numbers.put("reminderGap", trouble.reminderGap);
    numbers.put("reminders", (long) trouble.reminders);
    numbers.put("news", trouble.news ? 1L : 0);
    numbers.put("flapping", trouble.flapping ? 1L : 0);
    numbers.put("told", trouble.told ? 1L : 0);
    numbers.put("everTold", trouble.everTold ? 1L : 0);
    return numbers;
  }

  /** The troubles of rules that are in force. */
  static List<Trouble> restore(EngineSnapshot snapshot, AlertRules rules, long now) {
    List<Trouble> troubles = new ArrayList<>();
    if (snapshot.version() == EngineSnapshot.VERSION) {
      for (EngineSnapshot.Trouble saved : snapshot.troubles()) {
        Trouble trouble = restore(saved, rules, now);
        if (trouble != null) {
          troubles.add(trouble);
        }
      }
    }
    return troubles;
  }

  private static @Nullable Trouble restore(
      EngineSnapshot.Trouble saved, AlertRules rules, long now) {
    AlertRule rule = rules.rule(saved.rule());
    Provider provider = Provider.fromId(saved.provider());
    if (rule == null || provider == null) {
      return null;
    }
    Trouble trouble =
        new Trouble(new TroubleKey(rule.name(), provider, Words.cut(saved.group(), LONGEST)), rule);
    for (Trouble.Phase phase : Trouble.Phase.values()) {
      if (phase.name().toLowerCase(Locale.ROOT).equals(saved.phase())) {
        trouble.phase = phase;
      }
    }
    tally(trouble.tally, saved, now);
    return trouble.tally.count > 0 ? state(trouble, saved, now) : null;
  }

  private static void tally(Tally tally, EngineSnapshot.Trouble saved, long now) {
    tally.first = Math.min(time(saved, "first"), now);
    tally.last = Math.min(time(saved, "last"), now);
    tally.count = number(saved, "count");
    tally.repeats = number(saved, "repeats");
    tally.dropped = number(saved, "dropped");
    tally.peak = number(saved, "peak");
    tally.gap = number(saved, "gap");
    tally.wait = number(saved, "wait");
    tally.waitEnd = Math.min(time(saved, "reset"), now + AlertRule.MAX_QUIET.toMillis());
    tally.attempts = (int) Math.min(number(saved, "attempts"), 99);
    saved
        .kinds()
        .forEach(
            (id, count) -> {
              ErrorKind kind = ErrorKind.fromId(id);
              if (kind != null) {
                tally.kinds.put(kind, count);
              }
            });
    saved
        .facets()
        .forEach(
            (id, counts) -> {
              Facet facet = Facet.fromId(id);
              if (facet != null && !counts.isEmpty()) {
                TopCounts top = tally.facets.computeIfAbsent(facet, any -> new TopCounts());
                counts.forEach(top::add);
              }
            });
    EngineSnapshot.Sample sample = saved.sample();
    if (sample != null) {
      tally.sample(
          new Alert.Sample(
              Instant.ofEpochMilli(sample.at()),
              Words.name(sample.logger(), LONGEST),
              Objects.requireNonNullElse(Redactor.clean(sample.message(), LONGEST), ""),
              Words.name(sample.requestId(), LONGEST)));
    }
  }

  private static Trouble state(Trouble trouble, EngineSnapshot.Trouble saved, long now) {
    AlertRule rule = trouble.rule;
    trouble.id = Words.name(saved.id(), 40);
    trouble.firedAt = Math.min(time(saved, "fired"), now);
    trouble.resolvedAt = Math.min(time(saved, "resolved"), now);
    trouble.changedAt = Math.min(time(saved, "changed"), now);
    trouble.remindAt = trouble.rule.reminder() == null ? Trouble.NEVER : time(saved, "remind");
    trouble.reminderGap = reminderGap(trouble, number(saved, "reminderGap"));
    trouble.reminders = (int) Math.min(number(saved, "reminders"), Integer.MAX_VALUE);
    trouble.resolvedQuiet = Math.min(number(saved, "quiet"), AlertRule.MAX_QUIET.toMillis());
    trouble.news = number(saved, "news") == 1;
    trouble.flapping = number(saved, "flapping") == 1;
    trouble.told = number(saved, "told") == 1 && trouble.phase == Trouble.Phase.FIRING;
    trouble.everTold = number(saved, "everTold") == 1;
    trouble.severity = Objects.requireNonNullElse(severity(saved.severity()), rule.severity());
    trouble.worst = severity(saved.worst());
    trouble.firings = new ArrayList<>(saved.firings());
    if (trouble.firings.size() > MOST_FIRINGS) {
      trouble.firings.subList(0, trouble.firings.size() - MOST_FIRINGS).clear();
    }
    saved.inhibited().forEach((name, count) -> trouble.inhibited.put(Words.cut(name, 60), count));
    trouble.observedFrom = now;
    trouble.ruledFrom = now;
    if (trouble.phase == Trouble.Phase.PENDING
        && saved.conditions().size() == trouble.trackers.size()) {
      for (int i = 0; i < trouble.trackers.size(); i++) {
        trouble.trackers.get(i).load(saved.conditions().get(i));
      }
    }
    return trouble;
  }

  /** Never shorter than the rule's, which would remind of every failure. */
  private static long reminderGap(Trouble trouble, long saved) {
    Duration least = trouble.phase == Trouble.Phase.FIRING ? trouble.rule.reminder() : null;
    return least == null ? saved : Math.max(saved, least.toMillis());
  }

  private static @Nullable Severity severity(@Nullable String id) {
    return id == null ? null : Severity.fromId(id);
  }

  private static long time(EngineSnapshot.Trouble saved, String name) {
    long time = saved.times().getOrDefault(name, 0L);
    return time == Trouble.NEVER ? time : bounded(time);
  }

  private static long number(EngineSnapshot.Trouble saved, String name) {
    return bounded(saved.numbers().getOrDefault(name, 0L));
  }

  private static long bounded(long value) {
    return Math.max(0, Math.min(value, MOST));
  }
}
