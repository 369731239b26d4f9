package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.DocPages;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.Dimension;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of the settings leaves none out. */
class DocsSettingsTest {

  static Stream<String> words() {
    return Stream.of(
            SettingNames.all(),
            SettingNames.ELEMENTS,
            List.of(TestAlert.PROPERTY),
            Arrays.stream(Dimension.values()).map(Dimension::id).toList())
        .flatMap(List::stream)
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("words")
  void namesIt(String word) throws IOException {
    String page = Files.readString(DocPages.page("settings.md"));
    assertThat(page.contains("`" + word + "`")).as("settings.md names " + word).isTrue();
  }

  static Stream<Arguments> defaults() {
    return SettingNames.settings()
        .filter(setting -> !setting.byDefault().isEmpty())
        .map(setting -> Arguments.of(setting.name(), setting.byDefault()));
  }

  /** In the last column of a row that names it. */
  @ParameterizedTest
  @MethodSource("defaults")
  void namesItsDefault(String name, String byDefault) throws IOException {
    List<String> rows =
        Files.readAllLines(DocPages.page("settings.md")).stream()
            .filter(line -> line.startsWith("|") && line.contains("`" + name + "`"))
            .toList();
    assertThat(rows)
        .anyMatch(row -> row.replace("`", "").endsWith("| " + byDefault + " |"), byDefault);
  }

  @Test
  void theStatesOfAnAlertAreExplained() throws IOException {
    String page = Files.readString(DocPages.page("alerts.md"));
    for (AlertState state : AlertState.values()) {
      if (state != AlertState.ONGOING) {
        assertThat(page).contains("| `" + state.id() + "` | ");
      }
    }
  }

  /** Whoever may see the MXBean, or the endpoint that shows the same, sees no more than is said. */
  @Test
  void theTableOfWhatReachesWhichPlaceHasAllThatTheBeanShows() throws IOException {
    Map<String, String> words =
        Map.of(
            "getOpen", "open incidents",
            "getErrors", "counts by kind",
            "getRates", "counts by kind",
            "getDropped", "counts by kind",
            "getSamples", "the last sample of each kind, none with `samples` off",
            "getDestinations", "destinations",
            "getMuted", "mutes");
    assertThat(Arrays.stream(AlertsMXBean.class.getMethods()).map(Method::getName))
        .filteredOn(name -> name.startsWith("get"))
        .containsExactlyInAnyOrderElementsOf(words.keySet());
    assertThat(rowOfBean(DocPages.readme().resolveSibling("SECURITY.md")))
        .contains("`openaierrors`")
        .contains(words.values());
    assertThat(rowOfBean(DocPages.page("security.md"))).contains("`openaierrors`", "sample");
  }

  private static String rowOfBean(Path page) throws IOException {
    return Files.readAllLines(page).stream()
        .filter(line -> line.startsWith("| the MXBean"))
        .findFirst()
        .orElseThrow();
  }
}
