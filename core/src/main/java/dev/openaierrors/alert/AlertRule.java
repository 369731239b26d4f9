package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Printable;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When to alert, and how.
 *
 * @param name its name; that of a default rule or a user's own
 * @param kinds kinds of errors that count
 * @param subject which of their errors count
 * @param when conditions, of which one has to hold
 * @param severity how bad it is
 * @param quiet time without a failure after which it counts as resolved
 * @param quietAdapts whether {@code quiet} grows with the gaps between failures
 * @param reminder time to the first reminder; null for none
 * @param reminderFactor what the gap is multiplied with after each
 * @param reminderMax the longest gap
 * @param traits what else is particular
 * @param inhibitedBy names of rules whose incident explains this one: while they are open, this one
 *     is not told of but counted there
 * @param title what happened, as the beginning of a title
 * @param nextStep who does what about it; null if the error's fix says it all
 */
public record AlertRule(
    String name,
    Set<ErrorKind> kinds,
    Subject subject,
    List<When> when,
    Severity severity,
    Duration quiet,
    boolean quietAdapts,
    @Nullable Duration reminder,
    int reminderFactor,
    Duration reminderMax,
    Set<Trait> traits,
    Set<String> inhibitedBy,
    String title,
    @Nullable String nextStep) {

  /** The longest quiet period, also of one that adapts, and the longest gap between reminders. */
  public static final Duration MAX_QUIET = Duration.ofHours(24);

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_TITLE = 120;
  private static final Duration LONG_WAIT = Duration.ofMinutes(10);
  private static final Set<String> LONG_LIMITS = Set.of("rpd", "tpd", "ipd");

  /** Which errors of a rule's kinds count. */
  public enum Subject {
    /** All. */
    ALL,
    /** Limits that reset within the minute, and those that do not say. */
    SHORT_LIMITS,
    /** Limits of a day, or a named wait of ten minutes or more. */
    LONG_LIMITS,
    /** Requests that no wait makes fit. */
    TOO_LARGE
  }

  /** What only some rules do. */
  public enum Trait {
    /** An incident for each model. */
    PER_MODEL,
    /** Critical once two models are affected, or fifteen minutes after it began. */
    WIDENS,
    /** Only a warning once more than three different keys are affected: they are users' own. */
    KEYS_OF_USERS,
    /** Open until the reset that the answers name, and five minutes more. */
    UNTIL_RESET,
    /** Success reported does not resolve it. */
    SUCCESS_PROVES_NOTHING,
    /** Only for information where most of its errors are refused content. */
    CONTENT_INFORMS
  }

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException with a sentence that says what would be right
   */
  public AlertRule {
    checkName(name);
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("rule " + name + " has no kinds; name at least one");
    }
    if (when.isEmpty()) {
      throw new IllegalArgumentException("rule " + name + " has no condition; write first");
    }
    Bounds.check("quiet", quiet, Duration.ofSeconds(1), MAX_QUIET);
    if (reminder != null) {
      Bounds.check("repeat", reminder, Duration.ofSeconds(1), MAX_QUIET);
    }
    Bounds.check("the factor of reminders", reminderFactor, 1, 10);
    Bounds.check("the longest gap of reminders", reminderMax, Duration.ofSeconds(1), MAX_QUIET);
    kinds = Set.copyOf(EnumSet.copyOf(kinds));
    when = List.copyOf(when);
    traits = Set.copyOf(traits);
    inhibitedBy = Set.copyOf(inhibitedBy);
    title = title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
  }

  /**
   * A rule of a user's own, before it is told more: a warning at the first error of these kinds,
   * resolved after 30 minutes of quiet (more where failures are rarer), without reminders.
   */
  public static AlertRule of(String name, Set<ErrorKind> kinds) {
    RuleDraft draft =
        new RuleDraft(name, "OpenAI errors (" + name + ")", "first", Severity.WARNING);
    draft.kinds = kinds;
    draft.nextStep = null;
    return draft.quiet("30m").adaptive().build();
  }

  /** This rule for other kinds, all of their errors. */
  public AlertRule withKinds(Set<ErrorKind> other) {
    RuleDraft draft = new RuleDraft(this);
    draft.subject = other.equals(kinds) ? subject : Subject.ALL;
    draft.kinds = other;
    return draft.build();
  }

  /** This rule under other conditions. */
  public AlertRule withWhen(List<When> other) {
    RuleDraft draft = new RuleDraft(this);
    draft.when = other;
    return draft.build();
  }

  /** This rule with another severity, which then stays: it neither rises nor falls. */
  public AlertRule withSeverity(Severity other) {
    EnumSet<Trait> kept = EnumSet.noneOf(Trait.class);
    kept.addAll(traits);
    kept.removeAll(Set.of(Trait.WIDENS, Trait.KEYS_OF_USERS, Trait.CONTENT_INFORMS));
    RuleDraft draft = new RuleDraft(this);
    draft.severity = other;
    draft.traits = kept;
    return draft.build();
  }

  /** This rule with another quiet period; one that adapts still does, from there on. */
  public AlertRule withQuiet(Duration other) {
    RuleDraft draft = new RuleDraft(this);
    draft.quiet = other;
    return draft.build();
  }

  /** This rule with another time to the first reminder; null for none. */
  public AlertRule withReminder(@Nullable Duration first) {
    RuleDraft draft = new RuleDraft(this);
    draft.reminder = first;
    draft.reminderMax = first != null && first.compareTo(reminderMax) > 0 ? first : reminderMax;
    return draft.build();
  }

  /** Whether this error counts for the rule. */
  public boolean counts(OpenAiError error) {
    if (!kinds.contains(error.kind())) {
      return false;
    }
    if (subject == Subject.ALL) {
      return true;
    }
    if (!error.retryable()) {
      return subject == Subject.TOO_LARGE;
    }
    return subject == (isLong(error) ? Subject.LONG_LIMITS : Subject.SHORT_LIMITS);
  }

  /** A longer gap parts two runs of failures, in milliseconds. */
  long runGap() {
    long gap = 0;
    for (When condition : when) {
      boolean spans = condition instanceof When.Again || condition instanceof When.Spread;
      gap = spans ? gap : Math.max(gap, condition.memory().toMillis());
    }
    return gap;
  }

  /** After that time without a failure it is as if none came, in milliseconds. */
  long memory() {
    long memory = 0;
    for (When condition : when) {
      memory = Math.max(memory, condition.memory().toMillis());
    }
    return memory;
  }

  private static boolean isLong(OpenAiError error) {
    Duration wait = error.retryAfter();
    String limit = error.limit();
    return (limit != null && LONG_LIMITS.contains(limit))
        || (wait != null && wait.compareTo(LONG_WAIT) >= 0);
  }

  private static void checkName(String name) {
    boolean right = !name.isEmpty() && name.length() <= LONGEST_NAME;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      right &= c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
    }
    if (!right) {
      throw InvalidValueException.misspelt(
          "'%s' is no name for a rule".formatted(Printable.beginning(name, LONGEST_NAME)),
          "write letters, digits, - _ and ., at most %s".formatted(LONGEST_NAME));
    }
  }
}
