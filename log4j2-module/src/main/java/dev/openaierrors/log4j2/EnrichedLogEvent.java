package dev.openaierrors.log4j2;

import dev.openaierrors.error.ErrorField;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.plugin.FieldRoom;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Map;
import java.util.Set;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.ThreadContext.ContextStack;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.ContextDataFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.impl.ThrowableProxy;
import org.apache.logging.log4j.core.time.Instant;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.util.ReadOnlyStringMap;
import org.apache.logging.log4j.util.StringMap;
import org.jspecify.annotations.Nullable;

/**
 * A view of an event that carries an OpenAI error: the event itself, but for its context data.
 *
 * <p>Appenders beside ours keep seeing the event as it was. It delegates because a copy would walk
 * the stack for the location that perhaps nobody asks for. As valid as the event that it shows,
 * which Log4j may reuse: whoever keeps it asks for {@link #toImmutable()} first, as of any event.
 */
final class EnrichedLogEvent implements LogEvent {

  private static final long serialVersionUID = 1;

  // Never serialized: Log4j's own proxy is instead, see writeReplace.
  private final transient LogEvent delegate;
  private final transient OpenAiError error;
  private final transient StringMap contextData;

  private EnrichedLogEvent(LogEvent delegate, OpenAiError error, StringMap contextData) {
    this.delegate = delegate;
    this.error = error;
    this.contextData = contextData;
  }

  /**
   * The event with the wanted fields of its error added to its context data.
   *
   * <p>Without them where the event has no room for them; what is behind us still knows the error.
   *
   * @return the same object if somebody enriched it before, perhaps in another process
   */
  static LogEvent of(LogEvent event, OpenAiError error, Set<ErrorField> wanted, FieldRoom room) {
    @Nullable ReadOnlyStringMap given = event.getContextData();
    if (given != null && FieldRoom.isEnriched(given.getValue(ErrorField.KIND.key()))) {
      return event;
    }
    // A copy: what is given belongs to the thread, or to all appenders.
    int size = given == null ? 0 : given.size();
    StringMap contextData = ContextDataFactory.createContextData(size + wanted.size());
    if (given != null) {
      contextData.putAll(given);
    }
    String taker = taker(contextData);
    if (taker == null) {
      put(error, wanted, contextData);
    } else {
      room.tellTakenBy(taker);
    }
    contextData.freeze();
    return new EnrichedLogEvent(event, error, contextData);
  }

  private static void put(OpenAiError error, Set<ErrorField> wanted, StringMap contextData) {
    for (ErrorField field : wanted) {
      String value = error.field(field);
      if (value != null) {
        contextData.putValue(field.key(), value);
      }
    }
  }

  /** A key that leaves no room for our fields; null if there is none. */
  private static @Nullable String taker(StringMap contextData) {
    @Nullable String[] found = new String[1];
    contextData.forEach(
        (key, value) -> {
          if (key != null && FieldRoom.isTakenBy(key)) {
            found[0] = key;
          }
        });
    return found[0];
  }

  /** The error that the event carries, whatever fields of it were written. */
  OpenAiError error() {
    return error;
  }

  @Override
  public ReadOnlyStringMap getContextData() {
    return contextData;
  }

  @Override
  @SuppressWarnings("deprecation") // Old layouts still ask for it.
  public Map<String, String> getContextMap() {
    return contextData.toMap();
  }

  /** A copy, with the location if it was to be included: on another thread nobody can find it. */
  @Override
  public LogEvent toImmutable() {
    return new Log4jLogEvent.Builder(delegate.toImmutable())
        .setContextData(contextData)
        // Before 2.25, Log4j leaves these to whoever asks for them first.
        .setSource(delegate.getSource())
        .setThreadId(delegate.getThreadId())
        .setThreadName(delegate.getThreadName())
        .setThreadPriority(delegate.getThreadPriority())
        .build();
  }

  private Object writeReplace() {
    return Log4jLogEvent.serialize(this, isIncludeLocation());
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("only its proxy is ever written");
  }

  @Override
  public @Nullable ContextStack getContextStack() {
    return delegate.getContextStack();
  }

  @Override
  public @Nullable String getLoggerFqcn() {
    return delegate.getLoggerFqcn();
  }

  @Override
  public Level getLevel() {
    return delegate.getLevel();
  }

  @Override
  public @Nullable String getLoggerName() {
    return delegate.getLoggerName();
  }

  @Override
  public @Nullable Marker getMarker() {
    return delegate.getMarker();
  }

  @Override
  public Message getMessage() {
    return delegate.getMessage();
  }

  @Override
  public long getTimeMillis() {
    return delegate.getTimeMillis();
  }

  @Override
  public Instant getInstant() {
    return delegate.getInstant();
  }

  /** Taken from the stack when somebody asks, by the event that knows its logger's class. */
  @Override
  public @Nullable StackTraceElement getSource() {
    return delegate.getSource();
  }

  @Override
  public @Nullable String getThreadName() {
    return delegate.getThreadName();
  }

  @Override
  public long getThreadId() {
    return delegate.getThreadId();
  }

  @Override
  public int getThreadPriority() {
    return delegate.getThreadPriority();
  }

  @Override
  public @Nullable Throwable getThrown() {
    return delegate.getThrown();
  }

  @Override
  @SuppressWarnings("deprecation") // Old layouts still ask for it.
  public @Nullable ThrowableProxy getThrownProxy() {
    return delegate.getThrownProxy();
  }

  @Override
  public boolean isEndOfBatch() {
    return delegate.isEndOfBatch();
  }

  @Override
  public void setEndOfBatch(boolean endOfBatch) {
    delegate.setEndOfBatch(endOfBatch);
  }

  @Override
  public boolean isIncludeLocation() {
    return delegate.isIncludeLocation();
  }

  @Override
  public void setIncludeLocation(boolean locationRequired) {
    delegate.setIncludeLocation(locationRequired);
  }

  @Override
  public long getNanoTime() {
    return delegate.getNanoTime();
  }

  @Override
  public String toString() {
    return delegate.toString();
  }
}
