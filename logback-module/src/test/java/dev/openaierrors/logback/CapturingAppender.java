package dev.openaierrors.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps the events that it gets. */
public final class CapturingAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

  private final Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();

  @Override
  protected void append(ILoggingEvent event) {
    // What an appender does that hands events to another thread: the MDC is taken now.
    event.prepareForDeferredProcessing();
    events.add(event);
  }

  List<ILoggingEvent> events() {
    return List.copyOf(events);
  }
}
