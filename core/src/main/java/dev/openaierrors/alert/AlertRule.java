package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Limit;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Printable;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
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
 * @param quiet when it counts as resolved
 * @param reminders when it is told again; null for never
 * @param traits what else is particular
 * @param inhibitedBy names of rules whose incident explains this one: while they are open, this one
 *     is not told of but counted there; at the first of them that is
 * @param text what people read
 */
public record AlertRule(
    String name,
    Set<ErrorKind> kinds,
    Subject subject,
    List<When> when,
    Severity severity,
    Quiet quiet,
    @Nullable Reminders reminders,
    Set<Trait> traits,
    Set<String> inhibitedBy,
    Text text) {

  /** The longest quiet period, also of one that adapts, and the longest gap between reminders. */
  public static final Duration MAX_QUIET = Duration.ofHours(24);

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final int LONGEST_NAME = 60;

  /** A wait this long is that for a limit's reset. */
  static final Duration LONG_WAIT = Duration.ofMinutes(10);

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
    /** Critical fifteen minutes after it began. */
    LASTS,
    /** Only a warning once more than three different keys are affected: they are users' own. */
    KEYS_OF_USERS,
    /** Open until the reset that the answers name, and five minutes more. */
    UNTIL_RESET,
    /** Success reported does not resolve it. */
    SUCCESS_PROVES_NOTHING,
    /** Only for information where most of its errors are refused content. */
    CONTENT_INFORMS,
    /**
     * While no more than a condition of the form {@code 3 spread over 30m in 6h} is met: for
     * information, or a warning where no retry helps, with a reminder once a day.
     */
    SLOW_INFORMS,
    /**
     * Its severity was chosen by somebody: neither the share of calls nor their rate changes it.
     */
    SEVERITY_STAYS
  }

  /**
   * When an incident counts as resolved.
   *
   * @param period time without a failure
   * @param adapts whether it grows with the gaps between failures
   * @param patient whether it is three hours at least as long as fewer than eight failures tell how
   *     often it fails: a service of few calls is not well because nothing failed for half an hour
   */
  public record Quiet(Duration period, boolean adapts, boolean patient) {

    /** Always the same. */
    public static Quiet of(Duration period) {
      return new Quiet(period, false, false);
    }

    /**
     * Checks.
     *
     * @throws IllegalArgumentException with a sentence that says what would be right
     */
    public Quiet {
      Bounds.check("quiet", period, SHORTEST, MAX_QUIET);
    }
  }

  /**
   * When an incident that goes on is told again.
   *
   * @param first time to the first reminder
   * @param factor what the gap is multiplied with after each
   * @param longest the longest gap
   */
  public record Reminders(Duration first, int factor, Duration longest) {

    private static final int USUAL_FACTOR = 2;

    /**
     * Checks.
     *
     * @throws IllegalArgumentException with a sentence that says what would be right
     */
    public Reminders {
      Bounds.check("repeat", first, SHORTEST, MAX_QUIET);
      Bounds.check("the factor of reminders", factor, 1, 10);
      Bounds.check("the longest gap of reminders", longest, SHORTEST, MAX_QUIET);
    }

    /** Such of which each gap is twice as long as the one before. */
    public static Reminders of(Duration first, Duration longest) {
      return new Reminders(first, USUAL_FACTOR, longest);
    }
  }

  /**
   * What people read of a rule.
   *
   * @param title what happened, as the beginning of a title; at most 120 characters are kept
   * @param nextStep who does what about it; null if the error's fix says it all
   * @param runbook where the user's own page about it is; null for nowhere
   * @param logLink where the log can be read; null for nowhere
   */
  public record Text(
      String title,
      @Nullable String nextStep,
      @Nullable LinkTemplate runbook,
      @Nullable LinkTemplate logLink) {

    private static final int LONGEST_TITLE = 120;

    /** Cuts the title. */
    public Text {
      title = title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    }
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
    kinds = Set.copyOf(EnumSet.copyOf(kinds));
    when = List.copyOf(when);
    traits = Set.copyOf(traits);
    // In their order, so that of two that explain an incident it is always the same one.
    inhibitedBy = Collections.unmodifiableSet(new LinkedHashSet<>(inhibitedBy));
  }

  /**
   * A rule of a user's own, before it is told more: a warning at the first error of these kinds,
   * resolved after 30 minutes of quiet (more where failures are rarer), without reminders.
   */
  public static AlertRule of(String name, Set<ErrorKind> kinds) {
    return new RuleDraft(name, "OpenAI errors (" + name + ")", "first", Severity.WARNING)
        .kinds(kinds)
        .quiet("30m")
        .adaptive()
        .build();
  }

  /** This rule for other kinds, all of their errors. */
  public AlertRule withKinds(Set<ErrorKind> other) {
    Subject which = other.equals(kinds) ? subject : Subject.ALL;
    return new RuleDraft(this).kinds(other).subject(which).build();
  }

  /** This rule under other conditions. */
  public AlertRule withWhen(List<When> other) {
    return new RuleDraft(this).when(other).build();
  }

  /** This rule with another severity, which then stays: it neither rises nor falls. */
  public AlertRule withSeverity(Severity other) {
    EnumSet<Trait> kept = EnumSet.noneOf(Trait.class);
    kept.addAll(traits);
    kept.removeAll(
        Set.of(
            Trait.WIDENS,
            Trait.LASTS,
            Trait.KEYS_OF_USERS,
            Trait.CONTENT_INFORMS,
            Trait.SLOW_INFORMS));
    kept.add(Trait.SEVERITY_STAYS);
    return new RuleDraft(this).severity(other).traits(kept).build();
  }

  /** This rule with another quiet period; one that adapts still does, from there on. */
  public AlertRule withQuiet(Duration other) {
    // Whoever names a time means it.
    return new RuleDraft(this).quiet(new Quiet(other, quiet.adapts, false)).build();
  }

  /** This rule with another time to the first reminder; null for none. */
  public AlertRule withReminder(@Nullable Duration first) {
    return new RuleDraft(this).reminders(first == null ? null : remindersFrom(first)).build();
  }

  /** This rule with another page about it; null for none. */
  public AlertRule withRunbook(@Nullable LinkTemplate other) {
    return new RuleDraft(this).runbook(other).build();
  }

  /** This rule with another address of its log; null for none. */
  public AlertRule withLogLink(@Nullable LinkTemplate other) {
    return new RuleDraft(this).logLink(other).build();
  }

  private Reminders remindersFrom(Duration first) {
    if (reminders == null) {
      return Reminders.of(first, MAX_QUIET);
    }
    boolean longer = first.compareTo(reminders.longest) > 0;
    return new Reminders(first, reminders.factor, longer ? first : reminders.longest);
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
      gap = condition.spans() ? gap : Math.max(gap, condition.memory().toMillis());
    }
    return gap;
  }

  /**
   * Over how long its failures far apart have to be spread, at most, in milliseconds: a shorter
   * silence between them is none; 0 if it has no such condition.
   */
  long slowSpan() {
    long span = 0;
    for (When condition : when) {
      if (condition instanceof When.Spread spread && spread.isSlow()) {
        span = Math.max(span, spread.apart().toMillis());
      }
    }
    return span;
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
    Duration wait = error.answer().retryAfter();
    Limit limit = error.limit();
    return (limit != null && limit.isDaily()) || (wait != null && wait.compareTo(LONG_WAIT) >= 0);
  }

  private static void checkName(String name) {
    if (!Bounds.isName(name, LONGEST_NAME)) {
      throw InvalidValueException.misspelt(
          "'%s' is no name for a rule".formatted(Printable.beginning(name, LONGEST_NAME)),
          "write letters, digits, - _ and ., at most %s".formatted(LONGEST_NAME));
    }
  }
}
