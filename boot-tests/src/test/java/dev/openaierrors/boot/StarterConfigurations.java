package dev.openaierrors.boot;

/** Configurations of both frameworks that say the same, most of them without a word of ours. */
final class StarterConfigurations {

  private StarterConfigurations() {}

  /** Lines that begin with this word. */
  static String own(Framework framework, String word) {
    return framework == Framework.LOGBACK
        ? logback("", word, "", "CONSOLE")
        : log4j2(word, "", "Console");
  }

  /** The same, in a file that Logback looks at now and then. */
  static String scanned(Framework framework, String word) {
    return own(framework, word)
        .replace("<configuration", "<configuration scan=\"true\" scanPeriod=\"100 milliseconds\"");
  }

  /** An asynchronous appender at root. */
  static String asynchronous(Framework framework) {
    return framework == Framework.LOGBACK
        ? logback(
            "",
            "async",
            """
            <appender name="ASYNC" class="ch.qos.logback.classic.AsyncAppender">
              <appender-ref ref="CONSOLE"/>
            </appender>
            """,
            "ASYNC")
        : log4j2("async", "<Async name=\"ASYNC\"><AppenderRef ref=\"Console\"/></Async>", "ASYNC");
  }

  /** One of ours. */
  static String withOurs(Framework framework) {
    return framework == Framework.LOGBACK
        ? logback(
            "",
            "ours",
            """
            <appender name="MINE" class="dev.openaierrors.logback.OpenAiErrorAppender">
              <appender-ref ref="CONSOLE"/>
            </appender>
            """,
            "MINE")
        : log4j2(
            "ours",
            "<OpenAiErrors name=\"MINE\"><AppenderRef ref=\"Console\"/></OpenAiErrors>",
            "MINE");
  }

  /** A logger whose events do not come to root. */
  static String apart(Framework framework) {
    return framework == Framework.LOGBACK
        ? logback(
            "",
            "apart",
            "",
            "<logger name=\"com.acme\" additivity=\"false\"><appender-ref ref=\"CONSOLE\"/></logger>"
                + "CONSOLE")
        : log4j2(
            "apart",
            "",
            "<Logger name=\"com.acme\" level=\"INFO\" additivity=\"false\">"
                + "<AppenderRef ref=\"Console\"/></Logger>"
                + "Console");
  }

  /** A logger whose events come to root as well. */
  static String additive(Framework framework) {
    return apart(framework).replace(" additivity=\"false\"", "");
  }

  private static String logback(String attributes, String word, String more, String loggers) {
    return """
        <configuration %s>
          <appender name="CONSOLE" class="ch.qos.logback.core.ConsoleAppender">
            <encoder><pattern>%s %%message [%%X{openai.error.kind}]%%n</pattern></encoder>
          </appender>
          %s
          %s
        </configuration>
        """
        .formatted(attributes, word, more, withRoot(loggers, "root", "appender-ref"));
  }

  private static String log4j2(String word, String more, String loggers) {
    return """
        <Configuration>
          <Appenders>
            <Console name="Console">
              <PatternLayout pattern="%s %%message [%%X{openai.error.kind}]%%n"/>
            </Console>
            %s
          </Appenders>
          <Loggers>%s</Loggers>
        </Configuration>
        """
        .formatted(word, more, withRoot(loggers, "Root", "AppenderRef"));
  }

  /** What stands last is the name of root's appender. */
  private static String withRoot(String loggers, String root, String reference) {
    int end = loggers.lastIndexOf('>') + 1;
    return "%s<%s level=\"INFO\"><%s ref=\"%s\"/></%s>"
        .formatted(loggers.substring(0, end), root, reference, loggers.substring(end), root);
  }
}
