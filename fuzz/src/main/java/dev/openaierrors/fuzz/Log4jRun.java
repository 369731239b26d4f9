package dev.openaierrors.fuzz;

import dev.openaierrors.error.ErrorField;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.log4j2.OpenAiErrorAppender;
import dev.openaierrors.plugin.Settings;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.jspecify.annotations.Nullable;

/** Our appender in Log4j2, with one behind it that only looks. */
final class Log4jRun {

  private static final Last LAST = new Last();
  private static final OpenAiErrorAppender APPENDER = appender();

  private Log4jRun() {}

  private static OpenAiErrorAppender appender() {
    LoggerContext context = new LoggerContext("fuzz");
    Configuration configuration = new DefaultConfiguration();
    LAST.start();
    configuration.addAppender(LAST);
    context.start(configuration);
    OpenAiErrorAppender appender =
        OpenAiErrorAppender.create(
            new Settings().set("name", "OPENAI").set("alerts", "off"),
            configuration,
            AppenderRef.createAppenderRef("LAST", null, null));
    appender.start();
    return appender;
  }

  static void log(String message, Throwable thrown) {
    LogEvent event =
        Log4jLogEvent.newBuilder()
            .setLoggerName("com.acme.Chat")
            .setLevel(Level.ERROR)
            .setMessage(new SimpleMessage(message))
            .setThrown(thrown)
            .build();
    LAST.seen = null;
    APPENDER.append(event);
    LogEvent out = LAST.seen;
    Check.that(out != null, "the event goes on");
    if (out != null && out != event) {
      String kind = out.getContextData().getValue(ErrorField.KIND.key());
      Check.that(kind != null && ErrorKind.fromId(kind) != null, "kind is one of the ids: " + kind);
      Hostile.SECRET.isKeptIn(out.getContextData().toMap());
    }
  }

  private static final class Last extends AbstractAppender {
    private @Nullable LogEvent seen;

    Last() {
      super("LAST", null, null, false, Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      seen = event;
    }
  }
}
