package dev.openaierrors.plugin;

import static dev.openaierrors.plugin.MuteEnd.ALL;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.AlertText;
import dev.openaierrors.alert.Moment;
import dev.openaierrors.alert.Severity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which rules say nothing for a while, and what has to be said when that is over. Time is an
 * argument. Guarded by its owner.
 *
 * <p>A mute holds back every notice of its rule; incidents go on all the same. When it ends, an
 * incident that is open and of which nobody was told is told as one that begins, since neither
 * people nor destinations know of it; one that was told of before, as a reminder. One that was told
 * of and ended meanwhile is told as over, lest it stays open where that is kept.
 */
final class Mutes {

  private static final int MOST_ENDS = 256;

  private final Map<String, Instant> byHand = new TreeMap<>();
  private final Map<String, Instant> byFile = new TreeMap<>();
  // The mutes of which the log was told, with their ends.
  private final Map<String, Instant> begun = new TreeMap<>();
  // Those of them that ended in the last step.
  private final Set<String> ended = new HashSet<>();
  private final Map<String, Integer> heldBack = new TreeMap<>();
  // Of incidents that were told of and ended while their rule was muted.
  private final Map<String, Alert> ends = new LinkedHashMap<>();

  /** Mutes a rule, or all of them, until then; instead of an earlier mute of it by hand. */
  void mute(String rule, Instant until) {
    byHand.put(rule, until);
  }

  /** Ends what was muted by hand: this rule, or with {@code *} whatever was. */
  void unmute(String rule) {
    if (rule.equals(ALL)) {
      byHand.clear();
    } else {
      byHand.remove(rule);
    }
  }

  /** What the file says now, instead of what it said before. */
  void useFile(Map<String, Instant> now) {
    byFile.clear();
    byFile.putAll(now);
  }

  /** Whether the file mutes exactly that now. */
  boolean isByFile(String name, Instant now) {
    return isBefore(now, byFile.get(name));
  }

  boolean isMuted(String rule, Instant now) {
    return mutedBy(rule, now) != null;
  }

  /** The name under which a rule is muted, its own or that of all; null if it is not. */
  private @Nullable String mutedBy(String rule, Instant now) {
    for (String name : List.of(ALL, rule)) {
      if (isBefore(now, byHand.get(name)) || isBefore(now, byFile.get(name))) {
        return name;
      }
    }
    return null;
  }

  private static boolean isBefore(Instant now, @Nullable Instant end) {
    return end != null && now.isBefore(end);
  }

  /** The mutes in force by what they mute, with their ends. */
  Map<String, Instant> inForce(Instant now) {
    Map<String, Instant> inForce = new TreeMap<>();
    for (Map<String, Instant> source : List.of(byHand, byFile)) {
      source.forEach(
          (name, end) -> {
            if (isBefore(now, end)) {
              inForce.merge(name, end, (one, other) -> one.isAfter(other) ? one : other);
            }
          });
    }
    return inForce;
  }

  /** Whether there is something that time ends, or that has still to be logged. */
  boolean needsTime(Instant now) {
    return !begun.isEmpty() || !inForce(now).isEmpty();
  }

  /**
   * Lets time pass; what is to be logged of mutes that begin or end.
   *
   * @param zone in which people are told when one ends
   */
  List<AlertEvent> advance(Instant now, ZoneId zone) {
    byHand.values().removeIf(end -> !isBefore(now, end));
    ended.clear();
    Map<String, Instant> inForce = inForce(now);
    List<AlertEvent> news = new ArrayList<>();
    for (String name : List.copyOf(begun.keySet())) {
      if (!inForce.containsKey(name)) {
        begun.remove(name);
        ended.add(name);
        news.add(event("unmuted", name, end(name)));
      }
    }
    inForce.forEach(
        (name, end) -> {
          if (!end.equals(begun.put(name, end))) {
            news.add(event("muted", name, beginning(name, Moment.minute(now, end, zone))));
          }
        });
    return news;
  }

  private static String beginning(String name, String until) {
    return "[MUTED] %s until %s. Errors are counted all the same, and what is open then is told."
        .formatted(subject(name) + " silent", until);
  }

  private String end(String name) {
    Integer many = heldBack.remove(name);
    String notices =
        many == null ? "no notice was" : many == 1 ? "1 notice was" : many + " notices were";
    return "[UNMUTED] %s told again; %s held back.".formatted(subject(name), notices);
  }

  private static String subject(String name) {
    return name.equals(ALL) ? "All rules are" : "Rule " + name + " is";
  }

  /** Told at INFO, since nobody is paged by it. */
  private static AlertEvent event(String state, String name, String message) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(AlertText.PREFIX + "state", state);
    fields.put(AlertText.PREFIX + "rule", name);
    fields.put(AlertText.PREFIX + "severity", Severity.INFO.id());
    return new AlertEvent(Severity.INFO, message, fields);
  }

  /**
   * Those of these notices that may go out.
   *
   * @param isTold whether somebody was told of the open incident of this id
   */
  List<Alert> admitted(List<Alert> alerts, Predicate<String> isTold, Instant now) {
    List<Alert> admitted = new ArrayList<>();
    for (Alert alert : alerts) {
      String by = alert.state() == AlertState.TEST ? null : mutedBy(alert.rule(), now);
      if (by == null) {
        ends.remove(alert.id());
        admitted.add(alert);
      } else {
        heldBack.merge(by, 1, Integer::sum);
        hold(alert, isTold.test(alert.id()));
      }
    }
    return admitted;
  }

  private void hold(Alert alert, boolean told) {
    ends.remove(alert.id());
    if (told && alert.state() == AlertState.RESOLVED) {
      if (ends.size() == MOST_ENDS) {
        ends.remove(ends.keySet().iterator().next());
      }
      ends.put(alert.id(), alert);
    }
  }

  /** Whether a mute ended in the last step. */
  boolean isAnyOver() {
    return !ended.isEmpty();
  }

  /** Whether a mute of this rule ended in the last step, and no other goes on. */
  boolean isOver(String rule, Instant now) {
    return (ended.contains(ALL) || ended.contains(rule)) && !isMuted(rule, now);
  }

  /** Takes all ends: nobody would tell them later, and where it is kept it would stay open. */
  List<Alert> takeAllEnds() {
    List<Alert> all = List.copyOf(ends.values());
    ends.clear();
    return all;
  }

  /** Takes the ends that can be told by now. */
  List<Alert> takeEnds(Instant now) {
    List<Alert> free = ends.values().stream().filter(alert -> !isMuted(alert.rule(), now)).toList();
    free.forEach(alert -> ends.remove(alert.id()));
    return free;
  }
}
