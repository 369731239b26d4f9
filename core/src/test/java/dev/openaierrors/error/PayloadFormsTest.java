package dev.openaierrors.error;

import static dev.openaierrors.error.Payloads.JAVA_MAP;
import static dev.openaierrors.error.Payloads.JSON;
import static dev.openaierrors.error.Payloads.PRETTY;
import static dev.openaierrors.error.Payloads.PYTHON;
import static dev.openaierrors.error.Payloads.SENTENCE;
import static dev.openaierrors.error.Payloads.escaped;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same error, in every form that it takes on its way into a log. */
class PayloadFormsTest {

  private static final String QUOTA = "insufficient_quota";

  static Stream<Arguments> forms() {
    return Stream.of(
        Arguments.of("plain", JSON),
        Arguments.of("pretty-printed", PRETTY),
        Arguments.of("pretty-printed with CRLF", PRETTY.replace("\n", "\r\n")),
        Arguments.of("blanks around colons", JSON.replace(":", " : ")),
        Arguments.of("escaped once", "{\"line\":\"" + escaped(JSON, 1) + "\"}"),
        Arguments.of("escaped twice", "{\"line\":\"" + escaped(JSON, 2) + "\"}"),
        Arguments.of("pretty and escaped once", "\"" + escaped(PRETTY, 1) + "\""),
        Arguments.of("pretty and escaped twice", "\"" + escaped(PRETTY, 2) + "\""),
        Arguments.of("Python repr", PYTHON),
        Arguments.of("Python bytes", "b'" + PRETTY.replace("\n", "\\n") + "'"),
        Arguments.of("Java map", JAVA_MAP),
        Arguments.of("line ends as <EOL>", PRETTY.replace("\n", "<EOL>")),
        Arguments.of("line ends as _", PRETTY.replace("\n", "_")),
        Arguments.of("line ends gone", PRETTY.replace("\n", "")),
        Arguments.of("in an array", "[" + JSON + "]"),
        Arguments.of("other order", reordered()),
        Arguments.of("under detail", "{\"detail\":" + JSON + "}"),
        Arguments.of("in the middle of a line", "a [" + JSON + "] b"),
        Arguments.of("colours inside", JSON.replace("quota,", "\u001b[31mquota\u001b[0m,")),
        Arguments.of("blanks without break", PRETTY.replace(' ', '\u00a0')),
        Arguments.of("in a box", PRETTY.replace("\n", "\n\u2502 ")));
  }

  private static String reordered() {
    return "{\"error\":{\"code\":\"insufficient_quota\",\"param\":null,\"type\":\"insufficient_quota\""
        + ",\"message\":\""
        + SENTENCE
        + "\"}}";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void anErrorIsTheSameInEveryForm(String form, String payload) {
    OpenAiError error = Verdict.error("429 from OpenAI: " + payload);
    assertThat(error.kind()).isEqualTo(ErrorKind.INSUFFICIENT_QUOTA);
    assertThat(error.answer().status()).isEqualTo(429);
    assertThat(error.answer().code()).isEqualTo(QUOTA);
    assertThat(error.answer().type()).isEqualTo(QUOTA);
    assertThat(error.answer().param()).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void noCutBreaksAnything(String form, String payload) {
    String text = "429 from OpenAI: " + payload;
    int complete = endOfFirst(text, SENTENCE.substring(0, 31));
    int code = endOfFirst(text, "code\":\"insufficient_quota");
    for (int cut = 0; cut <= text.length(); cut++) {
      String verdict = Verdict.of(text.substring(0, cut));
      if (cut >= Math.min(complete, code)) {
        assertThat(verdict).as(text.substring(0, cut)).isEqualTo(QUOTA);
      }
      // What is left of a line whose beginning was cut off.
      assertThat(Verdict.of(text.substring(cut))).isIn(QUOTA, Verdict.NONE);
    }
  }

  private static int endOfFirst(String text, String part) {
    int at = text.indexOf(part);
    return at < 0 ? Integer.MAX_VALUE : at + part.length();
  }

  @ParameterizedTest
  @CsvSource({
    "insufficient_quota, insufficient_quota",
    "rate_limit_exceeded, rate_limit_exceeded",
    "invalid_api_key, invalid_api_key",
    "model_not_found, model_not_found",
    "context_length_exceeded, context_length_exceeded",
    "content_policy_violation, content_policy_violation",
    "server_is_overloaded, engine_overloaded",
    "slow_down, slow_down",
    "unsupported_parameter, invalid_request"
  })
  void aCodeIsEnoughWhereThePayloadIsCutOffBehindIt(String code, String kind) {
    String begin = "ERROR OpenAI: {\"error\":{\"code\":\"" + code;
    assertThat(Verdict.of(begin + "\",\"message\":\"So")).isEqualTo(kind);
    assertThat(Verdict.of(begin + "\"")).isEqualTo(kind);
    assertThat(Verdict.of(begin)).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OpenAiHttpException: You exceeded your current quota, please check your plan",
        "chat: You exceeded your current quota, please check your plan and billing details.",
        "com.openai.errors.RateLimitException: 429: You exceeded your current quota",
        "OpenAI says: you exceeded\nyour current quota"
      })
  void aMessageAloneIsEnough(String text) {
    assertThat(Verdict.of(text)).isEqualTo(QUOTA);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "502; 502 Bad Gateway; server_error",
        "503; 503 Service Temporarily Unavailable; engine_overloaded",
        "504; 504 Gateway Time-out; timeout",
        "520; api.openai.com | 520: Web server is returning an unknown error; server_error"
      })
  void aPageOfAGatewayIsAnAnswerToo(int status, String title, String kind) {
    String page = "<html>\r\n<head><title>" + title + "</title></head>\r\n<body></body>\r\n</html>";
    OpenAiError error =
        Verdict.error(
            "org.springframework.web.client.HttpServerErrorException: "
                + status
                + " on POST request for \"https://api.openai.com/v1/chat/completions\": \""
                + page
                + "\"");
    assertThat(error.kind().id()).isEqualTo(kind);
    assertThat(error.answer().status()).isEqualTo(status);
    assertThat(error.retryable()).isTrue();
  }

  @Test
  void aPageInAnExceptionOfTheOfficialClientIsAnAnswerToo() {
    String text = "com.openai.errors.InternalServerException: 502: Unknown";
    assertThat(Verdict.of(text)).isEqualTo("server_error");
  }

  @ParameterizedTest
  @CsvSource({
    "server_error, server_error",
    "rate_limit_exceeded, rate_limit_exceeded",
    "invalid_prompt, content_policy_violation",
    "server_is_overloaded, engine_overloaded",
    "slow_down, slow_down"
  })
  void aResponseThatFailed(String code, String kind) {
    String event =
        "{\"type\":\"response.failed\",\"sequence_number\":4,\"response\":{\"id\":\"resp_12ab\","
            + "\"object\":\"response\",\"status\":\"failed\",\"error\":{\"code\":\""
            + code
            + "\",\"message\":\"It did not work.\"},\"output\":[],\"usage\":null}}";
    OpenAiError error =
        Verdict.error("ERROR OpenAI stream: event: response.failed\ndata: " + event);
    assertThat(error.kind().id()).isEqualTo(kind);
    assertThat(error.answer().code()).isEqualTo(code);
    assertThat(error.answer().type()).as("the type is the event's").isNull();
  }

  @Test
  void anErrorEventOfAStream() {
    OpenAiError error =
        Verdict.error(
            "ERROR OpenAI stream: event: error\ndata: {\"type\":\"error\",\"code\":"
                + "\"rate_limit_exceeded\",\"message\":\"Too fast.\",\"param\":null,"
                + "\"sequence_number\":1}");
    assertThat(error.kind()).isEqualTo(ErrorKind.RATE_LIMIT_EXCEEDED);
    assertThat(error.answer().code()).isEqualTo("rate_limit_exceeded");
    assertThat(error.answer().type()).as("the type is the event's").isNull();
  }

  @Test
  void anErrorEventOfTheRealtimeApi() {
    OpenAiError error =
        Verdict.error(
            "WARN OpenAI realtime {\"type\":\"error\",\"event_id\":\"event_9x8y\",\"error\":{\"type\":"
                + "\"invalid_request_error\",\"code\":\"invalid_value\",\"message\":\"Invalid value:"
                + " 'audio2'.\",\"param\":\"session.modalities\",\"event_id\":null}}");
    assertThat(error.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
    assertThat(error.answer().code()).isEqualTo("invalid_value");
    assertThat(error.answer().type()).isEqualTo("invalid_request_error");
    assertThat(error.answer().param()).isEqualTo("session.modalities");
  }

  @Test
  void theLastErrorOfARun() {
    OpenAiError error =
        Verdict.error(
            "ERROR OpenAI run run_12ab ended: {\"status\":\"failed\",\"last_error\":{\"code\":"
                + "\"rate_limit_exceeded\",\"message\":\"You exceeded your current quota, please check"
                + " your plan and billing details.\"},\"model\":\"gpt-4o\"}");
    // The code of a run is one of three; this one is wrong of the API, but it is what it says.
    assertThat(error.answer().code()).isEqualTo("rate_limit_exceeded");
    assertThat(error.call().model()).isEqualTo("gpt-4o");
  }

  @Test
  void aLineOfABatch() {
    OpenAiError error =
        Verdict.error(
            "ERROR OpenAI batch: {\"id\":\"batch_req_1\",\"custom_id\":\"row-7\",\"response\":"
                + "{\"status_code\":429,\"request_id\":\"5f1c2d3e4a5b\",\"body\":"
                + JSON
                + "},\"error\":null}");
    assertThat(error.kind()).isEqualTo(ErrorKind.INSUFFICIENT_QUOTA);
    assertThat(error.answer().status()).isEqualTo(429);
    assertThat(error.call().requestId()).isEqualTo("5f1c2d3e4a5b");
  }

  @Test
  void aFineTuningJobThatFailed() {
    OpenAiError error =
        Verdict.error(
            "WARN OpenAI job: {\"object\":\"fine_tuning.job\",\"id\":\"ftjob-12\",\"status\":"
                + "\"failed\",\"error\":{\"code\":\"invalid_training_file\",\"message\":\"There are 3"
                + " bad lines.\",\"param\":\"training_file\",\"type\":\"invalid_request_error\"}}");
    assertThat(error.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
    assertThat(error.answer().code()).isEqualTo("invalid_training_file");
    assertThat(error.answer().param()).isEqualTo("training_file");
  }

  @Test
  void theInnerErrorOfAzureSaysMoreThanItsStatus() {
    OpenAiError error =
        Verdict.error(
            "Status code 400, \"{\"error\":{\"message\":\"The response was filtered due to the prompt"
                + " triggering Azure OpenAI's content management policy.\",\"type\":null,\"param\":"
                + "\"prompt\",\"code\":\"400\",\"status\":400,\"innererror\":{\"code\":"
                + "\"ResponsibleAIPolicyViolation\",\"content_filter_result\":{\"violence\":"
                + "{\"filtered\":true,\"severity\":\"high\"}}}}}\"");
    assertThat(error.kind()).isEqualTo(ErrorKind.CONTENT_POLICY_VIOLATION);
    assertThat(error.answer().code()).isEqualTo("ResponsibleAIPolicyViolation");
    assertThat(error.answer().param()).isEqualTo("prompt");
    assertThat(error.answer().status()).isEqualTo(400);
    assertThat(error.provider()).isEqualTo(Provider.AZURE);
  }

  @Test
  void aNumberAsCodeIsAStatus() {
    OpenAiError error =
        Verdict.error(
            "ERROR OpenAI said {\"error\":{\"message\":\"Rate limit is exceeded. Try again in 7"
                + " seconds.\",\"type\":null,\"param\":null,\"code\":429}}");
    assertThat(error.kind()).isEqualTo(ErrorKind.RATE_LIMIT_EXCEEDED);
    assertThat(error.answer().status()).isEqualTo(429);
    assertThat(error.answer().retryAfter()).hasSeconds(7);
  }

  @Test
  void aFlatObjectWithoutAnErrorAround() {
    OpenAiError error =
        Verdict.error(
            "400 from POST http://llm.intern:8000/v1/chat/completions {\"object\":\"error\","
                + "\"message\":\"This model's maximum context length is 4096 tokens.\",\"type\":"
                + "\"BadRequestError\",\"param\":null,\"code\":400}");
    assertThat(error.kind()).isEqualTo(ErrorKind.CONTEXT_LENGTH_EXCEEDED);
    assertThat(error.provider()).isEqualTo(Provider.COMPATIBLE);
  }
}
