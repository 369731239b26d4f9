package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is left of a throwable when it was printed. */
class StackTraceTest {

  @Test
  void whatTheJdkPrintsIsReadBack() {
    Exception cause = new IllegalArgumentException("why\n{\n  \"a\": 1\n}");
    cause.addSuppressed(new IllegalStateException("closing", new ArithmeticException("deep")));
    Exception thrown = new RuntimeException("outer", cause);
    thrown.addSuppressed(new UnsupportedOperationException());

    ParsedThrowable parsed = parse(printed(thrown));

    assertThat(parsed.className()).isEqualTo("java.lang.RuntimeException");
    assertThat(parsed.message()).isEqualTo("outer");
    assertThat(parsed.frames).contains(getClass().getName());
    assertThat(parsed.suppressed)
        .singleElement()
        .extracting(ParsedThrowable::className)
        .isEqualTo("java.lang.UnsupportedOperationException");
    ParsedThrowable why = Objects.requireNonNull(parsed.cause);
    assertThat(why.message()).isEqualTo("why\n{\n  \"a\": 1\n}");
    assertThat(why.suppressed)
        .singleElement()
        .satisfies(one -> assertThat(messages(one)).containsExactly("closing", "deep"));
    assertThat(why.cause).isNull();
  }

  @Test
  void rootFirstIsTurnedAround() {
    String text =
        "a.RootException: root\n\tat a.B.c(B.java:1)\nWrapped by: a.OuterException: outer\n\tat a.D.e(D.java:2)\n";

    ParsedThrowable parsed = parse(text);
    assertThat(messages(parsed)).containsExactly("outer", "root");
    assertThat(parsed.frames).containsExactly("a.D");
  }

  @Test
  void dropwizardsMarksAreNoPartOfIt() {
    assertThat(
            messages(
                parse("! a.XException: one\n! at a.B.c(B.java:1)\n! Caused by: a.YError: two")))
        .containsExactly("one", "two");
  }

  @Test
  void aWrappedExceptionThatIsOnlyNamedIsTheCause() {
    ParsedThrowable parsed =
        parse(
            "java.lang.RuntimeException: java.net.SocketTimeoutException: timeout\n\tat a.B.c(B.java:1)");

    ParsedThrowable cause = Objects.requireNonNull(parsed.cause);
    assertThat(cause.className()).isEqualTo("java.net.SocketTimeoutException");
    assertThat(cause.message()).isEqualTo("timeout");
    assertThat(cause.frames).containsExactly("a.B");
  }

  @Test
  void modulesAndLoadersAreNoPartOfAClass() {
    assertThat(
            parse(
                    "a.XException: x\n\tat app//a.B.c(B.java:1)\n\tat java.base@17/java.lang.Thread.run(Thread.java:840)")
                .frames)
        .containsExactly("a.B", "java.lang.Thread");
  }

  @Test
  void anEndlessTraceIsBounded() {
    String text =
        "a.XException: x\n" + "\tat a.B.c(B.java:1)\nCaused by: a.XException: x\n".repeat(5000);

    assertThat(messages(parse(text))).hasSizeLessThan(100);
  }

  @Test
  void ordinaryLinesBeginNoTrace() {
    assertThat(StackTrace.begin("x\nsee https://a.b/Exception: y\nthe Error: z\ncom.acme.shop: up"))
        .isEqualTo(-1);
    assertThat(StackTrace.begin("x\ncom.acme.Trouble: y\n\tat a.B.c(B.java:1)")).isEqualTo(2);
  }

  private static ParsedThrowable parse(String text) {
    return Objects.requireNonNull(StackTrace.parse(text));
  }

  private static List<String> messages(ParsedThrowable thrown) {
    List<String> messages = new ArrayList<>();
    for (@Nullable ParsedThrowable at = thrown; at != null; at = at.cause) {
      messages.add(at.message());
    }
    return messages;
  }

  private static String printed(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
