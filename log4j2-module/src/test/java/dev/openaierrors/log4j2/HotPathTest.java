package dev.openaierrors.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.LogEventView;
import dev.openaierrors.error.OpenAiError;
import java.lang.management.ManagementFactory;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HotPathTest {

  private static final int EVENTS = 20_000;
  private static final int ROUNDS = 5;
  private static final String ARGUMENT = "c-1";

  static final String XML =
      "<Configuration><Appenders><Count name='COUNT'/><OpenAiErrors name='OPENAI'>"
          + "<AppenderRef ref='COUNT'/></OpenAiErrors></Appenders><Loggers>"
          + "<Logger name='direct' level='INFO' additivity='false'><AppenderRef ref='COUNT'/></Logger>"
          + "<Logger name='ours' level='INFO' additivity='false'><AppenderRef ref='OPENAI'/></Logger>"
          + "<Root/></Loggers></Configuration>";

  @Test
  @Tag("newest-only") // What older Log4j allocates itself varies.
  void readingAnEventWithoutAnErrorAllocatesNothing() throws Exception {
    try (Log4j log4j = Log4j.fromText(XML)) {
      log4j.openAi().analyzeWith(new LooksAtEverything());
      long direct = allocatedPerEvent(log4j.context().getLogger("direct"));
      long ours = allocatedPerEvent(log4j.context().getLogger("ours"));
      assertThat(log4j.appender("COUNT", CountingAppender.class).count)
          .isEqualTo(2 * ROUNDS * EVENTS);
      assertThat(log4j.problems()).isEmpty();
      assertThat(ours).isLessThanOrEqualTo(direct);
    }
  }

  /** The least of some rounds: the compiler may still be at work in the first ones. */
  private static long allocatedPerEvent(Logger logger) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      log(logger);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least / EVENTS;
  }

  private static void log(Logger logger) {
    for (int i = 0; i < EVENTS; i++) {
      logger.info("Call {} took its time", ARGUMENT);
    }
  }

  /** Counts. */
  @Plugin(name = "Count", category = Core.CATEGORY_NAME, elementType = Appender.ELEMENT_TYPE)
  public static final class CountingAppender extends AbstractAppender {
    private int count;
    @Nullable LogEvent last;

    private CountingAppender(String name) {
      super(name, null, null, true, Property.EMPTY_ARRAY);
    }

    /** Called by Log4j. */
    @PluginFactory
    public static CountingAppender create(@PluginAttribute("name") String name) {
      return new CountingAppender(name);
    }

    @Override
    public void append(LogEvent event) {
      count++;
      last = event;
    }
  }

  /** Reads what an analyzer reads of an event, through the view, and finds nothing. */
  private static final class LooksAtEverything implements ErrorAnalyzer {

    @Override
    public <E, T> @Nullable OpenAiError analyze(LogEventView<E, T> view, E event) {
      CharSequence text = view.message(event);
      boolean strange =
          text == null
              || text.length() != "Call c-1 took its time".length()
              || text.charAt(5) != 'c'
              || view.loggerName(event) == null
              || !view.isRoutine(event)
              || view.argumentCount(event) + view.keyValueCount(event) + view.markerCount(event) > 0
              || view.thrown(event) != null;
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
