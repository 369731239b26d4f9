package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryDelayTest {

  private final ErrorAnalyzer analyzer = ErrorAnalyzer.create();

  @ParameterizedTest
  @CsvSource({
    "Please try again in 6ms., 6",
    "Please try again in 1.974s. Visit, 1974",
    "Please try again in 1.984999999s., 1985",
    "Please try again in 7m12s., 432000",
    "Please try again in 1m30s., 90000",
    "Please try again in 114h18m0s., 411480000",
    "Please retry after 33 seconds., 33000",
    "Please retry after 86400 seconds., 86400000",
    "try again in 1 days, 86400000",
    "Try again in 5 seconds., 5000",
    "retry-after: 20, 20000",
    "'retry-after-ms': '402', 402",
    "\"retryDelay\":\"17s\", 17000",
    "Please try again later.,",
    "Please modify your prompt and retry.,",
    "try again in a moment,",
    "will sleep 60 seconds,",
    "Retrying in 4.0 seconds,",
    "with_retry in 4.0 seconds,",
    "x-ratelimit-reset-tokens: 12ms,",
    "try again in 99999999999999999999h,"
  })
  void readsTheDelayThatTheAnswerNames(String words, @Nullable Long millis) {
    String text = "OpenAI API error 429: You exceeded your current quota, please check. " + words;
    Duration delay = Objects.requireNonNull(analyzer.analyze(text)).answer().retryAfter();
    assertThat(delay).isEqualTo(millis == null ? null : Duration.ofMillis(millis));
  }
}
