package dev.openaierrors.log4j2;

import static dev.openaierrors.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openaierrors.plugin.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.filter.ThresholdFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, reloading, failing, stopping. */
class LifecycleTest {

  @Test
  void readsAChangedConfigurationWhileTheServiceRuns(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("log4j2.xml");
    String before = watched("kind");
    Files.writeString(file, before);
    try (Log4j log4j = Log4j.notStarted(false)) {
      log4j.start(file.toUri());
      OpenAiErrorAppender first = log4j.openAi();
      CapturingAppender firstTarget = log4j.appender("TARGET", CapturingAppender.class);
      log4j.logger().error(Payloads.QUOTA);
      assertThat(firstTarget.events().get(0).getContextData().toMap())
          .containsOnlyKeys("openai.error.kind");

      Files.writeString(file, watched("kind, retryable"));
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(10)));
      await("the new configuration")
          .until(() -> log4j.find("OPENAI") != first && !first.isStarted());

      log4j.logger().error(Payloads.QUOTA);
      assertThat(log4j.events("TARGET"))
          .singleElement()
          .satisfies(
              event ->
                  assertThat(event.getContextData().toMap())
                      .containsOnlyKeys("openai.error.kind", "openai.error.retryable"));
      assertThat(log4j.problems()).isEmpty();
    }
  }

  private static String watched(String fields) {
    return "<Configuration monitorInterval='1'><Appenders><Capture name='TARGET'/>"
        + "<OpenAiErrors name='OPENAI' fields='"
        + fields
        + "'><AppenderRef ref='TARGET'/></OpenAiErrors></Appenders>"
        + "<Loggers><Root level='INFO'><AppenderRef ref='OPENAI'/></Root></Loggers>"
        + "</Configuration>";
  }

  private static String failing(String attribute, String ofTarget) {
    return "<Configuration><Appenders><Failing name='FAILING' "
        + ofTarget
        + "/><Capture name='TARGET'/><OpenAiErrors name='OPENAI' "
        + attribute
        + "><AppenderRef ref='TARGET'/><AppenderRef ref='FAILING'/></OpenAiErrors></Appenders>"
        + "<Loggers><Root level='INFO'><AppenderRef ref='OPENAI'/></Root></Loggers>"
        + "</Configuration>";
  }

  @Test
  void aTargetThatFailsIsNoConcernOfTheApplications() throws Exception {
    try (Log4j log4j = Log4j.fromText(failing("", ""))) {
      Logger logger = log4j.logger();
      assertThatCode(() -> logger.error(Payloads.QUOTA)).doesNotThrowAnyException();
      assertThat(log4j.kinds("TARGET")).containsExactly("insufficient_quota");
    }
  }

  @Test
  void aTargetThatIsToTellTheApplicationOfItsFailuresDoes() throws Exception {
    try (Log4j log4j = Log4j.fromText(failing("", "ignoreExceptions='false'"))) {
      Logger logger = log4j.logger();
      assertThatThrownBy(() -> logger.error(Payloads.QUOTA))
          .hasRootCauseMessage("the target fails");
    }
  }

  @Test
  void unlessToldOtherwise() throws Exception {
    try (Log4j log4j =
        Log4j.fromText(failing("ignoreExceptions='true'", "ignoreExceptions='false'"))) {
      Logger logger = log4j.logger();
      assertThatCode(() -> logger.error(Payloads.QUOTA)).doesNotThrowAnyException();
    }
  }

  @Test
  void anEventForAStoppedAppenderIsNoConcernOfTheApplications() throws Exception {
    try (Log4j log4j = Log4j.fromText(failing("", "ignoreExceptions='false'"))) {
      Logger logger = log4j.logger();
      log4j.openAi().stop();
      assertThatCode(() -> logger.error(Payloads.QUOTA)).doesNotThrowAnyException();
    }
  }

  @Test
  void asksForTheLocationOnlyWhereALayoutDoes() throws Exception {
    try (Log4j log4j = Log4j.fromResource("downstream/layouts.xml")) {
      assertThat(log4j.openAi().requiresLocation()).isTrue();
    }
    try (Log4j log4j = Log4j.fromResource("downstream/target.xml")) {
      assertThat(log4j.openAi().requiresLocation()).isFalse();
    }
  }

  @Test
  void startsAndStopsTheFiltersOfItsReferencesWithItself() throws Exception {
    try (Log4j log4j = Log4j.fromResource("downstream/target.xml")) {
      ThresholdFilter filter = ThresholdFilter.createFilter(null, null, null);
      OpenAiErrorAppender appender = byHand(log4j, filter);
      assertThat(filter.isStarted()).isFalse();
      appender.start();
      assertThat(filter.isStarted()).isTrue();
      appender.stop();
      assertThat(filter.isStopped()).isTrue();
      assertThat(log4j.appender("TARGET", CapturingAppender.class).isStarted()).isTrue();
    }
  }

  @Test
  void anAppenderThatIsNotConfiguredByAFileWorksAsWell() throws Exception {
    try (Log4j log4j = Log4j.fromResource("downstream/target.xml")) {
      log4j.logger().error(Payloads.QUOTA);
      OpenAiErrorAppender appender = byHand(log4j, ThresholdFilter.createFilter(null, null, null));
      appender.start();
      appender.append(log4j.events("SIBLING").get(0));
      assertThat(log4j.kinds("TARGET")).containsExactly("insufficient_quota", "insufficient_quota");
      assertThat(log4j.events("TARGET").get(1).getContextData().toMap())
          .containsOnlyKeys("openai.error.kind");
    }
  }

  private static OpenAiErrorAppender byHand(Log4j log4j, ThresholdFilter filter) {
    return OpenAiErrorAppender.create(
        new Settings().set("name", "BY_HAND").set("fields", "kind"),
        log4j.configuration(),
        AppenderRef.createAppenderRef("TARGET", null, filter));
  }

  @Test
  void startsWithoutAConfiguration() {
    assertThatCode(
            () -> {
              OpenAiErrorAppender.create(null, null, null, new Settings()).start();
              OpenAiErrorRewritePolicy.create(new Settings());
              OpenAiErrorFilter.create(new Settings()).start();
            })
        .doesNotThrowAnyException();
  }
}
