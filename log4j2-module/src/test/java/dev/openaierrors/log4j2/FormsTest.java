package dev.openaierrors.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same words mean the same in every form that Log4j's configuration has. */
class FormsTest {

  @ParameterizedTest
  @ValueSource(strings = {"xml", "json", "yaml", "properties"})
  void meansTheSame(String form) throws Exception {
    try (Log4j log4j = Log4j.fromResource("forms/form." + form)) {
      log4j.logger().info(Payloads.QUOTA);
      log4j.logger().warn(Payloads.QUOTA);
      log4j.logger().error(Payloads.QUOTA);
      log4j.logger().error("The disk is full");
      assertThat(log4j.problems()).isEmpty();
      assertThat(log4j.kinds("ALL"))
          .containsExactly("-", "insufficient_quota", "insufficient_quota", "-");
      assertThat(log4j.kinds("ACT")).containsExactly("insufficient_quota");
      assertThat(log4j.events("ACT").get(0).getContextData().toMap())
          .containsOnlyKeys("openai.error.kind", "openai.error.retryable");
    }
  }
}
