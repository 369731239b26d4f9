package dev.openaierrors.logback;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.status.Status;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** A Logback of its own, configured from XML. */
final class Logback implements AutoCloseable {

  private final LoggerContext context = new LoggerContext();

  private Logback(Map<String, String> properties) {
    // Logback does so for its default context only.
    context.setMDCAdapter(MDC.getMDCAdapter());
    properties.forEach(context::putProperty);
  }

  /** Configured by a file of src/test/resources. */
  static Logback fromResource(String name, Map<String, String> properties) throws Exception {
    try (InputStream xml = Logback.class.getResourceAsStream("/" + name)) {
      return from(Objects.requireNonNull(xml, name), properties);
    }
  }

  static Logback fromResource(String name) throws Exception {
    return fromResource(name, Map.of());
  }

  static Logback fromText(String xml, Map<String, String> properties) throws Exception {
    return from(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), properties);
  }

  private static Logback from(InputStream xml, Map<String, String> properties) throws Exception {
    Logback logback = new Logback(properties);
    logback.configurator().doConfigure(xml);
    return logback;
  }

  /** Reads a file that Logback may watch. */
  static Logback fromFile(File xml) throws JoranException {
    return fromFile(xml, Map.of());
  }

  static Logback fromFile(File xml, Map<String, String> properties) throws JoranException {
    Logback logback = new Logback(properties);
    logback.configurator().doConfigure(xml);
    return logback;
  }

  JoranConfigurator configurator() {
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    return configurator;
  }

  LoggerContext context() {
    return context;
  }

  Logger logger() {
    return context.getLogger("com.acme.ChatService");
  }

  /** The appender of this name at the root logger or behind one that is there. */
  <A extends Appender<ILoggingEvent>> A appender(String name, Class<A> type) {
    return type.cast(Objects.requireNonNull(find(name), name));
  }

  /** As above; null if there is none. */
  @Nullable Appender<ILoggingEvent> find(String name) {
    return find(context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders(), name);
  }

  private static @Nullable Appender<ILoggingEvent> find(
      Iterator<Appender<ILoggingEvent>> appenders, String name) {
    while (appenders.hasNext()) {
      Appender<ILoggingEvent> appender = appenders.next();
      Appender<ILoggingEvent> found = name.equals(appender.getName()) ? appender : null;
      if (found == null && appender instanceof AppenderAttachable<?>) {
        @SuppressWarnings("unchecked")
        AppenderAttachable<ILoggingEvent> holder = (AppenderAttachable<ILoggingEvent>) appender;
        found = find(holder.iteratorForAppenders(), name);
      }
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Warnings and errors of the status list. */
  List<String> problems() {
    return context.getStatusManager().getCopyOfStatusList().stream()
        .filter(status -> status.getLevel() >= Status.WARN)
        .map(Status::getMessage)
        .toList();
  }

  /** What we said ourselves. */
  List<String> sentences() {
    return problems().stream().filter(text -> text.startsWith("openai-errors:")).toList();
  }

  /** As above, and what is only for information, each behind its level. */
  List<String> told() {
    List<String> levels = List.of("INFO", "WARN", "ERROR");
    return context.getStatusManager().getCopyOfStatusList().stream()
        .filter(status -> status.getMessage().startsWith("openai-errors:"))
        .map(status -> levels.get(status.getLevel()) + " " + status.getMessage())
        .toList();
  }

  @Override
  public void close() {
    context.stop();
  }
}
