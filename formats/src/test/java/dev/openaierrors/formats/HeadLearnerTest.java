package dev.openaierrors.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for the head of every line, and what is not. */
class HeadLearnerTest {

  private static final String TRACE =
      "java.lang.IllegalStateException: gave up\n\tat a.B.c(B.java:1)\n\tat a.D.e(D.java:2)\n";

  /** Each is an event of a layout; a number takes the place of every {@code #}. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-05-04 09:15:0#,101 ERROR [main] a.B - no answer",
        "2026-05-04 09:15:0#,101 ERROR [a.B] (main) no answer",
        "2026-05-04 09:15:0#,101 - a.B - ERROR - no answer",
        "2026-05-04 09:15:0#.101 | ERROR | a.B:ask:41 - no answer",
        "[2026-05-04T09:15:0#,101][ERROR][a.B] [node-1] no answer",
        "09:15:0#.101 [main] ERROR a.B -- no answer",
        "[main] ERROR a.B - no answer #",
        "ERROR 2026-05-04 09:15:0#,101 [main] a.B - no answer",
        "[http-nio-8080-exec-#] 2026-05-04 09:15:0#,101 ERROR a.B - no answer",
        "10.0.0.# - - [04/May/2026:09:15:0# +0000] \"GET /orders HTTP/1.1\" 200 612",
        "{\"@timestamp\":\"2026-05-04T09:15:0#Z\",\"level\":\"ERROR\",\"message\":\"no answer\"}",
        "order # of the day was served to the customer, and nothing else",
        "shop: order # was served"
      })
  void nothingIsTakenOffWhereNothingIsPutBefore(String event) {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      log.append(event.replace("#", "" + i)).append('\n').append(i % 4 == 1 ? TRACE : "");
    }

    assertThat(learned(log.toString())).isNull();
  }

  @Test
  void framesThatAreLoggedOneByOneAreEvents() {
    String log =
        "2026-05-04 09:15:02,101 ERROR [stderr] (task-1) java.lang.IllegalStateException: x\n"
            + "2026-05-04 09:15:02,101 ERROR [stderr] (task-1) \tat a.B.c(B.java:1)\n".repeat(9);

    assertThat(learned(log)).isNull();
  }

  @Test
  void aTimeThatIsFarFromTheEventsIsNotWhenItWasTaken() {
    String log =
        "2026-05-04 09:15:02 2026-05-04 11:32:40.101 ERROR [main] a.B - no answer\n".repeat(9);

    assertThat(learned(log)).isNull();
  }

  @Test
  void blanksBehindTheHeadAreTheTextsOwn() {
    String log =
        "shop-1 2026-05-04 09:15:02,101 ERROR [main] a.B - {\nshop-1   \"a\": 1\n".repeat(5);
    byte[] line = "shop-1   \"a\": 1".getBytes(UTF_8);
    Unwrapped target = new Unwrapped();

    HeadWrapping head = Objects.requireNonNull(learned(log));

    assertThat(head.unwrap(new Cursor().on(line, 0, line.length), target)).isTrue();
    assertThat(new String(target.copy(), UTF_8)).isEqualTo("  \"a\": 1");
  }

  @Test
  void namesMayBeOfDifferentLength() {
    String event = "2026-05-04 09:15:02,101 ERROR [main] a.B - no answer\n";
    String log = ("shop      " + event + "shop        \"a\": 1\n" + "mail-long " + event).repeat(5);
    byte[] line = "shop        \"a\": 1".getBytes(UTF_8);
    Unwrapped target = new Unwrapped();

    HeadWrapping head = Objects.requireNonNull(learned(log));

    assertThat(head.unwrap(new Cursor().on(line, 0, line.length), target)).isTrue();
    assertThat(new String(target.copy(), UTF_8)).isEqualTo("  \"a\": 1");
    assertThat(target.service()).isEqualTo("shop");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app[web.1]:=web",
        "shop[4711]:=shop",
        "app[148e21ea7e9a89]:=",
        "[shop-5d9c7b8f6-abcde shop]=shop-5d9c7b8f6-abcde/shop",
        "ecs/shop/0f1e2d3c4b5a=shop",
        "{app=\"shop\", pod=\"shop-5d9c7b8f6-abcde\"}=shop",
        "0|shop=shop",
        "01O=",
        "stdout="
      })
  void theServiceIsWhatTheNameSays(String nameAndService) {
    int equals = nameAndService.lastIndexOf('=');
    byte[] name = nameAndService.substring(0, equals).getBytes(UTF_8);
    HeadParts parts = new HeadParts();

    parts.name(name, 0, name.length);

    String service = parts.service();
    assertThat(service == null ? "" : service).isEqualTo(nameAndService.substring(equals + 1));
  }

  private static @org.jspecify.annotations.Nullable HeadWrapping learned(String log) {
    List<byte[]> lines = log.lines().map(line -> line.getBytes(UTF_8)).toList();
    return HeadLearner.learn(lines);
  }
}
