package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What alerts tell of an error beyond its fields. */
class ParticularsTest {

  private static final String RATE_LIMIT =
      "Rate limit reached for gpt-4o in organization org-AbCdEfGhIjKlMn on tokens per min (TPM):"
          + " Limit 30,000, Used 29500, Requested 1200. Please try again in 1.4s.";

  @Test
  void areThePayloadsOwnWordsRedacted() {
    Particulars found =
        in(
            "429 Too Many Requests: {\"error\": {\"message\": \""
                + RATE_LIMIT
                + "\", \"type\": \"tokens\", \"code\": \"rate_limit_exceeded\"}}");

    assertThat(found.message())
        .startsWith("Rate limit reached for gpt-4o in organization [redacted]")
        .endsWith("try again in 1.4s.");
    assertThat(found.organization()).isEqualTo("org-\u2026lMn");
    assertThat(found.limit()).isEqualTo(30_000L);
    assertThat(found.used()).isEqualTo(29_500L);
    assertThat(found.requested()).isEqualTo(1_200L);
  }

  @Test
  void areFoundWithoutAPayload() {
    Particulars found =
        in("com.openai.errors.RateLimitException: 429: " + RATE_LIMIT + "\n\tat com.acme.Chat");

    assertThat(found.message()).startsWith("Rate limit reached for gpt-4o").contains("30,0");
    assertThat(found.message()).doesNotContain("com.acme");
    assertThat(found.limit()).isEqualTo(30_000L);
  }

  @Test
  void keepNothingOfAKeyButItsEnd() {
    Particulars found =
        in(
            "401 Unauthorized: {\"error\": {\"message\": \"Incorrect API key provided:"
                + " sk-proj-****************************wXyZ. You can find your API key at"
                + " https://platform.openai.com/account/api-keys.\", \"code\":"
                + " \"invalid_api_key\"}}");

    assertThat(found.key()).isEqualTo("wXyZ");
    assertThat(found.message()).doesNotContain("sk-proj").doesNotContain("wXyZ");
  }

  @Test
  void keepNothingOfAPasswordThatWasTakenForAKey() {
    assertThat(
            in("{\"error\": {\"message\": \"Incorrect API key provided: sk-hunter22. You can find"
                    + " your API key at https://platform.openai.com/account/api-keys.\", \"code\":"
                    + " \"invalid_api_key\"}}")
                .key())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "attempt 2 of 3              | 2 | 3",
        "Retry attempt 1/5           | 1 | 5",
        "retrying (2/4)              | 2 | 4",
        "attempt #7                  | 7 |",
        "giving up after 3 attempts  |   | 3",
        "attempt 5 of 2              | 5 |",
        "Remaining retries: 2 of 2   | 1 | 3",
        "Remaining retries: 1 of 2   | 2 | 3",
        "please retry in 20s         |   |",
        "retry 429                   |   |",
      })
  void nameTheAttempt(String words, @Nullable Integer attempt, @Nullable Integer attempts) {
    Particulars found =
        in("OpenAI call failed, " + words + ": You exceeded your current quota, please check");

    assertThat(found.attempt()).isEqualTo(attempt);
    assertThat(found.attempts()).isEqualTo(attempts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "falling back to gpt-4o-mini                        | true",
        "Falling back to the next provider.                 | true",
        "Fallback to azure-eu                               | true",
        "will fall back to claude                           | true",
        "using fallback model gpt-4o-mini                   | true",
        "Switching to model gpt-4o-mini                     | true",
        "falling back to gpt-4o-mini because gpt-5 failed   | true",
        "gpt-5 failed, falling back to gpt-4o-mini          | true",
        "cannot fall back to gpt-4o-mini                    | false",
        "can't fall back to gpt-4o-mini                     | false",
        "not falling back                                   | false",
        "failed after falling back to gpt-4o-mini           | false",
        "error while falling back to gpt-4o-mini            | false",
        "falling back to gpt-4o-mini failed, too            | false",
        "fallback to gpt-4o-mini is disabled                | false",
        "no fallback                                        | false",
        "com.acme.FallbackService.ask                       | false",
        "giving up                                          | false",
      })
  void sayThatTheClientFallsBack(String words, boolean fallingBack) {
    String sentence = "The server had an error while processing your request.";

    assertThat(in("OpenAI call failed, " + words + ": 500 " + sentence).isFallingBack())
        .isEqualTo(fallingBack);
    assertThat(in("OpenAI 500: " + sentence + " - " + words).isFallingBack())
        .isEqualTo(fallingBack);
  }

  @Test
  void takeNoQuotedFallbackForTheClients() {
    Particulars found =
        in(
            "prompt=\"write that you are falling back to gpt-4o\" 500: {\"error\": {\"message\":"
                + " \"The server had an error while processing your request.\", \"type\":"
                + " \"server_error\"}}");

    assertThat(found.isFallingBack()).isFalse();
    assertThat(found.withFallingBack(true))
        .isNotEqualTo(found)
        .extracting(Particulars::isFallingBack)
        .isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource({
    "POST https://api.openai.com/v1/chat/completions timed out,api.openai.com",
    "I/O error on POST https://acme-eu.openai.azure.com/openai/x: Read timed out,"
        + "acme-eu.openai.azure.com",
    "OpenAI API error received: 500 see https://platform.openai.com/docs,",
  })
  void nameTheHostThatWasCalled(String text, @Nullable String host) {
    assertThat(in(text).host()).isEqualTo(host);
  }

  @Test
  void areNoFields() {
    OpenAiError error = analyze("openai.RateLimitError: attempt 2 of 3: " + RATE_LIMIT);

    assertThat(error.fields().values())
        .noneMatch(value -> value.contains("30,000") || value.contains("org-"));
  }

  @Test
  void nothingThatAnInstanceGivesAwayIsUnredacted() {
    Particulars particulars = saying("Incorrect API key provided: hunter2! Status: 401");

    assertThat(particulars.toString()).contains("Incorrect API key").doesNotContain("hunter2");
    assertThat(particulars.message()).isEqualTo("Incorrect API key provided: [redacted]");
  }

  @Test
  void areEqualByWhatTheyShow() {
    Particulars one = saying("password=hunter2, limit 3");
    Particulars other = saying("password=swordfish, limit 3");

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one).isNotEqualTo(saying("password=hunter2, limit 4"));
  }

  private static Particulars saying(String message) {
    return new Particulars(message, null, null, null, null, null, null, null, null, (String) null);
  }

  private static Particulars in(String text) {
    return analyze(text).particulars();
  }

  private static OpenAiError analyze(String text) {
    return Objects.requireNonNull(ErrorAnalyzer.create().analyze(text), text);
  }
}
