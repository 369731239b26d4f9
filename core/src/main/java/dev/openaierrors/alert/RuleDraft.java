package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Mutable builder of an {@link AlertRule}, also behind its {@code with…()} methods. */
final class RuleDraft {

  private static final int REMINDER_FACTOR = 2;

  private final String name;
  private final String title;
  List<When> when;
  Severity severity;
  Set<ErrorKind> kinds = Set.of();
  AlertRule.Subject subject = AlertRule.Subject.ALL;
  Duration quiet = AlertRule.MAX_QUIET;
  private boolean adaptive;
  @Nullable Duration reminder;
  private int reminderFactor = REMINDER_FACTOR;
  Duration reminderMax = AlertRule.MAX_QUIET;
  Set<AlertRule.Trait> traits = Set.of();
  private Set<String> inhibitedBy = Set.of();
  @Nullable String nextStep = "";

  RuleDraft(String name, String title, String when, Severity severity) {
    this.name = name;
    this.title = title;
    this.when = When.parse(when);
    this.severity = severity;
  }

  RuleDraft(AlertRule rule) {
    name = rule.name();
    title = rule.title();
    when = rule.when();
    severity = rule.severity();
    kinds = rule.kinds();
    subject = rule.subject();
    quiet = rule.quiet();
    adaptive = rule.quietAdapts();
    reminder = rule.reminder();
    reminderFactor = rule.reminderFactor();
    reminderMax = rule.reminderMax();
    traits = rule.traits();
    inhibitedBy = rule.inhibitedBy();
    nextStep = rule.nextStep();
  }

  RuleDraft kinds(ErrorKind... counted) {
    kinds = Set.of(counted);
    return this;
  }

  RuleDraft subject(AlertRule.Subject counted) {
    subject = counted;
    return this;
  }

  RuleDraft quiet(String duration) {
    quiet = Durations.parse(duration);
    return this;
  }

  RuleDraft adaptive() {
    adaptive = true;
    return this;
  }

  RuleDraft reminders(String first, String longest) {
    reminder = Durations.parse(first);
    reminderMax = Durations.parse(longest);
    return this;
  }

  RuleDraft trait(AlertRule.Trait one) {
    traits = Set.of(one);
    return this;
  }

  RuleDraft inhibitedBy(String... rules) {
    inhibitedBy = new LinkedHashSet<>(List.of(rules));
    return this;
  }

  RuleDraft then(String step) {
    nextStep = step;
    return this;
  }

  AlertRule build() {
    return new AlertRule(
        name,
        kinds,
        subject,
        when,
        severity,
        quiet,
        adaptive,
        reminder,
        reminderFactor,
        reminderMax,
        traits,
        inhibitedBy,
        title,
        nextStep);
  }
}
