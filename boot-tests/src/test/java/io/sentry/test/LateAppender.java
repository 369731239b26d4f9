package io.sentry.test;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** In the place of one whose starter looks for it directly at root while a service starts. */
public final class LateAppender extends AppenderBase<ILoggingEvent> {

  private LateAppender() {}

  /** Root has it beside its others. */
  public static void addToRoot() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    LateAppender late = new LateAppender();
    late.setName("LATE");
    late.setContext(context);
    late.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(late);
  }

  @Override
  protected void append(ILoggingEvent event) {}
}
