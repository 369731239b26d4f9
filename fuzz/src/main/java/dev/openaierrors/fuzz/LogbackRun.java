package dev.openaierrors.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.openaierrors.error.ErrorField;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.logback.OpenAiErrorAppender;
import org.jspecify.annotations.Nullable;

/** Our appender in Logback, with one behind it that only looks. */
final class LogbackRun {

  private static final LoggerContext CONTEXT = new LoggerContext();
  private static final Logger LOGGER = CONTEXT.getLogger("com.acme.Chat");
  private static final Last LAST = new Last();
  private static final OpenAiErrorAppender APPENDER = appender();

  private LogbackRun() {}

  private static OpenAiErrorAppender appender() {
    LAST.setContext(CONTEXT);
    LAST.start();
    OpenAiErrorAppender appender = new OpenAiErrorAppender();
    appender.setContext(CONTEXT);
    appender.setName("OPENAI");
    appender.addAppender(LAST);
    appender.start();
    return appender;
  }

  /** Null where Logback itself cannot make one of such a throwable. */
  static @Nullable ILoggingEvent event(String message, Throwable thrown) {
    try {
      return new LoggingEvent("fqcn", LOGGER, Level.ERROR, message, thrown, null);
    } catch (RuntimeException | StackOverflowError itsOwn) {
      return null;
    }
  }

  static void log(ILoggingEvent event) {
    LAST.seen = null;
    APPENDER.doAppend(event);
    ILoggingEvent out = LAST.seen;
    Check.that(out != null, "the event goes on");
    if (out != null && out != event) {
      String kind = out.getMDCPropertyMap().get(ErrorField.KIND.key());
      Check.that(kind != null && ErrorKind.fromId(kind) != null, "kind is one of the ids: " + kind);
      Hostile.SECRET.isKeptIn(out.getMDCPropertyMap());
    }
  }

  private static final class Last extends AppenderBase<ILoggingEvent> {
    private @Nullable ILoggingEvent seen;

    @Override
    protected void append(ILoggingEvent event) {
      seen = event;
    }
  }
}
