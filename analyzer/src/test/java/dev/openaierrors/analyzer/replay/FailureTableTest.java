package dev.openaierrors.analyzer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Particulars;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FailureTableTest {

  @Test
  void noPartOfAnErrorIsLeftOutWhenErrorsAreCompared() {
    OpenAiError error =
        Objects.requireNonNull(
            ErrorAnalyzer.create().analyze("OpenAI: 429 You exceeded your current quota"));
    assertThat(FailureTable.parts(error))
        .hasSize(
            OpenAiError.class.getRecordComponents().length
                - 3
                + OpenAiError.Answer.class.getRecordComponents().length
                + OpenAiError.Call.class.getRecordComponents().length
                + Particulars.class.getConstructors()[0].getParameterCount()
                // That the client falls back.
                + 1)
        .isEqualTo(
            FailureTable.parts(
                Objects.requireNonNull(
                    ErrorAnalyzer.create()
                        .analyze("OpenAI: 429 You exceeded your current quota"))));
  }
}
