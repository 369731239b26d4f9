package dev.openaierrors.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.LoggingEventVO;
import ch.qos.logback.core.spi.FilterReply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** What Logback's own parts and well-known encoders make of an enriched event. */
class DownstreamTest {

  @Test
  void aPatternShowsWhereTheLogCallStands() throws Exception {
    try (Logback logback = Logback.fromResource("downstream/caller-data.xml")) {
      logback.logger().error(Payloads.QUOTA);
      String enriched = only(logback, "TEXT");
      String original = only(logback, "SIBLING");
      assertThat(enriched)
          .startsWith("DownstreamTest.aPatternShowsWhereTheLogCallStands:")
          .endsWith(" [insufficient_quota]");
      assertThat(original).isEqualTo(enriched.replace("insufficient_quota", "none"));
    }
  }

  @Test
  void anAsyncAppenderBehindKeepsThreadCallerAndFields() throws Exception {
    assertAsync("downstream/async-behind.xml");
  }

  @Test
  void anAsyncAppenderInFrontKeepsThreadCallerAndFields() throws Exception {
    assertAsync("downstream/async-before.xml");
  }

  private static void assertAsync(String resource) throws Exception {
    Logback logback = Logback.fromResource(resource);
    TextAppender text = logback.appender("TEXT", TextAppender.class);
    MDC.put("tenant", "blue");
    try (logback) {
      logback.logger().error(Payloads.QUOTA);
      logback.logger().error("The disk is full");
    } finally {
      MDC.remove("tenant");
    }
    // Stopping has emptied the queue.
    String caller = Thread.currentThread().getName() + " assertAsync blue ";
    assertThat(text.lines()).containsExactly(caller + "insufficient_quota", caller + "none");
  }

  @Test
  void logbacksJsonEncoderWritesTheFields() throws Exception {
    JsonNode json = encode("downstream/json-encoder.xml");
    assertThat(json.path("mdc").path("openai.error.kind").asText()).isEqualTo("insufficient_quota");
    assertThat(json.path("mdc").path("openai.error.retryable").asText()).isEqualTo("false");
  }

  @Test
  @Tag("newest-only") // The encoder is built for the newest Logback.
  void theLogstashEncoderWritesTheFieldsAndTheStackTrace() throws Exception {
    JsonNode json = encode("downstream/logstash-encoder.xml");
    assertThat(json.path("openai.error.kind").asText()).isEqualTo("insufficient_quota");
    assertThat(json.path("openai.error.retryable").asText()).isEqualTo("false");
    assertThat(json.path("stack_trace").asText()).contains("IllegalStateException: broken");
  }

  @Test
  void theEcsEncoderWritesTheFieldsAndTheStackTrace() throws Exception {
    JsonNode json = encode("downstream/ecs-encoder.xml");
    assertThat(json.path("openai.error.kind").asText()).isEqualTo("insufficient_quota");
    assertThat(json.path("error.message").asText()).isEqualTo("broken");
  }

  private static JsonNode encode(String resource) throws Exception {
    try (Logback logback = Logback.fromResource(resource)) {
      logback.logger().error(Payloads.QUOTA, new IllegalStateException("broken"));
      assertThat(logback.problems()).isEmpty();
      return new ObjectMapper().readTree(only(logback, "TEXT"));
    }
  }

  @Test
  void codeThatAsksForALoggingEventGetsOne() throws Exception {
    try (Logback logback = Logback.fromResource("downstream/targets.xml")) {
      logback.logger().error(Payloads.QUOTA);
      assertThat(events(logback, "FIRST")).singleElement().isInstanceOf(LoggingEvent.class);
    }
  }

  @Test
  void allTargetsGetTheSameEvent() throws Exception {
    try (Logback logback = Logback.fromResource("downstream/targets.xml")) {
      logback.logger().error(Payloads.QUOTA);
      assertThat(events(logback, "FIRST").get(0)).isSameAs(events(logback, "SECOND").get(0));
    }
  }

  @Test
  void eventsThatCameThroughASocketAreEnriched() throws Exception {
    try (Logback logback = Logback.fromResource("downstream/targets.xml")) {
      logback.logger().error("Call failed", new IllegalStateException(Payloads.QUOTA));
      // What a receiver hands on: no throwable, no logger context, only their descriptions.
      ILoggingEvent received = LoggingEventVO.build(sentBySomebodyWithoutUs(logback));
      logback.appender("OPENAI", OpenAiErrorAppender.class).doAppend(received);
      ILoggingEvent enriched = events(logback, "FIRST").get(1);
      assertThat(enriched.getMDCPropertyMap())
          .containsEntry("openai.error.kind", "insufficient_quota");
      assertThat(enriched.getThrowableProxy().getMessage()).isEqualTo(Payloads.QUOTA);
    }
  }

  private static ILoggingEvent sentBySomebodyWithoutUs(Logback logback) {
    LoggingEvent event =
        new LoggingEvent(
            "",
            logback.logger(),
            Level.ERROR,
            "Call failed",
            new IllegalStateException(Payloads.QUOTA),
            null);
    assertThat(event.getMDCPropertyMap()).isEmpty();
    return event;
  }

  @Test
  void aFilterReadsTheFieldsOfAnEventThatCameThroughASocket() throws Exception {
    try (Logback logback = Logback.fromResource("downstream/targets.xml")) {
      logback.logger().error(Payloads.QUOTA);
      ILoggingEvent received = LoggingEventVO.build(events(logback, "FIRST").get(0));
      OpenAiErrorFilter filter = new OpenAiErrorFilter();
      filter.setContext(logback.context());
      filter.setKinds("insufficient_quota");
      filter.setOnMatch("ACCEPT");
      filter.start();
      assertThat(filter.decide(received)).isEqualTo(FilterReply.ACCEPT);
    }
  }

  private static String only(Logback logback, String name) {
    List<String> lines = logback.appender(name, TextAppender.class).lines();
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  private static List<ILoggingEvent> events(Logback logback, String name) {
    return logback.appender(name, CapturingAppender.class).events();
  }
}
