package dev.openaierrors.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import ch.qos.logback.classic.spi.LoggingEvent;
import dev.openaierrors.error.ErrorField;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.plugin.FieldRoom;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/**
 * A view of an event that carries an OpenAI error: the event itself, but for its MDC.
 *
 * <p>Appenders beside ours keep seeing the event as it was. It is a {@code LoggingEvent}, not only
 * an {@code ILoggingEvent}, because Logback's socket appenders take nothing else, and it delegates
 * because a copy cannot take over the caller data. A read-only view: what the superclass lets one
 * set afterwards has no effect.
 */
final class EnrichedLoggingEvent extends LoggingEvent {

  private final ILoggingEvent delegate;
  private final OpenAiError error;
  private final Map<String, String> mdc;

  private EnrichedLoggingEvent(ILoggingEvent delegate, OpenAiError error, Map<String, String> mdc) {
    this.delegate = delegate;
    this.error = error;
    this.mdc = mdc;
    // Makes a later set fail, as on any event whose MDC was read.
    super.setMDCPropertyMap(mdc);
  }

  /**
   * The event with the wanted fields of its error added to its MDC.
   *
   * <p>Without them where the event has no room for them; what is behind us still knows the error.
   *
   * @return the same object if somebody enriched it before, perhaps in another process
   */
  static ILoggingEvent of(
      ILoggingEvent event, OpenAiError error, Set<ErrorField> wanted, FieldRoom room) {
    @Nullable Map<String, String> given = event.getMDCPropertyMap();
    if (given != null && FieldRoom.isEnriched(given.get(ErrorField.KIND.key()))) {
      return event;
    }
    // The given map is shared by all events of its thread, so it is copied. It has to be a plain
    // HashMap: socket receivers refuse classes that they do not know.
    Map<String, String> mdc = given == null ? new HashMap<>() : new HashMap<>(given);
    String taker = taker(mdc, event.getKeyValuePairs());
    if (taker == null) {
      error.putFields(wanted, mdc);
    } else {
      room.tellTakenBy(taker);
    }
    return new EnrichedLoggingEvent(event, error, Collections.unmodifiableMap(mdc));
  }

  /** A key that leaves no room for our fields; null if there is none. */
  private static @Nullable String taker(
      Map<String, String> mdc, @Nullable List<KeyValuePair> pairs) {
    for (String key : mdc.keySet()) {
      if (key != null && FieldRoom.isTakenBy(key)) {
        return key;
      }
    }
    if (pairs != null) {
      for (KeyValuePair pair : pairs) {
        if (pair != null && pair.key != null && FieldRoom.isTakenByPair(pair.key)) {
          return pair.key;
        }
      }
    }
    return null;
  }

  /** The error that the event carries, whatever fields of it were written. */
  OpenAiError error() {
    return error;
  }

  @Override
  public Map<String, String> getMDCPropertyMap() {
    return mdc;
  }

  @Override
  @SuppressWarnings("deprecation") // Old layouts and encoders still ask for it.
  public Map<String, String> getMdc() {
    return mdc;
  }

  @Override
  public @Nullable String getThreadName() {
    return delegate.getThreadName();
  }

  @Override
  public @Nullable Level getLevel() {
    return delegate.getLevel();
  }

  @Override
  public @Nullable String getMessage() {
    return delegate.getMessage();
  }

  @Override
  public Object @Nullable [] getArgumentArray() {
    return delegate.getArgumentArray();
  }

  @Override
  public @Nullable String getFormattedMessage() {
    return delegate.getFormattedMessage();
  }

  @Override
  public @Nullable String getLoggerName() {
    return delegate.getLoggerName();
  }

  @Override
  public @Nullable LoggerContextVO getLoggerContextVO() {
    return delegate.getLoggerContextVO();
  }

  /** The original: encoders look for its class to get at the throwable itself. */
  @Override
  public @Nullable IThrowableProxy getThrowableProxy() {
    return delegate.getThrowableProxy();
  }

  /** Taken from the stack when somebody asks, by the event that knows its logger's class. */
  @Override
  public StackTraceElement @Nullable [] getCallerData() {
    return delegate.getCallerData();
  }

  @Override
  public boolean hasCallerData() {
    return delegate.hasCallerData();
  }

  @Override
  @SuppressWarnings("deprecation") // Old layouts and encoders still ask for it.
  public @Nullable Marker getMarker() {
    return delegate.getMarker();
  }

  @Override
  public @Nullable List<Marker> getMarkerList() {
    return delegate.getMarkerList();
  }

  @Override
  public long getTimeStamp() {
    return delegate.getTimeStamp();
  }

  @Override
  public int getNanoseconds() {
    return delegate.getNanoseconds();
  }

  @Override
  public @Nullable Instant getInstant() {
    return delegate.getInstant();
  }

  @Override
  public long getSequenceNumber() {
    return delegate.getSequenceNumber();
  }

  @Override
  public @Nullable List<KeyValuePair> getKeyValuePairs() {
    return delegate.getKeyValuePairs();
  }

  @Override
  public long getContextBirthTime() {
    @Nullable LoggerContextVO context = delegate.getLoggerContextVO();
    return context == null ? 0 : context.getBirthTime();
  }

  @Override
  public void prepareForDeferredProcessing() {
    delegate.prepareForDeferredProcessing();
  }

  @Override
  public String toString() {
    return delegate.toString();
  }
}
