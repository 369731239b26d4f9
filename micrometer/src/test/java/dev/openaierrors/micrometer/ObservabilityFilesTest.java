package dev.openaierrors.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.openaierrors.error.ErrorKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is in the folder of observability is about the meters that there are. */
class ObservabilityFilesTest {

  static final Path FOLDER = Path.of("..", "observability");
  private static final Path PAGE = Path.of("..", "docs", "metrics.md");
  private static final Pattern ALERT = Pattern.compile("(?m)^ *- alert: (\\w+)$");
  private static final Pattern RUNBOOK =
      Pattern.compile("(?m)runbook_url: \\S+/(docs/\\S+)#(\\S+)$");
  private static final Pattern KIND = Pattern.compile("kind=~?\\\\?\"([a-z_|]+)\\\\?\"");
  private static final Pattern OURS = Pattern.compile("\\bopenai_[a-z_]+\\b");
  private static final ObjectMapper JSON = new ObjectMapper();

  static String read(String file) throws Exception {
    return Files.readString(FOLDER.resolve(file));
  }

  private static List<String> alerts() throws Exception {
    return ALERT.matcher(read("openai-errors.rules.yml")).results().map(it -> it.group(1)).toList();
  }

  @Test
  void everyKindIsInARule() throws Exception {
    Set<String> kinds = new TreeSet<>();
    for (MatchResult kind : KIND.matcher(read("openai-errors.rules.yml")).results().toList()) {
      kinds.addAll(List.of(kind.group(1).split("\\|", -1)));
    }
    Set<String> known = new TreeSet<>();
    for (ErrorKind kind : ErrorKind.values()) {
      known.add(kind.id());
    }
    assertThat(kinds).isEqualTo(known);
  }

  @Test
  void everyAlertHasARunbookInTheManual() throws Exception {
    String page = Files.readString(PAGE);
    List<String> anchors = new ArrayList<>();
    for (MatchResult link : RUNBOOK.matcher(read("openai-errors.rules.yml")).results().toList()) {
      assertThat(link.group(1)).isEqualTo("docs/metrics.md");
      anchors.add(link.group(2));
    }
    assertThat(anchors)
        .containsExactlyElementsOf(
            alerts().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
    assertThat(alerts()).allSatisfy(name -> assertThat(page).contains("\n### " + name + "\n"));
  }

  @Test
  void everyAlertIsTestedToFireAndNotTo() throws Exception {
    String tests = read("openai-errors.test.yml");
    assertThat(alerts())
        .allSatisfy(
            name ->
                assertThat(tests)
                    .contains("alertname: " + name + "\n        exp_alerts: []")
                    .contains("alertname: " + name + "\n        exp_alerts:\n"));
  }

  @Test
  void onlyMetersThatThereAreAreAskedFor() throws Exception {
    String page = Files.readString(PAGE);
    for (String file : List.of("openai-errors.rules.yml", "dashboard.json")) {
      String text = read(file).replaceAll("kind:openai_\\w+:\\w+", "");
      assertThat(OURS.matcher(text).results().map(MatchResult::group))
          .as(file)
          .isNotEmpty()
          .allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
    }
  }

  @Test
  void everyPanelSaysWhatItIsFor() throws Exception {
    JsonNode panels = JSON.readTree(read("dashboard.json")).get("panels");
    Set<Integer> ids = new TreeSet<>();
    for (JsonNode panel : panels) {
      assertThat(panel.get("title").asText()).isNotEmpty();
      assertThat(panel.get("description").asText()).isNotEmpty();
      assertThat(panel.get("targets")).isNotEmpty();
      ids.add(panel.get("id").asInt());
    }
    assertThat(ids).hasSize(panels.size());
  }
}
