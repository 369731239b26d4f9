package dev.openaierrors.plugin;

import dev.openaierrors.alert.AlertRule;
import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.DefaultRules;
import dev.openaierrors.alert.Durations;
import dev.openaierrors.alert.InvalidValueException;
import dev.openaierrors.alert.LinkTemplate;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.alert.When;
import dev.openaierrors.error.ErrorKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the settings of one alert. */
final class RuleReader {

  private static final List<String> DEFAULTS =
      DefaultRules.all().stream().map(AlertRule::name).toList();
  private static final String APPENDERS = "that of the appender";
  private static final String LEFT_OUT = "so the rule is left out";
  private static final Duration REMINDER = Duration.ofHours(1);

  /** Stands in for a rule that is left out, so that all that is wrong with it is told. */
  private static final AlertRule NONE =
      AlertRule.of("none", EnumSet.allOf(ErrorKind.class)).withReminder(REMINDER);

  private final SettingReader reader;
  private final String name;

  RuleReader(Settings given, Host host) {
    List<String> names = given.texts(SettingTable.OfRule.NAME.name());
    this.name = names.isEmpty() ? "" : names.get(names.size() - 1);
    String label = name.isEmpty() ? "alert" : "alert " + Words.quote(name);
    this.reader = new SettingReader(label, given, host);
    reader.tellUnknown(SettingTable.names(SettingTable.OfRule.RULE));
  }

  /** Changes the rule of its name, adds it or takes it away. */
  void addTo(Map<String, AlertRule> rules) {
    if (name.isEmpty()) {
      reader.sayMisspelt(
          "has no name and is left out; give it one of your own, or that of the default rule to"
              + " change: "
              + String.join(", ", DEFAULTS));
      return;
    }
    if (rules.size() >= AlertRules.MOST_RULES && !rules.containsKey(name)) {
      reader.sayMisspelt(
          "is left out, since there are %s rules already".formatted(AlertRules.MOST_RULES));
      return;
    }
    // Switched off above, perhaps, and on again here.
    AlertRule before = rules.containsKey(name) ? rules.get(name) : DefaultRules.named(name);
    if (!isEnabled()) {
      if (before == null) {
        reader.sayMisspelt(
            "is no rule, so there is nothing to switch off; " + Words.advice(name, DEFAULTS));
      }
      rules.remove(name);
      return;
    }
    AlertRule rule = before == null ? added() : changed(before);
    if (rule != null) {
      rules.put(name, rule);
    }
  }

  private boolean isEnabled() {
    return !Boolean.FALSE.equals(reader.read(SettingTable.OfRule.ENABLED, "so the rule is on"));
  }

  /** The rule {@code before} with what is given; what cannot be read stays as it is. */
  private AlertRule changed(AlertRule before) {
    AlertRule rule = before;
    Set<ErrorKind> kinds = reader.read(SettingTable.OfRule.KINDS, "so those of the rule are used");
    if (kinds != null) {
      rule = rule.withKinds(kinds);
    }
    List<When> when =
        reader.read(SettingTable.OfRule.WHEN, used(false, Words.quote(When.words(before.when()))));
    if (when != null) {
      rule = rule.withWhen(when);
    }
    return withTheRest(rule, false);
  }

  /** A rule of the user's own; null, with a sentence, where it does not say enough. */
  private @Nullable AlertRule added() {
    if (!reader.has(SettingTable.OfRule.KINDS) || !reader.has(SettingTable.OfRule.WHEN)) {
      reader.sayMisspelt(
          "is no default rule, so it needs kinds and when, and is left out; "
              + Words.advice(name, DEFAULTS));
    }
    Set<ErrorKind> kinds = reader.read(SettingTable.OfRule.KINDS, LEFT_OUT);
    List<When> when = reader.read(SettingTable.OfRule.WHEN, LEFT_OUT);
    AlertRule rule = kinds == null || when == null ? null : named(kinds);
    if (rule == null || when == null) {
      withTheRest(NONE, true);
      return null;
    }
    return withTheRest(rule.withWhen(when).withReminder(REMINDER), false);
  }

  private @Nullable AlertRule named(Set<ErrorKind> kinds) {
    try {
      return AlertRule.of(name, kinds);
    } catch (InvalidValueException wrong) {
      reader.tell(SettingTable.OfRule.NAME, wrong, LEFT_OUT);
      return null;
    }
  }

  private AlertRule withTheRest(AlertRule before, boolean leftOut) {
    AlertRule rule = before;
    Severity severity =
        reader.read(SettingTable.OfRule.SEVERITY, used(leftOut, before.severity().id()));
    if (severity != null) {
      rule = rule.withSeverity(severity);
    }
    Duration quiet =
        reader.read(
            SettingTable.OfRule.QUIET, used(leftOut, Durations.words(before.quiet().period())));
    if (quiet != null) {
      rule = rule.withQuiet(quiet);
    }
    rule = withLinks(rule, leftOut);
    AlertRule.Reminders reminders = before.reminders();
    Duration reminder = reminders == null ? null : reminders.first();
    String repeats = reminder == null ? "never" : Durations.words(reminder);
    Duration repeat = reader.read(SettingTable.OfRule.REPEAT, used(leftOut, repeats));
    if (repeat != null) {
      rule = rule.withReminder(repeat.isZero() ? null : repeat);
    }
    return rule;
  }

  private AlertRule withLinks(AlertRule before, boolean leftOut) {
    LinkTemplate runbook = reader.read(SettingTable.RUNBOOK, used(leftOut, APPENDERS));
    AlertRule rule = runbook == null ? before : before.withRunbook(runbook);
    LinkTemplate logLink = reader.read(SettingTable.LOG_LINK, used(leftOut, APPENDERS));
    return logLink == null ? rule : rule.withLogLink(logLink);
  }

  private static String used(boolean leftOut, String value) {
    return leftOut ? "" : "so " + value + " is used";
  }
}
