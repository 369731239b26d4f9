package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an OpenAI error, and of which kind. */
class RecognitionTest {

  private final ErrorAnalyzer analyzer = ErrorAnalyzer.create();

  static Stream<Arguments> samplesInAllForms() {
    return Samples.ALL.stream()
        .flatMap(sample -> Arrays.stream(Form.values()).map(form -> Arguments.of(sample, form)));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("samplesInAllForms")
  void knowsEveryAnswerInEveryForm(Sample sample, Form form) {
    OpenAiError error = analyzed(form.of(sample));
    assertThat(error.kind()).as(form.of(sample)).isEqualTo(sample.kind());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"RESPONSE_FAILED", "REALTIME", "LANGCHAIN4J"}) // these have no status
  void readsTheFieldsOfAPayloadInEveryForm(Form form) {
    OpenAiError error = analyzed(form.of(Samples.RATE_LIMIT));
    assertThat(error.answer().status()).isEqualTo(429);
    assertThat(error.answer().code()).isEqualTo("rate_limit_exceeded");
    assertThat(error.answer().type()).isEqualTo("tokens");
    assertThat(error.call().model()).isEqualTo("gpt-5.4-mini");
    assertThat(error.limit()).isEqualTo(Limit.TOKENS_PER_MINUTE);
    assertThat(error.answer().retryAfter()).isEqualTo(Duration.ofMillis(1384));
    assertThat(error.retryable()).isTrue();
  }

  @Test
  void hasASampleOfEveryKindThatComesAsAPayload() {
    List<ErrorKind> others =
        List.of(ErrorKind.TIMEOUT, ErrorKind.CONNECTION_ERROR, ErrorKind.UNKNOWN);
    assertThat(Arrays.stream(ErrorKind.values()).filter(kind -> !others.contains(kind)))
        .allSatisfy(kind -> assertThat(Samples.ALL).anyMatch(sample -> sample.kind() == kind));
  }

  @ParameterizedTest
  @MethodSource("samplesInAllForms")
  void cutOffAnywhereItIsTheSameKindOrABroaderOneAndNeverFails(Sample sample, Form form) {
    String text = form.of(sample);
    for (int end = 0; end < text.length(); end += 7) {
      analyzer.analyze(text.substring(0, end));
    }
    int sentence = text.indexOf("current quota, please");
    if (sentence > 0) {
      for (int end = sentence + 13; end < text.length(); end++) {
        assertThat(analyzed(text.substring(0, end)).kind()).isEqualTo(sample.kind());
      }
    }
  }

  @Test
  void noWaitMakesARequestFitThatIsTooLarge() {
    OpenAiError error = analyzed(Form.PLAIN.of(Samples.TOO_LARGE));
    assertThat(error.kind()).isEqualTo(ErrorKind.RATE_LIMIT_EXCEEDED);
    assertThat(error.retryable()).isFalse();
    assertThat(error.fix()).isNotEqualTo(ErrorKind.RATE_LIMIT_EXCEEDED.fix());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "credit_balance_exhausted",
        "organization_spend_limit_exceeded",
        "project_spend_limit_exceeded",
        "organization_usage_limit_exceeded",
        "billing_hard_limit_reached",
        "billing_not_active"
      })
  void theFinerBillingCodesHaveAFixOfTheirOwn(String code) {
    Sample sample =
        Samples.ALL.stream().filter(s -> code.equals(s.code())).findFirst().orElseThrow();
    OpenAiError error = analyzed(Form.PLAIN.of(sample));
    assertThat(error.answer().code()).isEqualTo(code);
    assertThat(error.retryable()).isFalse();
    assertThat(error.fix())
        .isEqualTo(ErrorKind.INSUFFICIENT_QUOTA.fix(code))
        .isNotEqualTo(ErrorKind.INSUFFICIENT_QUOTA.fix());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          timeout ~ openai.APITimeoutError: Request timed out.
          timeout ~ OpenAI API error: java.net.http.HttpTimeoutException: request timed out calling https://api.openai.com/v1/responses
          timeout ~ <title>api.openai.com | 504: Gateway time-out</title>
          connection_error ~ java.net.ConnectException: Failed to connect to api.openai.com/203.0.113.9:443
          connection_error ~ java.net.UnknownHostException: api.openai.com
          connection_error ~ I/O error on POST request for "https://api.openai.com/v1/chat/completions": Connection timed out: connect; nested exception is java.net.ConnectException: Connection timed out: connect
          server_error ~ openai.error.APIError: HTTP code 502 from API (<html><title>api.openai.com | 502: Bad gateway</title>
          unknown ~ com.openai.errors.UnexpectedStatusCodeException: 418: the kettle is on
          rate_limit_exceeded ~ error, status code: 429, message: Rate limit reached for requests per min (RPM): Limit 3 / min. Please try again in 20s.
          engine_overloaded ~ data: {"type":"error","code":"server_is_overloaded","message":"Try later","param":null,"sequence_number":2}
          rate_limit_exceeded ~ run failed: last_error={"code":"rate_limit_exceeded","message":"You exceeded the rate limit"} of OpenAI API run_1
          content_policy_violation ~ Status code 400, "{"error":{"code":"content_filter","message":"The response was filtered due to the prompt triggering Azure OpenAI's content management policy.","innererror":{"code":"ResponsibleAIPolicyViolation"}}}"
          rate_limit_exceeded ~ https://my.openai.azure.com answered {"statusCode":429,"message":"Rate limit is exceeded. Try again in 5 seconds."}
          invalid_api_key ~ dev.langchain4j.exception.AuthenticationException: {"error":{"message":"Authentication Fails, Your api key: ****7abc is invalid","type":"authentication_error","param":null,"code":"invalid_request_error"}}
          model_not_found ~ {"object":"error","message":"The model `llama` does not exist.","type":"NotFoundError","param":null,"code":404}
          """)
  void knowsWhatDoesNotComeAsAPlainPayload(String kind, String text) {
    assertThat(analyzed(text).kind().id()).isEqualTo(kind);
  }

  @ParameterizedTest
  @MethodSource("noErrors")
  void findsNothingInWhatIsNone(String text) {
    assertThat(analyzer.analyze(text)).isNull();
  }

  static Stream<String> noErrors() {
    return Stream.of(
        // Successes.
        "{\"id\":\"resp_1\",\"object\":\"response\",\"status\":\"completed\",\"error\":null}",
        "Response{id=resp_1, error=null, model=gpt-5.4}",
        "POST https://api.openai.com/v1/chat/completions -> 200 OK request_id=req_1234567890ab",
        "OpenAI request succeeded status=429 tokens=503",
        // Other vendors.
        "com.stripe.exception.AuthenticationException: Invalid API Key provided: sk_test_***",
        "{\"error\":{\"message\":\"No such customer\",\"type\":\"invalid_request_error\",\"param\":\"id\","
            + "\"code\":\"resource_missing\",\"doc_url\":\"https://stripe.com/docs\"}}",
        "429 {\"error\":{\"code\":429,\"message\":\"You exceeded your current quota, please check your"
            + " plan and billing details. https://ai.google.dev/limits\","
            + "\"status\":\"RESOURCE_EXHAUSTED\"}}",
        "529 {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}",
        "dev.langchain4j.exception.RateLimitException: {\"type\":\"error\",\"error\":{\"type\":"
            + "\"rate_limit_error\",\"message\":\"Too many tokens\"}}\n"
            + "\tat dev.langchain4j.model.anthropic.AnthropicChatModel.chat(AnthropicChatModel.java:9)",
        "AmazonS3Exception: Please reduce your request rate. (Service: Amazon S3; Status Code: 503;"
            + " Error Code: SlowDown)",
        "{\"error\":\"slow_down\"}",
        "{\"error\":\"server_error\",\"error_description\":\"try later\"}",
        "WARN GET https://api.weather.example/now -> 429 {\"error\":{\"message\":\"Too many requests\","
            + "\"type\":\"requests\",\"param\":null,\"code\":\"rate_limit_exceeded\"}}",
        "{\"error\":{\"code\":\"rate_limited\",\"message\":\"Try again in 7 days\"}}",
        // Envelopes.
        "{\"log.level\":\"ERROR\",\"error\":{\"type\":\"java.io.IOException\",\"message\":\"503 from"
            + " inventory\",\"stack_trace\":\"java.io.IOException: 503\"}}",
        "java.net.SocketTimeoutException: timeout\n\tat okhttp3.internal.http2.Http2Stream.x(A.java:1)",
        "java.lang.ClassNotFoundException: com.theokanning.openai.OpenAiHttpException",
        "disk quota exceeded",
        "429 Too Many Requests",
        "the server is overloaded",
        // Quotations.
        "DEBUG user message text=\"I get 'You exceeded your current quota' all day\"",
        "prompt={\"content\":\"explain " + Samples.QUOTA.json().replace("\"", "\\\"") + "\"}",
        "INFO ticket body=\"it says You exceeded your current quota, please check\"",
        "INFO completion content=\"You exceeded your current quota means that you should pay\"",
        "INFO translated: (You exceeded your current quota)",
        "WARN customer asked what 'You exceeded your current quota, please check' means",
        "WARN OpenAI response received: 500 tokens used",
        "WARN calling OpenAI with 500 documents, rate limiter is full",
        "ERROR Failed to connect to Redis, calling OpenAI without cache",
        "INFO wiremock - Registered stub -> 429 " + Samples.QUOTA.json(),
        "INFO retrying on rate_limit_exceeded, server_error, slow_down (max 5 attempts)",
        "openai_errors_total{kind=\"insufficient_quota\"} 0");
  }

  @Test
  void anotherVendorBehindAnOpenAiClientIsACompatibleProvider() {
    OpenAiError error =
        analyzed(
            "com.openai.errors.RateLimitException: 429: [{\"error\":{\"code\":429,\"message\":\"You"
                + " exceeded your current quota, please check your plan\",\"status\":"
                + "\"RESOURCE_EXHAUSTED\"}}]");
    assertThat(error.kind()).isEqualTo(ErrorKind.RATE_LIMIT_EXCEEDED);
    assertThat(error.provider()).isEqualTo(Provider.COMPATIBLE);
  }

  @ParameterizedTest
  @CsvSource({
    "openai, 'Visit https://platform.openai.com/account/rate-limits'",
    "azure, 'from https://acme.openai.azure.com/openai/deployments/x'",
    "compatible, 'Upgrade at https://console.groq.com/settings/billing'"
  })
  void tellsWhoAnswered(String provider, String words) {
    OpenAiError error = analyzed(Form.PLAIN.of(Samples.RATE_LIMIT) + " " + words);
    assertThat(error.provider().id()).isEqualTo(provider);
  }

  @Test
  void leavesOutProvidersThatAreNotWanted() {
    ErrorAnalyzer openAiOnly = ErrorAnalyzer.create(java.util.Set.of(Provider.OPENAI));
    String text = Form.PLAIN.of(Samples.RATE_LIMIT);
    assertThat(openAiOnly.analyze(text)).isNotNull();
    assertThat(openAiOnly.analyze(text + " https://console.groq.com")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "request ID req_0123456789abcdef0123456789abcdef in your message, req_0123456789abcdef0123456789abcdef",
    "request_id=3f2a1b0c-77aa-4d0e-9b1f-0123456789ab, 3f2a1b0c-77aa-4d0e-9b1f-0123456789ab",
    "no id here,"
  })
  void readsTheIdOfTheRequest(String words, @Nullable String id) {
    assertThat(analyzed(Form.PLAIN.of(Samples.QUOTA) + " " + words).call().requestId())
        .isEqualTo(id);
  }

  private OpenAiError analyzed(String text) {
    return Objects.requireNonNull(analyzer.analyze(text), text);
  }
}
