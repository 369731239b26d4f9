package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Printable;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What happens, where, how often and how fast: an incident in words, as it is at a time. */
final class IncidentText {

  private static final int LONGEST_HOST = 40;
  private static final String OPENAI = "OpenAI";

  private IncidentText() {}

  static String title(Incident incident, IncidentState now, Origin origin) {
    String group = now.group();
    String where = origin.service() == null ? origin.instance() : origin.service();
    String title = AlertText.title(what(incident, now), where, origin.environment());
    return group.isEmpty() ? title : title + ", " + group;
  }

  /** What happens, at whose service. */
  private static String what(Incident incident, IncidentState now) {
    String what = subject(incident.rule(), now.stats().kind());
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
  static @Nullable String host(IncidentState now) {
    String host = now.stats().values(Dimension.HOST).keySet().stream().findFirst().orElse(null);
    return host == null ? null : Printable.truncate(host, LONGEST_HOST);
  }

  /** Of a rule for all that is wrong with requests, by what is wrong with most. */
  private static String subject(AlertRule rule, ErrorKind kind) {
    boolean parted = rule.traits().contains(AlertRule.Trait.CONTENT_INFORMS);
    return switch (parted ? kind : ErrorKind.UNKNOWN) {
      case CONTENT_POLICY_VIOLATION -> "OpenAI refuses content";
      case CONTEXT_LENGTH_EXCEEDED -> "OpenAI refuses prompts that are too long";
      default -> rule.text().title();
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
    String from = Moment.near(at, stats.first(), zone);
    String begin = many + (stats.count() == 1 ? " at " : " since ") + from;
    String since = Amounts.span(Math.max(at, stats.last()) - stats.first());
    String speed = " (%s), %s".formatted(since, new FailureRate(stats).words(at));
    String part = share == null ? "" : "; " + share.words();
    return opening(now, state) + begin + (stats.count() == 1 ? "" : speed) + part + notes(now);
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
                Moment.near(at, stats.first(), zone),
                Moment.near(at, stats.last(), zone),
                Amounts.span(stats.last() - stats.first()),
                stats.peak(),
                notes(now));
    return switch (resolution) {
      case SUCCESS -> "Calls succeed again. " + from + ".";
      case REMOVED -> "Its rule is no longer configured. " + from + ".";
      case QUIET ->
          "No failures logged for %s; %s. Logs do not record successes, so an idle service looks the"
                  .formatted(Amounts.span(at - stats.last()), from)
              + " same.";
    };
  }
}
