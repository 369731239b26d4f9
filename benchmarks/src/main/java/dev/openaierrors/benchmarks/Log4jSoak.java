package dev.openaierrors.benchmarks;

import dev.openaierrors.error.ErrorField;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.ParameterizedMessage;
import org.jspecify.annotations.Nullable;

/** Log4j2 with our appender, whose configuration is read anew each second. */
final class Log4jSoak implements Soak.Stage {

  private final LoggerContext context = new LoggerContext("soak");
  private final String xml;
  private final End end;
  private final Logger logger;

  Log4jSoak(Soak soak) {
    String webhooks =
        soak.deadWebhooks().stream()
            .map("<Webhook url=\"%s\"/>"::formatted)
            .collect(Collectors.joining());
    xml =
        """
        <Configuration status="OFF">
          <Appenders>
            <File name="FULL" fileName="/dev/full"><PatternLayout pattern="%m%n"/></File>
            <OpenAiErrors name="OPENAI" groupBy="model, logger, code">
              <AppenderRef ref="FULL"/>
              <AppenderRef ref="END"/>
              WEBHOOKS
            </OpenAiErrors>
          </Appenders>
          <Loggers><Root level="info"><AppenderRef ref="OPENAI"/></Root></Loggers>
        </Configuration>
        """
            .replace("WEBHOOKS", webhooks);
    end = new End(soak.recorder());
    end.start();
    context.start(configuration());
    logger = context.getLogger("com.acme.Chat");
  }

  private XmlConfiguration configuration() {
    try {
      ConfigurationSource source =
          new ConfigurationSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
      return new Configured(context, source, end);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void log(String name, String message, Object @Nullable [] arguments) {
    LogEvent event =
        Log4jLogEvent.newBuilder()
            .setLoggerName(name)
            .setLoggerFqcn(Log4jSoak.class.getName())
            .setLevel(Level.ERROR)
            .setMessage(new ParameterizedMessage(message, arguments))
            .build();
    // As a logger does it, for which a change of the configuration loses nothing.
    logger.get().getReliabilityStrategy().log(logger, event);
  }

  @Override
  public void reconfigure() {
    context.setConfiguration(configuration());
    context.updateLoggers();
  }

  @Override
  public void close() {
    context.stop(10, TimeUnit.SECONDS);
  }

  /** A configuration that also has the end of all ways, which outlives it. */
  private static final class Configured extends XmlConfiguration {
    private final End end;

    Configured(LoggerContext context, ConfigurationSource source, End end) {
      super(context, source);
      this.end = end;
    }

    @Override
    protected void doConfigure() {
      super.doConfigure();
      addAppender(end);
    }
  }

  /** Outlives the configurations. */
  private static final class End extends AbstractAppender {
    private final Soak.Recorder recorder;

    End(Soak.Recorder recorder) {
      super("END", null, null, true, Property.EMPTY_ARRAY);
      this.recorder = recorder;
    }

    @Override
    public void append(LogEvent event) {
      recorder.record(
          event.getLoggerName(),
          event.getMessage().getFormattedMessage(),
          event.getContextData().containsKey(ErrorField.KIND.key()));
    }

    @Override
    public boolean stop(long timeout, TimeUnit unit) {
      return true; // It is to see all of it.
    }
  }
}
