package dev.openaierrors.logback;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.filter.Filter;
import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.plugin.PluginContract;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.MarkerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** The contract of all plugins, kept by Logback's. */
class LogbackContractTest extends PluginContract {

  private @Nullable Logback logback;
  private @Nullable CapturingAppender target;
  private @Nullable CapturingAppender sibling;

  @Override
  protected void start(Setup setup) throws Exception {
    Logback started = Logback.fromText(xml(setup), Map.of());
    logback = started;
    target = setup.target() ? started.appender("TARGET", CapturingAppender.class) : null;
    sibling = started.appender("SIBLING", CapturingAppender.class);
    ErrorAnalyzer analyzer = setup.analyzer();
    if (analyzer != null) {
      for (String name : List.of("OPENAI", "AGAIN", "TARGET", "SIBLING")) {
        inject(analyzer, started.find(name));
      }
    }
  }

  private static void inject(ErrorAnalyzer analyzer, @Nullable Appender<ILoggingEvent> appender) {
    if (appender == null) {
      return;
    }
    if (appender instanceof OpenAiErrorAppender ours) {
      ours.analyzeWith(analyzer);
    }
    for (Filter<ILoggingEvent> filter : appender.getCopyOfAttachedFiltersList()) {
      ((OpenAiErrorFilter) filter).analyzeWith(analyzer);
    }
  }

  private static String xml(Setup setup) {
    Map<String, String> again = setup.again();
    return "<configuration>"
        + capturing("TARGET", setup, FilterAt.TARGET)
        + capturing("SIBLING", setup, FilterAt.SIBLING)
        + (again == null ? "" : openAi("AGAIN", reference("TARGET"), again))
        + openAi(
            "OPENAI",
            setup.target() ? reference(again == null ? "TARGET" : "AGAIN") : "",
            setup.settings())
        + "<root level='TRACE'>"
        + reference("OPENAI")
        + reference("SIBLING")
        + "</root></configuration>";
  }

  private static String capturing(String name, Setup setup, FilterAt place) {
    String filter =
        setup.filterAt() == place
            ? "<filter class='dev.openaierrors.logback.OpenAiErrorFilter'>"
                + elements(setup.filter())
                + "</filter>"
            : "";
    return "<appender name='%s' class='dev.openaierrors.logback.CapturingAppender'>%s</appender>"
        .formatted(name, filter);
  }

  private static String openAi(String name, String reference, Map<String, String> settings) {
    return "<appender name='%s' class='dev.openaierrors.logback.OpenAiErrorAppender'>%s%s</appender>"
        .formatted(name, elements(settings), reference);
  }

  private static String reference(String name) {
    return "<appender-ref ref='" + name + "'/>";
  }

  private static String elements(Map<String, String> settings) {
    StringBuilder xml = new StringBuilder();
    settings.forEach((name, value) -> xml.append("<%1$s>%2$s</%1$s>".formatted(name, value)));
    return xml.toString();
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
    LoggingEventBuilder builder =
        context
            .getLogger(call.logger())
            .atLevel(Level.valueOf(call.level()))
            .setMessage(call.message())
            .setCause(call.thrown());
    for (Object argument : call.arguments()) {
      builder = builder.addArgument(argument);
    }
    for (Map.Entry<String, Object> pair : call.keyValues().entrySet()) {
      builder = builder.addKeyValue(pair.getKey(), pair.getValue());
    }
    if (call.marker() != null) {
      builder = builder.addMarker(MarkerFactory.getMarker(call.marker()));
    }
    call.context().forEach(MDC::put);
    try {
      builder.log();
    } finally {
      call.context().keySet().forEach(MDC::remove);
    }
  }

  @Override
  protected List<Seen> target() {
    return seen(target);
  }

  @Override
  protected List<Seen> sibling() {
    return seen(sibling);
  }

  private static List<Seen> seen(@Nullable CapturingAppender appender) {
    return appender == null
        ? List.of()
        : appender.events().stream()
            .map(
                event ->
                    new Seen(
                        event,
                        event.getFormattedMessage(),
                        event.getMDCPropertyMap(),
                        event.getLevel().toString(),
                        event.getThreadName(),
                        event.getThrowableProxy() instanceof ThrowableProxy proxy
                            ? proxy.getThrowable()
                            : null))
            .toList();
  }

  @Override
  protected boolean targetIsStarted() {
    return Objects.requireNonNull(target).isStarted();
  }

  @Override
  protected List<String> sentences() {
    return Objects.requireNonNull(logback).sentences();
  }
}
