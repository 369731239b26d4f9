package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines that libraries and servers write by themselves: what each says, and what is none. */
class TextFormatsTest {

  /** {@code E0504 09:15:02.101000 12345 chat.go:42] text}. */
  @Nested
  class Klog {

    @ParameterizedTest
    @CsvSource({
      "I, INFO",
      "W, WARN",
      "E, ERROR",
      "F, ERROR",
    })
    void theFirstLetterIsTheLevel(String letter, String level) {
      assertRead(
          "klog",
          letter + "0504 09:15:02.101000   12345 chat.go:42] no answer",
          "05-04 09:15:02.101 | " + level + " | chat.go | null | null | no answer");
    }

    @Test
    void theYearMayBeThere() {
      assertRead(
          "klog",
          "E20260504 09:15:02.101000 12345 chat.cc:42] no answer",
          "2026-05-04 09:15:02.101 | ERROR | chat.cc | null | null | no answer");
    }

    @Test
    void aTextOfSeveralLinesIsOneEvent() {
      assertRead(
          "klog",
          "E0504 09:15:02.101000 12345 chat.go:42] no answer\n\tgoroutine 1 [running]:",
          "05-04 09:15:02.101 | ERROR | chat.go | null | null | no answer\n\tgoroutine 1 [running]:");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "X0504 09:15:02.101000 12345 chat.go:42] no answer",
          "E1304 09:15:02.101000 12345 chat.go:42] no answer",
          "E0004 09:15:02.101000 12345 chat.go:42] no answer",
          "E0500 09:15:02.101000 12345 chat.go:42] no answer",
          "E0532 09:15:02.101000 12345 chat.go:42] no answer",
          "E504 09:15:02.101000 12345 chat.go:42] no answer",
          "E0504 09:15:02.101000 chat.go:42] no answer",
          "E0504 09:15:02.101000 12345 chat.go] no answer",
          "E0504 09:15:02.101000 12345 chat.go:42 no answer",
          "E0504 was the number of 3 orders",
          "E0504",
          "E",
        })
    void whatOnlyResemblesItIsNone(String line) {
      assertNone("klog", line);
    }
  }

  /** {@code [5/4/26 9:15:02:101 UTC] 0000004a ChatService E text}. */
  @Nested
  class WebSphere {

    @ParameterizedTest
    @CsvSource({
      "F, ERROR",
      "E, ERROR",
      "W, WARN",
      "A, INFO",
      "I, INFO",
      "C, INFO",
      "O, INFO",
    })
    void theLetterBehindTheLoggerIsTheLevel(String letter, String level) {
      assertRead(
          "websphere",
          "[5/4/26 9:15:02:101 UTC] 0000004a ChatService   " + letter + " no answer",
          "2026-05-04 09:15:02.101 Z | " + level + " | ChatService | 0000004a | null | no answer");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "5/4/26 9:15:02:101 UTC | 2026-05-04 09:15:02.101 Z",
          "05/04/26 09:15:02:101 CEST | 2026-05-04 09:15:02.101 +02:00",
          "5/4/2026 9:15:02:101 UTC | 2026-05-04 09:15:02.101 Z",
          "5/4/26 21:15:02:101 EST | 2026-05-04 21:15:02.101 -05:00",
          "2026-05-04T09:15:02.101+0200 | 2026-05-04 09:15:02.101 +02:00",
          "5/4/26, 9:15:02:101 UTC | 2026-05-04 09:15:02.101 Z",
          "25/4/26 9:15:02:101 UTC | 2026-04-25 09:15:02.101 Z",
        })
    void itsTimeIsOfTheServersCountry(String text, String time) {
      ReadLog log = ReadLog.as("websphere", "[" + text + "] 0000004a ChatService E no answer\n");

      assertThat(ReadLog.time(log.first())).isEqualTo(time);
    }

    @Test
    void manyDatesTellDayAndMonthApart() {
      StringBuilder log = new StringBuilder();
      for (int day = 1; day <= 20; day++) {
        log.append("[").append(day).append("/5/26 9:15:02:101 UTC] 0000004a Chat E no answer\n");
      }

      assertThat(ReadLog.time(ReadLog.of(log.toString()).first()))
          .isEqualTo("2026-05-01 09:15:02.101 Z");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[5/4/26 9:15:02:101 UTC] 4a ChatService E no answer",
          "[5/4/26 9:15:02:101 UTC] 0000004g ChatService E no answer",
          "[5/4/26 9:15:02:101 UTC] 0000004a ChatService X no answer",
          "[5/4/26 9:15:02:101 UTC] 0000004a ChatService Errors came",
          "[5/4/26 9:15:02:101 UTC 0000004a ChatService E no answer",
          "5/4/26 9:15:02:101 UTC 0000004a ChatService E no answer",
          "[13/13/26 9:15:02:101 UTC] 0000004a ChatService E no answer",
          "[main] 0000004a ChatService E no answer",
        })
    void whatOnlyResemblesItIsNone(String line) {
      assertNone("websphere", line);
    }
  }

  /** {@code ####<time> <Error> <Chat> <host> <server> <thread> <user> <> <> <1> <BEA> <text>}. */
  @Nested
  class WebLogic {

    private static final String FIELDS =
        "<Chat> <host> <server> <[ACTIVE] ExecuteThread: '3'> <user> <> <> <1777886102101> <BEA-01> ";

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "May 4, 2026 9:15:02,101 AM UTC | 2026-05-04 09:15:02.101 Z",
          "May 4, 2026 9:15:02 PM UTC | 2026-05-04 21:15:02 Z",
          "May 4, 2026, 12:15:02,101 AM Coordinated Universal Time | 2026-05-04 00:15:02.101",
          "2026-05-04T09:15:02.101Z | 2026-05-04 09:15:02.101 Z",
        })
    void itsTimeIsOfTheServersLanguage(String text, String time) {
      ReadLog log = ReadLog.as("weblogic", "####<" + text + "> <Error> " + FIELDS + "<no answer> ");

      assertThat(ReadLog.time(log.first())).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
      "Emergency, ERROR",
      "Alert, ERROR",
      "Critical, ERROR",
      "Error, ERROR",
      "Warning, WARN",
      "Notice, INFO",
      "Info, INFO",
    })
    void itsSeverityIsAWord(String severity, String level) {
      ParsedEvent event =
          ReadLog.as(
                  "weblogic",
                  "####<May 4, 2026 9:15:02,101 AM UTC> <"
                      + severity
                      + "> "
                      + FIELDS
                      + "<no answer> ")
              .first();

      assertThat(event.level()).isEqualTo(level);
      assertThat(event.logger()).isEqualTo("Chat");
      assertThat(event.thread()).isEqualTo("[ACTIVE] ExecuteThread: '3'");
      assertThat(event.message()).contains("no answer");
      assertThat(event.message()).doesNotContain("BEA-01");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "####",
          "####<",
          "####<May 4, 2026 9:15:02,101 AM UTC>",
          "####<May 4, 2026 9:15:02,101 AM UTC> <Loud> <Chat> <h>",
          "####<soon> <Error> <Chat> <h>",
          "###<May 4, 2026 9:15:02,101 AM UTC> <Error> <Chat> <h>",
          "<May 4, 2026 9:15:02,101 AM UTC> <Error> <Chat> <h>",
        })
    void whatOnlyResemblesItIsNone(String line) {
      assertNone("weblogic", line);
    }
  }

  /** {@code [time] [Payara 6.2] [SEVERE] [] [c.a.Chat] [tid: _ThreadID=42 _ThreadName=main] …}. */
  @Nested
  class GlassFish {

    private static final String BEGIN = "[2026-05-04T09:15:02.101+0000] [Payara 6.2] ";

    @ParameterizedTest
    @CsvSource({
      "SEVERE, ERROR",
      "WARNING, WARN",
      "INFO, INFO",
      "CONFIG, INFO",
      "SCHWERWIEGEND, ERROR"
    })
    void allIsInBrackets(String level, String meant) {
      assertRead(
          "glassfish",
          BEGIN
              + "["
              + level
              + "] [] [c.a.Chat] [tid: _ThreadID=42 _ThreadName=t-1] [timeMillis: 1777886102101]"
              + " [levelValue: 1000] [[\n  no answer]]",
          "2026-05-04 09:15:02.101 Z | " + meant + " | c.a.Chat | t-1 | null | no answer]]");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[2026-05-04T09:15:02.101+0000] [Payara 6.2] [LOUD] [] [c.a.Chat] [tid: _ThreadName=a] x",
          "[2026-05-04T09:15:02.101+0000] [Payara 6.2] [SEVERE] [] [c.a.Chat] no answer",
          "[2026-05-04T09:15:02.101+0000] [Payara 6.2] [SEVERE]",
          "[2026-05-04T09:15:02.101+0000] [",
          "[2026-05-04T09:15:02.101+0000]",
          "[main] [Payara 6.2] [SEVERE] [] [c.a.Chat] [tid: _ThreadName=a] x",
        })
    void whatOnlyResemblesItIsNone(String line) {
      assertNone("glassfish", line);
    }
  }

  /** {@code fail: Acme.Chat[0]}, and the message below it. */
  @Nested
  class Dotnet {

    @ParameterizedTest
    @CsvSource({
      "info, INFO",
      "warn, WARN",
      "fail, ERROR",
      "crit, ERROR",
    })
    void theLevelIsInFourLettersAndTheMessageBelow(String name, String level) {
      assertRead(
          "dotnet",
          name + ": Acme.Chat[17]\n      no answer\n      came",
          "none | " + level + " | Acme.Chat | null | null | no answer\n      came");
    }

    @Test
    void aTimeMayStandBeforeIt() {
      assertRead(
          "dotnet",
          "2026-05-04T09:15:02.101Z fail: Acme.Chat[0]\n      no answer",
          "2026-05-04 09:15:02.101 Z | ERROR | Acme.Chat | null | null | no answer");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "fail: it did",
          "fail: Acme.Chat[0] and more",
          "fail: Acme.Chat[x]",
          "fail: [0]",
          "fail:Acme.Chat[0]",
          "FAIL: Acme.Chat[0]",
          "loud: Acme.Chat[0]",
          "  fail: Acme.Chat[0]",
          "failed: Acme.Chat[0]",
          "fail: ",
          "fail:",
        })
    void whatOnlyResemblesItIsNone(String line) {
      assertNone("dotnet", line);
    }
  }

  /** {@code ERROR:app.chat:text}. */
  @Nested
  class Python {

    @ParameterizedTest
    @CsvSource({
      "INFO, INFO",
      "WARNING, WARN",
      "ERROR, ERROR",
      "CRITICAL, ERROR",
    })
    void levelLoggerAndTextArePartedByColons(String name, String level) {
      assertRead(
          "python",
          name + ":app.chat:no answer: none",
          "none | " + level + " | app.chat | null | null | no answer: none");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "ERROR: app.chat: no answer",
          "ERROR:no answer",
          "ERROR:app chat:no answer",
          "ERROR::no answer",
          "error:app.chat:no answer",
          "ERRORS:app.chat:no answer",
          "ERROR",
          "ERROR:",
        })
    void whatOnlyResemblesItIsNone(String line) {
      assertNone("python", line);
    }
  }

  /** {@code 2026-11-23 05:32:22,217 ERROR [c.a.A] (main) text: java.lang.X: why}. */
  @Nested
  class JBoss {

    private static final String BEGIN = "2026-05-04 09:15:02,101 ERROR [c.a.Chat] (t-1) ";
    private static final String READ = "2026-05-04 09:15:02.101 | ERROR | c.a.Chat | t-1 | null | ";

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "no answer: a.XException: why | no answer | a.XException: why",
          "no: answer: a.XException: why | no: answer | a.XException: why",
          "no answer: a.XException | no answer | a.XException:",
          "no answer: a.XException: a: b | no answer | a.XException: a: b",
          "no answer: a.b.Failed: why | no answer | a.b.Failed: why",
          "no answer: a.b.Failed | no answer | a.b.Failed:",
          "no answer: mod@1/a.XError: why | no answer | mod@1/a.XError: why",
        })
    void theThrowableStandsBehindTheMessage(String line, String message, String thrown) {
      ParsedEvent event = ReadLog.as("jboss", BEGIN + line + "\n\tat a.B.c(B.java:1)\n").first();

      assertThat(event.message()).isEqualTo(message);
      ParsedThrowable read = java.util.Objects.requireNonNull(event.thrown());
      assertThat((read.className() + ": " + read.message()).strip()).isEqualTo(thrown);
      assertThat(read.frames).containsExactly("a.B");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "no answer",
          "no: answer",
          "no answer: a.XException: why",
          "no answer: anException: why",
          "see http://a.b/c: Exception: why",
        })
    void whatHasNoStackTraceIsAllMessage(String text) {
      assertRead("jboss", BEGIN + text, READ + text);
    }

    @Test
    void itsFramesStandBelow() {
      assertRead(
          "jboss",
          BEGIN + "no answer: a.XException: why\n\tat a.B.c(B.java:1)\nCaused by: a.YError: deep",
          READ + "no answer | a.XException: why [a.B] | a.YError: deep []");
    }

    @Test
    void theNamesOfThreadsMayHaveBlanks() {
      assertRead(
          "jboss",
          "2026-05-04 09:15:02,101 INFO  [c.a.Chat] (executor thread 7) up",
          "2026-05-04 09:15:02.101 | INFO | c.a.Chat | executor thread 7 | null | up");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "default task-1",
          "ServerService Thread Pool -- 62",
          "MSC service thread 1-4",
          "vert.x-eventloop-thread-0",
          "main",
          "Thread-7",
          "10.0.0.1"
        })
    void itsStandardOutputHasNoNameOfAClass(String thread) {
      ParsedEvent event =
          ReadLog.as("jboss", "2026-05-04 09:15:02,101 INFO  [stdout] (" + thread + ") up\n")
              .first();

      assertThat(event.logger()).isEqualTo("stdout");
      assertThat(event.thread()).isEqualTo(thread);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "2026-05-04 09:15:02,101 ERROR [c.a.Chat] [t-1] no answer",
          "2026-05-04 09:15:02,101 ERROR c.a.Chat (t-1) no answer",
          "2026-05-04 09:15:02,101 LOUD [c.a.Chat] (t-1) no answer",
          "2026-05-04 09:15:02,101 ERROR [c.a.Chat (t-1) no answer",
          "2026-05-04 09:15:02,101 ERROR [c.a.Chat] (t-1 no answer",
          "2026-05-04 09:15:02,101 ERROR [c.a.Chat](t-1) no answer",
          "2026-05-04 09:15:02,101 ERROR [main] (Chat.java:41) - no answer",
          "2026-05-04 09:15:02,101 ERROR [pool-2-thread-1] (c.a.Chat) no answer",
          "2026-05-04 09:15:02,101 ERROR [4711] (c.a.Chat) no answer",
          "ERROR [c.a.Chat] (t-1) no answer",
        })
    void whatOnlyResemblesItIsNone(String line) {
      assertNone("jboss", line);
    }
  }

  /** {@code 2026-11-23T05:35:58.127Z ERROR 25168 --- [shop] [main] c.a.A : text}. */
  @Nested
  class SpringBoot {

    @ParameterizedTest
    @CsvSource(
        delimiterString = "=>",
        value = {
          "ERROR 7 --- [main] c.a.Chat : no answer => null",
          "ERROR 7 --- [           main] c.a.Chat                 : no answer => null",
          "ERROR 7 --- [shop] [main] c.a.Chat : no answer => shop",
          "ERROR 7 --- [shop] [           main] c.a.Chat : no answer => shop",
          "ERROR 7 --- [my shop] [main] c.a.Chat : no answer => my shop",
          "ERROR [shop,7a,8b,true] 7 --- [main] c.a.Chat : no answer => shop",
          "ERROR [shop,,,] 7 --- [main] c.a.Chat : no answer => shop",
          "ERROR [,7a,8b] 7 --- [main] c.a.Chat : no answer => null",
          "ERROR [traceId=7a,spanId=8b] 7 --- [main] c.a.Chat : no answer => null",
          "ERROR 7 --- [shop] [main] [0123456789abcdef0123456789abcdef-0123456789abcdef] c.a.Chat : no answer => shop",
          "ERROR 7 --- [shop] [main] [                                                 ] c.a.Chat : no answer => shop",
          "ERROR 1234567890 --- [main] c.a.Chat : no answer => null",
        })
    void theServiceMayStandBeforeTheThread(String rest, String service) {
      assertRead(
          "spring-boot",
          "2026-05-04T09:15:02.101Z " + rest,
          "2026-05-04 09:15:02.101 Z | ERROR | c.a.Chat | main | " + service + " | no answer");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "2026-05-04T09:15:02.101+02:00 | 2026-05-04 09:15:02.101 +02:00",
          "2026-05-04 09:15:02.101 | 2026-05-04 09:15:02.101",
          "2026-05-04T09:15:02.101-03:30 | 2026-05-04 09:15:02.101 -03:30",
        })
    void itsTimeChangedWithItsVersions(String text, String time) {
      assertRead(
          "spring-boot",
          text + "  WARN 7 --- [main] c.a.Chat : no answer",
          time + " | WARN | c.a.Chat | main | null | no answer");
    }

    @Test
    void anEmptyMessageIsOne() {
      assertRead(
          "spring-boot",
          "2026-05-04T09:15:02.101Z ERROR 7 --- [main] c.a.Chat :\na.XException: why",
          "2026-05-04 09:15:02.101 Z | ERROR | c.a.Chat | main | null |  | a.XException: why []");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "2026-05-04T09:15:02.101Z ERROR 7 -- [main] c.a.Chat : no answer",
          "2026-05-04T09:15:02.101Z ERROR --- [main] c.a.Chat : no answer",
          "2026-05-04T09:15:02.101Z ERROR 7 --- main c.a.Chat : no answer",
          "2026-05-04T09:15:02.101Z ERROR 7 --- [main] c.a.Chat no answer",
          "2026-05-04T09:15:02.101Z LOUD 7 --- [main] c.a.Chat : no answer",
          "2026-05-04T09:15:02.101Z ERROR 7 --- [main c.a.Chat : no answer",
          "2026-05-04T09:15:02.101Z ERROR [shop 7 --- main c.a.Chat : no answer",
          "2026-05-04T09:15:02.101Z",
          " :: Spring Boot ::                (v3.5.0)",
        })
    void whatOnlyResemblesItIsNone(String line) {
      assertNone("spring-boot", line);
    }
  }

  /** Each is one line in a certain order. */
  @Nested
  class OneLine {

    @ParameterizedTest
    @CsvSource(
        delimiterString = "=>",
        value = {
          "logback => 2026-05-04 09:15:02,101 ERROR [t-1] c.a.Chat - no answer",
          "logback => 2026-05-04 09:15:02,101 [t-1] ERROR c.a.Chat - no answer",
          "logback => 2026-05-04 09:15:02,101 [t-1] ERROR c.a.Chat -- no answer",
          "log4j2-pattern => 2026-05-04 09:15:02,101 ERROR c.a.Chat [t-1] no answer",
          "helidon => 2026.05.04 09:15:02.101 SEVERE c.a.Chat !t-1!: no answer",
          "tomcat => 04-May-2026 09:15:02.101 SEVERE [t-1] c.a.Chat no answer",
        })
    void withADateSaysAll(String format, String line) {
      assertRead(
          format, line, "2026-05-04 09:15:02.101 | ERROR | c.a.Chat | t-1 | null | no answer");
    }

    @ParameterizedTest
    @CsvSource(
        delimiterString = "=>",
        value = {
          "logback-basic => 09:15:02.101 [t-1] ERROR c.a.Chat -- no answer => 09:15:02.101 | ERROR | c.a.Chat | t-1",
          "slf4j-simple => [t-1] ERROR c.a.Chat - no answer => none | ERROR | c.a.Chat | t-1",
          "slf4j-simple => 467 [t-1] ERROR c.a.Chat - no answer => none | ERROR | c.a.Chat | t-1",
          "dropwizard => ERROR [2026-05-04 09:15:02,101] c.a.Chat: no answer => 2026-05-04 09:15:02.101 | ERROR | c.a.Chat | null",
          "log4j2 => 2026-05-04T09:15:02.101202303Z main ERROR no answer => 2026-05-04 09:15:02.101202303 Z | ERROR | null | main",
          "log4j2 => 2026-05-04T09:15:02.101202303Z Thread 7 of it ERROR no answer => 2026-05-04 09:15:02.101202303 Z | ERROR | null | Thread 7 of it",
          "jul => May 04, 2026 9:15:02 AM c.a.Chat ask\\nSEVERE: no answer => 2026-05-04 09:15:02 | ERROR | c.a.Chat | null",
          "jul => May 04, 2026 9:15:02\\u202fPM c.a.Chat ask\\nWARNING: no answer => 2026-05-04 21:15:02 | WARN | c.a.Chat | null",
          "jul => May 04, 2026 12:15:02 AM c.a.Chat\\nINFO: no answer => 2026-05-04 00:15:02 | INFO | c.a.Chat | null",
          "jul => May 04, 2026 9:15:02 AM c.a.Chat ask\\nno answer => 2026-05-04 09:15:02 | null | c.a.Chat | null",
        })
    void saysWhatItHas(String format, String line, String read) {
      assertRead(format, line, read + " | null | no answer");
    }

    @ParameterizedTest
    @CsvSource(
        delimiterString = "=>",
        value = {
          "logback => 2026-05-04 09:15:02,101 ERROR [t-1] c.a.Chat no answer",
          "logback => 2026-05-04 09:15:02,101 ERROR t-1 c.a.Chat - no answer",
          "logback => 2026-05-04 09:15:02,101 [t-1] c.a.Chat - no answer",
          "logback => 2026-05-04 09:15:02,101 ERROR [t-1] - no answer",
          "logback => 2026-05-04 09:15:02,101 ERROR [t-1] c.a.Chat -no answer",
          "log4j2-pattern => 2026-05-04 09:15:02,101 ERROR [t-1] c.a.Chat no answer",
          "log4j2-pattern => 2026-05-04 09:15:02,101 ERROR c.a.Chat t-1 no answer",
          "log4j2-pattern => 2026-05-04 09:15:02,101 ERROR 4711 [c.a.Chat] no answer",
          "helidon => 2026.05.04 09:15:02 SEVERE c.a.Chat !t-1! no answer",
          "helidon => 2026.05.04 09:15:02 SEVERE c.a.Chat t-1: no answer",
          "tomcat => 04-May-2026 09:15:02.101 SEVERE t-1 c.a.Chat no answer",
          "tomcat => 04-Foo-2026 09:15:02.101 SEVERE [t-1] c.a.Chat no answer",
          "logback-basic => 09:15:02.101 [t-1] ERROR c.a.Chat no answer",
          "logback-basic => 09:15 [t-1] ERROR c.a.Chat - no answer",
          "slf4j-simple => [t-1] c.a.Chat - no answer",
          "slf4j-simple => [ERROR] c.a.Chat - no answer",
          "slf4j-simple => [09:15:02.101] ERROR c.a.Chat - no answer",
          "slf4j-simple => [04 May 2026 09:15:02] ERROR c.a.Chat - no answer",
          "slf4j-simple => ERROR c.a.Chat - no answer",
          "dropwizard => ERROR [2026-05-04 09:15:02,101] c.a.Chat no answer",
          "dropwizard => ERROR 2026-05-04 09:15:02,101 c.a.Chat: no answer",
          "dropwizard => [2026-05-04 09:15:02,101] c.a.Chat: no answer",
          "log4j2 => 2026-05-04T09:15:02.101202303Z [main] ERROR no answer",
          "log4j2 => 2026-05-04T09:15:02.101202303Z ERROR no answer",
          "log4j2 => 2026-05-04T09:15:02.101202303Z a b c d e ERROR no answer",
          "jul => Mai 04, 2026 9:15:02 AM c.a.Chat ask",
          "jul => May 04, 2026 09:15:02 c.a.Chat ask",
          "jul => May 04 2026 9:15:02 AM c.a.Chat ask",
        })
    void whatOnlyResemblesItIsNone(String format, String line) {
      assertNone(format, line);
    }
  }

  /** What fits where nothing else does. */
  @Nested
  class Plain {

    @ParameterizedTest
    @ValueSource(
        strings = {"no answer", "{", "<xml/>", "- a", "# b", "7", "\u00e4", "\u4f60\u597d", "[x"})
    void aLineThatIsNotIndentedIsAnEvent(String line) {
      assertThat(ReadLog.as("plain", line + "\n").begins()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " indented",
          "\tindented",
          "}",
          "]",
          "! at a.B.c(B.java:1)",
          "at a.B.c(B.java:1)",
          "Caused by: a.XException: why",
          "Suppressed: a.XException: why",
          "Wrapped by: a.XException: why",
          "... 7 more",
        })
    void whatBelongsToAStackTraceOrABodyIsNone(String line) {
      assertNone("plain", line);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "", "Spring-Boot", "LOGBACK", " json"})
  void aFormatThatIsNotThereIsRefused(String id) {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> ReadLog.as(id, "no answer\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + id + "'");
  }

  private static void assertRead(String format, String line, @Nullable String read) {
    ReadLog log = ReadLog.as(format, line.replace("\\n", "\n").replace("\\u202f", "\u202f"));

    assertThat(log.begins()).as(line).isTrue();
    assertThat(ReadLog.all(log.first())).isEqualTo(read);
  }

  private static void assertNone(String format, String line) {
    assertThat(ReadLog.as(format, line + "\n").begins()).as(line).isFalse();
  }
}
