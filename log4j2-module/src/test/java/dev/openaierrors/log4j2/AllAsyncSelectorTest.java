package dev.openaierrors.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.async.AsyncLoggerContext;
import org.apache.logging.log4j.core.async.RingBufferLogEvent;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** As services do it: the selector is chosen by a system property, the configuration found. */
@Tag("all-async") // The property is the whole JVM's.
class AllAsyncSelectorTest {

  private static final int EVENTS = 5_000;

  private LoggerContext context = new LoggerContext("none");

  @BeforeEach
  void configure() throws Exception {
    context =
        Configurator.initialize(
            "all-async",
            null,
            AllAsyncSelectorTest.class.getResource("/downstream/target.xml").toURI());
  }

  @AfterEach
  void stop() {
    LogManager.shutdown(context);
  }

  @Test
  void isChosen() {
    assertThat(context).isInstanceOf(AsyncLoggerContext.class);
  }

  @Test
  void eventsOfTheRingBufferAreEnrichedAndNoneIsLost() {
    CapturingAppender target = appender("TARGET");
    CapturingAppender sibling = appender("SIBLING");
    org.slf4j.Logger logger = LoggerFactory.getLogger("com.acme.ChatService");
    for (int i = 0; i < EVENTS; i++) {
      logger.error("event {}{}", i, i % 5 == 0 ? Payloads.QUOTA : "");
    }
    // Empties the ring buffer.
    LogManager.shutdown(context);
    // So many within a second are an incident, which gets a last word.
    assertThat(target.events())
        .filteredOn(event -> !"openai.alerts".equals(event.getLoggerName()))
        .extracting(event -> event.getMessage().getFormattedMessage())
        .isEqualTo(
            IntStream.range(0, EVENTS)
                .mapToObj(i -> "event " + i + (i % 5 == 0 ? Payloads.QUOTA : ""))
                .toList());
    assertThat(target.events())
        .filteredOn(event -> Log4j.kind(event).equals("insufficient_quota"))
        .hasSize(EVENTS / 5);
    LogEvent raw = sibling.captured().get(0).given();
    assertThat(raw).isInstanceOf(RingBufferLogEvent.class);
    assertThat(sibling.events()).allMatch(event -> Log4j.kind(event).equals("-"));
  }

  private CapturingAppender appender(String name) {
    return (CapturingAppender) context.getConfiguration().getAppender(name);
  }
}
