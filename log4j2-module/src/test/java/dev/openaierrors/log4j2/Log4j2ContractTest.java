package dev.openaierrors.log4j2;

import static dev.openaierrors.Patience.await;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.plugin.PluginContract;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.logging.log4j.CloseableThreadContext;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogBuilder;
import org.apache.logging.log4j.MarkerManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.filter.AbstractFilterable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;

/** The contract of all plugins, kept by Log4j2's, with either kind of loggers. */
class Log4j2ContractTest {

  @Nested
  class WithSynchronousLoggers extends Contract {
    WithSynchronousLoggers() {
      super(false);
    }
  }

  /** Those of the all-async selector, whose events are in a ring buffer. */
  @Nested
  class WithAsynchronousLoggers extends Contract {
    WithAsynchronousLoggers() {
      super(true);
    }
  }

  abstract static class Contract extends PluginContract {

    private final boolean async;
    private @Nullable Log4j log4j;
    private @Nullable CapturingAppender target;
    private @Nullable CapturingAppender sibling;
    private int flushes;

    Contract(boolean async) {
      this.async = async;
    }

    @Override
    protected void start(Setup setup) throws Exception {
      Log4j started = Log4j.notStarted(async);
      log4j = started;
      started.start(xml(setup));
      target = setup.target() ? started.appender("TARGET", CapturingAppender.class) : null;
      sibling = started.appender("SIBLING", CapturingAppender.class);
      ErrorAnalyzer analyzer = setup.analyzer();
      if (analyzer != null) {
        started.configuration().getAppenders().values().forEach(a -> inject(analyzer, a));
      }
    }

    private static void inject(ErrorAnalyzer analyzer, Appender appender) {
      if (appender instanceof OpenAiErrorAppender ours) {
        ours.analyzeWith(analyzer);
      }
      if (appender instanceof AbstractFilterable filterable
          && filterable.getFilter() instanceof OpenAiErrorFilter filter) {
        filter.analyzeWith(analyzer);
      }
    }

    private static String xml(Setup setup) {
      Map<String, String> again = setup.again();
      return "<Configuration><Appenders><Capture name='FLUSH'/>"
          + capturing("TARGET", setup, FilterAt.TARGET)
          + capturing("SIBLING", setup, FilterAt.SIBLING)
          + (again == null ? "" : openAi("AGAIN", reference("TARGET"), again))
          + openAi(
              "OPENAI",
              setup.target() ? reference(again == null ? "TARGET" : "AGAIN") : "",
              setup.settings())
          + "</Appenders><Loggers><Logger name='flush' additivity='false'>"
          + reference("FLUSH")
          + "</Logger><Root level='TRACE'>"
          + reference("OPENAI")
          + reference("SIBLING")
          + "</Root></Loggers></Configuration>";
    }

    private static String capturing(String name, Setup setup, FilterAt place) {
      String filter =
          setup.filterAt() == place ? "<OpenAiErrorFilter" + attributes(setup.filter()) + "/>" : "";
      return "<Capture name='%s'>%s</Capture>".formatted(name, filter);
    }

    private static String openAi(String name, String reference, Map<String, String> settings) {
      return "<OpenAiErrors name='%s'%s>%s</OpenAiErrors>"
          .formatted(name, attributes(settings), reference);
    }

    private static String reference(String name) {
      return "<AppenderRef ref='" + name + "'/>";
    }

    private static String attributes(Map<String, String> settings) {
      StringBuilder xml = new StringBuilder();
      settings.forEach((name, value) -> xml.append(" %s='%s'".formatted(name, value)));
      return xml.toString();
    }

    @Override
    protected void stop() {
      if (log4j != null) {
        log4j.close();
      }
    }

    @Override
    protected void log(LogCall call) {
      LogBuilder builder =
          Objects.requireNonNull(log4j)
              .context()
              .getLogger(call.logger())
              .atLevel(Level.valueOf(call.level()));
      if (call.thrown() != null) {
        builder = builder.withThrowable(call.thrown());
      }
      if (call.marker() != null) {
        builder = builder.withMarker(MarkerManager.getMarker(call.marker()));
      }
      try (CloseableThreadContext.Instance context =
          CloseableThreadContext.putAll(call.context())) {
        // As SLF4J's key-value pairs are handed over.
        call.keyValues().forEach((key, value) -> context.put(key, String.valueOf(value)));
        if (call.arguments().isEmpty()) {
          builder.log(call.message());
        } else {
          builder.log(call.message(), call.arguments().toArray());
        }
      }
    }

    @Override
    protected List<Seen> target() {
      return seen(target);
    }

    @Override
    protected List<Seen> sibling() {
      return seen(sibling);
    }

    private List<Seen> seen(@Nullable CapturingAppender appender) {
      flush();
      return appender == null
          ? List.of()
          : appender.captured().stream()
              .map(
                  event ->
                      new Seen(
                          event.given(),
                          event.copy().getMessage().getFormattedMessage(),
                          event.copy().getContextData().toMap(),
                          event.copy().getLevel().toString(),
                          event.copy().getThreadName(),
                          event.copy().getThrown()))
              .toList();
    }

    /** Waits until all that was logged has come out of the ring buffer. */
    private void flush() {
      Log4j started = Objects.requireNonNull(log4j);
      if (async && started.context().isStarted()) {
        int wanted = ++flushes;
        started.context().getLogger("flush").error("flush");
        await("an empty ring buffer").until(() -> started.events("FLUSH").size() == wanted);
      }
    }

    @Override
    protected boolean targetIsStarted() {
      return Objects.requireNonNull(target).isStarted();
    }

    @Override
    protected List<String> sentences() {
      flush();
      return Objects.requireNonNull(log4j).sentences();
    }
  }
}
