package dev.openaierrors.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps the events that it gets. */
public final class CapturingAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

  private final Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();
  private final AtomicLong count = new AtomicLong();
  private final AtomicLong enriched = new AtomicLong();
  private int keep = Integer.MAX_VALUE;

  /** How many events to remember; alerts are remembered in any case, and are not counted. */
  public void setKeep(int keep) {
    this.keep = keep;
  }

  long count() {
    return count.get();
  }

  long enriched() {
    return enriched.get();
  }

  @Override
  protected void append(ILoggingEvent event) {
    // What an appender does that hands events to another thread: the MDC is taken now.
    event.prepareForDeferredProcessing();
    if ("openai.alerts".equals(event.getLoggerName())) {
      events.add(event);
      return;
    }
    if (event.getMDCPropertyMap().containsKey("openai.error.kind")) {
      enriched.incrementAndGet();
    }
    if (count.incrementAndGet() <= keep) {
      events.add(event);
    }
  }

  List<ILoggingEvent> events() {
    return List.copyOf(events);
  }
}
