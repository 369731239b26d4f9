package dev.openaierrors.logback;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.openaierrors.plugin.AlertServices;
import dev.openaierrors.plugin.AlertSetup;
import dev.openaierrors.plugin.AlertsContract;
import dev.openaierrors.plugin.PluginContract.LogCall;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.event.Level;

/** The contract of alerts, kept by Logback's plugin. */
class LogbackAlertsTest extends AlertsContract {

  private @Nullable Logback logback;
  private final List<CapturingAppender> targets = new ArrayList<>();

  @Override
  protected void start(AlertSetup setup) throws Exception {
    targets.clear();
    Logback started = Logback.fromText(xml(setup), Map.of());
    logback = started;
    targets.add(started.appender("TARGET", CapturingAppender.class));
  }

  @Override
  protected void reload(AlertSetup setup) throws Exception {
    Logback running = Objects.requireNonNull(logback);
    running.context().reset();
    running
        .configurator()
        .doConfigure(new ByteArrayInputStream(xml(setup).getBytes(StandardCharsets.UTF_8)));
    targets.add(running.appender("TARGET", CapturingAppender.class));
  }

  private static String xml(AlertSetup setup) {
    StringBuilder xml =
        new StringBuilder(
            "<configuration><appender name='TARGET'"
                + " class='dev.openaierrors.logback.CapturingAppender'><keep>"
                + setup.keep()
                + "</keep></appender>"
                + "<appender name='OPENAI' class='dev.openaierrors.logback.OpenAiErrorAppender'>"
                + "<appender-ref ref='TARGET'/>");
    append(xml, setup.settings());
    setup.elements().forEach(element -> append(xml, element));
    xml.append("</appender>");
    if (setup.async()) {
      xml.append("<appender name='ASYNC' class='ch.qos.logback.classic.AsyncAppender'>")
          .append("<appender-ref ref='OPENAI'/></appender>");
    }
    return xml.append("<root level='TRACE'><appender-ref ref='%s'/></root>".formatted(first(setup)))
        .append("<logger name='twice'><appender-ref ref='OPENAI'/></logger></configuration>")
        .toString();
  }

  private static String first(AlertSetup setup) {
    return setup.async() ? "ASYNC" : "OPENAI";
  }

  private static void append(StringBuilder xml, AlertSetup.Element element) {
    if (element.name().equals("sink")) {
      xml.append("<sink class='%s'>".formatted(element.settings().get("class")));
      append(xml, element.more());
    } else {
      xml.append("<%s>".formatted(element.name()));
      append(xml, element.settings());
      element
          .more()
          .forEach((name, value) -> xml.append("<header>%s: %s</header>".formatted(name, value)));
    }
    xml.append("</%s>".formatted(element.name()));
  }

  private static void append(StringBuilder xml, Map<String, String> settings) {
    settings.forEach(
        (name, value) ->
            xml.append("<%1$s>%2$s</%1$s>".formatted(name, value.replace("&", "&amp;"))));
  }

  @Override
  protected void stopAndStartAgain(AlertSetup setup) throws Exception {
    LoggerContext context = Objects.requireNonNull(logback).context();
    context.start();
    context.stop();
    reload(setup);
    context.start();
  }

  @Override
  protected void stop() {
    if (logback != null) {
      logback.close();
    }
  }

  @Override
  protected void log(LogCall call) {
    LoggerContext context = Objects.requireNonNull(logback).context();
    call.context().forEach(MDC::put);
    context
        .getLogger(call.logger())
        .atLevel(Level.valueOf(call.level()))
        .setMessage(call.message())
        .setCause(call.thrown())
        .log();
    call.context().keySet().forEach(MDC::remove);
  }

  @Override
  protected List<Event> events() {
    return targets.stream()
        .flatMap(target -> target.events().stream())
        .map(LogbackAlertsTest::event)
        .toList();
  }

  @Override
  protected Counts counts() {
    CapturingAppender target = targets.get(targets.size() - 1);
    return new Counts(target.count(), target.enriched());
  }

  private static Event event(ILoggingEvent event) {
    @Nullable List<Marker> markers = event.getMarkerList();
    return new Event(
        event.getLoggerName(),
        event.getLevel().toString(),
        event.getFormattedMessage(),
        event.getMDCPropertyMap(),
        event.getThreadName(),
        markers == null ? List.of() : markers.stream().map(Marker::getName).toList());
  }

  @Override
  protected AlertServices services() {
    return ContextAlerts.of(Objects.requireNonNull(logback).context()).services();
  }

  @Override
  protected List<String> told() {
    return Objects.requireNonNull(logback).told();
  }
}
