package dev.openaierrors.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import dev.openaierrors.error.ErrorField;
import dev.openaierrors.error.LogEventView;
import dev.openaierrors.plugin.Placeholders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/** How core reads an event of Logback, whether it was logged here or came through a socket. */
final class LogbackEventView implements LogEventView<ILoggingEvent, IThrowableProxy> {

  static final LogbackEventView INSTANCE = new LogbackEventView();

  /** So many of the MDC are looked at: to find each, all before it are gone through. */
  private static final int MOST = 100;

  private LogbackEventView() {}

  @Override
  public @Nullable String loggerName(ILoggingEvent event) {
    return event.getLoggerName();
  }

  @Override
  public boolean isRoutine(ILoggingEvent event) {
    @Nullable Level level = event.getLevel();
    return level != null && level.levelInt <= Level.INFO_INT;
  }

  @Override
  public Instant time(ILoggingEvent event) {
    @Nullable Instant instant = event.getInstant();
    return instant == null ? Instant.ofEpochMilli(event.getTimeStamp()) : instant;
  }

  @Override
  public @Nullable String threadName(ILoggingEvent event) {
    return event.getThreadName();
  }

  @Override
  public @Nullable String level(ILoggingEvent event) {
    @Nullable Level level = event.getLevel();
    return level == null ? null : level.levelStr;
  }

  /** The event keeps what it rendered, so no layout renders it again. */
  @Override
  public @Nullable CharSequence message(ILoggingEvent event) {
    return event.getFormattedMessage();
  }

  /** Those behind the last that the message has a place for: the others it shows. */
  @Override
  public int argumentCount(ILoggingEvent event) {
    Object @Nullable [] arguments = event.getArgumentArray();
    return arguments == null ? 0 : Math.max(0, arguments.length - places(event));
  }

  @Override
  public @Nullable Object argument(ILoggingEvent event, int index) {
    return event.getArgumentArray()[places(event) + index];
  }

  private static int places(ILoggingEvent event) {
    return Placeholders.count(event.getMessage());
  }

  /**
   * Those of the event, and of the MDC those that are not ours: the same error would be found. What
   * is logged at INFO or below is nearly all there is, and must cost nothing, so its MDC is left.
   */
  @Override
  public int keyValueCount(ILoggingEvent event) {
    int pairs = size(event.getKeyValuePairs());
    return isRoutine(event) ? pairs : pairs + Math.min(MOST, mdc(event).size());
  }

  @Override
  public @Nullable String key(ILoggingEvent event, int index) {
    int pairs = size(event.getKeyValuePairs());
    if (index < pairs) {
      KeyValuePair pair = event.getKeyValuePairs().get(index);
      return pair == null ? null : pair.key;
    }
    Map.Entry<String, String> entry = entry(event, index - pairs);
    return isOurs(entry) ? null : entry.getKey();
  }

  @Override
  public @Nullable Object value(ILoggingEvent event, int index) {
    int pairs = size(event.getKeyValuePairs());
    if (index < pairs) {
      KeyValuePair pair = event.getKeyValuePairs().get(index);
      return pair == null ? null : pair.value;
    }
    Map.Entry<String, String> entry = entry(event, index - pairs);
    return isOurs(entry) ? null : entry.getValue();
  }

  /** A key-value pair of SLF4J's stands for an entry, as it becomes one with Log4j2. */
  @Override
  public @Nullable Object context(ILoggingEvent event, String key) {
    @Nullable String entry = mdc(event).get(key);
    if (entry != null) {
      return entry;
    }
    int pairs = size(event.getKeyValuePairs());
    for (int i = 0; i < pairs; i++) {
      KeyValuePair pair = event.getKeyValuePairs().get(i);
      if (pair != null && key.equals(pair.key)) {
        return pair.value;
      }
    }
    return null;
  }

  private static boolean isOurs(Map.Entry<String, String> entry) {
    return entry.getKey().startsWith(ErrorField.PREFIX);
  }

  /** By going through them, so that no array is made of each event's. */
  private static Map.Entry<String, String> entry(ILoggingEvent event, int index) {
    int left = index;
    for (Map.Entry<String, String> entry : mdc(event).entrySet()) {
      if (left-- == 0) {
        return entry;
      }
    }
    throw new IndexOutOfBoundsException(index);
  }

  private static Map<String, String> mdc(ILoggingEvent event) {
    @Nullable Map<String, String> mdc = event.getMDCPropertyMap();
    return mdc == null ? Map.of() : mdc;
  }

  @Override
  public int markerCount(ILoggingEvent event) {
    return size(event.getMarkerList());
  }

  /** Rendered, not named: encoders' markers hold their data where only toString shows it. */
  @Override
  public @Nullable String marker(ILoggingEvent event, int index) {
    Marker marker = event.getMarkerList().get(index);
    return marker == null ? null : marker.toString();
  }

  @Override
  public @Nullable IThrowableProxy thrown(ILoggingEvent event) {
    return event.getThrowableProxy();
  }

  @Override
  public IThrowableProxy thrownArgument(Throwable throwable) {
    return new ThrowableProxy(throwable);
  }

  @Override
  public @Nullable String className(IThrowableProxy thrown) {
    return thrown.getClassName();
  }

  @Override
  public @Nullable String thrownMessage(IThrowableProxy thrown) {
    return thrown.getMessage();
  }

  @Override
  public @Nullable IThrowableProxy cause(IThrowableProxy thrown) {
    return thrown.getCause();
  }

  @Override
  public int suppressedCount(IThrowableProxy thrown) {
    IThrowableProxy @Nullable [] suppressed = thrown.getSuppressed();
    return suppressed == null ? 0 : suppressed.length;
  }

  @Override
  public @Nullable IThrowableProxy suppressed(IThrowableProxy thrown, int index) {
    return thrown.getSuppressed()[index];
  }

  @Override
  public int frameCount(IThrowableProxy thrown) {
    StackTraceElementProxy @Nullable [] frames = thrown.getStackTraceElementProxyArray();
    return frames == null ? 0 : frames.length;
  }

  @Override
  public @Nullable String frameClass(IThrowableProxy thrown, int index) {
    return thrown.getStackTraceElementProxyArray()[index].getStackTraceElement().getClassName();
  }

  @Override
  public @Nullable Throwable throwable(IThrowableProxy thrown) {
    return thrown instanceof ThrowableProxy local ? local.getThrowable() : null;
  }

  private static int size(@Nullable List<?> list) {
    return list == null ? 0 : list.size();
  }
}
