package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A collector puts an event that is an object into the text of another object. */
class ObjectsInObjectsTest {

  private static final String INNER =
      "{\"time\":\"2026-05-04T08:03:21Z\",\"level\":\"WARN\",\"logger\":\"a.B\",\"msg\":\""
          + Exported.KEY
          + "\",\"order\":\"7\"}";
  private static final String READ =
      "2026-05-04 08:03:21 Z | WARN | a.B | null | chat | " + Exported.KEY;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void howeverOftenThatWasDoneTheInnermostIsTheEvent(int depth) {
    String object = INNER;
    for (int i = 0; i < depth; i++) {
      object = around(object);
    }

    List<ParsedEvent> events = ReadLog.of((object + "\n").repeat(3)).errors();

    assertThat(events).extracting(ReadLog::all).containsExactly(READ, READ, READ);
  }

  @Test
  void theContextOfTheInnerOneIsThatOfTheEvent() {
    ParsedEvent event = ReadLog.of((around(INNER) + "\n").repeat(3)).errors().get(0);

    assertThat(event.context("order")).isEqualTo("7");
  }

  @Test
  void whatTheInnerOneLacksTheOuterOneSays() {
    String inner = "{\"level\":\"WARN\",\"msg\":\"" + Exported.KEY + "\"}";

    ParsedEvent event = ReadLog.of(around(inner) + "\n").errors().get(0);

    assertThat(ReadLog.all(event))
        .isEqualTo("2026-05-04 08:09:00 Z | WARN | null | null | chat | " + Exported.KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":\"KEY\"}",
        "{\"error\":{\"message\":\"KEY\",\"type\":\"x\"}}",
        "{}KEY",
        "{\"level\":\"WARN\",\"msg\":\"KEY",
        "[{\"level\":\"WARN\",\"msg\":\"KEY\"}]",
        "say {\"level\":\"WARN\",\"msg\":\"KEY\"}",
      })
  void whatSaysNeitherWhenNorHowBadIsText(String text) {
    String message = text.replace("KEY", Exported.KEY);

    ParsedEvent event = ReadLog.of(around(message) + "\n").errors().get(0);

    assertThat(event.message()).isEqualTo(message);
    assertThat(ReadLog.time(event)).isEqualTo("2026-05-04 08:09:00 Z");
  }

  @Test
  void anInnerOneBelowInfoIsLeftOut() {
    String inner = INNER.replace("WARN", "DEBUG");

    assertThat(ReadLog.of((around(inner) + "\n").repeat(3)).errors()).isEmpty();
  }

  private static String around(String message) {
    String escaped = message.replace("\\", "\\\\").replace("\"", "\\\"");
    return "{\"@timestamp\":\"2026-05-04T08:09:00Z\",\"message\":\""
        + escaped
        + "\",\"container\":\"chat\"}";
  }
}
