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

/** Incidents as plain values, and back. Input is untrusted; invalid values are dropped. */
final class Snapshots {

  private static final int MOST_FIRINGS = 10;
  private static final int LONGEST = 300;
  // Of counts and times, so that none that follows overflows: the year 5138, in milliseconds.
  private static final long MOST = 100_000_000_000_000L;

  private Snapshots() {}

  /** Firing incidents first, then resolved ones, then the others; the latest of each first. */
  static EngineSnapshot of(Collection<Incident> incidents, long now) {
    List<Incident> ordered = new ArrayList<>(incidents);
    ordered.sort(
        Comparator.comparingInt((Incident incident) -> rank(incident.phase))
            .thenComparing(incident -> -incident.tally.last));
    return new EngineSnapshot(
        EngineSnapshot.VERSION, now, ordered.stream().map(Snapshots::save).toList(), List.of());
  }

  private static int rank(Incident.Phase phase) {
    return switch (phase) {
      case FIRING -> 0;
      case RESOLVED -> 1;
      case PENDING -> 2;
    };
  }

  private static EngineSnapshot.Incident save(Incident incident) {
    IncidentStats tally = all(incident);
    Map<String, Long> kinds = new LinkedHashMap<>();
    tally.kinds.forEach((kind, count) -> kinds.put(kind.id(), count));
    Alert.Sample sample = tally.sample();
    return new EngineSnapshot.Incident(
        incident.key.rule(),
        incident.key.provider().id(),
        incident.key.group(),
        incident.phase.name().toLowerCase(Locale.ROOT),
        incident.id,
        incident.severity.id(),
        incident.worst == null ? null : incident.worst.id(),
        times(incident, tally),
        numbers(incident, tally),
        List.copyOf(incident.firings),
        incident.trackers.stream().map(ConditionState::save).toList(),
        kinds,
        tally.top(),
        Map.copyOf(incident.inhibited),
        sample == null
            ? null
            : new EngineSnapshot.Sample(
                sample.at().toEpochMilli(), sample.logger(), sample.message(), sample.requestId()));
  }

  private static IncidentStats all(Incident incident) {
    if (incident.earlier == null) {
      return incident.tally;
    }
    IncidentStats all = new IncidentStats();
    all.append(incident.earlier);
    all.append(incident.tally);
    return all;
  }

  private static Map<String, Long> times(Incident incident, IncidentStats tally) {
    Map<String, Long> times = new LinkedHashMap<>();
    times.put("first", tally.first);
    times.put("last", tally.last);
    times.put("fired", incident.firedAt);
    times.put("resolved", incident.resolvedAt);
    times.put("changed", incident.changedAt);
    times.put("remind", incident.remindAt);
    times.put("reset", tally.waitEnd);
    return times;
  }

  private static Map<String, Long> numbers(Incident incident, IncidentStats tally) {
    Map<String, Long> numbers = new LinkedHashMap<>();
    numbers.put("count", tally.count);
    numbers.put("repeats", tally.repeats);
    numbers.put("dropped", tally.dropped);
    numbers.put("peak", tally.peak);
    numbers.put("gap", tally.gap);
    numbers.put("wait", tally.wait);
    numbers.put("attempts", (long) tally.attempts);
    numbers.put("quiet", incident.resolvedQuiet);
    numbers.put("reminderGap", incident.reminderGap);
    numbers.put("reminders", (long) incident.reminders);
    numbers.put("news", incident.news ? 1L : 0);
    numbers.put("flapping", incident.flapping ? 1L : 0);
    numbers.put("told", incident.told ? 1L : 0);
    numbers.put("everTold", incident.everTold ? 1L : 0);
    return numbers;
  }

  /** The incidents of rules that are in force. */
  static List<Incident> restore(EngineSnapshot snapshot, AlertRules rules, long now) {
    List<Incident> incidents = new ArrayList<>();
    if (snapshot.version() == EngineSnapshot.VERSION) {
      for (EngineSnapshot.Incident saved : snapshot.incidents()) {
        Incident incident = restore(saved, rules, now);
        if (incident != null) {
          incidents.add(incident);
        }
      }
    }
    return incidents;
  }

  private static @Nullable Incident restore(
      EngineSnapshot.Incident saved, AlertRules rules, long now) {
    AlertRule rule = rules.rule(saved.rule());
    Provider provider = Provider.fromId(saved.provider());
    if (rule == null || provider == null) {
      return null;
    }
    Incident incident =
        new Incident(
            new IncidentKey(rule.name(), provider, Words.cut(saved.group(), LONGEST)), rule);
    for (Incident.Phase phase : Incident.Phase.values()) {
      if (phase.name().toLowerCase(Locale.ROOT).equals(saved.phase())) {
        incident.phase = phase;
      }
    }
    tally(incident.tally, saved, now);
    return incident.tally.count > 0 ? state(incident, saved, now) : null;
  }

  private static void tally(IncidentStats tally, EngineSnapshot.Incident saved, long now) {
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
              Dimension facet = Dimension.fromId(id);
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

  private static Incident state(Incident incident, EngineSnapshot.Incident saved, long now) {
    AlertRule rule = incident.rule;
    incident.id = Words.name(saved.id(), 40);
    incident.firedAt = Math.min(time(saved, "fired"), now);
    incident.resolvedAt = Math.min(time(saved, "resolved"), now);
    incident.changedAt = Math.min(time(saved, "changed"), now);
    incident.remindAt = incident.rule.reminder() == null ? Incident.NEVER : time(saved, "remind");
    incident.reminderGap = reminderGap(incident, number(saved, "reminderGap"));
    incident.reminders = (int) Math.min(number(saved, "reminders"), Integer.MAX_VALUE);
    incident.resolvedQuiet = Math.min(number(saved, "quiet"), AlertRule.MAX_QUIET.toMillis());
    incident.news = number(saved, "news") == 1;
    incident.flapping = number(saved, "flapping") == 1;
    incident.told = number(saved, "told") == 1 && incident.phase == Incident.Phase.FIRING;
    incident.everTold = number(saved, "everTold") == 1;
    incident.severity = Objects.requireNonNullElse(severity(saved.severity()), rule.severity());
    incident.worst = severity(saved.worst());
    incident.firings = new ArrayList<>(saved.firings());
    if (incident.firings.size() > MOST_FIRINGS) {
      incident.firings.subList(0, incident.firings.size() - MOST_FIRINGS).clear();
    }
    saved.inhibited().forEach((name, count) -> incident.inhibited.put(Words.cut(name, 60), count));
    incident.observedFrom = now;
    incident.ruledFrom = now;
    if (incident.phase == Incident.Phase.PENDING
        && saved.conditions().size() == incident.trackers.size()) {
      for (int i = 0; i < incident.trackers.size(); i++) {
        incident.trackers.get(i).load(saved.conditions().get(i));
      }
    }
    return incident;
  }

  /** Never shorter than the rule's, which would remind of every failure. */
  private static long reminderGap(Incident incident, long saved) {
    Duration least = incident.phase == Incident.Phase.FIRING ? incident.rule.reminder() : null;
    return least == null ? saved : Math.max(saved, least.toMillis());
  }

  private static @Nullable Severity severity(@Nullable String id) {
    return id == null ? null : Severity.fromId(id);
  }

  private static long time(EngineSnapshot.Incident saved, String name) {
    long time = saved.times().getOrDefault(name, 0L);
    return time == Incident.NEVER ? time : bounded(time);
  }

  private static long number(EngineSnapshot.Incident saved, String name) {
    return bounded(saved.numbers().getOrDefault(name, 0L));
  }

  private static long bounded(long value) {
    return Math.max(0, Math.min(value, MOST));
  }
}
