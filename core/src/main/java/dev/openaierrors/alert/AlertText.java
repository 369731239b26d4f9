package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorField;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is written about an alert: in one line for people, as fields for machines. Times are UTC.
 */
public final class AlertText {

  /** What the keys of an alert's own fields begin with. */
  public static final String PREFIX = "openai.alert.";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'");
  private static final Duration DAY = Duration.ofDays(1);

  private AlertText() {}

  /** All in one line, for a log: {@code [FIRING] OpenAI quota exhausted: 41 refusals since …}. */
  public static String line(Alert alert) {
    return "[%s] %s. %s. Fix: %s"
        .formatted(
            alert.state().id().toUpperCase(Locale.ROOT),
            alert.text().title(),
            withoutEnd(alert.text().summary()),
            fix(alert.text()));
  }

  /** The fields of the log event by their keys. */
  public static Map<String, String> fields(Alert alert) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(PREFIX + "state", alert.state().id());
    fields.put(PREFIX + "rule", alert.rule());
    fields.put(PREFIX + "severity", alert.severity().id());
    fields.put(PREFIX + "id", alert.id());
    fields.put(PREFIX + "count", Long.toString(alert.counts().failures()));
    fields.put(PREFIX + "since", alert.times().startsAt().toString());
    fields.put(ErrorField.KIND.key(), alert.cause().kind().id());
    fields.put(ErrorField.RETRYABLE.key(), Boolean.toString(alert.cause().retryable()));
    fields.put(ErrorField.FIX.key(), alert.text().fix());
    return fields;
  }

  private static String withoutEnd(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static String fix(Alert.Text text) {
    return text.nextStep() == null ? text.fix() : text.fix() + " " + text.nextStep();
  }

  /**
   * What and where, as {@code Test of OpenAI alerts: chat-api (prod)}.
   *
   * @param what the words that it begins with
   */
  public static String title(String what, Origin origin) {
    return title(what, origin.service(), origin.environment());
  }

  private static String title(String what, @Nullable String where, @Nullable String environment) {
    return what
        + (where == null ? "" : ": " + where)
        + (environment == null ? "" : " (" + environment + ")");
  }

  static String title(Incident incident, Origin origin) {
    String where = origin.service() == null ? origin.instance() : origin.service();
    String title = title(incident.rule.title(), where, origin.environment());
    String group = incident.key.group();
    return group.isEmpty() ? title : title + ", " + group;
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
