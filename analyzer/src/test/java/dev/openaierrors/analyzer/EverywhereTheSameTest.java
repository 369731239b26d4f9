package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever language and zone a machine is set to, the command says the same, and reads the same.
 */
class EverywhereTheSameTest {

  private static final Instant AT = Instant.parse("2026-05-04T10:00:00Z");

  @TempDir Path folder;
  private final Locale language = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();
  private Path log;
  private Path before;
  private Path rules;

  @BeforeEach
  void aLogOfSomeHours() throws IOException {
    Logs logs = new Logs();
    for (int i = 0; i < 1010; i++) {
      logs.quota(AT.plusSeconds(11L * i), "a" + i % 7);
      if (i % 50 == 0) {
        logs.rateLimit(AT.plusSeconds(11L * i + 3), "b" + i % 5);
      }
    }
    log = logs.in(folder, "app.log");
    before = new Logs().rateLimit(AT.minusSeconds(86_400), "a").in(folder, "before.log");
    rules =
        Files.writeString(
            folder.resolve("log4j2.xml"),
            "<Configuration><Appenders><OpenAiErrors name='O'><Alert name='mine' when='3 in 10m'"
                + " wrong='x'/></OpenAiErrors></Appenders></Configuration>");
  }

  @AfterEach
  void asBefore() {
    Locale.setDefault(language);
    TimeZone.setDefault(zone);
  }

  private Map<String, String> everything() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String words :
        List.of(
            "analyze --format=text",
            "analyze --format=json",
            "analyze --format=html",
            "analyze --format=markdown",
            "analyze --list -C 1 --kind=rate_limit_exceeded",
            "analyze --list --format=json --kind=rate_limit_exceeded",
            "analyze --list --format=csv --kind=rate_limit_exceeded",
            "analyze --against=" + before,
            "analyze --rules=" + rules,
            "analyze --since=2026-05-04T11:00 --until=12:00",
            "analyze --kind=INSUFFICIENT_QUOTA --level=WARNING --fail-on=INVALID_API_KEY",
            "analyze --kind=RATE_LIMIT --format=json",
            "analyze --time-format=dd.MMM.yyyy",
            "analyze /nowhere/at/all.log")) {
      List<String> more = new ArrayList<>(List.of(words.split(" ", -1)));
      more.add(log.toString());
      put(all, words, new CommandRun(), more);
    }
    put(all, "kinds", new CommandRun(), List.of("kinds"));
    String text = "OpenAI: 429 INSUFFICIENT_QUOTA Rate limit reached for gpt-4o: Limit 30000";
    put(all, "why", new CommandRun(), List.of("explain", "--why", text));
    put(all, "kind", new CommandRun(), List.of("explain", "TIMEOUT"));
    put(
        all,
        "classify",
        new CommandRun().input("{\"id\":1234567,\"text\":\"" + text + "\"}\n"),
        List.of("classify"));
    return all;
  }

  private static void put(
      Map<String, String> all, String name, CommandRun run, List<String> words) {
    run.run(words.toArray(String[]::new));
    all.put(name, run.code() + "\n" + run.out() + run.err());
  }

  /** Other digits, other separators, another calendar, another small letter for I. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ar-EG-u-nu-arab",
        "th-TH-u-ca-buddhist-nu-thai",
        "tr-TR",
      })
  void inEveryLanguage(String tag) {
    Locale.setDefault(Locale.ROOT);
    Map<String, String> expected = everything();
    Locale.setDefault(Locale.forLanguageTag(tag));
    everything()
        .forEach((words, said) -> assertThat(said).as(words).isEqualTo(expected.get(words)));
  }

  /** The zone of a report is that of whoever asks, which the test gives; none is taken besides. */
  @ParameterizedTest
  @ValueSource(strings = {"Asia/Kathmandu"})
  void inEveryZone(String name) {
    Map<String, String> expected = everything();
    TimeZone.setDefault(TimeZone.getTimeZone(name));
    everything()
        .forEach((words, said) -> assertThat(said).as(words).isEqualTo(expected.get(words)));
  }
}
