package dev.openaierrors.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.DocPages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages quote the examples, and {@link ExamplesTest} proves what they say of them. */
class DocsXmlTest {

  private static final Path EXAMPLES = Path.of("src", "test", "resources", "examples");

  @Test
  void quotesTheExamples() throws Exception {
    List<String> examples = new ArrayList<>();
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      for (Path file : files.toList()) {
        examples.add(Files.readString(file).strip());
      }
    }
    assertThat(
            DocPages.xml().stream()
                .map(String::strip)
                .filter(xml -> xml.contains("<Configuration")))
        .containsExactlyInAnyOrderElementsOf(examples);
  }
}
