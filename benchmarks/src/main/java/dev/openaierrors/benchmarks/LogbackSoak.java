package dev.openaierrors.benchmarks;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import dev.openaierrors.error.ErrorField;
import dev.openaierrors.logback.OpenAiErrorAppender;
import dev.openaierrors.logback.SinkElement;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Logback with our appender, which is replaced by a new one each second.
 *
 * <p>Usually not by a reset of the context: between stopping the old appenders and starting the new
 * ones Logback itself loses events, whatever the appenders are. Here the new appender is there
 * before the old one stops, so each event that is lost would be lost by us. With resets, an
 * appender beside ours that only hands on tells how many Logback loses.
 */
final class LogbackSoak implements Soak.Stage {

  private final Soak soak;
  private final LoggerContext context = new LoggerContext();
  private final Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
  private final FullDisk full = new FullDisk();
  private final End end;
  private final Switch front = new Switch();

  private final boolean resets;
  private final Random random = new Random();

  LogbackSoak(Soak soak, boolean resets) {
    this.soak = soak;
    this.resets = resets;
    context.setMDCAdapter(MDC.getMDCAdapter());
    end = new End(soak.recorder());
    end.setContext(context);
    end.start();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%msg%n");
    encoder.start();
    full.setContext(context);
    full.setFile("/dev/full");
    full.setEncoder(encoder);
    full.start();
    front.setContext(context);
    configure();
  }

  private void configure() {
    root.setLevel(Level.INFO);
    if (resets) {
      // In either order, since a reset stops the one before the other.
      List<Appender<ILoggingEvent>> both = Arrays.asList(appender(), control());
      Collections.shuffle(both, random);
      both.forEach(root::addAppender);
    } else {
      front.start();
      front.behind = appender();
      root.addAppender(front);
    }
  }

  private Appender<ILoggingEvent> control() {
    Control control = new Control(soak.control());
    control.setContext(context);
    control.start();
    return control;
  }

  private OpenAiErrorAppender appender() {
    OpenAiErrorAppender appender = new OpenAiErrorAppender();
    appender.setContext(context);
    appender.setName("OPENAI");
    appender.setGroupBy("model, logger, code");
    for (String url : soak.deadWebhooks()) {
      SinkElement webhook = new SinkElement();
      webhook.setUrl(url);
      appender.addWebhook(webhook);
    }
    // The full disk first, since what it throws must not cost the other one.
    appender.addAppender(full);
    appender.addAppender(end);
    appender.start();
    return appender;
  }

  @Override
  public void log(String logger, String message, Object @Nullable [] arguments) {
    root.callAppenders(new Event(root, logger, message, arguments));
  }

  @Override
  public void reconfigure() {
    if (resets) {
      context.reset();
      configure();
      return;
    }
    OpenAiErrorAppender next = appender();
    OpenAiErrorAppender old = front.behind;
    front.replace(next);
    if (old != null) {
      old.stop();
    }
  }

  @Override
  public void close() {
    full.end();
    context.stop();
    OpenAiErrorAppender last = front.behind;
    if (last != null) {
      last.stop();
    }
  }

  /** Loggers are never given back, so a million of them would be what fills the heap. */
  private static final class Event extends LoggingEvent {
    private final String logger;

    Event(Logger root, String logger, String message, Object @Nullable [] arguments) {
      super(LogbackSoak.class.getName(), root, Level.ERROR, message, null, arguments);
      this.logger = logger;
    }

    @Override
    public String getLoggerName() {
      return logger;
    }
  }

  /**
   * What stands between, so that no event finds the old appender gone and the new one not there.
   */
  private static final class Switch extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private final ReentrantReadWriteLock inUse = new ReentrantReadWriteLock();
    private volatile @Nullable OpenAiErrorAppender behind;

    @Override
    protected void append(ILoggingEvent event) {
      inUse.readLock().lock();
      try {
        OpenAiErrorAppender current = behind;
        if (current != null) {
          current.doAppend(event);
        }
      } finally {
        inUse.readLock().unlock();
      }
    }

    void replace(OpenAiErrorAppender next) {
      while (!inUse.writeLock().tryLock()) {
        LockSupport.parkNanos(100_000);
      }
      behind = next;
      inUse.writeLock().unlock();
    }

    @Override
    public void stop() {
      OpenAiErrorAppender current = behind;
      if (current != null) {
        // As the context does with its own, so that it is the context that stops it.
        current.stop();
      }
      super.stop();
    }
  }

  /** What any appender gets where ours stands. */
  private static final class Control extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private final LongAdder seen;

    Control(LongAdder seen) {
      this.seen = seen;
    }

    @Override
    protected void append(ILoggingEvent event) {
      seen.add(event instanceof Event ? 1 : 0);
    }
  }

  /** Outlives the appenders in front of it. */
  private static final class FullDisk extends FileAppender<ILoggingEvent> {
    private boolean ends;

    void end() {
      ends = true;
    }

    @Override
    public void stop() {
      if (ends) {
        super.stop();
      }
    }
  }

  /** Outlives the appenders in front of it. */
  private static final class End extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private final Soak.Recorder recorder;

    End(Soak.Recorder recorder) {
      this.recorder = recorder;
    }

    @Override
    protected void append(ILoggingEvent event) {
      recorder.record(
          event.getLoggerName(),
          event.getFormattedMessage(),
          event.getMDCPropertyMap().containsKey(ErrorField.KIND.key()));
    }

    @Override
    public void stop() {
      // It is to see all of it.
    }
  }
}
