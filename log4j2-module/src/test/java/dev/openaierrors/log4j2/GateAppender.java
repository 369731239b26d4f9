package dev.openaierrors.log4j2;

import dev.openaierrors.plugin.AlertHost;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;

/** Keeps events waiting while it is shut, and counts those that passed, but alerts. */
@Plugin(name = "Gate", category = Core.CATEGORY_NAME, elementType = Appender.ELEMENT_TYPE)
public final class GateAppender extends AbstractAppender {

  // One for all configurations, since a reload makes new appenders.
  private static final AtomicLong PASSED = new AtomicLong();
  private static volatile CountDownLatch gate = new CountDownLatch(0);

  private GateAppender(String name) {
    super(name, null, null, true, Property.EMPTY_ARRAY);
  }

  /** Called by Log4j. */
  @PluginFactory
  public static GateAppender create(@PluginAttribute("name") String name) {
    return new GateAppender(name);
  }

  /** From now on nothing passes, and nothing has passed so far. */
  static void shut() {
    gate = new CountDownLatch(1);
    PASSED.set(0);
  }

  static void open() {
    gate.countDown();
  }

  static long passed() {
    return PASSED.get();
  }

  @Override
  public void append(LogEvent event) {
    try {
      gate.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    if (!AlertHost.LOGGER.equals(event.getLoggerName())) {
      PASSED.incrementAndGet();
    }
  }
}
