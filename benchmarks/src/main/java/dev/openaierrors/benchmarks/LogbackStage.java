package dev.openaierrors.benchmarks;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.helpers.NOPAppender;
import ch.qos.logback.core.spi.AppenderAttachableImpl;
import dev.openaierrors.logback.OpenAiErrorAppender;
import org.slf4j.MDC;

/** A Logback whose events end in an appender that does nothing, reached on different ways. */
final class LogbackStage {

  private LogbackStage() {}

  static Logger logger(String through) {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(MDC.getMDCAdapter());
    MDC.put("tenant", "blue");
    MDC.put("request", "r-4711");
    NOPAppender<ILoggingEvent> nop = new NOPAppender<>();
    nop.setContext(context);
    nop.start();
    Appender<ILoggingEvent> first =
        switch (through) {
          case "direct" -> nop;
          case "wrapper" -> new Wrapper(nop);
          case "regex" -> new RegexWrapper(nop);
          case "appender" -> ours(nop);
          default -> throw new IllegalArgumentException(through);
        };
    first.setContext(context);
    first.start();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.DEBUG);
    root.addAppender(first);
    return context.getLogger("com.acme.orders.OrderService");
  }

  private static OpenAiErrorAppender ours(Appender<ILoggingEvent> target) {
    OpenAiErrorAppender appender = new OpenAiErrorAppender();
    appender.addAppender(target);
    return appender;
  }

  /** Hands on, as any appender in between has to. */
  private static class Wrapper extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private final AppenderAttachableImpl<ILoggingEvent> targets = new AppenderAttachableImpl<>();

    Wrapper(Appender<ILoggingEvent> target) {
      targets.addAppender(target);
    }

    @Override
    protected void append(ILoggingEvent event) {
      targets.appendLoopOnAppenders(event);
    }
  }

  /** Looks for the phrases in the message and in the messages of what was thrown. */
  private static final class RegexWrapper extends Wrapper {
    private volatile int found;

    RegexWrapper(Appender<ILoggingEvent> target) {
      super(target);
    }

    @Override
    protected void append(ILoggingEvent event) {
      if (Regex.ANY.matcher(event.getFormattedMessage()).find() || thrown(event)) {
        found++;
      }
      super.append(event);
    }

    private static boolean thrown(ILoggingEvent event) {
      for (IThrowableProxy at = event.getThrowableProxy(); at != null; at = at.getCause()) {
        if (Regex.ANY.matcher(at.getMessage()).find()) {
          return true;
        }
      }
      return false;
    }
  }
}
