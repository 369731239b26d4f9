package dev.openaierrors.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import ch.qos.logback.core.status.Status;
import dev.openaierrors.plugin.Settings;
import org.junit.jupiter.api.Test;

class MadeByCodeTest {

  private final LoggerContext context = new LoggerContext();

  @Test
  void aMistakeInItsSettingsIsAWarningThatSaysWhereTheyComeFrom() {
    Settings settings = new Settings().set("sevice", "chat").set("level", "LOUD");
    OpenAiErrorAppender appender = new OpenAiErrorAppender(settings, "acme.properties");
    appender.setContext(context);
    appender.setName("OPENAI");
    appender.addAppender(new ListAppender<ILoggingEvent>());
    appender.start();
    assertThat(context.getStatusManager().getCopyOfStatusList())
        .filteredOn(status -> status.getMessage().startsWith("openai-errors: "))
        .hasSize(2)
        .allMatch(status -> status.getLevel() == Status.WARN)
        .anyMatch(status -> status.getMessage().contains("acme.properties: 'sevice'"))
        .anyMatch(status -> status.getMessage().contains("level: 'LOUD'"));
    context.stop();
  }
}
