package dev.openaierrors.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What only Log4j's configurations can get wrong. */
class MistakesTest {

  @Test
  void isToldAndCostsNoEvent() throws Exception {
    try (Log4j log4j = Log4j.fromResource("downstream/mistakes.xml")) {
      assertThat(log4j.sentences())
          .hasSize(5)
          .anySatisfy(
              text -> assertThat(text).contains("<OpenAiErrors name=\"SELF\">", "refers to itself"))
          .anySatisfy(
              text ->
                  assertThat(text).contains("<OpenAiErrors name=\"LOST\">", "'TRAGET'", "'TARGET'"))
          .anySatisfy(
              text ->
                  assertThat(text)
                      .contains("<OpenAiErrors name=\"ELEMENTS\">", "'levle'", "'level'"))
          .anySatisfy(
              text ->
                  assertThat(text).contains("<OpenAiErrors name=\"ELEMENTS\">", "'PatternLayout'"))
          .anySatisfy(text -> assertThat(text).contains("has no name", "'OpenAiErrors'"));
      log4j.logger().error(Payloads.QUOTA);
      // Through each of the five that loggers refer to.
      assertThat(log4j.kinds("TARGET")).hasSize(5).containsOnly("insufficient_quota");
    }
  }
}
