package dev.openaierrors.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recipes show what the tests ran. */
class DocsTest {

  @ParameterizedTest
  @ValueSource(strings = {"OpenAiRetries", "PlainRetry", "Resilience4jRetry", "SpringRetryPolicy"})
  void everyLineOfARecipeIsOfItsSource(String name) throws IOException {
    String source =
        Files.readString(Path.of("src/main/java/dev/openaierrors/retry").resolve(name + ".java"));
    String page = Files.readString(Path.of("../../docs/recipes.md"));
    String block = page.substring(page.indexOf("<!-- " + name + " -->"));
    String code = block.substring(block.indexOf("```java\n") + 8, block.indexOf("\n```\n"));
    assertThat(code.lines().map(String::strip).filter(line -> !isDeclaration(line)))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(source).contains(line));
  }

  /** A value has a name on the page, and is returned in the source. */
  private static boolean isDeclaration(String line) {
    return line.equals("RetryConfig config =") || line.startsWith("RetryConfig.custom()");
  }
}
