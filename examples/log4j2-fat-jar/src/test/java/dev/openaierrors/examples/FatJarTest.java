package dev.openaierrors.examples;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jars that the build made, run as their users run them. */
class FatJarTest {

  private static final long PATIENCE_SECONDS = 60;

  @Test
  void withTheTransformerLog4jFindsItsPluginsAndOurs(@TempDir Path folder) throws Exception {
    assertThat(run("all", folder))
        .containsExactly(
            "INFO  OneJar - chat completion: Paris. -> -",
            "ERROR OneJar - chat completion failed -> insufficient_quota");
  }

  @Test
  void withoutItLog4jFindsOnlyThoseOfOneJar(@TempDir Path folder) throws Exception {
    assertThat(run("broken", folder)).noneMatch(line -> line.endsWith("-> insufficient_quota"));
  }

  private static List<String> run(String classifier, Path folder) throws Exception {
    String jars = requireNonNull(System.getProperty("jars"));
    File output = folder.resolve("output.txt").toFile();
    Process process =
        new ProcessBuilder(
                Path.of(requireNonNull(System.getProperty("java.home")), "bin", "java").toString(),
                "-jar",
                jars + "-" + classifier + ".jar")
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    List<String> lines = Files.readAllLines(output.toPath());
    assertThat(ended).as(() -> "ends by itself, said\n" + String.join("\n", lines)).isTrue();
    return lines;
  }
}
