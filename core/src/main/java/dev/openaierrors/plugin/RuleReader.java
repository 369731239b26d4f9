package dev.openaierrors.plugin;

import dev.openaierrors.alert.AlertRule;
import dev.openaierrors.alert.DefaultRules;
import dev.openaierrors.alert.Durations;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.alert.When;
import dev.openaierrors.error.ErrorKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the settings of one alert. */
final class RuleReader {

  private static final List<String> DEFAULTS =
      DefaultRules.all().stream().map(AlertRule::name).toList();
  private static final List<String> SEVERITIES =
      Arrays.stream(Severity.values()).map(Severity::id).toList();
  private static final List<String> NEVER = List.of("never", "off", "none");
  private static final Duration REMINDER = Duration.ofHours(1);

  private final RuleSettings given;
  private final Consumer<String> problems;

  RuleReader(RuleSettings given, Consumer<String> problems) {
    this.given = given;
    this.problems = problems;
  }

  /** The sentence for an alert without a name. */
  static String noName() {
    return "openai-errors: alert: has no name and is left out; give it one of your own, or that of"
        + " the default rule to change: "
        + String.join(", ", DEFAULTS)
        + ".";
  }

  /** The sentence for an alert that switches off what there is not. */
  void tellNothingToSwitchOff(String name) {
    say("is no rule, so there is nothing to switch off; " + Words.advice(name, DEFAULTS) + ".");
  }

  boolean isEnabled() {
    Boolean enabled = Texts.truth(given.enabled);
    if (enabled == null && !Texts.isBlank(given.enabled)) {
      say(
          "enabled: %s is neither true nor false, so the rule is on."
              .formatted(Words.quote(Texts.stripped(given.enabled))));
    }
    return enabled == null || enabled;
  }

  /** The rule {@code before} with what is given; what cannot be read stays as it is. */
  AlertRule changed(AlertRule before) {
    AlertRule rule = before;
    if (!Texts.isBlank(given.kinds)) {
      Set<ErrorKind> kinds = kinds("so those of the rule are used");
      rule = kinds.isEmpty() ? rule : rule.withKinds(kinds);
    }
    if (!Texts.isBlank(given.when)) {
      List<When> when = when("so " + Words.quote(When.words(before.when())) + " is used");
      rule = when == null ? rule : rule.withWhen(when);
    }
    return withTheRest(rule);
  }

  /** A rule of the user's own; null, with a sentence, where it does not say enough. */
  @Nullable AlertRule added(String name) {
    if (Texts.isBlank(given.kinds) || Texts.isBlank(given.when)) {
      say(
          "is no default rule, so it needs kinds and when, and is left out; %s."
              .formatted(Words.advice(name, DEFAULTS)));
      return null;
    }
    String consequence = "so the rule is left out";
    Set<ErrorKind> kinds = kinds(consequence);
    List<When> when = when(consequence);
    if (kinds.isEmpty() || when == null) {
      return null;
    }
    AlertRule rule = attempt("name", () -> AlertRule.of(name, kinds), consequence);
    return rule == null ? null : withTheRest(rule.withWhen(when).withReminder(REMINDER));
  }

  private AlertRule withTheRest(AlertRule before) {
    AlertRule rule = before;
    Severity severity = severity(before);
    if (severity != null) {
      rule = rule.withSeverity(severity);
    }
    if (!Texts.isBlank(given.quiet)) {
      rule =
          orElse("quiet", rule, before.quiet().period(), r -> r.withQuiet(duration(given.quiet)));
    }
    if (NEVER.contains(Texts.stripped(given.repeat).toLowerCase(Locale.ROOT))) {
      return rule.withReminder(null);
    }
    if (!Texts.isBlank(given.repeat)) {
      rule =
          orElse(
              "repeat",
              rule,
              first(before.reminders()),
              r -> r.withReminder(duration(given.repeat)));
    }
    return rule;
  }

  private AlertRule orElse(
      String setting, AlertRule rule, @Nullable Duration stays, UnaryOperator<AlertRule> change) {
    String used = stays == null ? "never" : Durations.words(stays);
    AlertRule changed = attempt(setting, () -> change.apply(rule), "so " + used + " is used");
    return changed == null ? rule : changed;
  }

  private static Duration duration(@Nullable String text) {
    return Durations.parse(Texts.stripped(text));
  }

  private Set<ErrorKind> kinds(String consequence) {
    WordList<ErrorKind> list =
        new WordList<>(
            given.label() + ": kinds", "kind of OpenAI error", ErrorKind.class, ErrorKind::id);
    String otherwise = consequence.replaceFirst("^so ", "");
    Set<ErrorKind> named = list.parse(given.kinds, otherwise, problems);
    return list.misread(given.kinds) ? Set.of() : named;
  }

  private @Nullable List<When> when(String consequence) {
    return attempt("when", () -> When.parse(Texts.stripped(given.when)), consequence);
  }

  private static @Nullable Duration first(AlertRule.@Nullable Reminders reminders) {
    return reminders == null ? null : reminders.first();
  }

  private @Nullable Severity severity(AlertRule rule) {
    String text = Texts.stripped(given.severity);
    Severity severity = Severity.fromId(text.toLowerCase(Locale.ROOT));
    if (severity == null && !text.isEmpty()) {
      say(
          "severity: %s is no severity, so %s is used; %s."
              .formatted(Words.quote(text), rule.severity().id(), Words.advice(text, SEVERITIES)));
    }
    return severity;
  }

  /** Null, with a sentence, where the engine refuses the value. */
  private <T> @Nullable T attempt(String setting, Supplier<T> reading, String consequence) {
    try {
      return reading.get();
    } catch (IllegalArgumentException refused) {
      say("%s: %s, %s.".formatted(setting, refused.getMessage(), consequence));
      return null;
    } catch (RuntimeException unforeseen) {
      // One value that nobody thought of must not cost all alerts.
      say("%s: what is given cannot be used, %s.".formatted(setting, consequence));
      return null;
    }
  }

  private void say(String what) {
    problems.accept("openai-errors: " + given.label() + ": " + what);
  }
}
