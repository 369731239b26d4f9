package com.acme;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.openaierrors.logback.OpenAiErrorAppender;
import dev.openaierrors.plugin.PropertySettings;
import io.dropwizard.logging.common.AppenderFactory;
import io.dropwizard.logging.common.async.AsyncAppenderFactory;
import io.dropwizard.logging.common.filter.LevelFilterFactory;
import io.dropwizard.logging.common.layout.LayoutFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code type: openai-errors}, with the settings as anywhere and the appenders behind it. */
@JsonTypeName("openai-errors")
public class OpenAiAppenderFactory implements AppenderFactory<ILoggingEvent> {

  private final Map<String, String> settings = new LinkedHashMap<>();

  @JsonProperty private List<AppenderFactory<ILoggingEvent>> appenders = List.of();

  @JsonAnySetter
  void set(String name, Object value) {
    if (value instanceof Map<?, ?> inside) {
      inside.forEach((key, one) -> set(name + "." + key, one));
    } else {
      settings.put(name, String.valueOf(value));
    }
  }

  @Override
  public Appender<ILoggingEvent> build(
      LoggerContext context,
      String applicationName,
      LayoutFactory<ILoggingEvent> layout,
      LevelFilterFactory<ILoggingEvent> levels,
      AsyncAppenderFactory<ILoggingEvent> async) {
    settings.putIfAbsent("service", applicationName);
    OpenAiErrorAppender ours =
        new OpenAiErrorAppender(PropertySettings.of(settings), "type: openai-errors");
    ours.setContext(context);
    ours.setName("OPENAI");
    appenders.forEach(
        one -> ours.addAppender(one.build(context, applicationName, layout, levels, async)));
    ours.start();
    return ours;
  }
}
