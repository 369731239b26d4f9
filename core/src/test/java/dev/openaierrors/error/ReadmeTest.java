package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README's tables say what the code says. */
class ReadmeTest {

  private static final Path README = Path.of("..", "README.md");

  @Test
  void listsEveryKindAsTheCatalogueHasIt() throws Exception {
    assertThat(table("kinds"))
        .containsExactlyElementsOf(
            Arrays.stream(ErrorKind.values())
                .map(
                    kind ->
                        "| `%s` | %s | %s | %s [Page](%s) |"
                            .formatted(
                                kind.id(), retrying(kind), kind.cause(), kind.fix(), kind.page()))
                .toList());
  }

  private static String retrying(ErrorKind kind) {
    if (kind == ErrorKind.UNKNOWN) {
      return "by status";
    }
    return kind.retryable() ? "yes" : "no";
  }

  @Test
  void listsEveryField() throws Exception {
    assertThat(table("fields"))
        .containsExactlyElementsOf(
            Arrays.stream(ErrorField.values())
                .map(field -> "| `%s` | %s |".formatted(field.key(), field.meaning()))
                .toList());
  }

  /** The rows between the comments of this name, without the two of the head. */
  private static List<String> table(String name) throws Exception {
    List<String> lines = Files.readAllLines(README);
    int begin = lines.indexOf("<!-- " + name + " -->");
    int end = lines.indexOf("<!-- /" + name + " -->");
    assertThat(begin).as("begin of the table " + name).isBetween(0, end);
    return lines.subList(begin + 3, end);
  }
}
