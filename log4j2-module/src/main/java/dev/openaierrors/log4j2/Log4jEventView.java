package dev.openaierrors.log4j2;

import dev.openaierrors.error.LogEventView;
import dev.openaierrors.plugin.Placeholders;
import java.time.Instant;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.message.MapMessage;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.ObjectMessage;
import org.apache.logging.log4j.message.ParameterVisitable;
import org.apache.logging.log4j.message.ReusableMessage;
import org.apache.logging.log4j.util.ReadOnlyStringMap;
import org.jspecify.annotations.Nullable;

/**
 * How core reads an event of Log4j, of whatever kind: one that is reused for the next log call, one
 * of a ring buffer, one that was copied.
 *
 * <p>Key-value pairs are those of the message and the context data: there SLF4J's end up.
 */
final class Log4jEventView implements LogEventView<LogEvent, Thrown> {

  static final Log4jEventView INSTANCE = new Log4jEventView();

  private Log4jEventView() {}

  @Override
  public @Nullable String loggerName(LogEvent event) {
    return event.getLoggerName();
  }

  @Override
  public boolean isRoutine(LogEvent event) {
    return event.getLevel().intLevel() >= Level.INFO.intLevel();
  }

  @Override
  public Instant time(LogEvent event) {
    // Log4j's own, which some events reuse.
    var instant = event.getInstant();
    return Instant.ofEpochSecond(instant.getEpochSecond(), instant.getNanoOfSecond());
  }

  @Override
  public @Nullable String threadName(LogEvent event) {
    return event.getThreadName();
  }

  @Override
  public @Nullable String level(LogEvent event) {
    return event.getLevel().name();
  }

  @Override
  public @Nullable CharSequence message(LogEvent event) {
    @Nullable Message message = event.getMessage();
    if (message == null) {
      return null;
    }
    if (message instanceof ReusableMessage reusable) {
      return RenderedText.of(reusable);
    }
    if (message instanceof MapMessage<?, ?> map) {
      return RenderedText.of(map);
    }
    // The others keep what they rendered, so no layout renders it again.
    return message.getFormattedMessage();
  }

  /** Those behind the last that the message has a place for: the others it shows. */
  @Override
  public int argumentCount(LogEvent event) {
    @Nullable Message message = event.getMessage();
    if (message instanceof ObjectMessage) {
      return 1;
    }
    int count = message == null || message instanceof MapMessage ? 0 : parameterCount(message);
    return count == 0 ? 0 : Math.max(0, Math.min(count, Pick.MOST) - places(message));
  }

  @SuppressWarnings("deprecation") // Nothing else tells which arguments the message shows.
  private static int places(Message message) {
    return Placeholders.count(message.getFormat());
  }

  private static int parameterCount(Message message) {
    if (message instanceof ReusableMessage reusable) {
      return reusable.getParameterCount();
    }
    Object @Nullable [] parameters = message.getParameters();
    return parameters == null ? 0 : parameters.length;
  }

  @Override
  public @Nullable Object argument(LogEvent event, int index) {
    Message message = event.getMessage();
    Object argument = argument(message, places(message) + index);
    // It is read already.
    return argument == event.getThrown() ? null : argument;
  }

  private static @Nullable Object argument(Message message, int index) {
    if (message instanceof ParameterVisitable visitable) {
      return Pick.parameter(visitable, index);
    }
    return message instanceof ObjectMessage object
        ? object.getParameter()
        : message.getParameters()[index];
  }

  @Override
  public int keyValueCount(LogEvent event) {
    @Nullable ReadOnlyStringMap context = event.getContextData();
    int count = messagePairs(event) + (context == null ? 0 : context.size());
    return Math.min(count, Pick.MOST);
  }

  @Override
  public @Nullable String key(LogEvent event, int index) {
    int pairs = messagePairs(event);
    return index < pairs
        ? Pick.key(pairs(event), index)
        : Pick.key(event.getContextData(), index - pairs);
  }

  @Override
  public @Nullable Object value(LogEvent event, int index) {
    int pairs = messagePairs(event);
    return index < pairs
        ? Pick.value(pairs(event), index)
        : Pick.value(event.getContextData(), index - pairs);
  }

  @Override
  public @Nullable Object context(LogEvent event, String key) {
    @Nullable ReadOnlyStringMap context = event.getContextData();
    @Nullable Object entry = context == null ? null : context.getValue(key);
    return entry == null && event.getMessage() instanceof MapMessage
        ? pairs(event).getValue(key)
        : entry;
  }

  private static int messagePairs(LogEvent event) {
    return event.getMessage() instanceof MapMessage<?, ?> map
        ? map.getIndexedReadOnlyStringMap().size()
        : 0;
  }

  private static ReadOnlyStringMap pairs(LogEvent event) {
    return ((MapMessage<?, ?>) event.getMessage()).getIndexedReadOnlyStringMap();
  }

  @Override
  public int markerCount(LogEvent event) {
    return event.getMarker() == null ? 0 : 1;
  }

  /** Markers of Log4j are names and nothing else. */
  @Override
  public @Nullable String marker(LogEvent event, int index) {
    @Nullable Marker marker = event.getMarker();
    return marker == null ? null : marker.getName();
  }

  @Override
  public @Nullable Thrown thrown(LogEvent event) {
    return Thrown.of(event.getThrown());
  }

  @Override
  public @Nullable Thrown thrownArgument(Throwable throwable) {
    return Thrown.of(throwable);
  }

  @Override
  public String className(Thrown thrown) {
    return thrown.throwable().getClass().getName();
  }

  @Override
  public @Nullable String thrownMessage(Thrown thrown) {
    return thrown.message();
  }

  @Override
  public @Nullable Thrown cause(Thrown thrown) {
    return thrown.cause();
  }

  @Override
  public int suppressedCount(Thrown thrown) {
    return thrown.suppressedCount();
  }

  @Override
  public @Nullable Thrown suppressed(Thrown thrown, int index) {
    return thrown.suppressed(index);
  }

  @Override
  public int frameCount(Thrown thrown) {
    return thrown.frames().length;
  }

  @Override
  public @Nullable String frameClass(Thrown thrown, int index) {
    return thrown.frames()[index].getClassName();
  }

  @Override
  public Throwable throwable(Thrown thrown) {
    return thrown.throwable();
  }
}
