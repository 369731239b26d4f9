package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other vendors answer, told by classes that serve all vendors, is not OpenAI's. */
class OtherVendorsTest {

  static final List<String> BODIES =
      List.of(
          // Anthropic
          "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}",
          "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"Number of requests"
              + " has gone beyond your limit\"},\"request_id\":\"req_011CSHoEeqs5C35K2UUqR7Fy\"}",
          "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\",\"message\":\"invalid x-api-key\"}}",
          // Gemini
          "{\"error\":{\"code\":429,\"message\":\"Resource has been exhausted.\",\"status\":"
              + "\"RESOURCE_EXHAUSTED\"}}",
          "{\"error\":{\"code\":503,\"message\":\"The model is overloaded. Please try again later.\","
              + "\"status\":\"UNAVAILABLE\"}}",
          // Mistral
          "{\"object\":\"error\",\"message\":\"Requests rate limit exceeded\",\"type\":\"rate_limited\","
              + "\"param\":null,\"code\":\"1300\"}",
          // Cohere
          "{\"message\":\"You are using a Trial key, which is limited to 10 API calls / minute.\"}",
          // Bedrock
          "{\"__type\":\"ThrottlingException\",\"message\":\"Too many requests, please wait.\"}",
          // DashScope
          "{\"code\":\"Throttling.RateQuota\",\"message\":\"Requests rate limit exceeded.\","
              + "\"request_id\":\"0b6a1c1e-7d7e-9b0f-8d0f-1a2b3c4d5e6f\"}",
          "{\"code\":\"InternalError\",\"message\":\"Internal server error!\","
              + "\"request_id\":\"0b6a1c1e-7d7e-9b0f-8d0f-1a2b3c4d5e6f\"}",
          // Zhipu
          "{\"error\":{\"code\":\"1302\",\"message\":\"The concurrency of your calls is too high.\"}}",
          // Voyage
          "{\"detail\":\"You have not yet added your payment method in the billing page.\"}",
          // Stripe
          "{\"error\":{\"code\":\"parameter_unknown\",\"doc_url\":\"https://docs.example/x\","
              + "\"message\":\"Received unknown parameter: foo\",\"param\":\"foo\","
              + "\"type\":\"invalid_request_error\"}}",
          // GitHub
          "{\"message\":\"API rate limit exceeded\",\"documentation_url\":\"https://docs.example/r\","
              + "\"status\":\"403\"}",
          // Twilio
          "{\"code\":20429,\"message\":\"Too Many Requests\",\"more_info\":\"https://x.example/20429\","
              + "\"status\":429}",
          // Hugging Face
          "{\"error\":\"Rate limit reached. Please log in or use a token\"}");

  static final List<String> TEXTS = texts();

  private static List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (String body : BODIES) {
      texts.add("org.springframework.ai.retry.TransientAiException: HTTP 429 - " + body);
      texts.add("org.springframework.ai.retry.NonTransientAiException: 400 - " + body);
      texts.add("dev.langchain4j.exception.RateLimitException: " + body);
      texts.add("java.io.IOException: Unexpected code 429: " + body);
      texts.add("call failed with status 503: " + body.replace("\"", "\\\""));
    }
    return texts;
  }

  @ParameterizedTest
  @FieldSource("TEXTS")
  void isNone(String text) {
    assertThat(Verdict.of(text)).as(text).isEqualTo(Verdict.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anthropic.APIConnectionError: Connection error.",
        "anthropic.APITimeoutError: Request timed out.",
        "stripe.error.APIConnectionError: Connection error.",
        "mistral_client.APIConnectionError: Connection error.",
        "together.error.APIConnectionError: Connection error.",
        "elevenlabs APIConnectionError: Connection error.",
        "elevenlabs: APITimeoutError: Request timed out."
      })
  void aClassOfTheSameNameIsNotOpenAis(String text) {
    assertThat(Verdict.of(text)).isEqualTo(Verdict.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Could not write OpenAI usage to Postgres: HTTP 500",
        "Failed to upload OpenAI response to S3: HTTP 503",
        "Failed to load OpenAI API key from Vault: 403",
        "OpenAI usage export to Postgres failed: HTTP 500",
        "OpenAI secret rotation in Vault returned 403",
        "Error saving OpenAI key in Vault: 403",
        "Error syncing OpenAI secret to kubernetes: 403 Forbidden",
        "Cannot send OpenAI cost report to Slack: 404 Not Found",
        "Unable to load OpenAI template from s3, connection reset",
        "Error storing OpenAI embeddings in pgvector: connection refused",
        "Error storing OpenAI embeddings in pgvector: java.net.ConnectException: Connection refused",
        "Cannot render OpenAI settings page: HTTP 500",
        "OpenAI quota exceeded alert could not be posted to Slack: 404"
      })
  void whatIsDoneElsewhereWithWhatIsOpenAisIsNone(String text) {
    assertThat(Verdict.of(text)).isEqualTo(Verdict.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "langchain_openai/chat_models tool github_search: 403 {\"message\":\"API rate limit exceeded for user ID 1.\",\"documentation_url\":\"https://docs.github.com/rest\"}",
        "n8n-nodes-langchain.openai -> Gemini: 429 RESOURCE_EXHAUSTED quota exceeded",
        "n8n-nodes-langchain.openai -> Google Sheets failed: 403 googleapis PERMISSION_DENIED",
        "pydantic_ai.models.openai - tool 's3' failed: 503 <Code>SlowDown</Code> service: s3",
        "azureexception: blob store: com.azure.storage.blob 403 Forbidden"
      })
  void theNameOfOpenAisClientDoesNotMakeAnotherAnswerItsOwn(String text) {
    assertThat(Verdict.of(text)).isEqualTo(Verdict.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GitHub sync: exceeded retry limit, last status: 429 Too Many Requests",
        "payment error from provider 402 payment required",
        "weather error from provider (accuweather): 503 Service Unavailable",
        "Unhandled status from server: 429 {\"message\":\"You have exceeded a secondary rate limit\"}",
        "Gemini LLM call failed: Error code: 503 - The model is overloaded.",
        "Mistral LLM call failed: Error code: 401 - Unauthorized",
        "LLM router: Error code: 500 - our own backend failed",
        "AI_APICallError: Rate limit reached for model `mixtral`"
      })
  void whatAllClientsSayTellsNothingOfOpenAi(String text) {
    assertThat(Verdict.of(text)).isEqualTo(Verdict.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GitHub: openai/openai-go: 403 Forbidden",
        "npm ERR! 404 Not Found - GET https://registry.npmjs.org/openai-php/client"
      })
  void whereAClientIsFetchedFromIsNone(String text) {
    assertThat(Verdict.of(text)).isEqualTo(Verdict.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "APIConnectionError: Connection error.",
        "openai.APIConnectionError: Connection error.",
        "openai.APITimeoutError: Request timed out.",
        "Failed to call OpenAI: HTTP 500",
        "Could not reach OpenAI: 503",
        "Cannot connect to OpenAI: connection reset",
        "Failed to generate OpenAI embeddings: HTTP 429",
        "OpenAI embedding request failed: HTTP 500",
        "Error from OpenAI: 429",
        "Failed to create OpenAI chat completion: HTTP 500",
        "Error calling OpenAI: read timed out"
      })
  void aCallToOpenAiThatFailedIsOne(String text) {
    assertThat(Verdict.of(text)).isNotEqualTo(Verdict.NONE);
  }
}
