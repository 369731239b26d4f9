package dev.openaierrors.benchmarks;

import dev.openaierrors.log4j2.OpenAiErrorAppender;
import dev.openaierrors.plugin.Settings;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.appender.NullAppender;
import org.apache.logging.log4j.core.async.AsyncLoggerContext;
import org.apache.logging.log4j.core.config.AppenderControl;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.NullConfiguration;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.filter.RegexFilter;
import org.jspecify.annotations.Nullable;

/** A Log4j2 whose events end in an appender that does nothing, reached on different ways. */
final class Log4jStage implements AutoCloseable {

  private static final String LOGGER = "com.acme.orders.OrderService";
  private static final String NOTHING = "NOTHING";

  private final LoggerContext context;

  private Log4jStage(LoggerContext context) {
    this.context = context;
  }

  static Log4jStage open(String loggers, String through) {
    LoggerContext context =
        switch (loggers) {
          case "sync" -> new LoggerContext("sync");
          case "async" -> new AsyncLoggerContext("async");
          default -> throw new IllegalArgumentException(loggers);
        };
    ThreadContext.put("tenant", "blue");
    ThreadContext.put("request", "r-4711");
    Configuration configuration = new NullConfiguration();
    context.start(configuration);
    connect(configuration, through);
    context.updateLoggers();
    return new Log4jStage(context);
  }

  Logger logger() {
    return context.getLogger(LOGGER);
  }

  @Override
  public void close() {
    context.stop();
  }

  private static void connect(Configuration configuration, String through) {
    Appender nothing = NullAppender.createAppender(NOTHING);
    nothing.start();
    configuration.addAppender(nothing);
    Appender first =
        switch (through) {
          case "direct", "regex" -> nothing;
          case "wrapper" -> new Wrapper(nothing);
          case "appender" -> ours(configuration);
          default -> throw new IllegalArgumentException(through);
        };
    first.start();
    LoggerConfig logger = loggerConfig(configuration);
    logger.addAppender(first, null, through.equals("regex") ? regex() : null);
    configuration.addLogger(LOGGER, logger);
  }

  /** Without location, as Log4j's default is where all loggers are async. */
  private static LoggerConfig loggerConfig(Configuration configuration) {
    return LoggerConfig.newBuilder()
        .setConfig(configuration)
        .setLoggerName(LOGGER)
        .setLevel(Level.DEBUG)
        .setAdditivity(false)
        .setIncludeLocation("false")
        .setRefs(new AppenderRef[0])
        .build();
  }

  private static Appender ours(Configuration configuration) {
    return OpenAiErrorAppender.create(
        new Settings().set("name", "OPENAI"),
        configuration,
        AppenderRef.createAppenderRef(NOTHING, null, null));
  }

  /** Lets every event pass, as nothing is to be lost; it looks at the message only. */
  private static Filter regex() {
    try {
      // The filter wants the whole message to match, and without (?s) no message of several lines.
      String expression = "(?s).*(?:" + Regex.ANY.pattern() + ").*";
      return RegexFilter.createFilter(
          expression, null, false, Filter.Result.ACCEPT, Filter.Result.NEUTRAL);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Hands on, as any appender in between has to. */
  private static final class Wrapper extends AbstractAppender {
    private final AppenderControl[] targets;

    Wrapper(Appender target) {
      super("WRAPPER", null, null, true, Property.EMPTY_ARRAY);
      targets = new AppenderControl[] {new AppenderControl(target, null, null)};
    }

    @Override
    public void append(@Nullable LogEvent event) {
      for (AppenderControl target : targets) {
        target.callAppender(event);
      }
    }
  }
}
