package dev.openaierrors.micrometer;

/** The names of meters and tags; they never change. All of them are in {@code docs/metrics.md}. */
final class MeterNames {

  static final String ERRORS = "openai.errors";
  static final String REPEATS = "openai.errors.repeats";
  static final String ACTIVE = "openai.alert.active";
  static final String NOTIFICATIONS = "openai.alert.notifications";
  static final String DROPPED = "openai.alert.dropped";

  static final String KIND = "kind";
  static final String PROVIDER = "provider";
  static final String RETRYABLE = "retryable";
  static final String LIMIT = "limit";
  static final String RULE = "rule";
  static final String SEVERITY = "severity";
  static final String DESTINATION = "destination";
  static final String OUTCOME = "outcome";

  /** A tag needs a value. */
  static final String NO_LIMIT = "none";

  /** Of what is too much to be told apart. */
  static final String OTHER = "other";

  private MeterNames() {}
}
