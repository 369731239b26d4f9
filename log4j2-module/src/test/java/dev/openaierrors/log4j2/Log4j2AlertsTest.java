package dev.openaierrors.log4j2;

import static dev.openaierrors.Patience.await;

import dev.openaierrors.plugin.AlertServices;
import dev.openaierrors.plugin.AlertSetup;
import dev.openaierrors.plugin.AlertsContract;
import dev.openaierrors.plugin.PluginContract.LogCall;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogBuilder;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;

/**
 * The contract of alerts, kept by Log4j2's plugin; {@link Log4j2AsyncAlertsTest} is its sibling.
 */
class Log4j2AlertsTest {

  @Nested
  class WithSynchronousLoggers extends Contract {
    WithSynchronousLoggers() {
      super(false);
    }
  }

  abstract static class Contract extends AlertsContract {

    private final boolean async;
    private @Nullable Log4j log4j;
    private final List<CapturingAppender> targets = new ArrayList<>();
    private int flushes;

    Contract(boolean async) {
      this.async = async;
    }

    @Override
    protected void start(AlertSetup setup) throws Exception {
      stop();
      targets.clear();
      flushes = 0;
      Log4j started = Log4j.notStarted(async);
      log4j = started;
      started.start(xml(setup));
      targets.add(started.appender("TARGET", CapturingAppender.class));
    }

    @Override
    protected void reload(AlertSetup setup) throws IOException {
      flush();
      Log4j running = Objects.requireNonNull(log4j);
      byte[] xml = xml(setup).getBytes(StandardCharsets.UTF_8);
      running
          .context()
          .reconfigure(
              new XmlConfiguration(
                  running.context(), new ConfigurationSource(new ByteArrayInputStream(xml))));
      flushes = 0;
      targets.add(running.appender("TARGET", CapturingAppender.class));
    }

    private static String xml(AlertSetup setup) {
      StringBuilder xml =
          new StringBuilder(
              "<Configuration><Appenders><Capture name='FLUSH'/><Capture name='TARGET' keep='"
                  + setup.keep()
                  + "'/><OpenAiErrors name='OPENAI'");
      append(xml, setup.settings());
      xml.append("><AppenderRef ref='TARGET'/>");
      for (AlertSetup.Element element : setup.elements()) {
        String name = capital(element.name());
        xml.append('<').append(name);
        append(xml, element.settings());
        xml.append('>');
        element
            .more()
            .forEach((n, v) -> xml.append("<Property name='%s' value='%s'/>".formatted(n, v)));
        xml.append("</").append(name).append('>');
      }
      xml.append("</OpenAiErrors>");
      if (setup.async()) {
        xml.append("<Async name='ASYNC'><AppenderRef ref='OPENAI'/></Async>");
      }
      return xml.append("</Appenders><Loggers>")
          .append("<Logger name='flush' additivity='false'><AppenderRef ref='FLUSH'/></Logger>")
          .append("<Logger name='twice'><AppenderRef ref='OPENAI'/></Logger>")
          .append("<Root level='TRACE'><AppenderRef ref='%s'/></Root>".formatted(first(setup)))
          .append("</Loggers></Configuration>")
          .toString();
    }

    private static String first(AlertSetup setup) {
      return setup.async() ? "ASYNC" : "OPENAI";
    }

    private static void append(StringBuilder xml, Map<String, String> settings) {
      settings.forEach(
          (name, value) -> xml.append(" %s='%s'".formatted(name, value.replace("&", "&amp;"))));
    }

    private static String capital(String name) {
      return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    @Override
    protected void stopAndStartAgain(AlertSetup setup) throws Exception {
      Log4j running = Objects.requireNonNull(log4j);
      running.context().stop();
      running.start(xml(setup));
      flushes = 0;
      targets.add(running.appender("TARGET", CapturingAppender.class));
    }

    @Override
    protected void stop() {
      if (log4j != null) {
        log4j.close();
      }
    }

    @Override
    protected void log(LogCall call) {
      LogBuilder builder =
          Objects.requireNonNull(log4j)
              .context()
              .getLogger(call.logger())
              .atLevel(Level.valueOf(call.level()));
      if (call.thrown() != null) {
        builder = builder.withThrowable(call.thrown());
      }
      ThreadContext.putAll(call.context());
      builder.log(call.message());
      ThreadContext.removeAll(call.context().keySet());
    }

    @Override
    protected List<Event> events() {
      flush();
      return targets.stream()
          .flatMap(target -> target.events().stream())
          .map(Contract::event)
          .toList();
    }

    /** Waits until all that was logged has come out of the ring buffer. */
    private void flush() {
      Log4j started = Objects.requireNonNull(log4j);
      if (async && started.context().isStarted()) {
        int wanted = ++flushes;
        started.context().getLogger("flush").error("flush");
        await("an empty ring buffer").until(() -> started.events("FLUSH").size() == wanted);
      }
    }

    @Override
    protected Counts counts() {
      flush();
      CapturingAppender target = targets.get(targets.size() - 1);
      return new Counts(target.count(), target.enriched());
    }

    private static Event event(LogEvent event) {
      return new Event(
          event.getLoggerName(),
          event.getLevel().toString(),
          event.getMessage().getFormattedMessage(),
          event.getContextData().toMap(),
          event.getThreadName(),
          event.getMarker() == null ? List.of() : List.of(event.getMarker().getName()));
    }

    @Override
    protected AlertServices services() {
      return ContextAlerts.of(Objects.requireNonNull(log4j).context()).services();
    }

    @Override
    protected List<String> told() {
      flush();
      return Objects.requireNonNull(log4j).told();
    }
  }
}
