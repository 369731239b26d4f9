package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorField;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is written about an alert: in few lines for people, as fields for machines. Times are UTC.
 */
public final class AlertText {

  /** {@link Alert#reason()}: no failure came for the quiet period. */
  public static final String QUIET = "quiet";

  /** {@link Alert#reason()}: calls succeed. */
  public static final String SUCCESS = "success";

  /** {@link Alert#reason()}: the rule is gone. */
  public static final String REMOVED = "removed";

  /** What the keys of an alert's own fields begin with. */
  public static final String PREFIX = "openai.alert.";

  /** The longest text, in characters. */
  public static final int MAX_TEXT = 600;

  private static final int MAX_LINE_1 = 140;
  private static final int MAX_LINE_2 = 240;
  private static final int MAX_LINE_4 = 110;
  private static final int SHOWN_VALUES = 3;
  private static final int LONGEST_VALUE = 40;
  private static final List<String> SHOWN = List.of("model", "limit", "key", "logger");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'");
  private static final Duration DAY = Duration.ofDays(1);

  private AlertText() {}

  /** Four lines, at most {@value #MAX_TEXT} characters: what, how often, what to do, what next. */
  public static String text(Alert alert) {
    boolean resolved = alert.state() == AlertState.RESOLVED;
    String what = Words.cut(headline(alert), MAX_LINE_1);
    String next = Words.cut(outlook(alert), MAX_LINE_4);
    String facets = facets(alert);
    String numbers = alert.summary() + (resolved || facets.isEmpty() ? "" : "; " + facets);
    String many = Words.cut(numbers, MAX_LINE_2);
    int left = MAX_TEXT - what.length() - many.length() - next.length() - 3;
    String then = Words.cut(resolved ? "Affected: " + facets : "Fix: " + fix(alert), left);
    return what + '\n' + many + '\n' + (resolved && facets.isEmpty() ? "" : then + '\n') + next;
  }

  /** What and where: {@code [FIRING] OpenAI quota exhausted: chat-api (prod) — not retryable}. */
  public static String headline(Alert alert) {
    return "[%s] %s%s \u2014 %s"
        .formatted(
            alert.state().id().toUpperCase(Locale.ROOT),
            alert.title(),
            code(alert),
            alert.retryable() ? "retryable" : "not retryable");
  }

  /** The code in words, unless it is a status or repeats the kind. */
  private static String code(Alert alert) {
    String code = alert.code();
    return code == null || code.equals(alert.kind().id()) || isNumber(code)
        ? ""
        : ", " + code.replace('_', ' ');
  }

  private static boolean isNumber(String code) {
    return code.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** All in one line, for a log: {@code [FIRING] OpenAI quota exhausted: 41 refusals since …}. */
  public static String line(Alert alert) {
    return "[%s] %s. %s. Fix: %s"
        .formatted(
            alert.state().id().toUpperCase(Locale.ROOT),
            alert.title(),
            withoutEnd(alert.summary()),
            fix(alert));
  }

  /** The fields of the log event by their keys. */
  public static Map<String, String> fields(Alert alert) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(PREFIX + "state", alert.state().id());
    fields.put(PREFIX + "rule", alert.rule());
    fields.put(PREFIX + "severity", alert.severity().id());
    fields.put(PREFIX + "id", alert.id());
    fields.put(PREFIX + "count", Long.toString(alert.count()));
    fields.put(PREFIX + "since", alert.startsAt().toString());
    fields.put(ErrorField.KIND.key(), alert.kind().id());
    fields.put(ErrorField.RETRYABLE.key(), Boolean.toString(alert.retryable()));
    fields.put(ErrorField.FIX.key(), alert.fix());
    return fields;
  }

  private static String withoutEnd(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static String fix(Alert alert) {
    return alert.nextStep() == null ? alert.fix() : alert.fix() + " " + alert.nextStep();
  }

  private static String facets(Alert alert) {
    List<String> facets = new ArrayList<>();
    for (String facet : SHOWN) {
      Map<String, Long> values = alert.facets().getOrDefault(facet, Map.of());
      List<String> shown = new ArrayList<>();
      values.forEach((value, count) -> shown.add(Words.cut(value, LONGEST_VALUE) + " " + count));
      if (!shown.isEmpty()) {
        String name = shown.size() > 1 ? facet + "s " : facet + " ";
        facets.add(
            name + String.join(", ", shown.subList(0, Math.min(SHOWN_VALUES, shown.size()))));
      }
    }
    return String.join("; ", facets);
  }

  private static String outlook(Alert alert) {
    long at = alert.at().toEpochMilli();
    List<String> parts = new ArrayList<>();
    if (alert.state() == AlertState.RESOLVED) {
      parts.add(alert.rule() + " was " + alert.severity().id());
    } else {
      if (alert.nextNotice() != null) {
        parts.add("Next notice " + moment(alert.nextNotice().toEpochMilli(), at));
      }
      if (alert.quietUntil() != null) {
        long quiet = alert.quietUntil().toEpochMilli() - alert.lastSeen().toEpochMilli();
        parts.add("resolves after " + span(quiet) + " without a failure");
      }
    }
    String id = "id " + alert.id();
    return parts.isEmpty() ? id : String.join("; ", parts) + ". " + id;
  }

  /** What and where. */
  static String title(Incident incident, Origin origin) {
    StringBuilder title = new StringBuilder(incident.rule.title());
    String where = origin.service() == null ? origin.instance() : origin.service();
    if (where != null) {
      title.append(": ").append(where);
    }
    if (origin.environment() != null) {
      title.append(" (").append(origin.environment()).append(')');
    }
    if (!incident.key.group().isEmpty()) {
      title.append(", ").append(incident.key.group());
    }
    return title.toString();
  }

  /** A time of day, with its date unless it is less than a day from {@code now}. */
  static String moment(long time, long now) {
    boolean near = Math.abs(time - now) < DAY.toMillis();
    return (near ? TIME : DATE).format(Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC));
  }

  /** A length of time in words: {@code 40 s}, {@code 27 min}, {@code 3.5 h}, {@code 2 d}. */
  static String span(long millis) {
    double seconds = millis / 1000.0;
    if (seconds < 60) {
      return Math.round(seconds) + " s";
    }
    double minutes = seconds / 60;
    if (minutes < 120) {
      return Math.round(minutes) + " min";
    }
    double hours = minutes / 60;
    return hours < 48 ? number(hours) + " h" : number(hours / 24) + " d";
  }

  /** A number with one digit behind the point unless it is whole or large. */
  static String number(double value) {
    double rounded = Math.round(10 * value) / 10.0;
    boolean whole = rounded >= 100 || rounded == Math.rint(rounded);
    return whole ? Long.toString(Math.round(rounded)) : Double.toString(rounded);
  }
}
