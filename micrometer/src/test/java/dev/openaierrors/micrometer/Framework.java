package dev.openaierrors.micrometer;

import ch.qos.logback.classic.joran.JoranConfigurator;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.slf4j.MDC;

/** A logging framework of its own, configured as users configure theirs. */
interface Framework extends AutoCloseable {

  /** Starts it, for the first time or again, by the configuration of a user. */
  void start() throws Exception;

  /** Logs an error. */
  void log(String message);

  /** Stops it; it may be started again. */
  void stop();

  @Override
  default void close() {
    stop();
  }

  /** As with a {@code logback.xml}. */
  static Framework logback() {
    return new Framework() {

      private static final String XML =
          """
          <configuration>
            <appender name="CONSOLE" class="ch.qos.logback.core.read.ListAppender"/>
            <appender name="OPENAI" class="dev.openaierrors.logback.OpenAiErrorAppender">
              <appender-ref ref="CONSOLE"/>
              <alert> <name>quota</name> <when>first</when> </alert>
            </appender>
            <root level="INFO"> <appender-ref ref="OPENAI"/> </root>
          </configuration>
          """;

      private final ch.qos.logback.classic.LoggerContext context =
          new ch.qos.logback.classic.LoggerContext();

      @Override
      public void start() throws Exception {
        context.setMDCAdapter(MDC.getMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(new ByteArrayInputStream(XML.getBytes(StandardCharsets.UTF_8)));
        context.start();
      }

      @Override
      public void log(String message) {
        context.getLogger("com.acme.ChatService").error(message);
      }

      @Override
      public void stop() {
        context.stop();
      }

      @Override
      public String toString() {
        return "logback.xml";
      }
    };
  }

  /** As with a {@code log4j2.xml}. */
  static Framework log4j2() {
    return new Framework() {

      private static final String XML =
          """
          <Configuration>
            <Appenders>
              <CountingNoOp name="CONSOLE"/>
              <OpenAiErrors name="OPENAI">
                <AppenderRef ref="CONSOLE"/>
                <Alert name="quota" when="first"/>
              </OpenAiErrors>
            </Appenders>
            <Loggers> <Root level="INFO"> <AppenderRef ref="OPENAI"/> </Root> </Loggers>
          </Configuration>
          """;

      private final LoggerContext context = new LoggerContext("metrics");

      @Override
      public void start() throws Exception {
        ConfigurationSource source =
            new ConfigurationSource(new ByteArrayInputStream(XML.getBytes(StandardCharsets.UTF_8)));
        context.start(new XmlConfiguration(context, source));
      }

      @Override
      public void log(String message) {
        context.getLogger("com.acme.ChatService").error(message);
      }

      @Override
      public void stop() {
        context.stop();
      }

      @Override
      public String toString() {
        return "log4j2.xml";
      }
    };
  }
}
