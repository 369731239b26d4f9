package dev.openaierrors.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that are a line each: which are events, and what of a broken one is left. */
class JsonLinesTest {

  private static final String EVENT =
      "{\"time\":\"2026-05-04T08:03:21Z\",\"level\":\"WARN\",\"logger\":\"a.B\",\"msg\":\"%s\"}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a \\\" quote | a \" quote",
        "a \\\\ backslash | a \\ backslash",
        "a \\/ slash | a / slash",
        "a\\tb | a\tb",
        "gr\\u00fcn | gr\u00fcn",
        "\\u4f60\\u597d | \u4f60\u597d",
        "\\ud83d\\ude00 | \ud83d\ude00",
        "an odd \\x escape | an odd x escape",
        "{\\\"a\\\":1} | {\"a\":1}",
      })
  void whatIsEscapedIsReadAsItWasMeant(String written, String meant) {
    ParsedEvent event = read(EVENT.formatted(Exported.KEY + written)).get(0);

    assertThat(event.message()).isEqualTo(Exported.KEY + meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud83d", "\\ude00", "\\ud83d\\ud83d", "\\ude00\\ud83d", "\\ud83d and"})
  void halfOfACharacterSpoilsNothing(String half) {
    ParsedEvent event = read(EVENT.formatted(Exported.KEY + half)).get(0);

    assertThat(event.message()).startsWith(Exported.KEY);
    assertThat(event.level()).isEqualTo("WARN");
    assertThat(event.logger()).isEqualTo("a.B");
  }

  @Test
  void aControlCharacterThatIsNotEscapedIsForgiven() {
    assertThat(read(EVENT.formatted(Exported.KEY + "\tand\u0001more")).get(0).level())
        .isEqualTo("WARN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "  ", ",", "\r", " \r", " trailing", "}", "{\"a\":1}"})
  void whatStandsBehindTheObjectIsPassed(String behind) {
    List<ParsedEvent> events = read((EVENT.formatted(Exported.KEY) + behind + "\n").repeat(3));

    assertThat(events).hasSize(3);
    assertThat(events).extracting(ParsedEvent::message).containsOnly(Exported.KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "    ", "{ ", "{\t"})
  void blanksBeforeItAndInItDoNotMatter(String before) {
    String line =
        before.startsWith("{")
            ? before + EVENT.formatted(Exported.KEY).substring(1)
            : before + EVENT.formatted(Exported.KEY);

    assertThat(read((line.replace("\":", "\" : ") + "\n").repeat(3)))
        .hasSize(3)
        .allSatisfy(event -> assertThat(event.level()).isEqualTo("WARN"));
  }

  @Test
  void cutAtAnyByteItThrowsNothingAndKeepsWhatWasBeforeTheCut() {
    byte[] whole =
        EVENT
            .formatted("gr\u00fc\u00dfe \u4f60 " + Exported.KEY + " and a long end")
            .getBytes(UTF_8);
    byte[] line = Arrays.copyOf(whole, whole.length + 1);
    line[whole.length] = '\n';
    FormatSet formats = FormatSet.detect(line, line.length);
    int said = new String(whole, ISO_8859_1).indexOf("\"msg\"");

    for (int cut = 0; cut < whole.length; cut++) {
      List<ParsedEvent> events = new ArrayList<>();
      LineReader reader = new LineReader(formats, (event, place) -> events.add(event));
      reader.line(whole, 0, cut, 0);
      reader.end();

      for (ParsedEvent event : events) {
        if (cut > said) {
          assertThat(event.level()).as("cut at %d", cut).isEqualTo("WARN");
          assertThat(event.logger()).isEqualTo("a.B");
          assertThat(ReadLog.time(event)).isEqualTo("2026-05-04 08:03:21 Z");
        }
      }
      if (cut > whole.length - 10) {
        assertThat(events).as("cut at %d", cut).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100, 900, 1_100, 20_000})
  void howeverDeepItIsTheEventIsThere(int depth) {
    String deep = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    String line = EVENT.formatted(Exported.KEY).replace("{\"time", "{\"deep\":" + deep + ",\"time");
    String first = EVENT.formatted(Exported.KEY).replace("}", ",\"deep\":" + deep + "}");

    assertThat(read(EVENT.formatted("up") + "\n" + first)).hasSize(1);
    assertThat(read(EVENT.formatted("up") + "\n" + first).get(0).level()).isEqualTo("WARN");
    assertThat(read(EVENT.formatted("up") + "\n" + line)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 100_000, 1_000_000})
  void aLongLineIsReadAsAShortOneIs(int length) {
    String line = EVENT.formatted(Exported.KEY + " x".repeat(length / 2));

    ParsedEvent event = read(line).get(0);

    assertThat(event.level()).isEqualTo("WARN");
    assertThat(event.message()).hasSize(Exported.KEY.length() + length / 2 * 2);
  }

  @Test
  void aLineThatIsLongerThanAnyEventIsReadUpToThere() {
    String line = EVENT.formatted(Exported.KEY + " x".repeat(EventReader.LONGEST_EVENT));

    List<ParsedEvent> events = read(line + "\n" + EVENT.formatted(Exported.KEY));

    assertThat(events).hasSize(2);
    assertThat(events.get(0).level()).isEqualTo("WARN");
    assertThat(events.get(0).message()).hasSizeLessThanOrEqualTo(EventReader.LONGEST_EVENT);
    assertThat(events.get(1).message()).isEqualTo(Exported.KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"choices\":[]}",
        "{\"error\":{\"message\":\"KEY\",\"type\":\"x\"}}",
        "{\"error\": {\"message\": \"KEY\"}}",
        "{}",
        "{ }",
        "{",
        "{\"",
        "{\"a",
        "{'a':1}",
        "{a: 1}",
        "{\"a\":1} and text",
      })
  void betweenLinesOfTextOtherObjectsAreOfTheEventAbove(String object) {
    String head = "2026-05-04 08:03:21,000 WARN  [main] a.B - refused " + Exported.KEY + "\n";
    String log = (head + object.replace("KEY", Exported.KEY) + "\n").repeat(4);

    List<ParsedEvent> events = read(log);

    assertThat(events).hasSize(4);
    assertThat(events)
        .allSatisfy(
            event ->
                assertThat(event.message()).endsWith(object.replace("KEY", Exported.KEY).strip()));
  }

  @Test
  void betweenLinesOfTextTheEventsOfAnotherLibraryAreEvents() {
    String head = "2026-05-04 08:03:21,000 WARN  [main] a.B - refused " + Exported.KEY + "\n";
    String log = (head + EVENT.formatted(Exported.KEY) + "\n").repeat(4);

    assertThat(read(log)).hasSize(8);
  }

  @Test
  void betweenObjectsALineOfTextIsAnEvent() {
    String text = "2026-05-04 08:03:22,000 ERROR [main] a.C - " + Exported.KEY + "\n";
    String log = (EVENT.formatted(Exported.KEY) + "\n").repeat(4);

    List<ParsedEvent> events = read(log + text + log);

    assertThat(events).hasSize(9);
    assertThat(events.get(4).logger()).isEqualTo("a.C");
  }

  @Test
  void belowAnObjectStandsWhatBelongsToIt() {
    String trace = "a.BException: " + Exported.KEY + "\n\tat a.B.c(B.java:1)\n";
    String log = (EVENT.formatted("no answer") + "\n" + trace).repeat(4);

    List<ParsedEvent> events = read(log);

    assertThat(events).hasSize(4);
    assertThat(events.get(0).message()).isEqualTo("no answer");
    assertThat(java.util.Objects.requireNonNull(events.get(0).thrown()).message())
        .isEqualTo(Exported.KEY);
  }

  @Test
  void whatIsNotUtf8IsTakenForLatin1() {
    byte[] line = EVENT.formatted("gr\u00fc\u00dfe " + Exported.KEY).getBytes(ISO_8859_1);

    ParsedEvent event = ReadLog.of(line).errors().get(0);

    assertThat(event.message()).isEqualTo("gr\u00fc\u00dfe " + Exported.KEY);
    assertThat(event.level()).isEqualTo("WARN");
  }

  private static List<ParsedEvent> read(String text) {
    return ReadLog.of(text).errors();
  }
}
