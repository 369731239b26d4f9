package dev.openaierrors.log4j2;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginElement;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.jspecify.annotations.Nullable;

/** Keeps the events that it gets; under a key, if it has one, across configurations. */
@Plugin(name = "Capture", category = Core.CATEGORY_NAME, elementType = Appender.ELEMENT_TYPE)
public final class CapturingAppender extends AbstractAppender {

  private static final Map<String, Queue<Captured>> SHARED = new ConcurrentHashMap<>();

  private final Queue<Captured> events;
  private final AtomicLong count = new AtomicLong();
  private final AtomicLong enriched = new AtomicLong();
  private final int keep;

  /**
   * An event as it came.
   *
   * @param given the very object, which Log4j may have reused since
   * @param copy what it held
   */
  record Captured(LogEvent given, LogEvent copy) {}

  private CapturingAppender(
      String name, @Nullable Filter filter, Queue<Captured> events, int keep) {
    super(name, filter, null, true, Property.EMPTY_ARRAY);
    this.events = events;
    this.keep = keep;
  }

  /** Called by Log4j. */
  @PluginFactory
  public static CapturingAppender create(
      @PluginAttribute("name") String name,
      @PluginAttribute("key") @Nullable String key,
      @PluginAttribute(value = "keep", defaultInt = Integer.MAX_VALUE) int keep,
      @PluginElement("Filter") @Nullable Filter filter) {
    Queue<Captured> events =
        key == null
            ? new ConcurrentLinkedQueue<>()
            : SHARED.computeIfAbsent(key, k -> new ConcurrentLinkedQueue<>());
    return new CapturingAppender(name, filter, events, keep);
  }

  @Override
  public void append(LogEvent event) {
    boolean isAlert = "openai.alerts".equals(event.getLoggerName());
    if (!isAlert && event.getContextData().containsKey("openai.error.kind")) {
      enriched.incrementAndGet();
    }
    if (isAlert || count.incrementAndGet() <= keep) {
      events.add(new Captured(event, event.toImmutable()));
    }
  }

  /** Events so far but alerts, which are remembered in any case. */
  long count() {
    return count.get();
  }

  /** Those of them that say what error they carry. */
  long enriched() {
    return enriched.get();
  }

  List<Captured> captured() {
    return List.copyOf(events);
  }

  List<LogEvent> events() {
    return events.stream().map(Captured::copy).toList();
  }

  /** What all appenders with this key got; forgotten then. */
  static List<LogEvent> takeShared(String key) {
    Queue<Captured> taken = SHARED.remove(key);
    return taken == null ? List.of() : taken.stream().map(Captured::copy).toList();
  }
}
