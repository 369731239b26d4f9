package dev.openaierrors.logback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.DocPages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whoever copies a Logback configuration out of a page gets one that works. */
@Tag("newest-only") // The pages are written for it.
class DocsXmlTest {

  private static final Path EXAMPLES = Path.of("src", "test", "resources", "examples");
  // What includes something of Spring Boot's is loaded by boot-tests.
  private static final String SPRING_BOOT = "org/springframework/boot";
  // Build files have an element of that name, too.
  private static final Pattern BUILD_FILE = Pattern.compile("<(project|dependency|plugin)\\b");

  private Path logs;

  @BeforeEach
  void writeTo(@TempDir Path logs) {
    this.logs = logs;
  }

  @Test
  void holdsAConfigurationForLogback() throws Exception {
    assertThat(configurations()).isNotEmpty();
  }

  /** So that {@link ExamplesTest} proves what the pages say of them. */
  @Test
  void quotesTheExamples() throws Exception {
    List<String> examples = new ArrayList<>();
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      for (Path file : files.toList()) {
        examples.add(Files.readString(file).strip());
      }
    }
    assertThat(configurations().stream().map(String::strip))
        .containsExactlyInAnyOrderElementsOf(examples);
  }

  @TestFactory
  Stream<DynamicTest> everyConfigurationLoadsAndLogs() throws Exception {
    return configurations().stream()
        .map(xml -> DynamicTest.dynamicTest(firstLines(xml), () -> assertLoadsAndLogs(xml)));
  }

  private void assertLoadsAndLogs(String xml) throws Exception {
    try (Logback logback = Logback.fromText(xml, ExamplesTest.properties(logs))) {
      assertThat(logback.problems()).isEmpty();
      logback.logger().error("Chat completion failed: {}", Payloads.QUOTA);
      logback.logger().info("Started");
      assertThat(logback.problems()).isEmpty();
    }
  }

  private static List<String> configurations() throws Exception {
    return DocPages.xml().stream()
        .filter(xml -> xml.contains("<configuration"))
        .filter(xml -> !xml.contains(SPRING_BOOT))
        .filter(xml -> !BUILD_FILE.matcher(xml).find())
        .toList();
  }

  private static String firstLines(String xml) {
    return xml.lines().limit(3).map(String::strip).reduce("", (a, b) -> a + " " + b).strip();
  }
}
