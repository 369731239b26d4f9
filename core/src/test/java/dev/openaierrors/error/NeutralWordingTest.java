package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Structure decides before wording: a message that nobody has read yet is told by its code. */
class NeutralWordingTest {

  private static final String WORDS = "It did not come to anything.";

  static final List<Object[]> CODES = codes();

  private static List<Object[]> codes() {
    List<Object[]> codes = new ArrayList<>();
    for (ErrorKind kind : ErrorKind.values()) {
      for (String code : kind.signature().codes()) {
        if (!code.equals("invalid_request_error")) {
          codes.add(new Object[] {code, kind});
        }
      }
    }
    return codes;
  }

  @ParameterizedTest
  @FieldSource("CODES")
  void aCodeInAnAnswerOfTheApi(String code, ErrorKind kind) {
    check(
        "{\"error\":{\"message\":\"%s\",\"type\":\"some_error\",\"param\":null,\"code\":\"%s\"}}"
            .formatted(WORDS, code),
        code,
        kind);
  }

  @ParameterizedTest
  @FieldSource("CODES")
  void aCodeInAFailedResponse(String code, ErrorKind kind) {
    check(
        ("{\"type\":\"response.failed\",\"sequence_number\":7,\"response\":{\"id\":\"resp_01\","
                + "\"status\":\"failed\",\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}}")
            .formatted(code, WORDS),
        code,
        kind);
  }

  @ParameterizedTest
  @FieldSource("CODES")
  void aCodeInAnEventOfASession(String code, ErrorKind kind) {
    check(
        ("{\"type\":\"error\",\"event_id\":\"event_01\",\"session_id\":\"sess_01\",\"error\":"
                + "{\"type\":\"invalid_request_error\",\"code\":\"%s\",\"message\":\"%s\","
                + "\"param\":null}}")
            .formatted(code, WORDS),
        code,
        kind);
  }

  @ParameterizedTest
  @FieldSource("CODES")
  void aCodeWithAMessageThatACallToOpenAiCameBackWith(String code, ErrorKind kind) {
    check(
        "OpenAI turn failed: {\"code\":\"%s\",\"message\":\"%s\"}".formatted(code, WORDS),
        code,
        kind);
  }

  private static void check(String text, String code, ErrorKind kind) {
    OpenAiError error = Verdict.error(text);
    // The code is the same for a model that is not there and for one that is not allowed.
    assertThat(error.kind()).as(text).isEqualTo(kind);
    assertThat(error.retryable()).as(text).isEqualTo(kind.retryable(code));
    assertThat(error.fix()).as(text).isEqualTo(kind.fix(code));
  }

  @ParameterizedTest
  @CsvSource({
    "response.failed, 'response', server_error, server_error",
    "response.failed, 'response', brand_new_code, unknown",
    "agent.session.failed, 'session', rate_limit_exceeded, rate_limit_exceeded"
  })
  void theEventOfAStreamIsEnoughOfAnOrigin(String type, String holder, String code, String kind) {
    String text =
        "{\"type\":\"%s\",\"%s\":{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}}"
            .formatted(type, holder, code, WORDS);
    assertThat(Verdict.of(text)).isEqualTo(kind);
  }
}
