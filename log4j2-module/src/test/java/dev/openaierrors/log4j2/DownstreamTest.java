package dev.openaierrors.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.LogEvent;
import org.junit.jupiter.api.Test;

/** What Log4j's own parts and well-known layouts make of an enriched event. */
class DownstreamTest {

  @Test
  void aPatternShowsWhereTheLogCallStands() throws Exception {
    try (Log4j log4j = Log4j.fromResource("downstream/layouts.xml")) {
      log4j.logger().error(Payloads.QUOTA);
      String enriched = only(log4j, "PATTERN");
      assertThat(enriched)
          .startsWith("DownstreamTest.aPatternShowsWhereTheLogCallStands:")
          .endsWith(Thread.currentThread().getName() + " [insufficient_quota]");
      assertThat(only(log4j, "SIBLING")).isEqualTo(enriched.replace("insufficient_quota", ""));
    }
  }

  @Test
  void jsonTemplateLayoutWritesTheFieldsAndTheStackTrace() throws Exception {
    try (Log4j log4j = Log4j.fromResource("downstream/layouts.xml")) {
      log4j.logger().error(Payloads.QUOTA, new IllegalStateException("broken"));
      JsonNode ecs = new ObjectMapper().readTree(only(log4j, "JSON"));
      assertThat(ecs.path("openai.error.kind").asText()).isEqualTo("insufficient_quota");
      assertThat(ecs.path("openai.error.retryable").isTextual()).isTrue();
      assertThat(ecs.path("error.message").asText()).isEqualTo("broken");
      JsonNode logstash = new ObjectMapper().readTree(only(log4j, "LOGSTASH"));
      assertThat(logstash.path("mdc").path("openai.error.kind").asText())
          .isEqualTo("insufficient_quota");
      assertThat(logstash.path("mdc").path("openai.error.retryable").asText()).isEqualTo("false");
    }
  }

  @Test
  void ecsLayoutWritesTheFieldsAndTheStackTrace() throws Exception {
    try (Log4j log4j = Log4j.fromResource("downstream/layouts.xml")) {
      log4j.logger().error(Payloads.QUOTA, new IllegalStateException("broken"));
      JsonNode ecs = new ObjectMapper().readTree(only(log4j, "ECS"));
      assertThat(ecs.path("openai.error.kind").asText()).isEqualTo("insufficient_quota");
      assertThat(ecs.path("openai.error.retryable").asText()).isEqualTo("false");
      assertThat(ecs.path("error.message").asText()).isEqualTo("broken");
    }
  }

  @Test
  void anAsyncAppenderBehindKeepsThreadLocationAndFields() throws Exception {
    assertAsync("downstream/async-behind.xml");
  }

  @Test
  void anAsyncAppenderInFrontKeepsThreadLocationAndFields() throws Exception {
    assertAsync("downstream/async-before.xml");
  }

  private static void assertAsync(String resource) throws Exception {
    Log4j log4j = Log4j.fromResource(resource);
    TextAppender text = log4j.appender("TEXT", TextAppender.class);
    ThreadContext.put("tenant", "blue");
    try (log4j) {
      log4j.logger().error(Payloads.QUOTA);
      log4j.logger().error("The disk is full");
    } finally {
      ThreadContext.remove("tenant");
    }
    // Stopping has emptied the queue.
    String call = Thread.currentThread().getName() + " assertAsync blue ";
    assertThat(text.texts()).containsExactly(call + "[insufficient_quota]", call + "[]");
  }

  @Test
  void eventsAreRoutedByTheKindOfTheirError() throws Exception {
    try (Log4j log4j = Log4j.fromResource("downstream/routing.xml")) {
      log4j.logger().error(Payloads.QUOTA);
      log4j.logger().error("The disk is full");
      assertThat(log4j.kinds("QUOTA")).containsExactly("insufficient_quota");
      assertThat(log4j.kinds("NONE")).containsExactly("-");
    }
  }

  @Test
  void log4jsOwnContextFilterOnATargetSeesTheFields() throws Exception {
    try (Log4j log4j = Log4j.fromResource("downstream/routing.xml")) {
      log4j.logger().error(Payloads.QUOTA);
      log4j.logger().error("The disk is full");
      assertThat(log4j.kinds("FILTERED")).containsExactly("insufficient_quota");
    }
  }

  @Test
  void levelAndFilterOfEachReferenceAreHonoured() throws Exception {
    try (Log4j log4j = Log4j.fromResource("downstream/references.xml")) {
      log4j.logger().info("Started");
      log4j.logger().info(Payloads.QUOTA);
      log4j.logger().error("The disk is full");
      assertThat(log4j.kinds("ALL")).containsExactly("-", "insufficient_quota", "-");
      assertThat(log4j.kinds("WARN")).containsExactly("-");
      assertThat(log4j.kinds("ACT")).containsExactly("insufficient_quota");
      assertThat(log4j.kinds("OTHER")).isEmpty();
    }
  }

  @Test
  void allTargetsGetTheSameEvent() throws Exception {
    try (Log4j log4j = Log4j.fromResource("downstream/references.xml")) {
      log4j.logger().error(Payloads.QUOTA);
      assertThat(given(log4j, "ALL")).isSameAs(given(log4j, "ACT"));
    }
  }

  private static LogEvent given(Log4j log4j, String name) {
    return log4j.appender(name, CapturingAppender.class).captured().get(0).given();
  }

  @Test
  void aRewritePolicyEnriches() throws Exception {
    try (Log4j log4j = Log4j.fromResource("downstream/rewrite.xml")) {
      log4j.logger().error(Payloads.QUOTA);
      log4j.logger().error("The disk is full");
      assertThat(log4j.kinds("TARGET")).containsExactly("insufficient_quota", "-");
      assertThat(log4j.events("TARGET").get(0).getContextData().toMap())
          .containsOnlyKeys("openai.error.kind");
      assertThat(log4j.sentences())
          .hasSize(2)
          .anySatisfy(text -> assertThat(text).contains("'fxi'", "'fix'"))
          .anySatisfy(
              text ->
                  assertThat(text).contains("<OpenAiErrorRewritePolicy>", "'levle'", "'level'"));
    }
  }

  private static String only(Log4j log4j, String name) {
    List<String> texts = log4j.appender(name, TextAppender.class).texts();
    assertThat(texts).hasSize(1);
    return texts.get(0);
  }
}
