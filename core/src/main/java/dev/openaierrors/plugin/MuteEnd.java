package dev.openaierrors.plugin;

import dev.openaierrors.alert.Durations;
import dev.openaierrors.alert.InvalidValueException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The words of a mute: which rule, and until when. */
final class MuteEnd {

  /** Stands for all rules. */
  static final String ALL = "*";

  private static final String EXPECTED = "write a time as 2026-12-01T08:00Z or a duration as 2h";
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final int MOST_CHARACTERS = 60;
  private static final int YEAR = 4;

  private MuteEnd() {}

  /**
   * The time that is meant.
   *
   * @param from what a duration begins with
   * @param now from which a time is not to be too far
   * @param zone of a time that names none
   * @throws InvalidValueException if none is, or one that is too far ahead
   */
  static Instant read(String text, Instant from, Instant now, ZoneId zone) {
    String words = text.strip();
    Instant end;
    try {
      end = isTime(words) ? time(words, zone) : from.plus(Durations.parse(words));
    } catch (DateTimeException | ArithmeticException | InvalidValueException noEnd) {
      throw InvalidValueException.unusable(Words.quote(words) + " is no end of a mute", EXPECTED);
    }
    // However old the file is that has it, a time that is written out is near or far from now.
    if (end.isAfter((isTime(words) ? now : from).plus(LONGEST))) {
      throw InvalidValueException.unusable(
          Words.quote(words) + " is more than a year ahead", "mute it for a shorter time");
    }
    return end;
  }

  private static boolean isTime(String words) {
    return words.length() > YEAR && words.length() < MOST_CHARACTERS && words.charAt(YEAR) == '-';
  }

  private static Instant time(String words, ZoneId zone) {
    int clock = Math.max(0, words.indexOf('T'));
    boolean hasZone =
        words.endsWith("Z")
            || words.indexOf('+', clock) > 0
            || words.indexOf('-', clock + 1) > clock;
    return clock > 0 && hasZone
        ? OffsetDateTime.parse(words).toInstant()
        : LocalDateTime.parse(words).atZone(zone).toInstant();
  }

  /**
   * Checks that there is such a rule.
   *
   * @throws InvalidValueException if there is none
   */
  static void checkRule(String rule, Collection<String> rules) {
    if (!rule.equals(ALL) && !rules.contains(rule)) {
      Set<String> known = new TreeSet<>(rules);
      known.add(ALL);
      throw InvalidValueException.misspelt(
          Words.quote(rule) + " is no rule", Words.advice(rule, known));
    }
  }
}
