package dev.openaierrors.boot;

import static dev.openaierrors.boot.StarterLines.SOON;
import static dev.openaierrors.boot.StarterLines.assertThatAllIsWrittenOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The starter beside a configuration of the service's own. */
class StarterBesideTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void anOwnConfigurationKeepsItsAppendersBehindOurs(Framework framework) throws Exception {
    try (Service service =
        Service.starting(framework)
            .configuredBy(folder, StarterConfigurations.own(framework, "one"))
            .start()) {
      assertThatAllIsWrittenOnce(framework, service);
      assertThat(service.lines()).anyMatch(line -> line.matches("one <0> .*insufficient_quota\\]"));
      assertThat(framework.appendersOfRoot()).containsExactly("OPENAI");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAsynchronousAppenderStandsBehindOurs(Framework framework) throws Exception {
    try (Service service =
        Service.starting(framework)
            .configuredBy(folder, StarterConfigurations.asynchronous(framework))
            .start()) {
      assertThatAllIsWrittenOnce(framework, service);
      assertThat(framework.appendersOfRoot()).containsExactly("OPENAI");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConfigurationWithOursIsLeftAlone(Framework framework) throws Exception {
    try (Service service =
        Service.starting(framework)
            .configuredBy(folder, StarterConfigurations.withOurs(framework))
            .start()) {
      assertThatAllIsWrittenOnce(framework, service);
      assertThat(framework.appendersOfRoot()).containsExactly("MINE");
      assertThat(framework.sentences())
          .singleElement()
          .asString()
          .startsWith("INFO openai-errors: the configuration has an appender of ours");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConfigurationThatIsReadAgainGetsItAgain(Framework framework) throws Exception {
    try (Service service =
        Service.starting(framework)
            .configuredBy(folder, StarterConfigurations.scanned(framework, "one"))
            .start()) {
      assertThatAllIsWrittenOnce(framework, service);
      Files.writeString(
          folder.resolve(framework.fileName()),
          StarterConfigurations.scanned(framework, "two")
              .replace("<Console ", "<Console follow=\"true\" "));
      framework.configureAgain(folder);
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                framework.error("ping", Map.of());
                assertThat(service.lines()).anyMatch(line -> line.startsWith("two ping"));
                // Root has its appenders for a moment before it has ours.
                assertThat(framework.appendersOfRoot()).containsExactly("OPENAI");
              });
      assertThatAllIsWrittenOnce(framework, service);
      assertThat(service.lines()).anyMatch(line -> line.matches("two <0> .*insufficient_quota\\]"));
      assertThat(framework.appendersOfRoot()).containsExactly("OPENAI");
      // So that nobody looks for the file any more when the next service starts.
      service.shutDown();
    }
  }
}
