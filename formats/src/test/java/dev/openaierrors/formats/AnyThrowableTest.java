package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was thrown, by whatever library it was printed: what is left of it is the same. */
class AnyThrowableTest {

  private static final String HEAD = "2026-05-04 09:15:02,101 ERROR [main] a.B - no answer\n";

  @RepeatedTest(60)
  void thatTheJdkPrintsIsReadBack() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Throwable thrown = thrown(random, 0);

    ParsedEvent event = ReadLog.of((HEAD + printed(thrown)).repeat(2)).first();

    assertThat(event.message()).isEqualTo("no answer");
    assertThat(told(event.thrown()))
        .as("seed %d%n%s", seed, printed(thrown))
        .isEqualTo(told(thrown));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "a.XException: why => a.XException: why",
        "a.XException => a.XException:",
        "a.XException: => a.XException:",
        "a.XException: a: b => a.XException: a: b",
        "a.b.c.XError: why => a.b.c.XError: why",
        "a.X$YException: why => a.X$YException: why",
        "a.XThrowable: why => a.XThrowable: why",
        "Caused by: a.XException: why => a.XException: why",
        "Exception in thread \"main\" a.XException: why => a.XException: why",
        "mod@1/a.XException: why => mod@1/a.XException: why",
        "a.Failed: why\\n\\tat a.B.c(B.java:1) => a.Failed: why",
        "a.XException: why\\r\\n\\tat a.B.c(B.java:1)\\r => a.XException: why",
        "a.XException: one\\ntwo\\n\\tat a.B.c(B.java:1) => a.XException: one\\ntwo",
        "a.XException: a.YException => a.XException: a.YException",
      })
  void itsFirstLineIsItsClassAndItsMessage(String text, String told) {
    String trace = text.replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r");

    ParsedThrowable thrown = Objects.requireNonNull(StackTrace.parse(trace.replace("\r\n", "\n")));

    assertThat((thrown.className() + ": " + thrown.message()).strip())
        .isEqualTo(told.replace("\\n", "\n"));
    assertThat(StackTrace.begin("no answer\n" + trace)).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Exception: why",
        "XException: why",
        "a.exception: why",
        "a.XException why",
        "the a.XException: why",
        "a.XException.: why",
        ".XException: why",
        "a.Failed: why",
        "a.b.c: why",
        "https://a.b/XException: why",
        "a-b.XException: why",
        "Caused by: it",
        "Caused by",
        "Exception in thread main: why",
        "Exception in thread \"main",
        "org.acme.Errors are here",
        "7.5: why",
      })
  void aLineOfTextIsNone(String line) {
    assertThat(StackTrace.begin("no answer\n" + line)).isEqualTo(-1);
    assertThat(StackTrace.begin("no answer\n" + line + "\nand more")).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at a.B.c(B.java:1) | a.B",
        "at a.B.c(B.java) | a.B",
        "at a.B.c(Native Method) | a.B",
        "at a.B.c(Unknown Source) | a.B",
        "at a.B$C.d(B.java:1) | a.B$C",
        "at a.B.lambda$c$0(B.java:1) | a.B",
        "at a.B.<init>(B.java:1) | a.B",
        "at java.base/a.B.c(B.java:1) | a.B",
        "at java.base@17.0.1/a.B.c(B.java:1) | a.B",
        "at app//a.B.c(B.java:1) | a.B",
        "at app//mod@1/a.B.c(B.java:1) | a.B",
        "at a.B.c(B.java:1) ~[b-1.0.jar:1.0] | a.B",
        "at a.B.c(B.java:1) [b-1.0.jar!/:na] | a.B",
        "at a.B.c(B.java:1) ~[?:?] | a.B",
        "at a.BKt.c(B.kt:1) | a.BKt",
        "at B.c(B.java:1) | B",
      })
  void aFrameIsOfAClass(String frame, String className) {
    ParsedThrowable thrown =
        Objects.requireNonNull(StackTrace.parse("a.XException: why\n\t" + frame + "\n"));

    assertThat(thrown.frames).containsExactly(className);
    assertThat(thrown.message()).isEqualTo("why");
  }

  @ParameterizedTest
  @ValueSource(strings = {"... 7 more", "... 7 common frames omitted", "... 12 frames truncated"})
  void framesThatAreLeftOutAreNoMessage(String omission) {
    ParsedThrowable thrown =
        Objects.requireNonNull(
            StackTrace.parse("a.XException: why\n\tat a.B.c(B.java:1)\n\t" + omission + "\n"));

    assertThat(thrown.message()).isEqualTo("why");
    assertThat(thrown.frames).containsExactly("a.B");
  }

  @Test
  void whatIsSuppressedMayHaveCausesAndMoreSuppressed() {
    String trace =
        """
        a.OneException: one
        \tat a.B.c(B.java:1)
        \tSuppressed: a.TwoException: two
        \t\tat a.B.c(B.java:2)
        \t\tSuppressed: a.ThreeException: three
        \t\tCaused by: a.FourException: four
        \tCaused by: a.FiveException: five
        \tSuppressed: a.SixException: six
        Caused by: a.SevenException: seven
        \tSuppressed: a.EightException: eight
        """;

    assertThat(told(StackTrace.parse(trace)))
        .isEqualTo(
            "a.OneException: one suppressed [a.TwoException: two suppressed [a.ThreeException:"
                + " three caused by a.FourException: four] caused by a.FiveException: five, a.SixException: six] caused by"
                + " a.SevenException: seven suppressed [a.EightException: eight]");
  }

  @Test
  void aMessageOfEndlessLinesIsBounded() {
    String trace = "a.XException: why\n" + "and more of it\n".repeat(50_000);

    assertThat(Objects.requireNonNull(StackTrace.parse(trace)).message()).hasSizeLessThan(70_000);
  }

  @Test
  void anEndlessDepthOfSuppressedIsBounded() {
    StringBuilder trace = new StringBuilder("a.XException: why\n");
    for (int i = 1; i < 3_000; i++) {
      trace.append("\t".repeat(i)).append("Suppressed: a.XException: why\n");
    }

    assertThat(told(StackTrace.parse(trace.toString()))).hasSizeLessThan(10_000);
  }

  private static Throwable thrown(Random random, int depth) {
    String[] messages = {
      null, "", "why", "a: b", "one\ntwo", "429: {\n  \"a\": 1\n}", "\u4f60\u597d"
    };
    String message = messages[random.nextInt(messages.length)];
    Throwable cause = depth < 3 && random.nextBoolean() ? thrown(random, depth + 1) : null;
    Throwable thrown =
        switch (random.nextInt(4)) {
          case 0 -> new IllegalStateException(message, cause);
          case 1 ->
              new java.io.UncheckedIOException(message, new java.io.IOException(message, cause));
          case 2 -> new Error(message, cause);
          default -> new RuntimeException(message, cause);
        };
    while (depth < 3 && random.nextInt(4) == 0) {
      thrown.addSuppressed(thrown(random, depth + 2));
    }
    return thrown;
  }

  private static String printed(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static String told(@Nullable Throwable thrown) {
    if (thrown == null) {
      return "";
    }
    String message = thrown.getMessage() == null ? "" : thrown.getMessage();
    List<String> suppressed =
        List.of(thrown.getSuppressed()).stream().map(one -> told(one)).toList();
    return thrown.getClass().getName()
        + ": "
        + message
        + (suppressed.isEmpty() ? "" : " suppressed " + suppressed)
        + (thrown.getCause() == null ? "" : " caused by " + told(thrown.getCause()));
  }

  private static String told(@Nullable ParsedThrowable thrown) {
    if (thrown == null) {
      return "";
    }
    List<String> suppressed = thrown.suppressed.stream().map(one -> told(one)).toList();
    return thrown.className()
        + ": "
        + thrown.message()
        + (suppressed.isEmpty() ? "" : " suppressed " + suppressed)
        + (thrown.cause == null ? "" : " caused by " + told(thrown.cause));
  }
}
