package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text from people who wish us ill, or from programs that are ill. */
class HostileTest {

  // Only against hanging: each case takes milliseconds.
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String PAYLOAD = Samples.QUOTA.json();
  private static final String LINE = Form.PLAIN.of(Samples.QUOTA);

  @ParameterizedTest(name = "{0}")
  @MethodSource({"harmless", "genuine", "whatever"})
  void isReadInBoundedTimeAndGetsItsVerdict(String name, String text, @Nullable String verdict) {
    OpenAiError error =
        assertTimeoutPreemptively(PATIENCE, () -> ErrorAnalyzer.create().analyze(text));
    if (!"any".equals(verdict)) {
      assertThat(error == null ? null : error.kind().id()).as(name).isEqualTo(verdict);
    }
    if (error != null) {
      assertThat(error.fields().values()).noneMatch(value -> value.matches("(?s).*\\p{Cntrl}.*"));
    }
  }

  static Stream<Arguments> harmless() {
    return Stream.of(
        none("nested objects", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)),
        none("unclosed arrays", "[".repeat(100_000)),
        none("closed before opened", "}}}]]]".repeat(1_000) + "{"),
        none("mismatched brackets", "{[}]".repeat(50_000)),
        none("one letter", "a".repeat(1_000_000)),
        none("an image", "POST https://api.openai.com/v1/chat " + "iVBORw0KGgo".repeat(90_000)),
        none("a sentence that never ends", "Rate limit: " + "gpt ".repeat(50_000)),
        none("a key that never ends", "token sk-" + "aB3*-_".repeat(80_000)),
        none("a delay that never ends", "try again in " + "1.".repeat(250_000) + "x"),
        none("a class that never ends", "com.".repeat(250_000) + "Exceptio"),
        none("blanks", "\"error\"" + " ".repeat(500_000) + ":" + " ".repeat(500_000) + "null"),
        none("quotes and colons", "\":".repeat(400_000)),
        none(
            "numbers",
            "{\"status\":"
                + "4".repeat(5_000)
                + ",\"error\":{\"code\":-"
                + "9".repeat(5_000)
                + "}}"),
        none("empty lines", "\n".repeat(500_000)),
        none("nothing", ""),
        none("homoglyphs", "Y\u043eu ex\u0441eeded y\u043eur current qu\u043eta"),
        none("dotted capital i", "\u0130NSUFF\u0130C\u0130ENT_QUOTA \u0131s a column"),
        none("letters that grow", "\u00df".repeat(100_000) + " \u0149 \ufb03 quota"),
        none("lookups", "%s{} ${jndi:ldap://127.0.0.1/x} #{7*7} quota"),
        none("emoji", "\ud83d\udd25".repeat(200_000)),
        none("json of no standard", "{error: NaN, /* insufficient_quota */ 'code': Infinity,}"));
  }

  static Stream<Arguments> genuine() {
    return Stream.of(
        quota("deep in objects", "{\"a\":".repeat(40) + PAYLOAD + "}".repeat(40)),
        quota("truncated", LINE.substring(0, LINE.length() - 25)),
        quota("at the end", "lorem ipsum ".repeat(90_000) + LINE),
        quota("at the beginning", LINE + " ctx=" + "x".repeat(1_000_000)),
        quota("above many frames", LINE + "\n\tat com.acme.A.b(A.java:1)".repeat(50_000)),
        quota(
            "colours",
            "\u001b[1mOpenAI\u001b[0m 429: \u001b[33mYou exceeded\u001b[0m your current quota"),
        quota("byte order mark", "\ufeff" + LINE),
        quota("control characters", "\u0000\u0001\u0007" + LINE + "\u0000\u001b"),
        quota("right to left", "\u202e" + LINE + "\u202c"),
        quota("many of them", (PAYLOAD + "\n").repeat(10_000)),
        quota(
            "zero width",
            String.join("\u200d", "You exceeded your current quota".split("")) + " " + LINE));
  }

  static Stream<Arguments> whatever() {
    String escaped = PAYLOAD;
    for (int i = 0; i < 12; i++) {
      escaped = escaped.replace("\\", "\\\\").replace("\"", "\\\"");
    }
    return Stream.of(
        any("escaped twelve times", "ERROR OpenAI: " + escaped),
        any("nested error keys", "{\"error\":".repeat(5_000) + PAYLOAD),
        any("open braces", "{".repeat(1_000_000)),
        any("unclosed errors", "{\"error\":".repeat(100_000)),
        any("quotes", "{\"error\":{\"message\":\"" + "\"".repeat(1_000_000)),
        any("backslashes", "{\"error\":{\"message\":\"" + "\\".repeat(1_000_001)),
        any("lone surrogates", "\ud800 \udfff " + LINE + " \ud800"),
        any("duplicate keys", "{\"error\":null,\"error\":" + Samples.QUOTA.inner() + "}"),
        any(
            "wrong types",
            "{\"error\":{\"message\":{\"a\":[1]},\"type\":429,\"code\":{\"x\":true}}}"),
        any(
            "many objects without an error",
            IntStream.range(0, 10_000)
                .mapToObj(i -> "{\"error\":null,\"id\":" + i + "}")
                .collect(Collectors.joining(" "))),
        any(
            "all of C0",
            IntStream.range(0, 32).mapToObj(Character::toString).collect(Collectors.joining())
                + LINE));
  }

  private static Arguments none(String name, String text) {
    return Arguments.of(name, text, null);
  }

  private static Arguments quota(String name, String text) {
    return Arguments.of(name, text, "insufficient_quota");
  }

  private static Arguments any(String name, String text) {
    return Arguments.of(name, text, "any");
  }
}
