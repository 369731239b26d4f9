package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Mutable builder of an {@link AlertRule}, also behind its {@code with…()} methods. */
final class RuleDraft {

  private final String name;
  private final String title;
  private @Nullable String nextStep;
  private @Nullable LinkTemplate runbook;
  private @Nullable LinkTemplate logLink;
  private Set<ErrorKind> kinds = Set.of();
  private AlertRule.Subject subject = AlertRule.Subject.ALL;
  private List<When> when;
  private Severity severity;
  private AlertRule.Quiet quiet = AlertRule.Quiet.of(AlertRule.MAX_QUIET);
  private AlertRule.@Nullable Reminders reminders;
  private Set<AlertRule.Trait> traits = Set.of();
  private Set<String> inhibitedBy = Set.of();

  RuleDraft(String name, String title, String when, Severity severity) {
    this.name = name;
    this.title = title;
    this.when = When.parse(when);
    this.severity = severity;
  }

  RuleDraft(AlertRule rule) {
    name = rule.name();
    title = rule.text().title();
    nextStep = rule.text().nextStep();
    runbook = rule.text().runbook();
    logLink = rule.text().logLink();
    kinds = rule.kinds();
    subject = rule.subject();
    when = rule.when();
    severity = rule.severity();
    quiet = rule.quiet();
    reminders = rule.reminders();
    traits = rule.traits();
    inhibitedBy = rule.inhibitedBy();
  }

  RuleDraft kinds(ErrorKind... counted) {
    return kinds(Set.of(counted));
  }

  RuleDraft kinds(Set<ErrorKind> counted) {
    kinds = counted;
    return this;
  }

  RuleDraft subject(AlertRule.Subject counted) {
    subject = counted;
    return this;
  }

  RuleDraft when(List<When> conditions) {
    when = conditions;
    return this;
  }

  RuleDraft severity(Severity other) {
    severity = other;
    return this;
  }

  RuleDraft quiet(String period) {
    return quiet(AlertRule.Quiet.of(Durations.parse(period)));
  }

  RuleDraft quiet(AlertRule.Quiet other) {
    quiet = other;
    return this;
  }

  RuleDraft adaptive() {
    return quiet(new AlertRule.Quiet(quiet.period(), true, true));
  }

  RuleDraft reminders(String first, String longest) {
    return reminders(AlertRule.Reminders.of(Durations.parse(first), Durations.parse(longest)));
  }

  RuleDraft reminders(AlertRule.@Nullable Reminders other) {
    reminders = other;
    return this;
  }

  RuleDraft trait(AlertRule.Trait one) {
    EnumSet<AlertRule.Trait> more = EnumSet.of(one);
    more.addAll(traits);
    return traits(more);
  }

  RuleDraft traits(Set<AlertRule.Trait> others) {
    traits = others;
    return this;
  }

  RuleDraft inhibitedBy(String... rules) {
    inhibitedBy = new LinkedHashSet<>(List.of(rules));
    return this;
  }

  RuleDraft runbook(@Nullable LinkTemplate page) {
    runbook = page;
    return this;
  }

  RuleDraft logLink(@Nullable LinkTemplate page) {
    logLink = page;
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
        reminders,
        traits,
        inhibitedBy,
        new AlertRule.Text(title, nextStep, runbook, logLink));
  }
}
