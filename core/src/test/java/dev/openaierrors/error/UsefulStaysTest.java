package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redaction takes secrets away, and nothing that helps to mend what is wrong. */
class UsefulStaysTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max_tokens=4096, total_tokens: 21600, prompt_tokens=20000",
        "{\"usage\": {\"prompt_tokens\": 12, \"completion_tokens\": 0, \"total_tokens\": 12}}",
        "token limit exceeded: 8192 tokens",
        "key: value",
        "Invalid key: expected a string",
        "primary key: id",
        "Unexpected token: }",
        "session_expired: the session is over",
        "code=session_expired, type=invalid_request_error",
        "'code': 'invalid_api_key', 'param': None",
        "invalid_api_key: Incorrect API key provided",
        "password: null, token: none, apiKey=",
        "KeyError: 'choices'",
        "com.acme.keys.TokenCountingChatModelInterceptor.intercept(TokenCounting.java:77)",
        "java.security.InvalidKeyException: Illegal key size",
        "request id: req_0123456789abcdef0123456789abcdef",
        "x-request-id: 4bf92f35-77b3-4da6-a3ce-929d0e0e4736",
        "trace_id=4bf92f3577b34da6a3ce929d0e0e4736 span_id=00f067aa0ba902b7",
        "https://acme.openai.azure.com/openai/deployments/key-facts/chat?api-version=2024-10-21",
        "https://api.openai.com/v1/files/file-AbCdEfGhIjKlMnOpQr123456/content",
        "The model `ft:gpt-4o-mini-2024-07-18:acme-corp:key-facts:9AbCdEfG` does not exist",
        "redis://cache:6379/0 and http://localhost:8080/x",
        "Please try again in 1.4s. Visit https://platform.openai.com/account/rate-limits",
        "You need to provide your API key in an Authorization header using Bearer auth (i.e."
            + " Authorization: Bearer YOUR_KEY), or as the password field",
        "com.openai.errors.UnauthorizedException: 401: Unknown",
        "AbstractJackson2HttpMessageConverter could not read OpenAiApi$ChatCompletion",
        "Object@1a2b3c4d, com.acme.Chat$1@7f",
        "Rechtsschutzversicherungsgesellschaften, internationalization, counterrevolutionaries",
        "docker run -u 1000:1000 -p 8080:80 app:1.2, at 10:15:30:123, [2001:db8:0:1:1:1:1:1]:443",
        "\u30e2\u30c7\u30eb\u304c\u898b\u3064\u304b\u308a\u307e\u305b\u3093",
      })
  void inText(String text) {
    assertThat(Redactor.clean(text, 300)).isEqualTo(text);
  }

  @Test
  void anIdOfARequestUnlessItIsAKeyElsewhere() {
    String id = "0123456789abcdef0123456789abcdef";
    String error = "openai 429: You exceeded your current quota (request id: " + id + ")";

    assertThat(requestId(error)).isEqualTo(id);
    assertThat(requestId(error + "\nCaused by: 429 (request id: " + id + ")")).isEqualTo(id);
    assertThat(requestId(error + "\napi-key: " + id)).isNull();
    assertThat(requestId("{\"Ocp-Apim-Subscription-Key\": \"" + id + "\"} " + error)).isNull();
    assertThat(requestId("Authorization: Bearer " + id + " " + error)).isNull();
  }

  private static @Nullable String requestId(String text) {
    return Objects.requireNonNull(ErrorAnalyzer.create().analyze(text), text).call().requestId();
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-4o",
    "o3-pro-2025-06-10",
    "gpt-35-turbo-16k",
    "prod-gpt4o-eu2",
    "my_deployment_01",
    "meta-llama/Llama-3.3-70B-Instruct:free",
    "text-embedding-3-large",
    "claude-3-5-sonnet-20241022",
    "black-forest-labs/FLUX.1-kontext-pro",
    "llama3-70b-8192",
    "gpt-4o-realtime-preview-2024-12-17",
    "accounts/fireworks/models/llama-v3p1-405b-instruct",
    "@cf/meta/llama-3.1-8b-instruct"
  })
  void ofModels(String model) {
    assertThat(FieldGrammar.model(model)).isEqualTo(model);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-4o:", "gpt-4o/", "gpt-4o-", "a::", "ft:x:"})
  void ofModelsThatEndInASign(String model) {
    assertThat(FieldGrammar.isModel(model)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ft:gpt-4o-mini-2024-07-18:acme::9AbCdEfG, ft:gpt-4o-mini-2024-07-18:\u2026",
    "ft:gpt-4o:acme-corp:key-facts:9AbCdEfG, ft:gpt-4o:\u2026",
    "ft:gpt-4o:\u2026, ft:gpt-4o:\u2026",
    "curie:ft-acmeco-2021-03-03-21-44-20, curie:ft-\u2026"
  })
  void ofFineTunedModelsWithoutTheirOwner(String model, String shown) {
    assertThat(FieldGrammar.model(model)).isEqualTo(shown);
    assertThat(FieldGrammar.isModel(shown.substring(0, shown.length() - 1))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "req_0123456789abcdef0123456789abcdef",
        "req_01j8fz7k9qe4t9w2m5n6p7r8s9",
        "4bf92f35-77b3-4da6-a3ce-929d0e0e4736",
        "20240502111111123456789aBcDeFgH",
        "5f1c2d3e4a5b",
        "0123456789abcdef0123456789abcdef"
      })
  void ofIdsOfRequests(String id) {
    assertThat(FieldGrammar.requestId(id)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invalid_api_key",
        "429",
        "1113",
        "ResponsibleAIPolicyViolation",
        "DeploymentNotFound",
        "InvalidEndpointOrModel.NotFound",
        "unsupported_country_region_territory",
        "E_1001"
      })
  void ofCodes(String code) {
    assertThat(FieldGrammar.code(code)).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"MyPassw0rd", "letmein2026", "0123456789abcdef", "a b", "x\u00e4", "1234567"})
  void whatIsNoCodeIsNone(String code) {
    assertThat(FieldGrammar.code(code)).isNull();
  }

  @Test
  void theEndOfAKeyAndAllNumbersAreTold() {
    OpenAiError error =
        Objects.requireNonNull(
            ErrorAnalyzer.create()
                .analyze(
                    "openai 401: {\"error\": {\"message\": \"Incorrect API key provided: sk-proj-"
                        + "*".repeat(60)
                        + "wXyZ. You can find your API key at"
                        + " https://platform.openai.com/account/api-keys.\", \"type\":"
                        + " \"invalid_request_error\", \"code\": \"invalid_api_key\"}} request id"
                        + " req_0123456789abcdef; try again in 20s"));

    assertThat(error.particulars().key()).isEqualTo("wXyZ");
    assertThat(error.particulars().message())
        .isEqualTo(
            "Incorrect API key provided: [redacted]. You can find your API key at"
                + " https://platform.openai.com/account/api-keys.");
    assertThat(error.call().requestId()).isEqualTo("req_0123456789abcdef");
    assertThat(error.answer().retryAfter()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void nothingIsThrownWhateverStandsThere() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String pieces =
        "key=:\"'\\%2&#;@/?*<>[]{}()sk-eyJ .\n\u200b\ud83d\uff4b-----BEGIN://provided: ";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      while (random.nextInt(40) > 0) {
        int at = random.nextInt(pieces.length());
        text.append(pieces, at, Math.min(pieces.length(), at + 1 + random.nextInt(12)));
      }
      assertThatCode(() -> Redactor.sample(text.toString(), 1 + random.nextInt(300)))
          .as("seed %s: %s", seed, text)
          .doesNotThrowAnyException();
    }
  }
}
