package dev.openaierrors.logback;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Context;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests run with the Logback that the build names, and with no other. */
class LogbackVersionTest {

  @ParameterizedTest
  @ValueSource(classes = {LoggerContext.class, Context.class})
  void isTheOneThatTheBuildNames(Class<?> type) throws Exception {
    String wanted = requireNonNull(System.getProperty("logback.version"), "logback.version");
    Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    assertThat(jar.getFileName().toString()).endsWith("-" + wanted + ".jar");
  }
}
