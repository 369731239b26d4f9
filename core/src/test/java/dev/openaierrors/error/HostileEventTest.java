package dev.openaierrors.error;

import static dev.openaierrors.error.Payloads.JSON;
import static dev.openaierrors.error.Payloads.PRETTY;
import static dev.openaierrors.error.Payloads.PYTHON;
import static dev.openaierrors.error.Payloads.SENTENCE;
import static dev.openaierrors.error.Payloads.escaped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.openaierrors.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile input is normal input. Each text has its verdict; null where it does not matter.
 *
 * <p>The time limit is there for what never ends, not to measure anything.
 */
class HostileEventTest {

  private static final Duration HANG = Duration.ofSeconds(60);
  private static final int MEGA = 1 << 20;
  private static final String QUOTA = "insufficient_quota";
  private static final String NONE = Verdict.NONE;
  private static final String LINE = "ERROR 1 --- [main] a.b.Llm : OpenAI call failed: 429 " + JSON;

  static Stream<Arguments> nesting() {
    return Stream.of(
        text(
            "objects, ten thousand deep",
            NONE,
            "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)),
        text("arrays that never end", NONE, "[".repeat(100_000)),
        text("closed before opened", NONE, "}}]".repeat(10_000) + "{"),
        text("brackets that do not match", NONE, "{[}]".repeat(50_000)),
        text("errors within errors", null, "{\"error\":".repeat(5000) + JSON + "}".repeat(5000)),
        text("an error fifty deep", QUOTA, "{\"a\":".repeat(50) + LINE + "}".repeat(50)),
        text("a payload in a payload", QUOTA, LINE.replace(SENTENCE, SENTENCE + escaped(JSON, 1))),
        text("only opening braces", null, "{".repeat(MEGA)),
        text("an error key, never closed", null, "{\"error\":{".repeat(100_000)),
        text("a message full of quotes", null, "{\"error\":{\"message\":\"" + "\"".repeat(MEGA)));
  }

  static Stream<Arguments> escapes() {
    return Stream.of(
        text("backslashes in an open string", null, "{\"message\":\"" + "\\".repeat(MEGA + 1)),
        text("backslashes before a quote", null, "{\"content\":\"" + "\\".repeat(MEGA) + "\""),
        text("escaped three times", QUOTA, "OpenAI: \"" + escaped(JSON, 3) + "\""),
        text("escaped eight times", QUOTA, "OpenAI: \"" + escaped(JSON, 8) + "\""),
        text("escaped twelve times", null, "OpenAI: \"" + escaped(JSON, 12) + "\""),
        text("a unicode escape cut off", null, LINE + "\\u12"),
        text("unicode escapes of nothing", QUOTA, LINE + "\\uzzzz\\u\\u12\\uD800"),
        text("escaped surrogates without a partner", QUOTA, LINE.replace("Y", "\\ud800 \\udfff Y")),
        text("quotes and backslashes by turns", null, "\"body\":\"" + "\\\"".repeat(MEGA / 2)),
        text("a hundred keys that quote", null, "\"prompt\":\"{ ".repeat(100_000)));
  }

  static Stream<Arguments> sizes() {
    return Stream.of(
        text("one letter", NONE, "a".repeat(16 * MEGA)),
        text("empty lines", NONE, "\n".repeat(MEGA)),
        text("base64", NONE, "data:image/png;base64," + "iVBORw0KGgo".repeat(100_000)),
        text("an error before a megabyte", QUOTA, LINE + " " + "x".repeat(MEGA)),
        text("an error behind a megabyte", QUOTA, "lorem ipsum ".repeat(MEGA / 12) + LINE),
        text("an error above many frames", QUOTA, LINE + "\n\tat a.b.C.d(C.java:1)".repeat(50_000)),
        text("causes without end", null, "Caused by: a.b.C: OpenAI\n\tat a.b.C.d\n".repeat(20_000)),
        text("errors without end", QUOTA, (LINE + "\n").repeat(10_000)),
        text("keys without end", null, "\"code\":\"message\":\"type\":{".repeat(50_000)),
        text("null errors without end", NONE, "{\"error\":null,\"id\":1} ".repeat(10_000)),
        text("a sentence's beginning", NONE, "Rate limit reached for " + "gpt ".repeat(MEGA)),
        text("a key's beginning", NONE, "token sk-" + "aB3*-_".repeat(MEGA / 6)),
        text("digits and points", NONE, "Please try again in " + "1.".repeat(MEGA / 2) + "x"),
        text("a class name", NONE, "com.".repeat(MEGA / 4) + "Exceptio"),
        text("blanks", NONE, "\"error\"" + " ".repeat(MEGA) + ":" + " ".repeat(MEGA) + "null"),
        text("quotes and colons", NONE, "\":".repeat(MEGA / 2)),
        text("schemes", null, "http://openai://".repeat(MEGA / 16)),
        text("colours", null, "\u001b[".repeat(MEGA / 2)),
        text("numbers where a status may stand", null, "status 429 ".repeat(MEGA / 11)));
  }

  static Stream<Arguments> characters() {
    return Stream.of(
        text(
            "colours inside",
            QUOTA,
            "OpenAI 429: " + SENTENCE.replace(" ", "\u001b[33m \u001b[0m")),
        text(
            "a colour inside a word",
            QUOTA,
            "OpenAI 429: " + SENTENCE.replace("cur", "c\u001b[1mur")),
        text("a colour that never ends", QUOTA, "\u001b[" + "1;".repeat(100) + LINE + "\u001b["),
        text("CRLF", QUOTA, "OpenAI 429\r\n" + PRETTY.replace("\n", "\r\n")),
        text("every control character", QUOTA, controls() + LINE + controls()),
        text("NUL between the lines", QUOTA, "OpenAI 429\0\n\0" + PRETTY.replace("\n", "\n\0")),
        text("a byte order mark", QUOTA, "\ufeff" + LINE),
        text("nothing between all letters", QUOTA, "OpenAI " + String.join("\u200d", letters())),
        text("right to left", QUOTA, "\u202e" + LINE + "\u202c"),
        text("surrogates without a partner", QUOTA, "\ud800 " + LINE + " \udfff"),
        text("surrogates inside", QUOTA, LINE.replace("check", "\udc00check\ud83d")),
        text("fire", NONE, "\ud83d\udd25".repeat(MEGA / 2)),
        text(
            "letters of another script",
            NONE,
            "Y\u043eu exc\u0435eded y\u043eur curr\u0435nt qu\u043eta"),
        text("a dotted I", NONE, "\u0130NSUFF\u0130C\u0130ENT_QUOTA is a column"),
        text("letters that grow", NONE, "\u00df".repeat(100_000) + " \u0149 \ufb03 quota"),
        text("curly quotes", QUOTA, "OpenAI: " + JSON.replace('"', '\u201d')),
        text("a window title and a link", QUOTA, "\u001b]0;ttt\u0007" + LINE + "\u001b]8;;\u0007"));
  }

  static Stream<Arguments> formats() {
    return Stream.of(
        text("placeholders", NONE, "%s%n {} {0} ${jndi:ldap://127.0.0.1/x} #{7*7} quota"),
        text("placeholders beside an error", QUOTA, "${jndi:ldap://127.0.0.1/x} %n {} " + LINE),
        text("entities of entities", NONE, "<!ENTITY a \"&b;&b;\"><!ENTITY b \"&a;&a;\">&a;"),
        text(
            "a number that no type holds",
            NONE,
            "{\"error\":{\"code\":-" + "9".repeat(5000) + "}}"),
        text("a status that no type holds", NONE, "{\"status\":" + "4".repeat(5000) + "}"),
        text("an exponent", NONE, "{\"status\":4e2,\"error\":{\"code\":1e999999}}"),
        text("a delay that no type holds", QUOTA, LINE + " try again in " + "9".repeat(500) + "s"),
        text("error twice, null around", QUOTA, "OpenAI {\"error\":null," + JSON.substring(1)),
        text("keys twice", QUOTA, LINE.replace("\"param\":null", "\"type\":null,\"code\":null")),
        text(
            "wrong types",
            null,
            "OpenAI {\"error\":{\"message\":{\"a\":[1]},\"type\":429,\"param\":[],\"code\":{\"x\":1}}}"),
        text("error is a number", NONE, "{\"error\":429}"),
        text("error is a word", NONE, "{\"error\":\"insufficient_quota\"}"),
        text(
            "JSON with comments", NONE, "{error: NaN, /* insufficient_quota */ 'code': Infinity,}"),
        text("Python", QUOTA, "openai.RateLimitError: Error code: 429 - " + PYTHON),
        text("Python's words everywhere", null, "NoneTrueFalse".repeat(10_000) + PYTHON),
        text("cut off in the code", QUOTA, LINE.substring(0, LINE.length() - 10)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"nesting", "escapes", "sizes", "characters", "formats"})
  void standsAnything(String name, @Nullable String verdict, String text) {
    for (Object event :
        List.of(
            text,
            PlainEvent.of(text),
            PlainEvent.of("call failed").argument(text),
            PlainEvent.of("call failed").pair("response", text),
            PlainEvent.thrown(frameless(new IOException(text))),
            PlainEvent.thrown(
                frameless(new RuntimeException("top", frameless(new IOException(text))))))) {
      String found =
          assertTimeoutPreemptively(
              HANG,
              () ->
                  event instanceof PlainEvent test ? Verdict.of(test) : Verdict.of((String) event));
      if (verdict != null) {
        assertThat(found).as(event.getClass().getSimpleName()).isEqualTo(verdict);
      }
    }
  }

  /** Since the name of this package in a stack would count as a sign of OpenAI. */
  private static Throwable frameless(Throwable thrown) {
    thrown.setStackTrace(new StackTraceElement[0]);
    return thrown;
  }

  private static Arguments text(String name, @Nullable String verdict, String text) {
    return Arguments.of(name, verdict, text);
  }

  private static List<String> letters() {
    return SENTENCE.chars().mapToObj(c -> String.valueOf((char) c)).toList();
  }

  private static String controls() {
    StringBuilder controls = new StringBuilder();
    IntStream.range(0, 32).forEach(c -> controls.append((char) c));
    return controls.toString();
  }

  @Test
  void randomRuinsOfPayloadsHarmNobody() {
    Random random = new Random(7);
    List<String> texts = Stream.of(LINE, PRETTY, PYTHON, escaped(LINE, 2)).toList();
    assertTimeoutPreemptively(
        Patience.LONG,
        () -> {
          for (int round = 0; round < 20_000; round++) {
            String ruin = ruin(texts.get(round % texts.size()), random);
            OpenAiError error = ErrorAnalyzer.create().analyze("OpenAI " + ruin);
            if (error != null) {
              assertThat(error.fields().values()).allSatisfy(HostileEventTest::assertPrintable);
            }
          }
        });
  }

  /** Some characters replaced, removed or doubled. */
  private static String ruin(String text, Random random) {
    StringBuilder ruin = new StringBuilder(text);
    for (int i = random.nextInt(12); i >= 0; i--) {
      int at = random.nextInt(ruin.length());
      switch (random.nextInt(4)) {
        case 0 -> ruin.setCharAt(at, (char) random.nextInt(128));
        case 1 -> ruin.setCharAt(at, (char) random.nextInt(65_536));
        case 2 -> ruin.deleteCharAt(at);
        default -> ruin.insert(at, ruin.substring(at / 2, at));
      }
    }
    return ruin.toString();
  }

  private static void assertPrintable(String value) {
    assertThat(value).hasSizeLessThanOrEqualTo(300).doesNotContainPattern("[\\p{Cntrl}\\p{Cs}]");
  }
}
