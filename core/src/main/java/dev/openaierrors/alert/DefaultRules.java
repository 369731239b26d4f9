package dev.openaierrors.alert;

import static dev.openaierrors.error.ErrorKind.ACCOUNT_DEACTIVATED;
import static dev.openaierrors.error.ErrorKind.CONNECTION_ERROR;
import static dev.openaierrors.error.ErrorKind.CONTENT_POLICY_VIOLATION;
import static dev.openaierrors.error.ErrorKind.CONTEXT_LENGTH_EXCEEDED;
import static dev.openaierrors.error.ErrorKind.ENGINE_OVERLOADED;
import static dev.openaierrors.error.ErrorKind.INSUFFICIENT_QUOTA;
import static dev.openaierrors.error.ErrorKind.INVALID_API_KEY;
import static dev.openaierrors.error.ErrorKind.INVALID_AUTHENTICATION;
import static dev.openaierrors.error.ErrorKind.INVALID_REQUEST;
import static dev.openaierrors.error.ErrorKind.IP_NOT_AUTHORIZED;
import static dev.openaierrors.error.ErrorKind.MODEL_NOT_FOUND;
import static dev.openaierrors.error.ErrorKind.NOT_ORGANIZATION_MEMBER;
import static dev.openaierrors.error.ErrorKind.PERMISSION_DENIED;
import static dev.openaierrors.error.ErrorKind.RATE_LIMIT_EXCEEDED;
import static dev.openaierrors.error.ErrorKind.SERVER_ERROR;
import static dev.openaierrors.error.ErrorKind.SLOW_DOWN;
import static dev.openaierrors.error.ErrorKind.TIMEOUT;
import static dev.openaierrors.error.ErrorKind.UNKNOWN;
import static dev.openaierrors.error.ErrorKind.UNSUPPORTED_COUNTRY_REGION_TERRITORY;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that hold where a configuration says nothing else. */
public final class DefaultRules {

  private static final List<AlertRule> ALL =
      List.of(
          rule("credentials", "OpenAI refuses our credentials", "first", Severity.CRITICAL)
              .kinds(
                  INVALID_API_KEY,
                  INVALID_AUTHENTICATION,
                  ACCOUNT_DEACTIVATED,
                  NOT_ORGANIZATION_MEMBER)
              .quiet("30m")
              .adaptive()
              .reminders("1h", "24h")
              .trait(AlertRule.Trait.KEYS_OF_USERS)
              .then(
                  "Find out since when this key fails; check for stray whitespace and that key and"
                      + " organization match, or create a new key.")
              .build(),
          rule("access", "OpenAI refuses our address or region", "first", Severity.CRITICAL)
              .kinds(IP_NOT_AUTHORIZED, UNSUPPORTED_COUNTRY_REGION_TERRITORY)
              .quiet("30m")
              .adaptive()
              .reminders("1h", "24h")
              .then(
                  "Look at the egress address of this instance (often only some nodes are"
                      + " affected): allowlist it, or leave through a supported region.")
              .build(),
          rule(
                  "quota",
                  "OpenAI quota exhausted",
                  "explicit code or 3 in 10m over 2 minutes or 500 in 1m or again",
                  Severity.CRITICAL)
              .kinds(INSUFFICIENT_QUOTA)
              .quiet("30m")
              .adaptive()
              .reminders("1h", "24h")
              .then(
                  "Ask the account owner to check billing and limits; disable retries for this"
                      + " error.")
              .build(),
          rule("rate-limit-burst", "OpenAI rate limit hit in a burst", "20 in 1m", Severity.INFO)
              .kinds(RATE_LIMIT_EXCEEDED)
              .subject(AlertRule.Subject.SHORT_LIMITS)
              .quiet("5m")
              .inhibitedBy("quota", "rate-limit-chronic", "slow-down")
              .then("Back off with jitter, after the wait that the answer names.")
              .build(),
          rule(
                  "rate-limit-chronic",
                  "OpenAI rate limit hit all the time",
                  "10 of 15 minutes or 8 spread over 2h in 6h",
                  Severity.WARNING)
              .kinds(RATE_LIMIT_EXCEEDED)
              .subject(AlertRule.Subject.SHORT_LIMITS)
              .quiet("15m")
              .adaptive()
              .reminders("4h", "24h")
              .inhibitedBy("quota")
              .trait(AlertRule.Trait.SLOW_INFORMS)
              .then(
                  "Pace the calls, batch them, ask for fewer max_tokens, or apply for a higher"
                      + " tier.")
              .build(),
          rule("rate-limit-daily", "OpenAI daily limit used up", "3 in 1h", Severity.WARNING)
              .kinds(RATE_LIMIT_EXCEEDED)
              .subject(AlertRule.Subject.LONG_LIMITS)
              .quiet("1h")
              .adaptive()
              .trait(AlertRule.Trait.UNTIL_RESET)
              .inhibitedBy("quota")
              .then("Stop calling until the reset, or spread the calls over the day.")
              .build(),
          rule(
                  "request-too-large",
                  "Requests larger than the OpenAI rate limit",
                  "3 in 1h or 3 spread over 30m in 6h",
                  Severity.WARNING)
              .kinds(RATE_LIMIT_EXCEEDED)
              .subject(AlertRule.Subject.TOO_LARGE)
              .quiet("30m")
              .adaptive()
              .reminders("24h", "24h")
              .trait(AlertRule.Trait.SLOW_INFORMS)
              .then("Split the prompt or use a model with a higher limit; no retry makes it fit.")
              .build(),
          rule("slow-down", "OpenAI asks us to slow down", "first", Severity.WARNING)
              .kinds(SLOW_DOWN)
              .quiet("15m")
              .adaptive()
              .trait(AlertRule.Trait.SUCCESS_PROVES_NOTHING)
              .then(
                  "Go back to the earlier rate, keep it for at least 15 minutes, then raise it"
                      + " gradually.")
              .build(),
          rule(
                  "outage",
                  "OpenAI fails to serve",
                  "10 in 5m over 2 minutes or 500 in 1m or 5 spread over 10m in 30m or 4 spread over 30m in 6h",
                  Severity.WARNING)
              .kinds(SERVER_ERROR, ENGINE_OVERLOADED)
              .quiet("10m")
              .adaptive()
              .reminders("30m", "4h")
              .trait(AlertRule.Trait.WIDENS)
              .trait(AlertRule.Trait.SLOW_INFORMS)
              .then(
                  "Not caused by your service: check status.openai.com; fall back to another model or region"
                      + " meanwhile.")
              .build(),
          rule(
                  "unreachable",
                  "OpenAI does not answer",
                  "5 in 5m over 2 minutes or 500 in 1m or 5 spread over 10m in 30m or 4 spread over 30m in 6h",
                  Severity.WARNING)
              .kinds(TIMEOUT, CONNECTION_ERROR)
              .quiet("10m")
              .adaptive()
              .reminders("1h", "12h")
              .inhibitedBy("outage")
              .trait(AlertRule.Trait.LASTS)
              .trait(AlertRule.Trait.SLOW_INFORMS)
              .then(
                  "Check your own network, proxy, name resolution and client time-out first, then"
                      + " status.openai.com.")
              .build(),
          rule(
                  "misconfigured",
                  "OpenAI model or permission missing",
                  "2 in 1h or 2 spread over 10m in 3d",
                  Severity.WARNING)
              .kinds(MODEL_NOT_FOUND, PERMISSION_DENIED)
              .quiet("1h")
              .adaptive()
              .reminders("4h", "24h")
              .trait(AlertRule.Trait.PER_MODEL)
              .trait(AlertRule.Trait.SLOW_INFORMS)
              .then(
                  "Check the name of the model or deployment, the project's access to it and the"
                      + " organization's verification.")
              .build(),
          rule(
                  "bad-requests",
                  "OpenAI rejects many requests",
                  "50 in 10m over 5 minutes or 500 in 1m or 20 spread over 10m in 15m or 8 spread over 30m in 6h",
                  Severity.WARNING)
              .kinds(INVALID_REQUEST, CONTEXT_LENGTH_EXCEEDED, CONTENT_POLICY_VIOLATION)
              .quiet("30m")
              .adaptive()
              .trait(AlertRule.Trait.CONTENT_INFORMS)
              .trait(AlertRule.Trait.SLOW_INFORMS)
              .then("If it began with a deployment, look at what that changed in the requests.")
              .build(),
          rule(
                  "unclassified",
                  "OpenAI errors of an unknown kind",
                  "10 in 10m over 2 minutes or 500 in 1m or 8 spread over 30m in 6h",
                  Severity.INFO)
              .kinds(UNKNOWN)
              .quiet("30m")
              .adaptive()
              .reminders("24h", "24h")
              .trait(AlertRule.Trait.SLOW_INFORMS)
              .then("Read the sample, and please report it to the openai-errors project.")
              .build());

  private DefaultRules() {}

  /** All of them, in the order in which they are documented. */
  public static List<AlertRule> all() {
    return ALL;
  }

  /**
   * The default rule with this name.
   *
   * @return null if there is none
   */
  public static @Nullable AlertRule named(String name) {
    return AlertRules.of(ALL).rule(name);
  }

  private static RuleDraft rule(String name, String title, String when, Severity severity) {
    return new RuleDraft(name, title, when, severity);
  }
}
