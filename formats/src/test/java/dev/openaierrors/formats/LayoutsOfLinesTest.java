package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the lines of a log say, in an order that only they show: who logged what, how bad it was,
 * and in which thread.
 */
class LayoutsOfLinesTest {

  private static final List<String> TEXTS =
      List.of(
          "no answer came back",
          "the order 77 was served to 3 customers",
          "asking again: 2 of 5",
          "gave up",
          "see https://a.example/b for more");

  /**
   * A number takes the place of {@code #}, another one of {@code $}, and the text of {@code TEXT}.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " || ",
      quoteCharacter = '`',
      value = {
        "Logback, thread first || 2026-05-04 09:15:0#.101 [main] ERROR c.acme.Chat - TEXT || ERROR || c.acme.Chat || main",
        "Logback, padded || 2026-05-04 09:15:0#.101 [http-nio-8080-exec-$] WARN  c.acme.Chat - TEXT || WARN || c.acme.Chat || http-nio-8080-exec-1",
        "Logback, MDC || 2026-05-04 09:15:0#,101 ERROR [main] [req=7a$] c.acme.Chat - TEXT || ERROR || c.acme.Chat || main",
        "Log4j 1 || ERROR 2026-05-04 09:15:0#,101 [main] c.acme.Chat - TEXT || ERROR || c.acme.Chat || main",
        "Log4j 1, with its place || 2026-05-04 09:15:0#,101 ERROR [main] (Chat.java:4$) - TEXT || ERROR || Chat.java || main",
        "Log4j 1, TTCC || #5 [main] ERROR c.acme.Chat  - TEXT || ERROR || c.acme.Chat || main",
        "Elasticsearch || [2026-05-04T09:15:0#,101][ERROR][c.acme.Chat              ] [node-$] TEXT || ERROR || c.acme.Chat || -",
        "Kafka || [2026-05-04 09:15:0#,101] ERROR TEXT (kafka.server.Chat) || ERROR || kafka.server.Chat || -",
        "ZooKeeper || 2026-05-04 09:15:0#,101 [myid:1] - ERROR [main:c.acme.Chat@7$] - TEXT || ERROR || - || -",
        "Cassandra || ERROR [main] 2026-05-04 09:15:0#,101 Chat.java:4$ - TEXT || ERROR || Chat.java || main",
        "Spark || 26/05/04 09:15:0# ERROR Chat: TEXT || ERROR || Chat || -",
        "Hadoop || 2026-05-04 09:15:0#,101 ERROR c.acme.Chat: TEXT || ERROR || c.acme.Chat || -",
        "Akka || [ERROR] [05/04/2026 09:15:0#.101] [main] [c.acme.Chat] TEXT || ERROR || c.acme.Chat || main",
        "Play || 2026-05-04 09:15:0# ERROR c.acme.Chat  TEXT || ERROR || c.acme.Chat || -",
        "Tomcat access || 10.0.0.# - - [04/May/2026:09:15:0# +0000] \"GET /a$ HTTP/1.1\" 200 612 \"TEXT\" || - || - || -",
        "nginx error || 2026/05/04 09:15:0# [error] 4711#0: *$ TEXT || ERROR || - || -",
        "Apache error || [Mon May 04 09:15:0#.101202 2026] [proxy:error] [pid 47$:tid 4712] TEXT || ERROR || - || -",
        "Python || 2026-05-04 09:15:0#,101 - acme.chat - ERROR - TEXT || ERROR || acme.chat || -",
        "Python, level first || 2026-05-04 09:15:0#,101 ERROR acme.chat: TEXT || ERROR || acme.chat || -",
        "Python, process || 2026-05-04 09:15:0#,101 ERROR 47$ acme.chat: TEXT || ERROR || acme.chat || -",
        "Log4j2, context || 2026-05-04 09:15:0#,101 ERROR {order=7$, user=u} c.acme.Chat - TEXT || ERROR || c.acme.Chat || -",
        "Log4j2, no context || 2026-05-04 09:15:0#,101 ERROR {} c.acme.Chat - TEXT || ERROR || c.acme.Chat || -",
        "Python, file || 2026-05-04 09:15:0#,101 ERROR [chat.py:4$] TEXT || ERROR || chat.py || -",
        "loguru || 2026-05-04 09:15:0#.101 | ERROR    | acme.chat:ask:4$ - TEXT || ERROR || acme.chat || -",
        "Celery || [2026-05-04 09:15:0#,101: ERROR/ForkPoolWorker-$] TEXT || ERROR || - || -",
        "gunicorn || [2026-05-04 09:15:0# +0000] [$] [ERROR] TEXT || ERROR || - || -",
        "Airflow || [2026-05-04T09:15:0#.101+0000] {chat.py:4$} ERROR - TEXT || ERROR || chat.py || -",
        "Airflow, with a zone || [2026-05-04, 09:15:0# UTC] {chat.py:4$} ERROR - TEXT || ERROR || chat.py || -",
        "Airflow, in summer || [2026-05-04, 09:15:0# CEST] {chat.py:4$} WARNING - TEXT || WARN || chat.py || -",
        "Unreal || LogChat: Error: TEXT || ERROR || LogChat || -",
        "Unreal, a warning || LogHttp: Warning: TEXT || WARN || LogHttp || -",
        "Unreal, shown || LogChat: Display: TEXT || INFO || LogChat || -",
        "Unreal, with a time || [2026.05.04-09.15.0#:101][ 1$]LogChat: Warning: TEXT || WARN || LogChat || -",
        "a name and a level || shop.chat: ERROR: TEXT || ERROR || shop.chat || -",
        "a program and a level || chatd: error: TEXT || ERROR || chatd || -",
        "Gin || [GIN] 2026/05/04 - 09:15:0# | 200 |  1.$ms | 10.0.0.7 | TEXT || - || - || -",
        "Gin, a service's own || [ERR] 2026/05/04 - 09:15:0# | 20260504091$ | TEXT || ERROR || - || -",
        "Gin, level in a word || [ERROR] 2026/05/04 - 09:15:0# | SYSTEM | TEXT || ERROR || - || -",
        "Django || ERROR 2026-05-04 09:15:0#,101 chat 47$ 1401 TEXT || ERROR || chat || -",
        "Rails || E, [2026-05-04T09:15:0#.101202 #4$] ERROR -- : TEXT || ERROR || - || -",
        "Sidekiq || 2026-05-04T09:15:0#.101Z pid=47 tid=ab$ ERROR: TEXT || ERROR || - || -",
        "Monolog || [2026-05-04T09:15:0#.101202+00:00] chat.ERROR: TEXT [] [] || ERROR || - || -",
        "Laravel || [2026-05-04 09:15:0#] production.ERROR: TEXT || ERROR || - || -",
        "PHP || [04-May-2026 09:15:0# UTC] PHP Warning:  TEXT || WARN || - || -",
        "Android || 05-04 09:15:0#.101  4711  47$ E ChatService: TEXT || ERROR || ChatService || -",
        "Android, -v time || 05-04 09:15:0#.101 E/ChatService( 471): TEXT || ERROR || - || -",
        "Android Studio || 2026-05-04 09:15:0#.101  4711-47$  ChatService   c.acme.chat   E  TEXT || - || - || -",
        "Serilog || 2026-05-04 09:15:0#.101 +02:00 [ERR] TEXT || ERROR || - || -",
        "Serilog, console || [09:15:0# ERR] TEXT || ERROR || - || -",
        "NLog || 2026-05-04 09:15:0#.1012|ERROR|Acme.Chat|TEXT || ERROR || Acme.Chat || -",
        "log4net || 2026-05-04 09:15:0#,101 [main] ERROR Acme.Chat - TEXT || ERROR || Acme.Chat || main",
        "Go || 2026/05/04 09:15:0# chat.go:4$: TEXT || - || chat.go || -",
        "zap, console || 2026-05-04T09:15:0#.101Z\tERROR\tchat/client.go:4$\tTEXT || ERROR || chat/client.go || -",
        "env_logger || [2026-05-04T09:15:0#Z ERROR acme::chat] TEXT || ERROR || acme::chat || -",
        "tracing || 2026-05-04T09:15:0#.101202Z ERROR acme::chat: TEXT || ERROR || acme::chat || -",
        "spdlog || [2026-05-04 09:15:0#.101] [chat] [error] TEXT || ERROR || - || -",
        "Elixir || 09:15:0#.101 [error] TEXT || ERROR || - || -",
        "Erlang || 2026-05-04 09:15:0#.101 [error] <0.$.0> TEXT || ERROR || - || -",
        "Postgres || 2026-05-04 09:15:0#.101 UTC [47$] ERROR:  TEXT || ERROR || - || -",
        "Redis || 47:M 04 May 2026 09:15:0#.101 # TEXT || - || - || -",
        "MySQL || 2026-05-04T09:15:0#.101202Z $ [ERROR] [MY-01] [Server] TEXT || ERROR || - || -",
        "log4js || [2026-05-04T09:15:0#.101] [ERROR] chat - TEXT || ERROR || chat || -",
        "winston || 2026-05-04T09:15:0#.101Z error: TEXT || ERROR || - || -",
        "NestJS || [Nest] 47  - 05/04/2026, 9:15:0# AM   ERROR [ChatService] TEXT || ERROR || - || -",
        "commas || 2026-05-04 09:15:0#, ERROR, c.acme.Chat, TEXT || ERROR || - || -",
        "tabs || 2026-05-04 09:15:0#\tERROR\tc.acme.Chat\tTEXT || ERROR || c.acme.Chat || -",
        "colons || 2026-05-04 09:15:0#: ERROR: c.acme.Chat: TEXT || ERROR || c.acme.Chat || -",
        "semicolons || 2026-05-04 09:15:0#;ERROR;main;c.acme.Chat;TEXT || ERROR || c.acme.Chat || main",
        "time last of the head || ERROR c.acme.Chat [main] 2026-05-04 09:15:0#,101 - TEXT || ERROR || c.acme.Chat || main",
        "no time || ERROR [main] c.acme.Chat - TEXT || ERROR || c.acme.Chat || main",
        "level and colon || ERROR: TEXT || ERROR || - || -",
        "level in brackets || [ERROR] TEXT || ERROR || - || -",
      })
  void isFoundOut(String tool, String layout, String level, String logger, String thread) {
    List<ParsedEvent> events = ReadLog.of(log(layout)).events();

    assertThat(events).as(tool).hasSize(2 * TEXTS.size());
    assertThat(events).extracting(event -> orDash(event.level())).containsOnly(level);
    if (!"-".equals(logger)) {
      assertThat(events).extracting(event -> orDash(event.logger())).containsOnly(logger);
    }
    if (!"-".equals(thread)) {
      assertThat(events.get(0).thread()).isEqualTo(thread);
    }
    for (int i = 0; i < events.size(); i++) {
      assertThat(events.get(i).message()).contains(TEXTS.get(i % TEXTS.size()));
    }
    if (layout.contains("0#")) {
      assertThat(events).allSatisfy(event -> assertThat(ReadLog.time(event)).contains("09:15:0"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-05-04 09:15:0#,101 ERROR [main] c.acme.Chat - ",
        "2026-05-04 09:15:0#.101 | ERROR | c.acme.Chat:ask:41 - ",
        "[2026-05-04T09:15:0#,101][ERROR][c.acme.Chat] [node-1] ",
        "E, [2026-05-04T09:15:0#.101202 #4711] ERROR -- : ",
        "05-04 09:15:0#.101  4711  4712 E ChatService: ",
        "ERROR [main] 2026-05-04 09:15:0#,101 Chat.java:41 - ",
        "09:15:0#.101 [error] ",
        "[ERROR] ",
      })
  void whatStandsBelowALineIsOfItsEvent(String head) {
    String below =
        """

        java.lang.IllegalStateException: gave up
        \tat c.acme.Chat.ask(Chat.java:41)
        Caused by: java.io.IOException: closed
        \t... 1 more
        """;
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      log.append(head.replace("0#", "0" + i)).append("no answer").append(below);
    }

    assertThat(ReadLog.of(log.toString()).events())
        .hasSize(8)
        .allSatisfy(
            event -> {
              assertThat(event.message()).endsWith("no answer");
              ParsedThrowable thrown = java.util.Objects.requireNonNull(event.thrown());
              assertThat(thrown.className()).isEqualTo("java.lang.IllegalStateException");
              ParsedThrowable cause = java.util.Objects.requireNonNull(thrown.cause);
              assertThat(cause.message()).isEqualTo("closed");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-05-04 09:15:07,101 was when it began",
        "  at 2026-05-04 09:15:07",
        "{",
        "  \"level\": \"DEBUG\",",
        "}",
        "ERROR was the word",
        "Caused by: nothing",
        "",
        "---",
        "<html>",
        "at a.B.c(B.java:1)",
        "[1] a list",
        "09:15:07 o'clock",
      })
  void aTextThatGoesOnBeginsNoEvent(String line) {
    String event = "2026-05-04 09:15:02,101 ERROR [main] c.acme.Chat - no answer:\n";
    String log = event.repeat(4) + line + "\n" + event;

    if (line.startsWith("2026")) {
      // That a line begins as all others do can only be an event.
      assertThat(ReadLog.of(log).events()).hasSizeBetween(5, 6);
      return;
    }
    assertThat(ReadLog.of(log).events()).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I/O error on POST request",
        "A/B test 7 is over",
        "D/A converter of channel",
        "E/C (again) of",
      })
  void aLetterBeforeASlashIsNoLevelWithoutATag(String text) {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      log.append("2026-05-04 09:15:0%d,101 [main] %s %d\n".formatted(i, text, i));
    }

    assertThat(ReadLog.of(log.toString()).events())
        .hasSize(6)
        .allSatisfy(event -> assertThat(event.level()).isNull())
        .allSatisfy(event -> assertThat(event.message()).contains(text));
  }

  @Test
  void twoLayoutsInOneFileAreBothRead() {
    String one = "2026-05-04 09:15:0%d,101 ERROR [main] c.acme.Chat - no answer\n";
    String other = "2026-05-04T09:15:0%d.101Z WARN  acme::mail: not sent\n";
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      log.append(String.format(Locale.ROOT, i % 2 == 0 ? one : other, i));
    }

    List<ParsedEvent> events = ReadLog.of(log.toString()).events();

    assertThat(events).hasSize(9);
    assertThat(events.get(0).logger()).isEqualTo("c.acme.Chat");
    assertThat(events.get(1).logger()).isEqualTo("acme::mail");
    assertThat(events.get(1).level()).isEqualTo("WARN");
  }

  @Test
  void whatOneEventQuotesIsNoLayout() {
    String event = "2026-05-04 09:15:02,101 ERROR [main] c.acme.Chat - no answer\n";
    String quoted = "I0504 09:15:02.101202  4711 chat.go:42] from elsewhere\n";
    ReadLog log = ReadLog.of(event.repeat(60) + quoted + event.repeat(60));

    assertThat(log.events()).hasSize(120);
    assertThat(log.events().get(59).message()).isEqualTo("no answer\n" + quoted.strip());
  }

  private static String log(String layout) {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 2 * TEXTS.size(); i++) {
      String line = layout.replace("0#", "0" + i % 10).replace("#5", i + 4 + "5");
      line = line.replace("10.0.0.#", "10.0.0." + i).replace("$", "" + (i + 1));
      log.append(line.replace("TEXT", TEXTS.get(i % TEXTS.size()))).append('\n');
    }
    return log.toString();
  }

  private static String orDash(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "-" : text;
  }
}
