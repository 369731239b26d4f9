package dev.openaierrors.log4j2;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.layout.template.json.JsonTemplateLayout;
import org.apache.logging.slf4j.Log4jLogger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests run with the Log4j that the build names, and with no other. */
class Log4jVersionTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        LogManager.class,
        LoggerContext.class,
        JsonTemplateLayout.class,
        Log4jLogger.class
      })
  void isTheOneThatTheBuildNames(Class<?> type) throws Exception {
    String wanted = requireNonNull(System.getProperty("log4j2.version"), "log4j2.version");
    Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    assertThat(jar.getFileName().toString()).endsWith("-" + wanted + ".jar");
  }
}
