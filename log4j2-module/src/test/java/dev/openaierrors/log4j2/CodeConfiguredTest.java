package dev.openaierrors.log4j2;

import static dev.openaierrors.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.plugin.Settings;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Objects;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;
import org.junit.jupiter.api.Test;

/** Alerts where Log4j is configured by code: there the configuration knows no context. */
class CodeConfiguredTest {

  private static Configuration built() {
    ConfigurationBuilder<BuiltConfiguration> builder =
        ConfigurationBuilderFactory.newConfigurationBuilder();
    return builder
        .add(builder.newAppender("TARGET", "Capture"))
        .add(
            builder
                .newAppender("OPENAI", "OpenAiErrors")
                .addComponent(builder.newAppenderRef("TARGET"))
                .addComponent(
                    builder
                        .newComponent("Alert")
                        .addAttribute("name", "quota")
                        .addAttribute("when", "first")
                        .addAttribute("quiet", "1h")))
        .add(builder.newRootLogger(Level.INFO).add(builder.newAppenderRef("OPENAI")))
        .build(false);
  }

  private static CapturingAppender target(LoggerContext context) {
    return Objects.requireNonNull(context.getConfiguration().getAppender("TARGET"));
  }

  private static List<String> states(CapturingAppender target) {
    return target.events().stream()
        .filter(event -> event.getLoggerName().equals("openai.alerts"))
        .map(event -> String.valueOf(event.getContextData().<Object>getValue("openai.alert.state")))
        .toList();
  }

  private static void assertAlertsAndSaysALastWord(LoggerContext context) {
    CapturingAppender target = target(context);
    context.getLogger("com.acme.Chat").error(Payloads.QUOTA);
    await("an alert").until(() -> states(target).contains("firing"));
    context.stop();
    assertThat(states(target)).containsExactly("firing", "stopped");
  }

  @Test
  void initializedWithABuiltConfiguration() throws Exception {
    try (URLClassLoader application = new URLClassLoader(new URL[0])) {
      assertAlertsAndSaysALastWord(Configurator.initialize(application, built()));
    }
  }

  @Test
  void reconfiguredWithABuiltConfiguration() throws Exception {
    try (URLClassLoader application = new URLClassLoader(new URL[0])) {
      LoggerContext context = Configurator.initialize(application, built());
      CapturingAppender before = target(context);
      context.getLogger("com.acme.Chat").error(Payloads.QUOTA);
      await("an alert").until(() -> states(before).contains("firing"));
      context.reconfigure(built());
      CapturingAppender after = target(context);
      context.getLogger("com.acme.Chat").error(Payloads.QUOTA + " (2)");
      context.stop();
      assertThat(states(before)).containsExactly("firing");
      assertThat(states(after)).as("the same incident goes on").containsExactly("stopped");
    }
  }

  @Test
  void aContextOfOnesOwn() {
    LoggerContext context = new LoggerContext("of-ones-own");
    context.start(built());
    assertAlertsAndSaysALastWord(context);
  }

  @Test
  void anAppenderAddedToARunningConfiguration() throws Exception {
    try (Log4j log4j =
        Log4j.fromText(
            "<Configuration><Appenders><Capture name='TARGET'/></Appenders><Loggers>"
                + "<Root level='INFO'/></Loggers></Configuration>")) {
      Configuration configuration = log4j.configuration();
      OpenAiErrorAppender ours =
          OpenAiErrorAppender.create(
              new Settings()
                  .set("name", "OPENAI")
                  .add(
                      "alert",
                      new Settings().set("name", "quota").set("when", "first").set("quiet", "1h")),
              configuration,
              AppenderRef.createAppenderRef("TARGET", null, null));
      ours.start();
      configuration.addAppender(ours);
      configuration.getRootLogger().addAppender(ours, null, null);
      log4j.context().updateLoggers();
      assertAlertsAndSaysALastWord(log4j.context());
      assertThat(log4j.sentences()).isEmpty();
    }
  }

  @Test
  void anAppenderOfNoConfigurationSaysThatItAlertsOfNothing() throws Exception {
    try (Log4j log4j =
        Log4j.fromText("<Configuration><Loggers><Root level='INFO'/></Loggers></Configuration>")) {
      OpenAiErrorAppender ours =
          OpenAiErrorAppender.create(null, null, null, new Settings().set("name", "OPENAI"));
      ours.start();
      ours.stop();
      assertThat(log4j.sentences())
          .anySatisfy(
              said ->
                  assertThat(said)
                      .contains("<OpenAiErrors name=\"OPENAI\">", "there are no alerts"));
    }
  }
}
