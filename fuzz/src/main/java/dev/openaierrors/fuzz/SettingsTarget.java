package dev.openaierrors.fuzz;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertEngine;
import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.Failure;
import dev.openaierrors.alert.Origin;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.plugin.AlertServices;
import dev.openaierrors.plugin.AlertSettings;
import dev.openaierrors.plugin.ErrorFilter;
import dev.openaierrors.plugin.FilterSettings;
import dev.openaierrors.plugin.PipelineSettings;
import dev.openaierrors.plugin.SettingNames;
import dev.openaierrors.plugin.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All settings of appender, filter, alerts and destinations as any text: each gives a value that
 * works, what is wrong gives sentences that name it and show no secret, and nothing switches all
 * alerts off but the word for it.
 */
public final class SettingsTarget {

  private static final Path FOLDER = Scratch.folder("openai-errors-settings");
  private static final String SECRET = "S3cr3tOfTheUser";
  private static final int MOST_ELEMENTS = 4;
  private static final long MOST_BYTES = 100_000_000;

  private static final List<String> WORDS =
      List.of(
          "kind",
          "fix",
          "retryable",
          "code",
          "openai",
          "azure",
          "INFO",
          "WARN",
          "true",
          "false",
          "on",
          "off",
          "never",
          "info",
          "warning",
          "critical",
          "quota",
          "outage",
          "mine",
          "insufficient_quota",
          "server_error",
          "timeout",
          "first",
          "3 in 10m",
          "10 of 15 minutes",
          "over 2 minutes",
          "or again",
          "spread over 15m in 1h",
          "explicit code",
          "or",
          "in",
          "30m",
          "1h",
          "24h",
          "PT1H",
          "P1D",
          "PT2147483647999999H",
          "-1h",
          "0",
          "1",
          "256",
          "4096",
          "2147483648",
          "1e9",
          "9223372036854775807",
          "99999999999999999999",
          "model",
          "mdc:tenant",
          "mdc:",
          "logger",
          "ACCEPT",
          "DENY",
          "NEUTRAL",
          "\u0130",
          "\u0000",
          "\n",
          "\u202e",
          "${x}",
          "%s",
          "'",
          ",",
          " ",
          "\ud83d");

  private SettingsTarget() {}

  /** For the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    Choices choices = new Choices(input, 0);
    Check.bounded("settings", MOST_BYTES, () -> read(choices));
  }

  private static boolean read(Choices choices) {
    pipeline(choices);
    filter(choices);
    alerts(choices);
    return true;
  }

  private static String checked(String sentence) {
    Check.that(sentence.startsWith("openai-errors: "), "a sentence that says who says it");
    Check.cleanText("a sentence", sentence, FuzzHost.LONGEST_SENTENCE);
    if (sentence.contains(SECRET)) {
      throw new AssertionError("a secret comes out: " + sentence);
    }
    return sentence;
  }

  private static void pipeline(Choices choices) {
    Settings given = given(choices, "fields", "level", "providers");
    FuzzHost host = new FuzzHost();
    PipelineSettings settings = PipelineSettings.ofAppender(given, "<appender>", List.of(), host);
    Check.that(!settings.fields().isEmpty(), "there are fields");
    Check.that(!settings.level().isEmpty(), "there is a level");
    settings.analyzer(host).analyze("429 Too Many Requests from api.openai.com");
    host.sentences.forEach(SettingsTarget::checked);
  }

  private static void filter(Choices choices) {
    Settings given = given(choices, "kinds", "retryable", "onMatch", "onMismatch");
    FuzzHost host = new FuzzHost();
    ErrorFilter<FuzzEvent, Throwable> filter =
        new ErrorFilter<>(
            FilterSettings.of(given, "<filter>", host),
            TextTarget.ANALYZER,
            FuzzEvent.VIEW,
            (event, key) -> null,
            host);
    Check.that(filter.decide(new FuzzEvent("started")) != null, "it answers");
    host.sentences.forEach(SettingsTarget::checked);
  }

  private static void alerts(Choices choices) {
    Settings given = given(choices, "service", "environment", "groupBy", "maxKeys", "samples");
    given.set("runbook", link(choices)).set("logLink", link(choices));
    for (int i = choices.below(MOST_ELEMENTS); i > 0; i--) {
      String name = choices.oneIn(2) ? text(choices) : choices.of("team", "tier", "severity");
      given.add("label", given(choices, "value").set("name", name));
    }
    String alerts = choices.oneIn(4) ? text(choices) : null;
    given.set("alerts", alerts).set("stateFile", file(choices));
    for (int i = choices.below(MOST_ELEMENTS); i > 0; i--) {
      given.add("alert", rule(choices));
    }
    for (int i = choices.below(MOST_ELEMENTS); i > 0; i--) {
      given.add(choices.of(SettingNames.ELEMENTS), sink(choices));
    }
    FuzzHost host = new FuzzHost();
    AlertSettings settings = new AlertSettings(given, host);
    AlertRules rules = settings.rules();
    Origin origin = settings.origin(Origin.NONE);
    boolean on = settings.isOn();
    Check.that(on || isOff(alerts), "off by nothing but the word for it: " + alerts);
    host.sentences.forEach(SettingsTarget::checked);
    drive(rules, origin);
    start(given);
  }

  private static Settings given(Choices choices, String... names) {
    Settings given = new Settings();
    for (String name : names) {
      given.set(name, text(choices));
    }
    return choices.oneIn(8) ? given.set(String.valueOf(text(choices)), text(choices)) : given;
  }

  private static boolean isOff(@Nullable String text) {
    return text != null
        && List.of("off", "false", "no").contains(text.strip().toLowerCase(java.util.Locale.ROOT));
  }

  /** Whatever the rules are, they can be asked. */
  private static void drive(AlertRules rules, Origin origin) {
    AlertEngine engine = new AlertEngine(rules, origin);
    Instant at = Instant.parse("2026-11-23T09:00:00Z");
    for (int i = 0; i < 8; i++) {
      at = at.plusSeconds(40);
      OpenAiError error = TextTarget.ANALYZER.analyze(i % 2 == 0 ? QUOTA : SERVER);
      if (error != null) {
        Failure failure = new Failure(at, error, new Failure.Source("a", null, "t" + i), null, i);
        engine.onFailure(failure).forEach(SettingsTarget::checked);
      }
    }
    engine.onTime(at.plusSeconds(1_000_000));
    engine.snapshot(at);
  }

  private static void checked(Alert alert) {
    for (String link : new String[] {alert.text().runbook(), alert.text().logLink()}) {
      boolean page =
          link == null || (link.matches("(?i)https?://[^/?#@]+([/?#].*)?") && isPrintable(link));
      Check.that(page, "a link leads to a page: " + link);
      Check.that(link == null || !link.contains("user:"), "a link shows no password");
    }
  }

  private static boolean isPrintable(String link) {
    return link.chars().allMatch(c -> c > ' ' && c != 0x7f);
  }

  private static final String QUOTA =
      "OpenAI: 429 You exceeded your current quota, please check your plan and billing details.";
  private static final String SERVER =
      "OpenAI: 500 The server had an error while processing your request. Sorry about that!";

  private static void start(Settings settings) {
    FuzzHost host = new FuzzHost();
    AlertServices.Handle handle = new AlertServices().start("OPENAI", host, settings);
    host.tick();
    handle.stop();
    host.sentences.forEach(SettingsTarget::checked);
    try {
      Scratch.clear(FOLDER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Settings rule(Choices choices) {
    return given(choices, "kinds", "when", "quiet", "repeat", "severity")
        .set("name", choices.oneIn(3) ? text(choices) : choices.of("quota", "mine"))
        .set("runbook", choices.oneIn(3) ? link(choices) : null)
        .set("enabled", choices.oneIn(3) ? text(choices) : null);
  }

  private static @Nullable String link(Choices choices) {
    String place = choices.of("", "{rule}", "{service}{from}", "{", "}", "{team}", "${rule}");
    return choices.oneIn(3) ? text(choices) : url(choices) + place + (choices.oneIn(4) ? "#" : "");
  }

  private static Settings sink(Choices choices) {
    Settings sink = given(choices, "minSeverity", "sendResolved", "rules");
    sink.set("url", url(choices));
    sink.set("routingKey", choices.orNull("", SECRET, SECRET + "\n"));
    for (int i = choices.below(3); i > 0; i--) {
      sink.set(
          "header",
          choices.of(
              "Authorization: Bearer " + SECRET,
              SECRET,
              ": " + SECRET,
              String.valueOf(text(choices)),
              "a\nb: " + SECRET));
    }
    return sink;
  }

  /** Nothing is ever sent there. */
  private static @Nullable String url(Choices choices) {
    String scheme =
        choices.of("http://", "https://", "ftp://", "", "http:/", "//", "jndi:ldap://", "HTTP://");
    String user = choices.of("", "", "user:" + SECRET + "@", SECRET + "%zz@", "@");
    String host =
        choices.of(
            "127.0.0.1",
            "localhost:1",
            "[::1]:2",
            "a_b",
            "x:99999",
            "x:-1",
            "",
            "\u0130.example",
            "[");
    String path =
        choices.of(
            "",
            "/",
            "/services/" + SECRET,
            "/?key=" + SECRET,
            "/a b" + SECRET,
            "/%" + SECRET,
            "#" + SECRET);
    String url = scheme + user + host + path;
    return choices.oneIn(4) ? null : url + (choices.oneIn(8) ? choices.text(10) : "");
  }

  /** In this folder, whatever it says. */
  private static @Nullable String file(Choices choices) {
    if (!choices.oneIn(3)) {
      return null;
    }
    String name = String.valueOf(text(choices)).replace("/", "").replace("..", "");
    return FOLDER + "/" + (name.isEmpty() ? "state" : name);
  }

  private static @Nullable String text(Choices choices) {
    return switch (choices.below(8)) {
      case 0 -> null;
      case 1 -> choices.text(40);
      case 2, 3 -> choices.of(WORDS);
      case 4 -> choices.of(WORDS) + choices.of(" ", ", ", "") + choices.of(WORDS);
      case 5 -> choices.of(WORDS) + choices.text(4);
      case 6 ->
          choices.below(256)
              + choices.of(" in ", " of ", "", "s", "m", "h", "d")
              + choices.of(WORDS);
      default -> choices.of(WORDS).repeat(1 + choices.below(200));
    };
  }
}
