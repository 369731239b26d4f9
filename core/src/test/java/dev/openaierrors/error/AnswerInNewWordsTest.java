package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An error object is judged by its form and number, and heard in words that nobody has noted. */
class AnswerInNewWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          context_length_exceeded ~ 400 {"error":{"message":"prompt token limit exceeded","param":"","code":"","type":""}}
          engine_overloaded ~ 429 {"message":"There is high traffic, come later","type":"queue","param":"queue","code":"q1"}
          content_policy_violation ~ Error code: 400 - {'error': {'message': 'Blocked by moderation here', 'type': 'odd'}}
          invalid_request ~ org.springframework.ai.retry.NonTransientAiException: 404 - {"error":{"code":"404","message":"Nothing here"}}
          ip_not_authorized ~ Status code 403, "{"error":{"code":"403","message": "Access denied due to Virtual Network/Firewall rules."}}"
          invalid_api_key ~ {"error":{"code":"401","message":"Access denied due to invalid subscription key or wrong API endpoint."}}
          rate_limit_exceeded ~ {"error":{"code":"429","message":"Rate limit is exceeded. Try again in 3 seconds."}}
          invalid_authentication ~ Failed to call the chat-completions api: Invalid Authentication (type: invalid_authentication_error)
          insufficient_quota ~ ApiError { message: "new", type: Some("insufficient_quota"), param: None, code: Some("insufficient_quota") }
          """)
  void ofAnyService(String kind, String text) {
    assertThat(Verdict.of(text)).isEqualTo(kind);
  }

  @Test
  void dotNetPrintsTheStatusInALineOfItsOwn() {
    String text = "HTTP 429 (429)\n\nRate limit is exceeded. Try again in 40 seconds.";
    OpenAiError error = Verdict.error(text);
    assertThat(error.kind()).isEqualTo(ErrorKind.RATE_LIMIT_EXCEEDED);
    assertThat(error.answer().retryAfter()).isEqualTo(Duration.ofSeconds(40));
    assertThat(Verdict.of(text.substring("HTTP 429 (429)\n".length()))).isEqualTo(Verdict.NONE);
  }

  @Test
  void whatAProxyAnswersOnTheWayIsNoAnswerOfTheApi() {
    assertThat(Verdict.of("OpenAI call failed: Unexpected response code for CONNECT: 400"))
        .isEqualTo("connection_error");
  }

  @Test
  void aVendorsClientBelowAClassThatServesAllVendorsIsTheOneThatThrew() {
    String thrown = "dev.langchain4j.exception.HttpException: 413 Request Entity Too Large\n\tat ";
    assertThat(Verdict.of(thrown + "dev.langchain4j.model.openai.OpenAiClient.chat(O.java:1)"))
        .isEqualTo("invalid_request");
    assertThat(Verdict.of(thrown + "dev.langchain4j.model.ollama.OllamaClient.chat(O.java:1)"))
        .isEqualTo(Verdict.NONE);
  }

  @Test
  void aPlanTellsWhenItIsReset() {
    OpenAiError error =
        Verdict.error(
            "Codex error: {\"error\":{\"type\":\"usage_limit_reached\",\"message\":\"The usage limit"
                + " has been reached\",\"resets_in_seconds\":90}}");
    assertThat(error.answer().retryAfter()).isEqualTo(Duration.ofSeconds(90));
  }
}
