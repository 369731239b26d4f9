package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In each text, X stands where somebody is quoted and Y where nobody is. */
class QuotationsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"content\":\"a X b\",\"code\":\"Y\"}",
        "{\"role\": \"user\", \"content\" : \"X\"} Y",
        "{'prompt': 'X', 'code': 'Y'}",
        "prompt=\"X\" Y",
        "Y title: 'X' Y",
        "{\"content\":\"he said \\\"X\\\" and X\",\"code\":\"Y\"}",
        "\"{\\\"content\\\":\\\"X\\\",\\\"code\\\":\\\"Y\\\"}\" Y",
        "\"{\\\"content\\\":\\\"a \\\\\\\"X\\\\\\\" X\\\",\\\"code\\\":\\\"Y\\\"}\"",
        "{\"CONTENT\":\"X\"} Y",
        "{\"body\":\"see X\"} Y",
        "{\"content\":\"X and nothing closes it X"
      })
  void isTheValueOfAFieldInWhichSomebodySpeaks(String text) {
    assertQuoted(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\":\"Y\"}",
        "{\"error\":\"Y\"}",
        "content Y",
        "content: Y",
        "{\"content\":null,\"code\":\"Y\"}",
        "{\"contented\":\"Y\"}",
        "{\"mycontent\":\"Y\"}",
        "{\"body\":\"{\\\"code\\\":\\\"Y\\\"}\"}",
        "{\"output\":\"[{\\\"code\\\":\\\"Y\\\"}]\"}",
        "body=\"<html>Y</html>\""
      })
  void isNothingElse(String text) {
    assertQuoted(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"why does dashscope say so", "resource_exhausted is not ours", "param=x"})
  void whatIsQuotedSaysNothingOfTheError(String quoted) {
    String answer =
        "OpenAI API error: {\"error\":{\"message\":\"You exceeded your current quota, please check"
            + " your plan and billing details.\",\"type\":\"insufficient_quota\",\"param\":null,"
            + "\"code\":\"insufficient_quota\"}}";
    assertThat(Verdict.error(answer + " of {\"prompt\":\"" + quoted + "\"}"))
        .usingRecursiveComparison()
        .comparingOnlyFields("kind", "retryable", "fix", "answer.code", "answer.param", "provider")
        .isEqualTo(Verdict.error(answer));
  }

  private static void assertQuoted(String text) {
    Quotations quotations = in(text);
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) == 'X') {
        assertThat(quotations.contains(at)).as("%s at %s", text, at).isTrue();
      }
      if (text.charAt(at) == 'Y') {
        assertThat(quotations.contains(at)).as("%s at %s", text, at).isFalse();
      }
    }
  }

  @Test
  void thereAreNoneInATextThatQuotesNobody() {
    assertQuoted("Y429 from OpenAIY");
  }

  private static Quotations in(String text) {
    return PhraseMatches.in(Text.of(text)).quotations();
  }
}
