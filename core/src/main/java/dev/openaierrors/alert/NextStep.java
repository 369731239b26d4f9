package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to do about an incident beyond its error's own fix. */
final class NextStep {

  private static final String STATUS_PAGE = "status.openai.com";

  private NextStep() {}

  /** All of it, in a line; null if the fix says it all. */
  static @Nullable String of(
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
      steps.add(
          "The answers name a reset at %s.".formatted(Moment.near(at, stats.waitEnd(), zone)));
    }
    if (open && rule.traits().contains(AlertRule.Trait.SUCCESS_PROVES_NOTHING)) {
      long hold = stats.last() + rule.quiet().period().toMillis();
      steps.add("Raise the rate not before %s.".formatted(Moment.near(at, hold, zone)));
    }
    String next = ofRule(rule, stats.kind());
    if (next != null) {
      boolean other =
          switch (incident.provider()) {
            case OPENAI, AZURE -> false;
            case COMPATIBLE -> true;
            case UNKNOWN -> IncidentText.host(now) != null;
          };
      steps.add(other ? next.replace(STATUS_PAGE, "the service's status page") : next);
    }
    return steps.isEmpty() ? null : String.join(" ", steps);
  }

  /** Of the rule, or for what is wrong with most requests; null if the rule says nothing. */
  private static @Nullable String ofRule(AlertRule rule, ErrorKind kind) {
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
}
