package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lines of a stack trace of Python are lines of the program. */
class TracebackTest {

  private static final String TRACE =
      """
      Traceback (most recent call last):
        File "/srv/app.py", line 8, in ask
          except openai.RateLimitError as failure:
                 ^^^^^^^^^^^^^^^^^^^^^
        File "/srv/run.py", line 3, in <module>
          ask("HERE")
      openai.APIError: THROWN
      """;

  @ParameterizedTest
  @ValueSource(strings = {"", "app-1  | ", "2026-05-04 10:00:00 ERROR "})
  void theLineBelowAPlaceIsTheProgramsWhateverStandsInFront(String prefix) {
    String text = prefix + TRACE.replace("\n", "\n" + prefix);
    assertThat(isSource(text, "RateLimitError")).isTrue();
    assertThat(isSource(text, "HERE")).isTrue();
    assertThat(isSource(text, "app.py")).isFalse();
    assertThat(isSource(text, "run.py")).isFalse();
    assertThat(isSource(text, "THROWN")).isFalse();
  }

  @Test
  void aTraceWithoutLinesOfTheProgramHasNone() {
    String text = "  File \"<frozen a>\", line 1\n  File \"b\", line 2\nopenai.APIError: THROWN";
    assertThat(isSource(text, "b\"")).isFalse();
    assertThat(isSource(text, "THROWN")).isFalse();
  }

  @Test
  void whatIsThrownBelowALineOfTheProgramCounts() {
    assertThat(Verdict.of(TRACE.replace("APIError: THROWN", "APITimeoutError: Request timed out.")))
        .isEqualTo(ErrorKind.TIMEOUT.id());
  }

  @Test
  void aLineLongerThanAnyProgramsIsNone() {
    String text = "  File \"" + "x".repeat(5000) + "\", line 1\n    HERE";
    assertThat(isSource(text, "HERE")).isFalse();
  }

  @Test
  void whatIsThrownIsNoPartOfAMessageThatEndsWithALineOfTheProgram() {
    String message = TRACE.substring(0, TRACE.lastIndexOf('\n', TRACE.length() - 2));
    PlainEvent event =
        PlainEvent.of(message).with(new RuntimeException("OpenAI: 429 " + Payloads.JSON));
    assertThat(message).doesNotContain("THROWN");
    assertThat(Verdict.of(event)).isEqualTo(ErrorKind.INSUFFICIENT_QUOTA.id());
  }

  private static boolean isSource(String text, String word) {
    Text whole = Text.of(text);
    assertThat(Traceback.isIn(whole)).isTrue();
    return Traceback.isSource(whole, text.indexOf(word));
  }
}
