package dev.openaierrors.log4j2;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.async.AsyncLoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.apache.logging.log4j.status.StatusData;
import org.apache.logging.log4j.status.StatusListener;
import org.apache.logging.log4j.status.StatusLogger;
import org.jspecify.annotations.Nullable;

/** A Log4j of its own, and what it says to the status logger meanwhile. */
final class Log4j implements AutoCloseable {

  private final LoggerContext context;
  private final Statuses statuses = new Statuses();

  private Log4j(LoggerContext context) {
    this.context = context;
    StatusLogger.getLogger().registerListener(statuses);
  }

  /** Not started yet. */
  static Log4j notStarted(boolean async) {
    return new Log4j(async ? new AsyncLoggerContext("test") : new LoggerContext("test"));
  }

  static Log4j fromText(String xml) throws IOException {
    Log4j log4j = notStarted(false);
    log4j.start(xml);
    return log4j;
  }

  /** A file of src/test/resources, in the format that its name ends with. */
  static Log4j fromResource(String name) throws Exception {
    URL url = Objects.requireNonNull(Log4j.class.getResource("/" + name), name);
    Log4j log4j = notStarted(false);
    log4j.start(url.toURI());
    return log4j;
  }

  void start(String xml) throws IOException {
    ConfigurationSource source =
        new ConfigurationSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    context.start(new XmlConfiguration(context, source));
  }

  void start(URI file) {
    context.start(ConfigurationFactory.getInstance().getConfiguration(context, "test", file));
  }

  /** Reads the file while the loggers are in use, as Log4j does with {@code monitorInterval}. */
  void reconfigure(URI file) {
    context.reconfigure(ConfigurationFactory.getInstance().getConfiguration(context, "test", file));
  }

  LoggerContext context() {
    return context;
  }

  Configuration configuration() {
    return context.getConfiguration();
  }

  Logger logger() {
    return context.getLogger("com.acme.ChatService");
  }

  @Nullable Appender find(String name) {
    return configuration().getAppender(name);
  }

  <A extends Appender> A appender(String name, Class<A> type) {
    return type.cast(Objects.requireNonNull(find(name), name));
  }

  OpenAiErrorAppender openAi() {
    return appender("OPENAI", OpenAiErrorAppender.class);
  }

  List<org.apache.logging.log4j.core.LogEvent> events(String name) {
    return appender(name, CapturingAppender.class).events();
  }

  /** The kinds that were written to the events that this appender got; "-" where none was. */
  List<String> kinds(String name) {
    return events(name).stream().map(Log4j::kind).toList();
  }

  static String kind(org.apache.logging.log4j.core.LogEvent event) {
    @Nullable String kind = event.getContextData().getValue("openai.error.kind");
    return kind == null ? "-" : kind;
  }

  /** Warnings and errors since the start. */
  List<String> problems() {
    return statuses.problems();
  }

  /** What we said ourselves. */
  List<String> sentences() {
    return problems().stream().filter(text -> text.startsWith("openai-errors:")).toList();
  }

  /** As above, and what is only for information, each behind its level. */
  List<String> told() {
    return statuses.told().stream().filter(text -> text.contains(" openai-errors:")).toList();
  }

  @Override
  public void close() {
    context.stop();
    StatusLogger.getLogger().removeListener(statuses);
  }

  private static final class Statuses implements StatusListener {

    private final Queue<String> problems = new ConcurrentLinkedQueue<>();

    private final Queue<String> told = new ConcurrentLinkedQueue<>();

    List<String> problems() {
      return List.copyOf(problems);
    }

    List<String> told() {
      return List.copyOf(told);
    }

    @Override
    public void log(StatusData data) {
      String text = data.getMessage().getFormattedMessage();
      told.add(data.getLevel() + " " + text);
      if (data.getLevel().isMoreSpecificThan(Level.WARN)) {
        problems.add(text);
      }
    }

    @Override
    public Level getStatusLevel() {
      return Level.INFO;
    }

    @Override
    public void close() {}
  }
}
