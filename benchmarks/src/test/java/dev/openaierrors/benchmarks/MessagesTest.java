package dev.openaierrors.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the benchmarks measure what they say. */
class MessagesTest {

  private final ErrorAnalyzer analyzer = ErrorAnalyzer.create();

  @ParameterizedTest
  @ValueSource(ints = {150, 400, 4096})
  void messagesWithoutErrorHaveTheirLengthAndNoError(int length) {
    assertThat(Messages.ofLength(length))
        .hasSize(Messages.COUNT)
        .doesNotHaveDuplicates()
        .allSatisfy(message -> assertThat(message).hasSize(length))
        .allSatisfy(message -> assertThat(analyzer.analyze(message)).isNull())
        .noneMatch(message -> Regex.ANY.matcher(message).find());
  }

  @Test
  void payloadIsAnError() {
    assertThat(Messages.PAYLOAD).hasSize(600);
    assertThat(analyzer.analyze(Messages.PAYLOAD))
        .extracting(OpenAiError::kind)
        .isEqualTo(ErrorKind.RATE_LIMIT_EXCEEDED);
    assertThat(Messages.refused()).hasMessageContaining(Messages.PAYLOAD);
    assertThat(Messages.refused().getStackTrace()).hasSize(10);
  }
}
