package dev.openaierrors.plugin;

import dev.openaierrors.alert.AlertRule;
import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.DefaultRules;
import dev.openaierrors.alert.Durations;
import dev.openaierrors.alert.When;
import dev.openaierrors.error.ErrorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What some settings of alerts come to, in every framework.
 *
 * @param setup the settings
 * @param rules what is different from the default; a rule that is gone begins with a minus
 * @param sentences what is said of them, all of it, behind its level
 */
record AlertSettingsCase(AlertSetup setup, List<String> rules, List<String> sentences) {

  private static final String DEFAULTS =
      "credentials, access, quota, rate-limit-burst, rate-limit-chronic, rate-limit-daily,"
          + " request-too-large, slow-down, outage, unreachable, misconfigured, bad-requests,"
          + " unclassified.";
  private static final String KINDS =
      Stream.of(ErrorKind.values()).map(ErrorKind::id).collect(Collectors.joining(", ")) + ".";
  private static final String SECRET = "T0PSECRET";

  private static AlertSettingsCase of(AlertSetup setup) {
    return new AlertSettingsCase(setup, List.of(), List.of());
  }

  private static AlertSetup alert(String... settings) {
    return AlertSetup.plain().element("alert", settings);
  }

  private AlertSettingsCase means(String... expected) {
    return new AlertSettingsCase(setup, List.of(expected), sentences);
  }

  /** Words that mean nothing. */
  private AlertSettingsCase says(String... expected) {
    return tells("ERROR openai-errors: ", expected);
  }

  /** What is no mistake of the configuration's words. */
  private AlertSettingsCase warns(String... expected) {
    return tells("WARN openai-errors: ", expected);
  }

  /** What may be meant so. */
  private AlertSettingsCase informs(String... expected) {
    return tells("INFO openai-errors: ", expected);
  }

  private AlertSettingsCase tells(String lead, String... expected) {
    Stream<String> more = Stream.of(expected).map(lead::concat);
    return new AlertSettingsCase(setup, rules, Stream.concat(sentences.stream(), more).toList());
  }

  static Stream<AlertSettingsCase> all() {
    return Stream.of(
            ruleCases(),
            misreadRules(),
            settings(),
            labels(),
            destinations(),
            unset(),
            own(),
            unknown())
        .flatMap(cases -> cases);
  }

  private static Stream<AlertSettingsCase> ruleCases() {
    return Stream.of(
        of(AlertSetup.plain()),
        of(alert(
                "name", "quota",
                "kinds", "insufficient_quota",
                "when", "3 in 10m over 2 minutes",
                "quiet", "30m",
                "repeat", "1h",
                "severity", "critical"))
            .means("quota: 3 in 10m over 2 minutes [insufficient_quota] critical 30m 1h"),
        of(alert("name", "outage", "quiet", "PT20M", "repeat", "2 hours"))
            .means(
                "outage: 10 in 5m over 2 minutes or 500 in 1m or 5 spread over 10m in 30m or 4 spread over 30m in 6h"
                    + " [server_error, engine_overloaded] warning 20m 2h"),
        of(alert("name", "slow-down", "severity", "INFO", "repeat", "never"))
            .means("slow-down: first [slow_down] info 15m -"),
        of(alert("name", "unclassified", "enabled", "false")).means("-unclassified"),
        of(alert("name", "access", "enabled", "off").element("alert", "name", "quota"))
            .means("-access"),
        of(alert(
                "name", "mine",
                "kinds", "timeout server_error",
                "when", "2 in 90s or 5 of 10 minutes"))
            .means("mine: 2 in 90s or 5 of 10 minutes [server_error, timeout] warning 30m 1h"),
        of(alert("name", "outage", "quiet", "5m").element("alert", "name", "outage", "quiet", "6m"))
            .means(
                "outage: 10 in 5m over 2 minutes or 500 in 1m or 5 spread over 10m in 30m or 4 spread over 30m in 6h"
                    + " [server_error, engine_overloaded] warning 6m 30m"));
  }

  private static Stream<AlertSettingsCase> misreadRules() {
    return Stream.of(
        of(alert("kinds", "timeout"))
            .says(
                "alert: has no name and is left out; give it one of your own, or that of the default"
                    + " rule to change: "
                    + DEFAULTS),
        of(alert("name", "qouta", "quiet", "1h"))
            .says(
                "alert 'qouta': is no default rule, so it needs kinds and when, and is left out; did"
                    + " you mean 'quota'? Known: "
                    + DEFAULTS),
        of(alert("name", "qouta", "enabled", "false"))
            .says(
                "alert 'qouta': is no rule, so there is nothing to switch off; did you mean 'quota'?"
                    + " Known: "
                    + DEFAULTS),
        of(alert("name", "slow-down", "severity", "hihg"))
            .says(
                "alert 'slow-down': severity: 'hihg' is no severity, so warning is used; Known: info,"
                    + " warning, critical."),
        of(alert("name", "slow-down", "enabled", "maybe"))
            .says(
                "alert 'slow-down': enabled: 'maybe' is neither true nor false, so the rule is on."),
        of(alert("name", "outage", "quiet", "soon", "repeat", "0s"))
            .warns(
                "alert 'outage': quiet: 'soon' is no duration, so 10m is used; write a duration like"
                    + " 90s, 10m, 10 minutes or PT10M.",
                "alert 'outage': repeat: '0s' is no duration, so 30m is used; write a duration like"
                    + " 90s, 10m, 10 minutes or PT10M."),
        of(alert("name", "slow-down", "when", "often"))
            .says(
                "alert 'slow-down': when: 'often' is no condition, so 'first' is used; write first,"
                    + " explicit code, 3 in 10m, 3 in 10m over 2 minutes, 3 spread over 15m in 1h,"
                    + " 10 of 15 minutes, 20% of 50 in 10m, or again; join alternatives by or."),
        of(alert("name", "mine", "kinds", "timeuot", "when", "first", "severity", "hihg"))
            .says(
                "alert 'mine': kinds: 'timeuot' is no kind of OpenAI error and no known word is left,"
                    + " so the rule is left out; did you mean 'timeout'? Known: "
                    + KINDS,
                "alert 'mine': severity: 'hihg' is no severity; Known: info, warning, critical."));
  }

  private static Stream<AlertSettingsCase> settings() {
    return Stream.of(
        of(
            AlertSetup.plain()
                .with("service", "chat-api")
                .with("environment", "prod")
                .with("alerts", "on")
                .with("samples", "on")
                .with("groupBy", "provider, organization")
                .with("zone", "Europe/Berlin")
                .with("quietHours", "Mon-Fri 22:00-07:00, Sat, Sun")
                .with("maxKeys", "16")
                .with("jmx", "false")),
        of(AlertSetup.plain().with("alerts", "maybe"))
            .says("alerts: 'maybe' is neither on nor off, so on is used."),
        of(AlertSetup.plain().with("samples", "off")).means("no samples"),
        of(AlertSetup.plain().with("samples", "some"))
            .says("samples: 'some' is neither on nor off, so off is used.")
            .means("no samples"),
        of(AlertSetup.plain().with("jmx", "2"))
            .says("jmx: '2' is neither true nor false, so false is used."),
        of(AlertSetup.plain().with("maxKeys", "many"))
            .warns("maxKeys: 'many' is no number from 1 to 4096, so 256 is used."),
        of(AlertSetup.plain().with("quietHours", "night"))
            .warns(
                "quietHours: 'night' are no quiet hours, so no hours are quiet; write hours like"
                    + " 22:00-07:00, Mon-Fri 22:00-07:00 or Sat,Sun; join several by commas."),
        of(AlertSetup.plain()
                .element("slack", "url", "https://127.0.0.1:9/s", "quietHours", "22-22"))
            .warns(
                "slack: quietHours: '22-22' are no quiet hours, so those of the appender are used;"
                    + " write hours like 22:00-07:00, Mon-Fri 22:00-07:00 or Sat,Sun; join several"
                    + " by commas."),
        of(AlertSetup.plain().with("zone", "Europe/Berln"))
            .warns(
                "zone: 'Europe/Berln' is no time zone that this Java runtime knows, so UTC is used;"
                    + " did you mean 'Europe/Berlin'? Otherwise write an id as Europe/Berlin, UTC or"
                    + " +05:30."),
        of(AlertSetup.plain().with("groupBy", "modle"))
            .says(
                "groupBy: 'modle' is no dimension to group by and no known word is left, so"
                    + " incidents are not grouped; did you mean 'model'? Known: model, logger,"
                    + " limit, code, param, organization, project, key, host, attempts, provider, mdc:KEY."),
        of(AlertSetup.plain().with("groupBy", "model, mdc:tenant MDC:user.id, mdc:tenant"))
            .means("by mdc:tenant, mdc:user.id"),
        of(AlertSetup.plain().with("groupBy", "mdc:tenant, modle"))
            .means("by mdc:tenant")
            .says(
                "groupBy: 'modle' is no dimension to group by, so it is left out; did you mean"
                    + " 'model'? Known: model, logger, limit, code, param, organization, project,"
                    + " key, host, attempts, provider, mdc:KEY."),
        of(AlertSetup.plain().with("groupBy", "mdc:"))
            .says(
                "groupBy: 'mdc:' names no key of the MDC, so incidents are not grouped; write a key"
                    + " of letters, digits, - _ and . behind it, as mdc:tenant."),
        of(AlertSetup.plain().with("groupBy", "mdc:a mdc:b mdc:c mdc:d mdc:e"))
            .means("by mdc:a, mdc:b, mdc:c, mdc:d")
            .warns(
                "groupBy: 'mdc:e' is one key of the MDC too many, so it is left out; there are at"
                    + " most 4."),
        of(AlertSetup.plain().with("groupBy", "model, mdc:OPENAI_TEST_IS_UNDEFINED"))
            .warns(
                "groupBy: the variable 'OPENAI_TEST' is not set, so it is left out; set it or remove"
                    + " the word."));
  }

  private static AlertSetup label(String... settings) {
    return AlertSetup.plain().element("label", settings);
  }

  private static Stream<AlertSettingsCase> labels() {
    AlertSetup many = AlertSetup.plain();
    for (int i = 1; i <= 17; i++) {
      many = many.element("label", "name", "l" + i, "value", "v");
    }
    String advice =
        "; write an address with a host, at most 1000 characters, as"
            + " https://wiki.example.com/runbooks/{rule}.";
    return Stream.of(
        of(AlertSetup.plain().with("runbook", "wiki/{rule}"))
            .warns("runbook: what is given is no address of a page, so alerts have none" + advice),
        of(AlertSetup.plain().with("logLink", "https://u:" + SECRET + "@acme.com/"))
            .warns("logLink: what is given is no address of a page, so alerts have none" + advice),
        of(AlertSetup.plain().with("logLink", "https://acme.com/?q={servic}&a=b"))
            .says(
                "logLink: '{servic}' is no place of a link, so alerts have none; write one of"
                    + " {service}, {environment}, {instance}, {rule}, {group}, {kind}, {severity},"
                    + " {provider}, {model}, {requestId}, {id}, {from}, {to}, {fromMillis},"
                    + " {toMillis}."),
        of(AlertSetup.plain().with("runbook", "https://OPENAI_TEST_IS_UNDEFINED/{rule}"))
            .warns(
                "runbook: the variable 'OPENAI_TEST' is not set, so alerts have none; set it, or"
                    + " write a place of the link without $, as {rule}."),
        of(alert("name", "quota", "runbook", "ftp://acme.com"))
            .warns(
                "alert 'quota': runbook: what is given is no address of a page, so that of the"
                    + " appender is used"
                    + advice),
        of(label("name", "team", "value", "payments & more")),
        of(many.element("label", "name", "l1", "value", "w"))
            .warns("label 'l17': is left out, since there are 16 labels already."),
        of(label("name", "Team", "value", "payments"))
            .says(
                "label 'Team': name: 'Team' is no name for a label, so it is left out; write a small"
                    + " letter, then such, digits and _, at most 64."),
        of(label("name", "severity", "value", "p1"))
            .says(
                "label 'severity': name: 'severity' is what alerts say by themselves, so it is left"
                    + " out; give it another name."),
        of(label("name", "team", "value", "p".repeat(129)))
            .warns(
                "label 'team': value: what is given is no value for a label, so it is left out; write"
                    + " 1 to 128 characters that can be shown."),
        of(label("name", "team"))
            .warns("label 'team': needs a name and a value and is left out; give it both."),
        of(label("name", "team", "valeu", "payments"))
            .says(
                "label 'team': 'valeu' is no setting of it and is ignored; did you mean 'value'?"
                    + " Known: name, value.")
            .warns("label 'team': needs a name and a value and is left out; give it both."),
        of(label("name", "team", "value", "OPENAI_TEST_IS_UNDEFINED"))
            .warns(
                "label 'team': value: the variable 'OPENAI_TEST' is not set, so it is left out; set"
                    + " it or remove the setting."));
  }

  private static Stream<AlertSettingsCase> destinations() {
    String hook = "https://127.0.0.1:9/services/" + SECRET;
    return Stream.of(
        of(
            AlertSetup.plain()
                .element("slack", "url", hook, "minSeverity", "warning")
                .element("pagerDuty", "routingKey", "0123456789abcdef0123456789abcdef")
                .element("alertmanager", "url", "http://127.0.0.1:9")
                .element(
                    "webhook",
                    Map.of("Authorization", "Bearer " + SECRET),
                    "url",
                    hook,
                    "sendResolved",
                    "false")),
        of(AlertSetup.plain().element("slack", "minSeverity", "warning"))
            .informs(
                "slack: url: is missing, so nothing is sent there; give the address of an incoming"
                    + " webhook, https://hooks.slack.com/services/…."),
        of(AlertSetup.plain().element("slack", "url", SECRET))
            .warns(
                "slack: url: what is given is no http or https address, so nothing is sent there;"
                    + " give the address of an incoming webhook,"
                    + " https://hooks.slack.com/services/…."),
        of(AlertSetup.plain().element("webhook", "url", "ftp://" + SECRET + "@127.0.0.1"))
            .warns(
                "webhook: url: what is given is no http or https address, so nothing is sent there;"
                    + " give the whole address, as https://example.org/hook."),
        of(AlertSetup.plain().element("alertmanager", "url", ""))
            .informs(
                "alertmanager: url: is missing, so nothing is sent there; give its address without a"
                    + " path of the API, as http://127.0.0.1:9093."),
        of(AlertSetup.plain().element("pagerDuty", "routingKey", SECRET + " " + SECRET))
            .warns(
                "pagerDuty: routingKey: what is given has more than letters and digits in it, so"
                    + " nothing is sent there; give the integration key of an Events API v2"
                    + " integration, 32 letters and digits."),
        of(AlertSetup.plain().element("slack", "url", hook, "minSeverity", "alarming"))
            .says(
                "slack: minSeverity: 'alarming' is no severity, so info is used; Known: info,"
                    + " warning, critical."),
        of(AlertSetup.plain()
                .element("alert", "name", "unclassified", "enabled", "false")
                .element("slack", "url", hook, "rules", "quota, Outage unclassified"))
            .means("-unclassified"),
        of(alert("name", "mine", "kinds", "timeout", "when", "first")
                .element("slack", "url", hook, "rules", "quota, mien"))
            .means("mine: first [timeout] warning 30m 1h")
            .says(
                "slack: rules: 'mien' is no rule, so it is left out; did you mean 'mine'? Known: "
                    + DEFAULTS.replace(".", ", mine.")),
        of(AlertSetup.plain().element("slack", "url", hook, "rules", "qouta"))
            .says(
                "slack: rules: 'qouta' is no rule and no known word is left, so those of all rules"
                    + " are sent; did you mean 'quota'? Known: "
                    + DEFAULTS),
        of(AlertSetup.plain().element("slack", "url", hook, "sendResolved", "never"))
            .says("slack: sendResolved: 'never' is neither true nor false, so true is used."),
        of(
            AlertSetup.plain()
                .element(
                    "webhook",
                    "url",
                    hook,
                    "body",
                    "{\"text\": \"{title} {x} {}\", \"n\": {count}}")),
        of(AlertSetup.plain()
                .element("webhook", "url", hook, "body", "{\"text\": \"{titel}, {Summary}\"}"))
            .warns(
                "webhook: body: '{titel}' is no place for a value, so it is left out; did you mean"
                    + " 'title'? Known: title, summary, cause, fix, nextStep, guide, runbook, logLink, line, state,"
                    + " severity, color, colorNumber, emoji, rule, group, kind, code, retryable,"
                    + " provider, count, ratePerMinute, service, environment, instance, id, key,"
                    + " at, startsAt, lastSeen, reason, sample."),
        of(AlertSetup.plain().element("webhook", "url", hook, "body", "{\"text\": {title}}"))
            .warns(
                "webhook: body: is no JSON once its places are filled, so nothing is sent there;"
                    + " put places for text, such as {title}, between double quotes, or set"
                    + " contentType."),
        of(
            AlertSetup.plain()
                .element("webhook", "url", hook, "body", "{title}", "contentType", "text/plain")),
        of(AlertSetup.plain()
                .element("webhook", "url", hook, "body", "{}", "contentType", "text/xml"))
            .warns(
                "webhook: contentType: 'text/xml' is no type of a body, so application/json is used;"
                    + " write application/json, application/x-www-form-urlencoded or text/plain."),
        of(AlertSetup.plain().element("webhook", "url", hook, "format", "team"))
            .says(
                "webhook: format: 'team' is no format of a webhook, so json is used; did you mean"
                    + " 'teams'? Known: json, teams, googlechat, discord, opsgenie."),
        of(AlertSetup.plain().element("webhook", Map.of("X Y", SECRET), "url", hook))
            .warns(
                "webhook: header: what is given is no header, so it is left out; write Name: value, as"
                    + " Authorization: Bearer …."));
  }

  /** What a variable should have given, as either framework leaves it. */
  private static Stream<AlertSettingsCase> unset() {
    String text = "OPENAI_TEST_IS_UNDEFINED";
    return Stream.of(
        of(AlertSetup.plain().element("slack", "url", text))
            .warns(
                "slack: url: the variable 'OPENAI_TEST' is not set, so nothing is sent there; give"
                    + " the address of an incoming webhook, https://hooks.slack.com/services/…."),
        of(AlertSetup.plain().element("pagerDuty", "routingKey", text))
            .warns(
                "pagerDuty: routingKey: the variable 'OPENAI_TEST' is not set, so nothing is sent"
                    + " there; give the integration key of an Events API v2 integration, 32 letters"
                    + " and digits."),
        of(AlertSetup.plain().element("pagerDuty", "routingKey", " "))
            .informs(
                "pagerDuty: routingKey: is missing, so nothing is sent there; give the integration"
                    + " key of an Events API v2 integration, 32 letters and digits."),
        of(AlertSetup.plain()
                .element(
                    "webhook",
                    Map.of("Authorization", SECRET + " " + text),
                    "url",
                    "http://127.0.0.1:9"))
            .warns(
                "webhook: header: the variable 'OPENAI_TEST' is not set, so it is left out; set it or"
                    + " remove the header."),
        of(AlertSetup.plain().with("environment", text))
            .warns(
                "environment: the variable 'OPENAI_TEST' is not set, so alerts name none; set it or"
                    + " remove the setting."),
        of(AlertSetup.plain().with("stateFile", "/tmp/" + text))
            .warns(
                "stateFile: the variable 'OPENAI_TEST' is not set, so nothing survives a restart;"
                    + " set it or remove the setting."),
        of(AlertSetup.plain().with("maxKeys", text))
            .warns(
                "maxKeys: 'OPENAI_TEST_IS_UNDEFINED' is no number from 1 to 4096, so 256 is used."),
        of(alert("name", "slow-down", "quiet", text))
            .warns(
                "alert 'slow-down': quiet: 'OPENAI_TEST_IS_UNDEFINED' is no duration, so 15m is used;"
                    + " write a duration like 90s, 10m, 10 minutes or PT10M."),
        of(alert("name", "slow-down", "repeat", "PT2147483647999999H"))
            .warns(
                "alert 'slow-down': repeat: 'PT2147483647999999H' is too long, so never is used;"
                    + " write a duration from 1s to 24h."));
  }

  /** Destinations of a user's own, which Logback makes itself. */
  private static Stream<AlertSettingsCase> own() {
    String sink = TicketSink.class.getName();
    return Stream.of(
        of(AlertSetup.plain().element("sink", Map.of("queue", "ops"), "class", sink)),
        of(AlertSetup.plain().element("sink", Map.of("queu", SECRET), "class", sink))
            .says(
                "sink: 'queu' is no setting of it and is ignored; did you mean 'queue'? Known:"
                    + " queue."),
        of(AlertSetup.plain().element("sink", "class", "com.acme.Missing"))
            .says(
                "sink: there is no class 'com.acme.Missing', so nothing is sent there; look at its"
                    + " name and whether its jar is beside the framework's."),
        of(AlertSetup.plain().element("sink", "class", "java.lang.Object"))
            .says(
                "sink: 'java.lang.Object' does not implement dev.openaierrors.alert.AlertSink, so"
                    + " nothing is sent there."));
  }

  private static Stream<AlertSettingsCase> unknown() {
    return Stream.of(
        of(alert("name", "quota", "quite", "1h"))
            .says(
                "alert 'quota': 'quite' is no setting of it and is ignored; did you mean 'quiet'?"
                    + " Known: name, kinds, when, quiet, repeat, severity, runbook, logLink, enabled."),
        of(AlertSetup.plain()
                .element("alertmanager", "url", "http://127.0.0.1:9", "adress", SECRET))
            .says(
                "alertmanager: 'adress' is no setting of it and is ignored; Known: url,"
                    + " minSeverity, rules, quietHours."));
  }

  /** What of these rules is not as by default. */
  static List<String> differences(AlertRules rules) {
    List<String> lines = new ArrayList<>();
    for (AlertRule rule : DefaultRules.all()) {
      if (rules.rule(rule.name()) == null) {
        lines.add("-" + rule.name());
      }
    }
    if (!rules.groupBy().contextKeys().isEmpty()) {
      lines.add("by mdc:" + String.join(", mdc:", rules.groupBy().contextKeys()));
    }
    if (!rules.samples()) {
      lines.add("no samples");
    }
    for (AlertRule rule : rules.rules()) {
      AlertRule before = DefaultRules.named(rule.name());
      if (!rule.withRunbook(null).withLogLink(null).equals(before)) {
        lines.add(line(rule));
      }
    }
    return lines;
  }

  private static String line(AlertRule rule) {
    return "%s: %s %s %s %s %s"
        .formatted(
            rule.name(),
            When.words(rule.when()),
            rule.kinds().stream().sorted().map(ErrorKind::id).toList(),
            rule.severity().id(),
            Durations.words(rule.quiet().period()),
            rule.reminders() == null ? "-" : Durations.words(rule.reminders().first()));
  }

  static boolean holdsASecret(String text) {
    return text.contains(SECRET);
  }
}
