package dev.openaierrors.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import com.sun.management.ThreadMXBean;
import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.LogEventView;
import dev.openaierrors.error.OpenAiError;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HotPathTest {

  private static final int EVENTS = 20_000;

  @Test
  void handingOnAnEventWithoutAnErrorAllocatesNothing() throws Exception {
    try (Logback logback = Logback.fromResource("downstream/targets.xml")) {
      Sink sink = new Sink();
      sink.setContext(logback.context());
      sink.start();
      OpenAiErrorAppender appender = new OpenAiErrorAppender();
      appender.setContext(logback.context());
      appender.addAppender(sink);
      appender.start();
      appender.analyzeWith(new LooksAtEverything());
      ILoggingEvent event =
          new LoggingEvent(
              "", logback.logger(), Level.ERROR, "Call failed", new RuntimeException("x"), null);
      append(appender, event);
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = threads.getCurrentThreadAllocatedBytes();
      append(appender, event);
      long allocated = threads.getCurrentThreadAllocatedBytes() - before;
      assertThat(sink.count).isEqualTo(2 * EVENTS);
      // Measuring itself allocates a little.
      assertThat(allocated).isLessThan(EVENTS);
    }
  }

  private static void append(OpenAiErrorAppender appender, ILoggingEvent event) {
    for (int i = 0; i < EVENTS; i++) {
      appender.doAppend(event);
    }
  }

  private static final class Sink extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private int count;

    @Override
    protected void append(ILoggingEvent event) {
      count++;
    }
  }

  /** Reads what an analyzer reads of an event, through the view, and finds nothing. */
  private static final class LooksAtEverything implements ErrorAnalyzer {

    @Override
    public <E, T> @Nullable OpenAiError analyze(LogEventView<E, T> view, E event) {
      T thrown = view.thrown(event);
      boolean strange =
          view.message(event) == null
              || view.loggerName(event) == null
              || view.argumentCount(event) + view.keyValueCount(event) + view.markerCount(event) > 0
              || thrown == null
              || view.frameCount(thrown) == 0
              || view.frameClass(thrown, 0) == null
              || view.thrownMessage(thrown) == null
              || view.suppressedCount(thrown) > 0
              || view.cause(thrown) != null;
      if (strange) {
        throw new IllegalStateException("not the event that was logged");
      }
      return null;
    }

    @Override
    public @Nullable OpenAiError analyze(CharSequence text) {
      return null;
    }
  }
}
