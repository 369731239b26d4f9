package dev.openaierrors.logback;

import static dev.openaierrors.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.FilterReply;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, reloading, stopping. */
class LifecycleTest {

  @Test
  void readsAChangedConfigurationWhileTheServiceRuns(@TempDir Path folder) throws Exception {
    Path xml = folder.resolve("logback.xml");
    String before = resource("downstream/reload.xml");
    Files.writeString(xml, before);
    try (Logback logback = Logback.fromFile(xml.toFile())) {
      OpenAiErrorAppender first = logback.appender("OPENAI", OpenAiErrorAppender.class);
      CapturingAppender firstTarget = logback.appender("TARGET", CapturingAppender.class);
      logback.logger().error(Payloads.QUOTA);
      assertThat(firstTarget.events().get(0).getMDCPropertyMap())
          .containsOnlyKeys("openai.error.kind");

      Files.writeString(xml, before.replace(">kind<", ">kind, retryable<"));
      Files.setLastModifiedTime(xml, FileTime.from(Instant.now().plusSeconds(10)));
      await("the new configuration")
          .until(
              () -> {
                Appender<ILoggingEvent> current = logback.find("OPENAI");
                return current != null && current != first && current.isStarted();
              });

      assertThat(first.isStarted()).isFalse();
      assertThat(firstTarget.isStarted()).isFalse();
      logback.logger().error(Payloads.QUOTA);
      assertThat(logback.appender("TARGET", CapturingAppender.class).events())
          .singleElement()
          .satisfies(
              event ->
                  assertThat(event.getMDCPropertyMap())
                      .containsOnlyKeys("openai.error.kind", "openai.error.retryable"));
    }
  }

  @Test
  void worksAfterTheContextWasResetAndConfiguredAgain() throws Exception {
    try (Logback logback = Logback.fromResource("downstream/targets.xml")) {
      CapturingAppender old = logback.appender("FIRST", CapturingAppender.class);
      logback.context().reset();
      assertThat(old.isStarted()).isFalse();
      try (InputStream xml = stream("downstream/targets.xml")) {
        logback.configurator().doConfigure(xml);
      }
      logback.logger().error(Payloads.QUOTA);
      assertThat(logback.appender("FIRST", CapturingAppender.class).events())
          .singleElement()
          .satisfies(
              event -> assertThat(event.getMDCPropertyMap()).containsKey("openai.error.kind"));
      assertThat(old.events()).isEmpty();
    }
  }

  @Test
  void tellsEveryUnknownElementOnceAndToTheComponentThatHasIt() throws Exception {
    try (Logback logback = Logback.fromResource("downstream/unknown-elements.xml")) {
      assertThat(logback.sentences())
          .hasSize(3)
          .anySatisfy(text -> assertThat(text).contains("\"FIRST\"", "'feilds'", "'fields'"))
          .anySatisfy(
              text -> assertThat(text).contains("\"SECOND\"", "'appenderref'", "'appender-ref'"))
          .anySatisfy(text -> assertThat(text).contains("<filter>", "'onmissmatch'", "onMismatch"));
    }
  }

  @Test
  void aFilterThatIsNotStartedHasNoSay() {
    OpenAiErrorFilter filter = new OpenAiErrorFilter();
    filter.setOnMismatch("DENY");
    assertThat(filter.decide(new LoggingEvent())).isEqualTo(FilterReply.NEUTRAL);
  }

  @Test
  void aFilterThatIsStoppedHasNoSay() throws Exception {
    try (Logback logback = Logback.fromResource("downstream/targets.xml")) {
      OpenAiErrorFilter filter = new OpenAiErrorFilter();
      filter.setContext(logback.context());
      filter.start();
      assertThat(filter.decide(event(logback))).isEqualTo(FilterReply.DENY);
      filter.stop();
      assertThat(filter.decide(event(logback))).isEqualTo(FilterReply.NEUTRAL);
    }
  }

  @Test
  void anAppenderThatIsNotConfiguredByXmlWorksAsWell() throws Exception {
    try (Logback logback = Logback.fromResource("downstream/targets.xml")) {
      CapturingAppender target = new CapturingAppender();
      target.setContext(logback.context());
      target.start();
      OpenAiErrorAppender appender = new OpenAiErrorAppender();
      appender.setContext(logback.context());
      appender.addAppender(target);
      appender.start();
      appender.doAppend(event(logback));
      assertThat(target.events()).hasSize(1);
    }
  }

  @Test
  void startsWithoutAContext() {
    assertThatCode(
            () -> {
              new OpenAiErrorAppender().start();
              new OpenAiErrorFilter().start();
            })
        .doesNotThrowAnyException();
  }

  @Test
  void handsOnAnEventThatCannotTellItsMdc() throws Exception {
    try (Logback logback = Logback.fromResource("downstream/targets.xml")) {
      // Nobody told this event its context, where it would look for the MDC.
      LoggingEvent event = new LoggingEvent();
      event.setLevel(Level.ERROR);
      event.setLoggerName("com.acme.ChatService");
      event.setMessage(Payloads.QUOTA);
      event.setThreadName("main");
      Recorder recorder = new Recorder();
      recorder.setContext(logback.context());
      recorder.start();
      OpenAiErrorAppender appender = new OpenAiErrorAppender();
      appender.setContext(logback.context());
      appender.addAppender(recorder);
      appender.start();
      appender.doAppend(event);
      assertThat(recorder.last).isSameAs(event);
    }
  }

  /** Reads nothing of an event. */
  private static final class Recorder extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private ILoggingEvent last = new LoggingEvent();

    @Override
    protected void append(ILoggingEvent event) {
      last = event;
    }
  }

  private static ILoggingEvent event(Logback logback) {
    return new LoggingEvent("", logback.logger(), Level.ERROR, "The disk is full", null, null);
  }

  private static String resource(String name) throws Exception {
    try (InputStream in = stream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream stream(String name) {
    return Objects.requireNonNull(LifecycleTest.class.getResourceAsStream("/" + name), name);
  }
}
