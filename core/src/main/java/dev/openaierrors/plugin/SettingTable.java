package dev.openaierrors.plugin;

import dev.openaierrors.alert.AlertRule;
import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.Grouping;
import dev.openaierrors.alert.InvalidValueException;
import dev.openaierrors.alert.Labels;
import dev.openaierrors.alert.LinkTemplate;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.alert.When;
import dev.openaierrors.delivery.AlertSinks;
import dev.openaierrors.delivery.BodyTemplate;
import dev.openaierrors.delivery.Escaping;
import dev.openaierrors.delivery.QuietHours;
import dev.openaierrors.delivery.WebhookFormat;
import dev.openaierrors.error.ErrorField;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Provider;
import dev.openaierrors.plugin.Setting.Choice;
import java.io.IOError;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All settings, by the element that has them. Those of an appender stand alone: a service that
 * starts needs no others, and each costs it something.
 */
final class SettingTable {

  private static final int LONGEST_KEY = 64;
  // Of shorter words, every other one is near.
  private static final int SHORTEST_PLACE = 4;
  private static final int MOST_MISSPELT = 5;
  private static final String SET_IT = "set it or remove the setting";

  // Of an appender, and of what enriches without one.

  static final Setting<Set<ErrorField>> FIELDS =
      Setting.words(
          "fields",
          "all",
          // Whoever copies a key out of a log means the field.
          new Choice<>(
              "field of an OpenAI error",
              ErrorField.PREFIX,
              List.of(ErrorField.values()),
              ErrorField::id));
  static final Setting<String> LEVEL =
      Setting.word(
          "level",
          "INFO",
          new Choice<>(
              "level", List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR"), Function.identity()));
  static final Setting<Set<Provider>> PROVIDERS =
      Setting.words(
          "providers", "all", new Choice<>("provider", List.of(Provider.values()), Provider::id));

  static final List<Setting<?>> ENRICHMENT = List.of(FIELDS, LEVEL, PROVIDERS);

  // Of an appender.

  static final Setting<Mode> MODE =
      Setting.word("mode", "enrich", new Choice<>("mode", List.of(Mode.values()), Mode::id));

  static final List<Setting<?>> APPENDER = List.of(MODE);

  // Of an appender, for its alerts.

  static final Setting<String> SERVICE = text("service", "the application's name");
  static final Setting<String> ENVIRONMENT = text("environment", "none");
  static final Setting<String> INSTANCE = text("instance", "the host's name");
  static final Setting<ZoneId> ZONE = Setting.of("zone", "UTC", Zones::zone);
  static final Setting<QuietHours> QUIET_HOURS =
      Setting.of("quietHours", "none", SettingTable::quietHours);
  static final Setting<Boolean> ON = Setting.truth("alerts", "on");
  static final Setting<Boolean> SAMPLES = Setting.truth("samples", "on");
  static final Setting<Path> STATE_FILE = Setting.of("stateFile", "none", SettingTable::path);
  static final Setting<Path> MUTE_FILE = Setting.of("muteFile", "none", SettingTable::path);
  static final Setting<Grouping> GROUP_BY = new Setting<>("groupBy", "none", GroupingWords::read);
  static final Setting<Integer> MAX_KEYS =
      Setting.number("maxKeys", AlertRules.DEFAULT_MAX_KEYS, 1, AlertRules.MOST_KEYS);
  static final Setting<LinkTemplate> RUNBOOK = link("runbook");
  static final Setting<LinkTemplate> LOG_LINK = link("logLink");
  static final Setting<Boolean> JMX = Setting.truth("jmx", "false");

  static final List<Setting<?>> ALERTS =
      List.of(
          SERVICE,
          ENVIRONMENT,
          INSTANCE,
          ZONE,
          QUIET_HOURS,
          ON,
          SAMPLES,
          STATE_FILE,
          MUTE_FILE,
          GROUP_BY,
          MAX_KEYS,
          RUNBOOK,
          LOG_LINK,
          JMX);

  private SettingTable() {}

  private static Setting<String> text(String name, String otherwise) {
    return Setting.of(name, otherwise, text -> Setting.found(text, SET_IT));
  }

  private static Setting<LinkTemplate> link(String name) {
    return Setting.of(
        name,
        "none",
        text ->
            LinkTemplate.of(
                Setting.found(text, "set it, or write a place of the link without $, as {rule}")));
  }

  private static QuietHours quietHours(String text) {
    return QuietHours.parse(Setting.found(text, SET_IT));
  }

  private static Path path(String text) {
    try {
      return Path.of(Setting.found(text, SET_IT)).toAbsolutePath();
    } catch (InvalidPathException | SecurityException | IOError notAPath) {
      throw InvalidValueException.unusable(
          Words.quote(text) + " is no path of a file",
          "write one as /var/run/app/openai-alerts.state");
    }
  }

  private static Duration duration(String text) {
    return Setting.duration(text, Duration.ofSeconds(1), AlertRule.MAX_QUIET);
  }

  /**
   * An address that may be a secret.
   *
   * @param advice what would be right
   */
  private static Setting<URI> url(String advice) {
    return Setting.of(
        "url",
        "",
        text -> {
          try {
            return AlertSinks.url(Setting.found(text, advice));
          } catch (InvalidValueException wrong) {
            throw InvalidValueException.unusable(wrong.problem(), advice);
          }
        });
  }

  private static String key(String text) {
    String advice =
        "give the integration key of an Events API v2 integration, 32 letters and digits";
    String key = Setting.found(text, advice);
    if (key.isEmpty() || key.length() > LONGEST_KEY || !key.chars().allMatch(Words::isPlain)) {
      throw InvalidValueException.unusable(
          "what is given has more than letters and digits in it", advice);
    }
    return key;
  }

  private static Map<String, String> headers(
      List<String> lines, Consumer<InvalidValueException> problems) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      String name = line.substring(0, Math.max(0, colon)).strip();
      String value = line.substring(colon + 1).strip();
      try {
        Setting.found(line, "set it or remove the header");
        AlertSinks.checkHeader(name, value);
        headers.put(name, value);
      } catch (InvalidValueException wrong) {
        problems.accept(wrong);
      }
    }
    return headers;
  }

  /** A misspelt place is told of and left out; what only looks like one stays. */
  private static @Nullable BodyTemplate body(
      List<String> texts, Consumer<InvalidValueException> problems) {
    String text = texts.get(texts.size() - 1);
    try {
      String kept = Setting.found(text, SET_IT);
      BodyTemplate.parse(kept);
      for (String word : misspeltPlaces(kept)) {
        problems.accept(
            InvalidValueException.unusable(
                Words.quote("{" + word + "}") + " is no place for a value",
                Words.advice(word, BodyTemplate.places())));
        kept = kept.replace("{" + word + "}", "");
      }
      return BodyTemplate.parse(kept);
    } catch (InvalidValueException wrong) {
      problems.accept(wrong);
      return null;
    }
  }

  private static List<String> misspeltPlaces(String text) {
    return BodyTemplate.otherWords(text).stream()
        .filter(word -> word.length() >= SHORTEST_PLACE)
        .filter(word -> Words.nearest(word, BodyTemplate.places()) != null)
        .limit(MOST_MISSPELT)
        .toList();
  }

  private static String contentType(String text) {
    String advice = "write application/json, application/x-www-form-urlencoded or text/plain";
    if (Escaping.of(Setting.found(text, advice)) == null) {
      throw InvalidValueException.unusable(Words.quote(text) + " is no type of a body", advice);
    }
    try {
      AlertSinks.checkHeader("Content-Type", text);
    } catch (InvalidValueException notAHeader) {
      throw InvalidValueException.unusable(Words.quote(text) + " is no type of a body", advice);
    }
    return text;
  }

  /** The names of these settings. */
  static List<String> names(List<Setting<?>> settings) {
    return settings.stream().<String>map(Setting::name).toList();
  }

  /** Of an alert; what is not given is that of the rule. */
  static final class OfRule {

    private static final Choice<ErrorKind> KIND =
        new Choice<>("kind of OpenAI error", List.of(ErrorKind.values()), ErrorKind::id);
    private static final Choice<Severity> SEVERITIES =
        new Choice<>("severity", List.of(Severity.values()), Severity::id);

    static final Setting<String> NAME = Setting.of("name", "", Function.identity());
    static final Setting<Set<ErrorKind>> KINDS = Setting.words("kinds", "", KIND);
    static final Setting<List<When>> WHEN = Setting.of("when", "", When::parse);
    static final Setting<Duration> QUIET = Setting.of("quiet", "", SettingTable::duration);

    /** Zero is never. */
    static final Setting<Duration> REPEAT =
        Setting.of(
            "repeat",
            "",
            text ->
                switch (text.toLowerCase(Locale.ROOT)) {
                  case "never", "off", "none" -> Duration.ZERO;
                  default -> duration(text);
                });

    static final Setting<Severity> SEVERITY = Setting.word("severity", "", SEVERITIES);
    static final Setting<Boolean> ENABLED = Setting.truth("enabled", "true");

    static final List<Setting<?>> RULE =
        List.of(NAME, KINDS, WHEN, QUIET, REPEAT, SEVERITY, RUNBOOK, LOG_LINK, ENABLED);

    private OfRule() {}
  }

  /** Of a label. */
  static final class OfLabel {

    static final Setting<String> LABEL_NAME = Setting.of("name", "", Labels::name);
    static final Setting<String> LABEL_VALUE =
        Setting.of("value", "", text -> Labels.value(Setting.found(text, SET_IT)));

    static final List<Setting<?>> LABEL = List.of(LABEL_NAME, LABEL_VALUE);

    private OfLabel() {}
  }

  /**
   * Of destinations. What may be a secret, that is every address, key and header, is never repeated
   * in a sentence. They come from the environment of a service, so that a wrong one is no error.
   */
  static final class OfSink {

    static final Setting<URI> SLACK_URL =
        url("give the address of an incoming webhook, https://hooks.slack.com/services/…");
    static final Setting<String> ROUTING_KEY = Setting.of("routingKey", "", SettingTable::key);
    static final Setting<URI> PAGER_DUTY_URL =
        url("leave it out, or give the address of an Events API, https://…");
    static final Setting<URI> ALERTMANAGER_URL =
        url("give its address without a path of the API, as http://127.0.0.1:9093");
    static final Setting<URI> WEBHOOK_URL =
        url("give the whole address, as https://example.org/hook");
    static final Setting<Map<String, String>> HEADER =
        new Setting<>("header", "none", SettingTable::headers).takingSeveral();
    static final Setting<WebhookFormat> FORMAT =
        Setting.word(
            "format",
            "json",
            new Choice<>(
                "format of a webhook", List.of(WebhookFormat.values()), WebhookFormat::id));

    /** Instead of a format. */
    static final Setting<BodyTemplate> BODY = new Setting<>("body", "none", SettingTable::body);

    static final Setting<String> CONTENT_TYPE =
        Setting.of("contentType", "application/json", SettingTable::contentType);
    static final Setting<Severity> MIN_SEVERITY =
        Setting.word("minSeverity", "info", OfRule.SEVERITIES);
    static final Setting<QuietHours> OWN_QUIET_HOURS =
        Setting.of("quietHours", "", SettingTable::quietHours);
    static final Setting<Boolean> SEND_RESOLVED = Setting.truth("sendResolved", "true");

    /** Which rules there are is not known here; {@link #rules} reads it. */
    static final Setting<Set<String>> RULES = rules(List.of());

    private OfSink() {}

    /** The names of some of the rules that there are. */
    static Setting<Set<String>> rules(List<String> known) {
      return Setting.words("rules", "all", new Choice<>("rule", known, Function.identity()));
    }
  }

  /** Of a filter. */
  static final class OfFilter {

    private static final Choice<FilterDecision> REPLIES =
        new Choice<>("answer of a filter", List.of(FilterDecision.values()), FilterDecision::name);

    static final Setting<Set<ErrorKind>> MATCHING_KINDS =
        Setting.words("kinds", "all", OfRule.KIND);
    static final Setting<Boolean> RETRYABLE = Setting.truth("retryable", "both");
    static final Setting<FilterDecision> ON_MATCH = Setting.word("onMatch", "NEUTRAL", REPLIES);
    static final Setting<FilterDecision> ON_MISMATCH = Setting.word("onMismatch", "DENY", REPLIES);

    static final List<Setting<?>> FILTER =
        List.of(MATCHING_KINDS, RETRYABLE, ON_MATCH, ON_MISMATCH);

    private OfFilter() {}
  }
}
