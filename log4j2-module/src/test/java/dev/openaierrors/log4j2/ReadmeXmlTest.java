package dev.openaierrors.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README quotes the examples, and {@link ExamplesTest} proves what it says of them. */
class ReadmeXmlTest {

  private static final Path README = Path.of("..", "README.md");
  private static final Path EXAMPLES = Path.of("src", "test", "resources", "examples");
  private static final Pattern XML_BLOCK = Pattern.compile("(?ms)^```xml\n(.*?)^```");

  @Test
  void quotesTheExamples() throws Exception {
    List<String> examples = new ArrayList<>();
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      for (Path file : files.toList()) {
        examples.add(Files.readString(file).strip());
      }
    }
    assertThat(
            XML_BLOCK
                .matcher(Files.readString(README))
                .results()
                .map(block -> block.group(1).strip())
                .filter(xml -> xml.startsWith("<Configuration")))
        .containsExactlyInAnyOrderElementsOf(examples);
  }
}
