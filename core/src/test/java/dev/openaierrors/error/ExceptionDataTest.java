package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.aallam.openai.api.exception.OpenAIAPIException;
import com.azure.core.exception.HttpResponseException;
import com.openai.core.http.Headers;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.RateLimitException;
import com.theokanning.openai.OpenAiHttpException;
import io.github.sashirestela.cleverclient.support.CleverClientException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/** Exceptions of well-known clients say more than their message. */
class ExceptionDataTest {

  private static final Headers NO_HEADERS = new Headers(Map.of());
  private static final String SAID = "It did not work.";

  @Test
  void theOfficialClientKnowsStatusCodeAndType() {
    OpenAiError error = thrown(new RateLimitException(SAID, "rate_limit_exceeded", NO_HEADERS));
    assertThat(error.kind()).isEqualTo(ErrorKind.RATE_LIMIT_EXCEEDED);
    assertThat(error.answer().status()).isEqualTo(429);
    assertThat(error.answer().code()).isEqualTo("rate_limit_exceeded");
    assertThat(error.answer().type()).isEqualTo("tokens");
    assertThat(error.answer().retryAfter()).isNull();
  }

  @Test
  void theCodeOfTheOfficialClientOverrulesItsClass() {
    OpenAiError error =
        thrown(new RateLimitException("429: " + SAID, "insufficient_quota", NO_HEADERS));
    assertThat(error.kind()).isEqualTo(ErrorKind.INSUFFICIENT_QUOTA);
    assertThat(error.retryable()).isFalse();
  }

  @Test
  void aGetterThatThrowsCostsOnlyItsOwnValue() {
    OpenAiError error = thrown(new RateLimitException("429: " + SAID, 429, NO_HEADERS));
    assertThat(error.kind()).isEqualTo(ErrorKind.RATE_LIMIT_EXCEEDED);
    assertThat(error.answer().status()).isEqualTo(429);
    assertThat(error.answer().code()).isNull();
  }

  @Test
  void headersTellDelayAndRequestId() {
    Headers headers =
        new Headers(
            Map.of(
                "retry-after",
                List.of("17"),
                "x-request-id",
                List.of("req_0123456789abcdef0123456789abcdef")));
    OpenAiError error = thrown(new RateLimitException("429: " + SAID, null, headers));
    assertThat(error.answer().retryAfter()).hasSeconds(17);
    assertThat(error.call().requestId()).isEqualTo("req_0123456789abcdef0123456789abcdef");
  }

  @Test
  void theFinerHeaderCounts() {
    Headers headers =
        new Headers(Map.of("retry-after", List.of("2"), "retry-after-ms", List.of("1234")));
    OpenAiError error = thrown(new RateLimitException("429: " + SAID, null, headers));
    assertThat(error.answer().retryAfter()).hasMillis(1234);
  }

  @Test
  void noHeadersAtAllAreNoHarm() {
    OpenAiError error = thrown(new OpenAIServiceException("500: " + SAID, 500, null, null));
    assertThat(error.kind()).isEqualTo(ErrorKind.SERVER_ERROR);
  }

  @Test
  void publicFieldsAreReadToo() {
    OpenAiError error =
        thrown(
            new OpenAiHttpException(SAID, 400, "context_length_exceeded", "messages", "some_type"));
    assertThat(error.kind()).isEqualTo(ErrorKind.CONTEXT_LENGTH_EXCEEDED);
    assertThat(error.answer().status()).isEqualTo(400);
    assertThat(error.answer().code()).isEqualTo("context_length_exceeded");
  }

  @Test
  void anExceptionInTheMiddleOfTheChainIsReadToo() {
    Throwable chain =
        new IllegalStateException(
            "no answer",
            new RuntimeException(new RateLimitException(SAID, "slow_down", NO_HEADERS)));
    assertThat(thrown(chain).kind()).isEqualTo(ErrorKind.SLOW_DOWN);
  }

  static final List<Throwable> WITH_BODY =
      List.of(
          new OpenAIAPIException(SAID, 429, Payloads.JSON),
          new HttpResponseException("com.azure.ai.openai: " + SAID, Payloads.JSON),
          new HttpResponseException("com.azure.ai.openai: " + SAID, Map.of("error", payload())),
          new RestClientResponseException("429 calling https://api.openai.com/v1/x", Payloads.JSON),
          new WebClientResponseException(
              "429 from POST https://api.openai.com/v1/x", Payloads.JSON),
          new CleverClientException("OpenAI call failed: 429", Payloads.JSON));

  private static Map<String, String> payload() {
    return Map.of("message", Payloads.SENTENCE, "code", "insufficient_quota", "type", "x");
  }

  @ParameterizedTest
  @FieldSource("WITH_BODY")
  void theBodyOfTheAnswerIsReadWhereTheMessageDoesNotHaveIt(Throwable exception) {
    OpenAiError error = thrown(exception);
    assertThat(error.kind()).isEqualTo(ErrorKind.INSUFFICIENT_QUOTA);
    assertThat(error.answer().code()).isEqualTo("insufficient_quota");
  }

  @Test
  void exceptionsOfOtherClassesAreNotTouched() {
    Touchy touchy = new Touchy();
    assertThat(ExceptionData.of(touchy)).isNull();
    assertThat(Verdict.of(PlainEvent.thrown(touchy))).isEqualTo(Verdict.NONE);
    assertThat(touchy.touched).isFalse();
  }

  @Test
  void aHugeBodyIsCut() {
    String body = "x".repeat(1_000_000);
    assertThat(ExceptionData.of(new RestClientResponseException("", body))).hasSizeLessThan(9000);
  }

  private static OpenAiError thrown(Throwable thrown) {
    return Verdict.error(PlainEvent.thrown(thrown));
  }

  /** Has getters of the same names, and nobody may call them. */
  public static final class Touchy extends RuntimeException {

    private static final long serialVersionUID = 1;

    private boolean touched;

    public int statusCode() {
      touched = true;
      return 429;
    }

    public String getResponseBodyAsString() {
      touched = true;
      return Payloads.JSON;
    }
  }
}
