package dev.openaierrors.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

  private static final String RESULT =
      """
      {"benchmark": "org.example.Log.info", "params": {"through": "%s"},
       "primaryMetric": {"rawData": [[%s]]},
       "secondaryMetrics": {"gc.alloc.rate.norm": {"rawData": [[%s]]}}}
      """;

  @TempDir private Path directory;

  @Test
  void showsWhatOurAppenderAddsAsMedianAndBestOfAllRounds() throws IOException {
    Path readme = readme("above\n<!-- table -->\nold\n<!-- /table -->\nbelow\n");

    Table.main(
        new String[] {
          readme.toString(),
          round(1, "70, 60, 80", "110, 120, 100", "2070, 2070, 2070"),
          round(2, "72, 90, 71", "130, 121, 122", "2072, 2072, 2072"),
          round(3, "71, 71, 71", "121, 121, 121", "2071, 2071, 2071")
        });

    assertThat(readme)
        .content()
        .startsWith("above\n<!-- table -->\n| Event |")
        .contains(
            "| Log.info | 71 / 60 |  | 121 / 100 | 2,071 / 2,070 | 50 / 40 |  | 120 |  | 40x |\n")
        .endsWith("|\n<!-- /table -->\nbelow\n")
        .doesNotContain("old");
  }

  @Test
  void wantsAPlaceForTheTable() throws IOException {
    Path readme = readme("no place");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Table.main(new String[] {readme.toString(), round(1, "1", "2", "3")}))
        .withMessageContaining("<!-- table -->");
  }

  private Path readme(String text) throws IOException {
    return Files.writeString(directory.resolve("README.md"), text);
  }

  private String round(int number, String direct, String appender, String regex)
      throws IOException {
    String results =
        String.join(
            ",",
            RESULT.formatted("direct", direct, "24"),
            RESULT.formatted("appender", appender, "120"),
            RESULT.formatted("regex", regex, "248"));
    return Files.writeString(directory.resolve(number + ".json"), "[" + results + "]").toString();
  }
}
