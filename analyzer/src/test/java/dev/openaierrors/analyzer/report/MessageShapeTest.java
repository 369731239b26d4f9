package dev.openaierrors.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What messages have in common. */
class MessageShapeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "call 17 failed after 1,250 ms | call # failed after #,# ms",
        "try again in 1.4s | try again in #s",
        "request req_9f8e7d6c5b4a failed | request <id> failed",
        "org-Zx81kQp0aBcDeFgHiJkLmNoP is over | <id> is over",
        "id 3f2b8c1d-77aa-4e0b-9d5c-0123456789ab, ok | id <id>, ok",
        "user bob.smith1@acme.com and AKIAIOSFODNN7EXAMPLE | user <id> and <id>",
        "model gpt-5.4-mini, not gpt-4o | model <model>, not <model>",
        "deployment my-chat is gone | deployment <model> is gone",
        "task-12345 in http-nio-8080-exec-7 | task-# in <id>",
        "no numbers here | no numbers here",
        "{\"code\":429} | {\"code\":#}",
      })
  void numbersIdsAndModelsAreMasked(String message, String shape) {
    assertThat(new MessageShape().of(message, null, "my-chat")).isEqualTo(shape);
  }

  @Test
  void whatWasThrownIsABehindTheMessage() {
    assertThat(new MessageShape().of("failed", "a.B: 429", null)).isEqualTo("failed | a.B: #");
    assertThat(new MessageShape().of("failed: a.B: 429", "a.B: 429", null))
        .isEqualTo("failed: a.B: #");
  }

  @Test
  void aLongMessageIsCut() {
    assertThat(new MessageShape().of("word ".repeat(9000), null, null)).hasSizeLessThan(200);
  }
}
