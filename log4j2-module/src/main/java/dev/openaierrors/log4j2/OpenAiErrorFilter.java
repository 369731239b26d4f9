package dev.openaierrors.log4j2;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.plugin.ErrorFilter;
import dev.openaierrors.plugin.FilterDecision;
import dev.openaierrors.plugin.FilterSettings;
import dev.openaierrors.plugin.PipelineSettings;
import dev.openaierrors.plugin.Preparation;
import dev.openaierrors.plugin.Settings;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.apache.logging.log4j.core.filter.AbstractFilter;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.ObjectMessage;
import org.apache.logging.log4j.message.ParameterizedMessage;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.util.ReadOnlyStringMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes or drops events by the kind of OpenAI error that they carry and by whether retrying can
 * help; for appenders, references to appenders, loggers and the whole configuration.
 *
 * <pre>{@code
 * <OpenAiErrorFilter kinds="insufficient_quota, rate_limit_exceeded"
 *                    retryable="false"
 *                    onMatch="ACCEPT"
 *                    onMismatch="DENY"/>
 * }</pre>
 *
 * <p>By default every kind, retryable or not, matches, and the answers are NEUTRAL and DENY. Where
 * an {@link OpenAiErrorAppender} is in front, its answer is used; elsewhere the filter looks at the
 * event itself. A mistake in the settings is an ERROR of Log4j's status logger.
 *
 * <p>For the whole configuration Log4j asks before there is an event. Then the filter reads what is
 * to be logged, unless the logger's level keeps it out anyway, and has no say where Log4j only asks
 * whether a level is enabled.
 */
@Plugin(
    name = "OpenAiErrorFilter",
    category = Core.CATEGORY_NAME,
    elementType = Filter.ELEMENT_TYPE,
    printObject = true)
public final class OpenAiErrorFilter extends AbstractFilter {

  private static final String ELEMENT = "<OpenAiErrorFilter>";

  private final FilterSettings settings;
  private final Preparation preparation;
  private volatile ErrorFilter<LogEvent, Thrown> filter;

  private OpenAiErrorFilter(FilterSettings settings) {
    super(result(settings.onMatch()), result(settings.onMismatch()));
    this.settings = settings;
    this.filter = filter(settings, PipelineSettings.analyzerForAll(Log4jHost.INSTANCE));
    this.preparation = Preparation.begin(Log4jHost.ONE_THREAD);
  }

  /** A filter with these settings; never fails. */
  @PluginFactory
  public static OpenAiErrorFilter create(@ElementSettings Settings settings) {
    return new OpenAiErrorFilter(FilterSettings.of(settings, ELEMENT, Log4jHost.INSTANCE));
  }

  private static ErrorFilter<LogEvent, Thrown> filter(
      FilterSettings settings, ErrorAnalyzer analyzer) {
    return new ErrorFilter<>(
        settings,
        analyzer,
        Log4jEventView.INSTANCE,
        OpenAiErrorFilter::fromContextData,
        Log4jHost.INSTANCE);
  }

  @Override
  public boolean stop(long timeout, TimeUnit timeUnit) {
    preparation.stop();
    return super.stop(timeout, timeUnit);
  }

  /** Uses this analyzer from now on; for tests, before any event. */
  void analyzeWith(ErrorAnalyzer analyzer) {
    filter = filter(settings, analyzer);
  }

  @Override
  public Result filter(LogEvent event) {
    return result(
        event instanceof EnrichedLogEvent enriched
            ? filter.decide(enriched.error())
            : filter.decide(event));
  }

  @Override
  public Result filter(
      @Nullable Logger logger,
      Level level,
      @Nullable Marker marker,
      @Nullable Message message,
      @Nullable Throwable thrown) {
    if (message == null || isOff(logger, level)) {
      return Result.NEUTRAL;
    }
    String text;
    try {
      // Not the message itself: it may be one that Log4j reuses.
      text = message.getFormattedMessage();
    } catch (RuntimeException cannotBeRendered) {
      // The log call meets the same, and it is up to Log4j what becomes of it.
      return Result.NEUTRAL;
    }
    return decide(logger, level, marker, new SimpleMessage(text), thrown);
  }

  @Override
  public Result filter(
      @Nullable Logger logger,
      Level level,
      @Nullable Marker marker,
      @Nullable Object message,
      @Nullable Throwable thrown) {
    if (message == null || isOff(logger, level)) {
      return Result.NEUTRAL;
    }
    return decide(logger, level, marker, new ObjectMessage(message), thrown);
  }

  @Override
  public Result filter(
      @Nullable Logger logger,
      Level level,
      @Nullable Marker marker,
      @Nullable String message,
      @Nullable Object... arguments) {
    if (message == null || isOff(logger, level)) {
      return Result.NEUTRAL;
    }
    ParameterizedMessage rendered = new ParameterizedMessage(message, arguments);
    return decide(logger, level, marker, rendered, rendered.getThrowable());
  }

  private static boolean isOff(@Nullable Logger logger, Level level) {
    return logger != null && level.intLevel() > logger.getLevel().intLevel();
  }

  private Result decide(
      @Nullable Logger logger,
      Level level,
      @Nullable Marker marker,
      Message message,
      @Nullable Throwable thrown) {
    return filter(
        Log4jLogEvent.newBuilder()
            .setLoggerName(logger == null ? "" : logger.getName())
            .setLevel(level)
            .setMarker(marker)
            .setMessage(message)
            .setThrown(thrown)
            .build());
  }

  private static Result result(FilterDecision reply) {
    return switch (reply) {
      case ACCEPT -> Result.ACCEPT;
      case NEUTRAL -> Result.NEUTRAL;
      case DENY -> Result.DENY;
    };
  }

  private static @Nullable String fromContextData(LogEvent event, String key) {
    @Nullable ReadOnlyStringMap contextData = event.getContextData();
    Object value = contextData == null ? null : contextData.getValue(key);
    return value == null ? null : value.toString();
  }

  @Override
  public String toString() {
    return ELEMENT;
  }
}
