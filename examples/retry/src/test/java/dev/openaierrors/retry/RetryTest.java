package dev.openaierrors.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.github.resilience4j.retry.Retry;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.retry.RetryTemplate;

/** The recipes of docs/recipes.md, with the official client against a stub of the API. */
class RetryTest {

  private static final Duration NAMED = Duration.ofMillis(120);
  private static final String RATE_LIMIT =
      error(
          "Rate limit reached for gpt-5.4-mini in organization org-a1b2 on tokens per min (TPM):"
              + " Limit 30000, Used 29937, Requested 100. Please try again in 120ms.",
          "tokens",
          "rate_limit_exceeded");
  private static final String QUOTA =
      error(
          "You exceeded your current quota, please check your plan and billing details.",
          "insufficient_quota",
          "insufficient_quota");
  private static final String WELL =
      """
      {"id": "chatcmpl-1", "object": "chat.completion", "created": 1767225600, "model": "gpt-5.4-mini",
       "choices": [{"index": 0, "finish_reason": "stop", "logprobs": null,
                    "message": {"role": "assistant", "content": "Paris.", "refusal": null}}]}
      """;

  private final MockWebServer api = new MockWebServer();
  private OpenAIClient client = OpenAIOkHttpClient.builder().apiKey("none").build();

  @BeforeEach
  void start() throws IOException {
    api.start();
    client =
        OpenAIOkHttpClient.builder()
            .apiKey("none")
            .baseUrl("http://127.0.0.1:" + api.getPort() + "/v1")
            .maxRetries(0) // The recipe decides, not the client as well.
            .build();
  }

  @AfterEach
  void close() {
    client.close();
    api.close();
  }

  static Stream<Caller> callers() {
    return Stream.of(
        new Caller("plain Java", call -> PlainRetry.call(3, call)),
        new Caller(
            "Resilience4j",
            call -> Retry.of("openai", Resilience4jRetry.config()).executeSupplier(call)),
        new Caller("Spring", call -> new RetryTemplate(new SpringRetryPolicy(2)).invoke(call)));
  }

  @ParameterizedTest
  @MethodSource("callers")
  void anExhaustedQuotaIsOneAttempt(Caller caller) {
    answer(429, QUOTA);
    assertThatThrownBy(() -> caller.call().on(this::ask)).isInstanceOf(RuntimeException.class);
    assertThat(api.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("callers")
  void aRateLimitWaitsAsLongAsTheApiAsksFor(Caller caller) throws Exception {
    answer(429, RATE_LIMIT);
    answer(200, WELL);
    long begin = System.nanoTime();
    assertThat(caller.call().on(this::ask)).isEqualTo("Paris.");
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    assertThat(api.getRequestCount()).isEqualTo(2);
    assertThat(took).isGreaterThanOrEqualTo(NAMED);
  }

  @ParameterizedTest
  @MethodSource("callers")
  void aRateLimitThatStaysIsThreeAttempts(Caller caller) {
    for (int i = 0; i < 3; i++) {
      answer(429, RATE_LIMIT);
    }
    assertThatThrownBy(() -> caller.call().on(this::ask)).isInstanceOf(RuntimeException.class);
    assertThat(api.getRequestCount()).isEqualTo(3);
  }

  private String ask() {
    return client
        .chat()
        .completions()
        .create(
            ChatCompletionCreateParams.builder()
                .model("gpt-5.4-mini")
                .addUserMessage("What is the capital of France?")
                .build())
        .choices()
        .get(0)
        .message()
        .content()
        .orElseThrow();
  }

  private void answer(int status, String body) {
    api.enqueue(new MockResponse(status, Headers.of("Content-Type", "application/json"), body));
  }

  private static String error(String message, String type, String code) {
    return "{\"error\": {\"message\": \"%s\", \"type\": \"%s\", \"param\": null, \"code\": \"%s\"}}"
        .formatted(message, type, code);
  }

  /** Calls the supplier as one of the recipes does. */
  interface Way {
    String on(Supplier<String> call) throws Exception;
  }

  record Caller(String name, Way call) {
    @Override
    public String toString() {
      return name;
    }
  }
}
