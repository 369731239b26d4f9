package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

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
}
