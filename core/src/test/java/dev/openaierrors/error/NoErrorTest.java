package dev.openaierrors.error;

import static dev.openaierrors.error.Payloads.JSON;
import static dev.openaierrors.error.Payloads.escaped;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like an OpenAI error and is none: false alarms cost more than they seem to. */
class NoErrorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OpenAI answered {\"id\":\"resp_1\",\"object\":\"response\",\"status\":\"completed\",\"error\":null}",
        "OpenAI answered {\"id\":\"resp_1\", \"error\": null, \"incomplete_details\": null}",
        "{\"id\":\"batch_req_1\",\"response\":{\"status_code\":200,\"body\":{}},\"error\":null}",
        "OpenAI job {\"status\":\"running\",\"error\":{\"code\":null,\"message\":null,\"param\":null}}",
        "OpenAI run {\"status\":\"in_progress\",\"last_error\":null}",
        "200 OK from https://api.openai.com/v1/chat/completions in 429 ms",
        "{\"object\":\"chat.completion\",\"model\":\"gpt-4o\",\"choices\":[{\"finish_reason\":\"stop\","
            + "\"message\":{\"role\":\"assistant\",\"content\":\"503 is a status.\"}}]}",
        "OpenAI request took 503 ms and 429 tokens",
        "openai_calls_seconds_count{status=\"429\",uri=\"/openai/deployments/{id}/chat\"} 31.0",
        "POST https://api.openai.com/v1/chat/completions"
      })
  void successIsNone(String text) {
    assertThat(Verdict.of(text)).isEqualTo(Verdict.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.stripe.exception.InvalidRequestException: {\"error\":{\"message\":\"No such charge\","
            + "\"type\":\"invalid_request_error\",\"param\":\"id\",\"code\":\"resource_missing\"}}",
        "402 from https://api.stripe.com/v1/charges {\"error\":{\"message\":\"Declined.\",\"type\":"
            + "\"card_error\",\"param\":null,\"code\":\"card_declined\"}}",
        "{\"error\":{\"code\":429,\"message\":\"You exceeded your current quota, please check your plan"
            + " and billing details.\",\"status\":\"RESOURCE_EXHAUSTED\",\"details\":[{\"@type\":"
            + "\"type.googleapis.com/google.rpc.QuotaFailure\"}]}}",
        "com.google.genai.errors.ServerException: 503 UNAVAILABLE. The model is overloaded.",
        "com.anthropic.errors.RateLimitException: 429: {type=error, error={type=rate_limit_error,"
            + " message=too fast}}",
        "529 {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}"
            + " from https://api.anthropic.com/v1/messages",
        "<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>",
        "AmazonS3Exception: Slow Down (Service: Amazon S3; Status Code: 503; Error Code: 503 Slow Down)",
        "{\"error\":\"server_error\",\"error_description\":\"The authorization server failed\"}",
        "{\"error\":\"invalid_request\",\"error_description\":\"redirect_uri is missing\"}",
        "{\"error\":{\"message\":\"(#4) Application request limit reached\",\"type\":\"OAuthException\","
            + "\"code\":4,\"fbtrace_id\":\"A1b\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32601,\"message\":\"Method not found\"}}",
        "{\"message\":\"Rate limit exceeded\",\"documentation_url\":\"https://docs.github.com/rest\"}",
        "ThrottlingException: rate exceeded (Service: BedrockRuntime, Status Code: 429)"
      })
  void anotherVendorsErrorIsNone(String text) {
    assertThat(Verdict.of("ERROR call failed: " + text)).isEqualTo(Verdict.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@timestamp\":\"2026-05-04T10:00:00Z\",\"log.level\":\"ERROR\",\"message\":\"boom\","
            + "\"error\":{\"type\":\"java.lang.IllegalStateException\",\"message\":\"boom\","
            + "\"stack_trace\":\"java.lang.IllegalStateException: boom\\n\\tat a.b.C.d(C.java:1)\"}}",
        "{\"@timestamp\":\"2026-05-04T10:00:00Z\",\"log.level\":\"ERROR\",\"message\":\"no row\","
            + "\"error.type\":\"java.sql.SQLException\",\"error.message\":\"no row\",\"error.code\":\"42\"}"
      })
  void theEnvelopeOfAStructuredLogIsNone(String text) {
    assertThat(Verdict.of(text)).isEqualTo(Verdict.NONE);
  }

  static String[] quotations() {
    String quoted = escaped(JSON, 1);
    return new String[] {
      "POST https://api.openai.com/v1/chat/completions {\"model\":\"gpt-4o\",\"messages\":[{\"role\":"
          + "\"user\",\"content\":\"Why do I get this? "
          + quoted
          + "\"}]}",
      "saved ticket {\"id\":7,\"title\":\"OpenAI is down\",\"description\":\"The log says 429 "
          + quoted
          + "\"}",
      "OpenAI completion {\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"The API sends "
          + quoted
          + "\"}}]}",
      "search hit {\"score\":0.8,\"snippet\":\"OpenAI: " + quoted + "\"}",
      "prompt=\"explain " + JSON.replace("\"", "\\\"") + "\"",
      "registered stub mapping POST /v1/chat/completions -> 429 " + JSON,
      "WireMock: request matched, answering 429 " + JSON,
      "Tests run: 3, Failures: 1 - expected insufficient_quota in " + JSON,
      "insert into errors (body) values ('" + JSON + "')"
    };
  }

  @ParameterizedTest
  @MethodSource("quotations")
  void anErrorThatIsOnlyTalkedAboutIsNone(String text) {
    assertThat(Verdict.of(text)).isEqualTo(Verdict.NONE);
    assertThat(Verdict.of(PlainEvent.of(text))).isEqualTo(Verdict.NONE);
    assertThat(Verdict.of(PlainEvent.of(text).info())).isEqualTo(Verdict.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.ClassNotFoundException: com.openai.errors.RateLimitException",
        "java.lang.NoClassDefFoundError: com/openai/errors/OpenAIServiceException",
        "error.openai.insufficient_quota=Your credit is used up",
        "INFO known codes: insufficient_quota, rate_limit_exceeded, slow_down, model_not_found",
        "INFO app.openai.retry-on=429,500,503",
        "openai_errors_total{kind=\"insufficient_quota\"} 12.0",
        "INFO circuit breaker openai is CLOSED, 0 of 20 calls failed"
      })
  void codeConfigurationAndMetricsThatNameErrorsAreNone(String text) {
    assertThat(Verdict.of(text)).isEqualTo(Verdict.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \t\r\n ",
        "401",
        "HTTP 429",
        "quota",
        "rate limit exceeded",
        "OpenAI",
        "the server is overloaded",
        "429 Too Many Requests",
        "RateLimitException",
        "req_0123456789abcdef0123456789abcdef",
        "INFO starting OpenAI client for gpt-4o",
        "WARN OpenAI key is not configured, feature is off"
      })
  void weakSignsAreNone(String text) {
    assertThat(Verdict.of(text)).isEqualTo(Verdict.NONE);
  }
}
