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

  static String title(AlertRule rule, String group, Origin origin) {
    String where = origin.service() == null ? origin.instance() : origin.service();
    String title = title(rule.text().title(), where, origin.environment());
    return group.isEmpty() ? title : title + ", " + group;
  }

  /** How often, since when and how fast; for the end also why it is one. */
  static String summary(
      IncidentState now, AlertState state, long at, Alert.@Nullable Resolution resolution) {
    IncidentState.Stats stats = now.stats();
    String noun = stats.kind().retryable() ? "failure" : "refusal";
    String many = stats.count() + " " + noun + (stats.count() == 1 ? "" : "s");
    if (resolution != null) {
      return ended(many, now, at, resolution);
    }
    String begin = many + (stats.count() == 1 ? " at " : " since ") + moment(stats.first(), at);
    String since = span(Math.max(at, stats.last()) - stats.first());
    String speed = " (%s), %s/min".formatted(since, number(stats.perMinute()));
    return opening(now, state) + begin + (stats.count() == 1 ? "" : speed) + notes(now);
  }

  private static String opening(IncidentState now, AlertState state) {
    return switch (state) {
      case ESCALATED -> "Now " + (now.severity() == null ? "worse" : now.severity().id()) + ": ";
      case REOPENED -> "It came back: ";
      case FLAPPING -> "Flapping; notifications are reduced: ";
      case STOPPED -> "The service stops while this is open: ";
      default -> "";
    };
  }

  private static String notes(IncidentState now) {
    IncidentState.Stats stats = now.stats();
    StringBuilder notes = new StringBuilder();
    if (stats.repeats() > 0) {
      notes.append("; logged ").append(stats.count() + stats.repeats()).append(" times");
    }
    now.inhibited()
        .forEach((rule, many) -> notes.append("; also ").append(many).append(" of ").append(rule));
    if (stats.dropped() > 0) {
      notes.append("; ").append(stats.dropped()).append(" more not inspected (rate too high)");
    }
    return notes.toString();
  }

  private static String ended(
      String many, IncidentState now, long at, Alert.Resolution resolution) {
    IncidentState.Stats stats = now.stats();
    String from =
        "%s from %s to %s (%s), at most %s in a minute%s"
            .formatted(
                many,
                moment(stats.first(), at),
                moment(stats.last(), at),
                span(stats.last() - stats.first()),
                stats.peak(),
                notes(now));
    return switch (resolution) {
      case SUCCESS -> "Calls succeed again. " + from + ".";
      case REMOVED -> "Its rule is no longer configured. " + from + ".";
      case QUIET ->
          "No failures logged for %s; %s. Logs do not record successes, so an idle service looks the"
                  .formatted(span(at - stats.last()), from)
              + " same.";
    };
  }

  /** What to do beyond the error's own fix; null if that says it all. */
  static @Nullable String nextStep(
      Incident incident, IncidentState now, boolean open, long at, boolean retryable) {
    AlertRule rule = incident.rule();
    IncidentState.Stats stats = now.stats();
    List<String> steps = new ArrayList<>();
    if (!retryable && stats.attempts() > 1) {
      steps.add(
          "Your client retries what cannot succeed (up to %s attempts a call): switch that off."
              .formatted(stats.attempts()));
    }
    if (SeverityPolicy.hasKeysOfUsers(rule, stats.values(Dimension.KEY).size())) {
      steps.add("More than three different keys are refused: are they your users' own?");
    }
    if (open && rule.traits().contains(AlertRule.Trait.UNTIL_RESET) && stats.waitEnd() > 0) {
      steps.add("The answers name a reset at %s.".formatted(moment(stats.waitEnd(), at)));
    }
    if (open && rule.traits().contains(AlertRule.Trait.SUCCESS_PROVES_NOTHING)) {
      steps.add("Open until %s.".formatted(moment(incident.quietUntil(), at)));
    }
    if (rule.text().nextStep() != null) {
      steps.add(rule.text().nextStep());
    }
    return steps.isEmpty() ? null : String.join(" ", steps);
  }

  /** A time of day, with its date unless it is less than a day from {@code now}. */
  private static String moment(long time, long now) {
    boolean near = Math.abs(time - now) < DAY.toMillis();
    return (near ? TIME : DATE).format(Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC));
  }

  /** A length of time in words: {@code 40 s}, {@code 27 min}, {@code 3.5 h}, {@code 2 d}. */
  private static String span(long millis) {
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
  private static String number(double value) {
    double rounded = Math.round(10 * value) / 10.0;
    boolean whole = rounded >= 100 || rounded == Math.rint(rounded);
    return whole ? Long.toString(Math.round(rounded)) : Double.toString(rounded);
  }
}
