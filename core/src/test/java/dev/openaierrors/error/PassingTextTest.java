package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service logs at INFO of its users' texts is no failure of the service. */
class PassingTextTest {

  private static final String QUOTA =
      "You exceeded your current quota, please check your plan and billing details.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user message: openai.RateLimitError: Error code: 429 - %s",
        "Received message from user 4711: OpenAI API error 429: %s",
        "prompt: Explain this error to me: OpenAI API error 429: %s",
        "role=user content=OpenAI API error 429: %s",
        "Ticket SUP-1923 created: OpenAI API returns 429 %s",
        "Jira issue AI-221: OpenAI API returns 429 %s",
        "search query: openai 429 %s",
        "User said: OpenAI API error 429: %s",
        "Prompt (812 tokens): com.openai.errors.RateLimitException: 429: %s",
        "RSS item imported: OpenAI outage: API returned 429 %s",
        "Uploaded file notes.txt preview: OpenAI API error 429: %s",
        "Assistant: The OpenAI API says 429 %s",
        "Email subject: Your OpenAI API account: %s",
        "Post #123 \"OpenAI API error 429: %s\" was published",
        "New conversation: \u201cOpenAI API error 429: %s\u201d",
        "why does the OpenAI API say 429 %s?",
        "the OpenAI API said 429 %s, and my key is new",
        "429 %s means that OpenAI wants to be paid",
        "Function call arguments: {\"error_text\":\"openai.RateLimitError: 429 %s\"}"
      })
  void aTextThatPassesThroughIsNoError(String line) {
    String message = line.formatted(QUOTA);
    assertThat(Verdict.of(PlainEvent.of(message).info())).isEqualTo(Verdict.NONE);
    assertThat(Verdict.of("2026-11-30 09:12:33.101  INFO 1 --- [exec-1] c.a.Chat : " + message))
        .isEqualTo(Verdict.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openai.RateLimitError: Error code: 429 - %s",
        "OpenAI API error 429: %s",
        "Answering question 17 failed: OpenAI API error 429: %s",
        "Retrying the user's prompt: OpenAI API error 429: %s",
        "OpenAI API returned 429 \"%s\"",
        "Reply from OpenAI: 429 %s",
        "Stored the answer of OpenAI: openai.RateLimitError: 429 %s",
        "Last attempt failed with exception 'com.openai.errors.RateLimitException: 429: %s'",
        "stderr: openai.RateLimitError: Error code: 429 - {'error': {'message': '%s'}}",
        "POST https://api.openai.com/v1/chat/completions \"HTTP/1.1 429 Too Many Requests\" %s",
        "Tool result: {\"error\":{\"message\":\"%s\",\"type\":\"insufficient_quota\",\"param\":null,\"code\":\"insufficient_quota\"}}"
      })
  void aFailureOfTheServicesOwnIsOneAtInfoToo(String line) {
    assertThat(Verdict.of(PlainEvent.of(line.formatted(QUOTA)).info()))
        .isEqualTo("insufficient_quota");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 of 12 documents indexed: com.openai.errors.RateLimitException: 429: %s",
        "Nothing was saved: com.openai.errors.RateLimitException: 429: %s",
        "No embedding generated: openai.RateLimitError: Error code: 429 - {'error': {'message': '%s', 'type': 'insufficient_quota', 'param': None, 'code': 'insufficient_quota'}}",
        "Embedding job created by scheduler: com.openai.errors.RateLimitException: 429: %s",
        "Completion: com.openai.errors.RateLimitException: 429: %s",
        "conversation=815 openai.RateLimitError: Error code: 429 - %s",
        "[conversation: 4711] com.openai.errors.RateLimitException: 429: %s",
        "Could not get answer: openai.RateLimitError: Error code: 429 - %s",
        "chat completion for conversation: 815 -> openai.RateLimitError: Error code: 429 - %s",
        "Calling OpenAI for input: gpt-4o -> 429 %s",
        "OpenAI response: model=gpt-4o, input: 12 tokens, result: 429 %s",
        "Summary: OpenAI API returned 429 %s",
        "OpenAI completion for \"how can i cook rice?\" -> com.openai.errors.RateLimitException: 429: %s",
        "user=815 input=\"why is the sky blue?\" -> com.openai.errors.RateLimitException: 429: %s",
        "OpenAI returned 429 %s how can we recover? retry in 3",
        "com.openai.errors.RateLimitException: 429: %s (what now?)",
        "OpenAI API returned 429: %s Check my settings"
      })
  void whatTheServiceMadeOrAskedHidesNoFailure(String text) {
    assertThat(Verdict.of(PlainEvent.of(text.replace("%s", QUOTA)).info()))
        .isEqualTo("insufficient_quota");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.net.ConnectException: Failed to connect to api.openai.com/192.0.2.1:443",
        "java.net.UnknownHostException: api.openai.com: Name or service not known; again in 5 s",
        "I/O error on POST request for \"https://api.openai.com/v1/responses\": Connection reset"
      })
  void aHostThatWasNotReachedIsOneAtInfoToo(String message) {
    assertThat(Verdict.of(PlainEvent.of(message).info())).isEqualTo("connection_error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "retry policy for api.openai.com: retryOn=[429, SocketTimeoutException]",
        "api.openai.com: connect timeout 10s, read timed out after 60s"
      })
  void theSettingsOfItsClientAreNone(String message) {
    assertThat(Verdict.of(PlainEvent.of(message).info())).isEqualTo(Verdict.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"user message: %s", "prompt: OpenAI API error 429: %s"})
  void atErrorEverythingCounts(String line) {
    assertThat(Verdict.of(PlainEvent.of("OpenAI call failed: " + line.formatted(QUOTA))))
        .isEqualTo("insufficient_quota");
  }
}
