package dev.openaierrors.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.LogEventView;
import dev.openaierrors.error.OpenAiError;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.message.ReusableMessage;
import org.apache.logging.log4j.message.ReusableMessageFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RenderedTextTest {

  @Test
  void usesTheSameBufferAgain() {
    CharSequence first = RenderedText.of(message("one"));
    CharSequence second = RenderedText.of(message("two"));
    assertThat(second).isSameAs(first).hasToString("two");
  }

  @Test
  void keepsNoLargeBuffer() {
    CharSequence large = RenderedText.of(message("x".repeat(100_000)));
    assertThat(large).hasSize(100_000);
    assertThat(RenderedText.of(message("one"))).isNotSameAs(large);
  }

  /** Its message is read while the event is analysed, and logs. */
  private static final class LoggingException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Logger logger;
    private final int depth;

    LoggingException(Logger logger, int depth) {
      this.logger = logger;
      this.depth = depth;
    }

    @Override
    public String getMessage() {
      if (depth > 0) {
        logger.error(
            "level {} of what is read logs", depth, new LoggingException(logger, depth - 1));
      }
      return "depth " + depth;
    }
  }

  @Test
  void isNotDisturbedByWhatIsLoggedMeanwhile() throws Exception {
    List<String> wrong = new ArrayList<>();
    try (Log4j log4j = Log4j.fromText(NESTED)) {
      // Filters of loggers are not kept from recursion, as appenders are.
      ReadsTwice analyzer = new ReadsTwice(wrong);
      ((OpenAiErrorFilter) log4j.configuration().getLoggerConfig("nested").getFilter())
          .analyzeWith(analyzer);
      Logger logger = log4j.context().getLogger("nested");
      logger.error("call {}", "c-1", new LoggingException(logger, 5));
      assertThat(analyzer.calls).isGreaterThan(5);
      assertThat(log4j.sentences()).isEmpty();
    }
    assertThat(wrong).isEmpty();
  }

  private static final String NESTED =
      "<Configuration><Appenders><Capture name='TARGET'/></Appenders><Loggers>"
          + "<Logger name='nested'><OpenAiErrorFilter onMismatch='NEUTRAL'/></Logger>"
          + "<Root><AppenderRef ref='TARGET'/></Root></Loggers></Configuration>";

  /** Compares what a text says before and after the exception was read. */
  private static final class ReadsTwice implements ErrorAnalyzer {
    private final List<String> wrong;
    private int calls;

    ReadsTwice(List<String> wrong) {
      this.wrong = wrong;
    }

    @Override
    public <E, T> @Nullable OpenAiError analyze(LogEventView<E, T> view, E event) {
      calls++;
      CharSequence text = view.message(event);
      String before = String.valueOf(text);
      T thrown = view.thrown(event);
      if (thrown != null) {
        view.thrownMessage(thrown);
      }
      if (!before.contentEquals(String.valueOf(text))) {
        wrong.add(before + " became " + text);
      }
      return null;
    }

    @Override
    public @Nullable OpenAiError analyze(CharSequence text) {
      return null;
    }
  }

  private static ReusableMessage message(String text) {
    return (ReusableMessage) ReusableMessageFactory.INSTANCE.newMessage(text);
  }
}
