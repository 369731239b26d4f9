package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Printable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is written about an alert: in one line for people, as fields for machines. People read times
 * in the zone of the alert's {@link Origin}.
 */
public final class AlertText {

  /** What the keys of an alert's own fields begin with. */
  public static final String PREFIX = "openai.alert.";

  private static final String LABEL = PREFIX + "label.";

  private static final List<Dimension> SHOWN =
      List.of(
          Dimension.CODE,
          Dimension.PARAM,
          Dimension.MODEL,
          Dimension.LIMIT,
          Dimension.KEY,
          Dimension.PROJECT);
  private static final int SHOWN_VALUES = 3;
  private static final int LONGEST_VALUE = 40;
  private static final String OPENAI = "OpenAI";
  // So many times as fast, or as long, is worth a word.
  private static final int FASTER = 2;
  private static final long MINUTE = 60_000;
  private static final String STATUS_PAGE = "status.openai.com";

  private AlertText() {}

  /**
   * All in one line, for a log: {@code [FIRING] OpenAI quota exhausted: chat-api (prod). 41
   * refusals since …; model gpt-4o. Not retryable. Fix: …}.
   */
  public static String line(Alert alert) {
    String line =
        "[%s] %s. %s"
            .formatted(
                alert.state().id().toUpperCase(Locale.ROOT),
                alert.text().title(),
                withoutEnd(alert.text().summary()));
    if (alert.state() == AlertState.RESOLVED) {
      return line + ".";
    }
    String retry = alert.cause().retryable() ? "" : " Not retryable.";
    String instance = alert.origin().instance();
    String where =
        instance == null ? "" : "; instance " + Printable.truncate(instance, LONGEST_VALUE);
    return line
        + affected(alert)
        + where
        + "."
        + retry
        + " Fix: "
        + fix(alert.text())
        + links(alert.text());
  }

  /**
   * Whom it hits and by what, in few words that follow a summary: {@code ; param max_tokens; model
   * gpt-4o; key a1b2}; empty if nothing is known.
   */
  public static String affected(Alert alert) {
    StringBuilder affected = new StringBuilder();
    for (Dimension dimension : SHOWN) {
      Map<String, Long> counted = alert.dimensions().getOrDefault(dimension.id(), Map.of());
      // A code that is the kind's own says nothing new.
      boolean known = counted.size() == 1 && counted.containsKey(alert.cause().kind().id());
      if (!counted.isEmpty() && !known) {
        affected.append("; ").append(dimension.id()).append(counted.size() > 1 ? "s " : " ");
        affected.append(values(counted, alert.counts().failures()));
      }
    }
    return affected.toString();
  }

  /** The values seen most; with their counts where not all failures have the same. */
  private static String values(Map<String, Long> counted, long failures) {
    StringBuilder values = new StringBuilder();
    int shown = 0;
    for (Map.Entry<String, Long> value : counted.entrySet()) {
      if (shown == SHOWN_VALUES) {
        return values.append(" and more").toString();
      }
      values
          .append(shown == 0 ? "" : ", ")
          .append(Printable.truncate(value.getKey(), LONGEST_VALUE));
      values.append(value.getValue() < failures ? " " + value.getValue() : "");
      shown++;
    }
    return values.toString();
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
    // Not as fields of an error: whoever counts errors does not count what tells of them.
    fields.put(PREFIX + "kind", alert.cause().kind().id());
    fields.put(PREFIX + "retryable", Boolean.toString(alert.cause().retryable()));
    fields.put(PREFIX + "fix", alert.text().fix());
    if (alert.origin().service() != null) {
      fields.put(PREFIX + "service", alert.origin().service());
    }
    if (alert.text().runbook() != null) {
      fields.put(PREFIX + "runbook", alert.text().runbook());
    }
    if (alert.text().logLink() != null) {
      fields.put(PREFIX + "log_link", alert.text().logLink());
    }
    alert.origin().labels().forEach((name, value) -> fields.put(LABEL + name, value));
    return fields;
  }

  private static String links(Alert.Text text) {
    return (text.runbook() == null ? "" : " Runbook: " + text.runbook())
        + (text.logLink() == null ? "" : " Logs: " + text.logLink());
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

  static String title(Incident incident, IncidentState now, Origin origin) {
    String group = now.group();
    String where = origin.service() == null ? origin.instance() : origin.service();
    String title = title(what(incident, now), where, origin.environment());
    return group.isEmpty() ? title : title + ", " + group;
  }

  /** What happens, at whose service. */
  private static String what(Incident incident, IncidentState now) {
    String what = title(incident.rule(), now.stats().kind());
    String host = host(now);
    String who =
        switch (incident.provider()) {
          case OPENAI -> OPENAI;
          case UNKNOWN -> host == null ? OPENAI : host;
          case AZURE -> "Azure OpenAI";
          case COMPATIBLE -> host == null ? "OpenAI-compatible service" : host;
        };
    return what.replace(OPENAI, who);
  }

  /** The host that was called most; null if nothing names one. */
  private static @Nullable String host(IncidentState now) {
    String host = now.stats().values(Dimension.HOST).keySet().stream().findFirst().orElse(null);
    return host == null ? null : Printable.truncate(host, LONGEST_VALUE);
  }

  /** Of a rule for all that is wrong with requests, by what is wrong with most. */
  private static String title(AlertRule rule, ErrorKind kind) {
    boolean parted = rule.traits().contains(AlertRule.Trait.CONTENT_INFORMS);
    return switch (parted ? kind : ErrorKind.UNKNOWN) {
      case CONTENT_POLICY_VIOLATION -> "OpenAI refuses content";
      case CONTEXT_LENGTH_EXCEEDED -> "OpenAI refuses prompts that are too long";
      default -> rule.text().title();
    };
  }

  /** The same for what to do; null if the rule says nothing. */
  private static @Nullable String nextStep(AlertRule rule, ErrorKind kind) {
    boolean parted =
        rule.traits().contains(AlertRule.Trait.CONTENT_INFORMS)
            || kind == ErrorKind.UNSUPPORTED_COUNTRY_REGION_TERRITORY;
    return switch (parted ? kind : ErrorKind.UNKNOWN) {
      case UNSUPPORTED_COUNTRY_REGION_TERRITORY ->
          "Look at the egress address of this instance (often only some nodes are affected): leave"
              + " through a supported region.";
      case CONTENT_POLICY_VIOLATION ->
          "Look at the sample: what users enter, or a prompt that the filter misreads.";
      case CONTEXT_LENGTH_EXCEEDED ->
          "Look at whose documents or conversations they are; if it began with a deployment, at what"
              + " that added to the prompt.";
      default -> rule.text().nextStep();
    };
  }

  /** How often, since when and how fast; for the end also why it is one. */
  static String summary(
      IncidentState now,
      @Nullable Share share,
      AlertState state,
      long at,
      Alert.@Nullable Resolution resolution,
      ZoneId zone) {
    IncidentState.Stats stats = now.stats();
    String noun = stats.kind().retryable() ? "failure" : "refusal";
    String many = stats.count() + " " + noun + (stats.count() == 1 ? "" : "s");
    if (resolution != null) {
      return ended(many, now, at, resolution, zone);
    }
    String from = moment(stats.first(), at, zone);
    String begin = many + (stats.count() == 1 ? " at " : " since ") + from;
    String since = span(Math.max(at, stats.last()) - stats.first());
    String speed = " (%s), %s%s".formatted(since, rate(stats), lately(stats, at));
    String part = share == null ? "" : "; " + share.words();
    return opening(now, state) + begin + (stats.count() == 1 ? "" : speed) + part + notes(now);
  }

  /** How fast they come, in words that say something where they are rare, too. */
  private static String rate(IncidentState.Stats stats) {
    return stats.perMinute() < 1
        ? "1 in " + span((stats.last() - stats.first()) / Math.max(1, stats.count() - 1))
        : number(stats.perMinute()) + "/min";
  }

  /** What the mean speed hides: that it became much faster, or that nothing failed any more. */
  private static String lately(IncidentState.Stats stats, long at) {
    double fast = stats.perMinuteLately();
    boolean faster = fast > FASTER * stats.perMinute();
    long silence = at - stats.last();
    boolean silent = silence > Math.max(MINUTE, FASTER * stats.gapLately());
    return (faster
            ? ", lately "
                + (stats.isFasterThanKnown() ? "over " : "")
                + (fast < 1 ? "1 in " + span((long) (MINUTE / fast)) : number(fast) + "/min")
            : "")
        + (silent ? ", the last " + span(silence) + " ago" : "");
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
      String many, IncidentState now, long at, Alert.Resolution resolution, ZoneId zone) {
    IncidentState.Stats stats = now.stats();
    String from =
        "%s from %s to %s (%s), at most %s in a minute%s"
            .formatted(
                many,
                moment(stats.first(), at, zone),
                moment(stats.last(), at, zone),
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
      Incident incident, IncidentState now, boolean open, long at, boolean retryable, ZoneId zone) {
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
    if (open && incident.isTriedAgain()) {
      steps.add(
          "All that failed so far was tried again or handed to another model; no call is known to"
              + " have failed for good.");
    } else if (open && incident.isSlow() && incident.share() == null) {
      steps.add(
          "How many calls succeed is not known; report them with OpenAiAlerts.success and the share"
              + " that fails decides how severe this is.");
    }
    boolean reset = rule.traits().contains(AlertRule.Trait.UNTIL_RESET);
    // Of a limit of a day OpenAI names the seconds until one more call fits, not its reset.
    if (open && reset && stats.longestWait() >= AlertRule.LONG_WAIT.toMillis()) {
      steps.add("The answers name a reset at %s.".formatted(moment(stats.waitEnd(), at, zone)));
    }
    if (open && rule.traits().contains(AlertRule.Trait.SUCCESS_PROVES_NOTHING)) {
      long hold = stats.last() + rule.quiet().period().toMillis();
      steps.add("Raise the rate not before %s.".formatted(moment(hold, at, zone)));
    }
    String next = nextStep(rule, stats.kind());
    if (next != null) {
      boolean other =
          switch (incident.provider()) {
            case OPENAI, AZURE -> false;
            case COMPATIBLE -> true;
            case UNKNOWN -> host(now) != null;
          };
      steps.add(other ? next.replace(STATUS_PAGE, "the service's status page") : next);
    }
    return steps.isEmpty() ? null : String.join(" ", steps);
  }

  private static String moment(long time, long now, ZoneId zone) {
    return Moment.near(Instant.ofEpochMilli(now), Instant.ofEpochMilli(time), zone);
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
