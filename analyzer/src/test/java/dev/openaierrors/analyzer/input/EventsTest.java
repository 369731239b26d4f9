package dev.openaierrors.analyzer.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.Provider;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which lines make an event. */
class EventsTest {

  private static final String BODY =
      "{\n  \"error\": {\n    \"message\": \"You exceeded your current quota, please check your plan"
          + " and billing details.\",\n    \"type\": \"insufficient_quota\",\n    \"param\": null\n  }\n}";

  @TempDir Path folder;

  @Test
  void eventsOfSeveralThreadsAreToldApart() {
    String text =
        pattern("WARN", "a", "try again: 429 " + BODY)
            + pattern("INFO", "b", "unharmed")
            + pattern("ERROR", "a", "gave up\njava.lang.X: 429 " + BODY + "\n\tat x.Y.z(Y.java:1)")
            + pattern("ERROR", "c", "gave up, too\njava.lang.RuntimeException: 429 " + BODY);

    Collected collected = Collected.ofText(folder, text);

    assertThat(collected.events).extracting(AnalyzedEvent::thread).containsExactly("a", "a", "c");
    assertThat(collected.events)
        .extracting(AnalyzedEvent::level)
        .containsExactly("WARN", "ERROR", "ERROR");
  }

  @Test
  void aBodyAtTheBeginOfALineBeginsNoEvent() {
    String text = pattern("ERROR", "a", "answer 429:\n" + BODY) + pattern("INFO", "b", "x");

    assertThat(Collected.ofText(folder, text).events)
        .singleElement()
        .satisfies(event -> assertThat(event.message()).endsWith("}"));
  }

  @Test
  void jsonAndOtherLinesMayAlternate() {
    String json =
        "{\"@timestamp\":\"2026-05-04T10:00:00Z\",\"level\":\"ERROR\",\"message\":\"Incorrect API key provided, api.openai.com\"}\n";
    String text = ("a banner\n" + json + pattern("ERROR", "a", "429 " + BODY) + json).repeat(20);

    assertThat(Collected.ofText(folder, text).kinds()).hasSize(60);
  }

  @Test
  void aStackTraceBetweenJsonLinesBelongsToTheEventBefore() {
    String text =
        "{\"@timestamp\":\"2026-05-04T10:00:00Z\",\"level\":\"ERROR\",\"message\":\"no answer\"}\n"
            + "java.lang.IllegalStateException: 429 "
            + BODY
            + "\n\tat x.Y.z(Y.java:1)\n"
            + "{\"@timestamp\":\"2026-05-04T10:00:01Z\",\"level\":\"INFO\",\"message\":\"on\"}\n";

    assertThat(Collected.ofText(folder, text).events)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.message()).isEqualTo("no answer");
              assertThat(event.thrown()).startsWith("java.lang.IllegalStateException: 429");
            });
  }

  @Test
  void linesOfContainersThatStandBetweenEachOtherAreToldApart() {
    String[] shop = pattern("ERROR", "a", "no answer: 429 " + BODY).split("\n", -1);
    StringBuilder text = new StringBuilder();
    for (String line : shop) {
      if (!line.isEmpty()) {
        text.append("shop-1  | ").append(line).append('\n');
        text.append("mail-1  | ").append(pattern("INFO", "b", "sent"));
      }
    }

    assertThat(Collected.ofText(folder, text.toString()).events)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.service()).isEqualTo("shop-1");
              assertThat(event.error().answer().type()).isEqualTo("insufficient_quota");
            });
  }

  @Test
  void partsOfALongLineAreJoined() {
    String cri =
        """
        2026-05-04T10:00:00Z stdout P 2026-05-04 12:00:00,000 ERROR [a] s.C - 401: Incorrect AP
        2026-05-04T10:00:00Z stderr F 2026-05-04 12:00:00,000 INFO [b] s.C - between
        2026-05-04T10:00:00Z stdout F I key provided, api.openai.com
        """;
    String docker =
        """
        {"log":"2026-05-04 12:00:00,000 ERROR [a] s.C - 401: Incorrect AP","stream":"stdout","time":"2026-05-04T10:00:00Z"}
        {"log":"I key provided, api.openai.com\\n","stream":"stdout","time":"2026-05-04T10:00:00Z"}
        """;

    assertThat(Collected.ofText(folder, cri).kinds()).containsExactly("invalid_api_key");
    assertThat(Collected.ofText(folder, docker).kinds()).containsExactly("invalid_api_key");
  }

  @Test
  void aWrappedLogOfManyMegabytesIsReadToItsEnd() {
    String lines =
        pattern("ERROR", "a", "no answer: 429 " + BODY) + pattern("INFO", "b", "x").repeat(50);
    String text = lines.repeat(700).replaceAll("(?m)^(?=.)", "2026-05-04T10:00:00Z stdout F ");

    Collected collected = Collected.ofText(folder, text);

    assertThat(text.length()).isGreaterThan(2 << 20);
    assertThat(collected.kinds()).hasSize(700);
    assertThat(collected.files.get(0).warnings()).isEmpty();
    assertThat(collected.files.get(0).first()).isNotNull();
    assertThat(collected.files.get(0).last()).hasToString("2026-05-04T10:00:00Z");
  }

  @Test
  void whereALineHasNoTimeTheContainersIsTaken() {
    String cri = "2026-05-04T10:00:00Z stdout F 401: Incorrect API key provided, api.openai.com\n";

    assertThat(Collected.ofText(folder, cri).events)
        .singleElement()
        .extracting(AnalyzedEvent::time)
        .hasToString("2026-05-04T10:00:00Z");
  }

  /** The plugins pass them on unread: clients log each attempt and each answer there. */
  @Test
  void whatIsLoggedBelowInfoDoesNotCount() {
    String what = "401: Incorrect API key provided, api.openai.com";
    String json =
        "{\"@timestamp\":\"2026-05-04T10:00:00Z\",\"message\":\""
            + what
            + "\",\"level\": \"LEVEL\"}\n";
    String text =
        pattern("DEBUG", "a", what)
            + pattern("ERROR", "b", what)
            + json.replace("LEVEL", "TRACE")
            + json.replace("LEVEL", "WARN")
            + json.replace("LEVEL", "ERROR").replace("401", "\\\"level\\\":\\\"DEBUG\\\"");

    assertThat(Collected.ofText(folder, text).events)
        .extracting(AnalyzedEvent::level)
        .containsExactly("ERROR", "WARN", "ERROR");
  }

  @Test
  void aFormatThatIsAskedForIsTaken() {
    String text = pattern("ERROR", "a", "401: Incorrect API key provided, api.openai.com");
    Path log = Collected.write(folder, "app.log", text.getBytes(StandardCharsets.UTF_8));
    InputOptions options =
        new InputOptions(Collected.ZONE, null, null, false, "plain", Set.of(Provider.values()));

    Collected collected =
        Collected.of(options, List.of(log.toString()), InputStream.nullInputStream());

    assertThat(collected.files.get(0).format()).isEqualTo("lines without a time");
    assertThat(collected.events).singleElement().extracting(AnalyzedEvent::time).isNull();
  }

  private static String pattern(String level, String thread, String message) {
    return "2026-05-04 12:00:00,000 " + level + " [" + thread + "] s.C - " + message + "\n";
  }
}
