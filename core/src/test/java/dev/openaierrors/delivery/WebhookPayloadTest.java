package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.openaierrors.DocPages;
import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The JSON that a webhook gets: the schema openai-alert/1. */
class WebhookPayloadTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void isWhatThePageShows() throws Exception {
    assertThat(JSON.readTree(WebhookSink.json(TestAlert.firing("01JD5"))))
        .isEqualTo(JSON.readTree(example()));
  }

  /** The one that the page of the destinations shows. */
  private static String example() throws IOException {
    String block = String.join("\n", DocPages.part(DocPages.page("destinations.md"), "webhook"));
    return block.substring(block.indexOf('{'), block.lastIndexOf('}') + 1);
  }

  @Test
  void aFieldWithoutValueIsNull() throws Exception {
    Alert bare = TestAlert.of(AlertState.RESOLVED).bare().make();

    JsonNode json = JSON.readTree(WebhookSink.json(bare));

    assertThat(names(json))
        .isEqualTo(names(JSON.readTree(WebhookSink.json(TestAlert.firing("a")))));
    assertThat(json.get("reason").asText()).isEqualTo("quiet");
    for (String name :
        List.of("code", "service", "environment", "instance", "retryAfter", "quietUntil")) {
      assertThat(json.get(name).isNull()).as(name).isTrue();
    }
    assertThat(json.get("sample").isNull()).isTrue();
  }

  @Test
  void everyFieldIsDocumented() throws Exception {
    String source =
        Files.readString(Path.of("src/main/java/dev/openaierrors/delivery/WebhookSink.java"));
    List<String> documented = new ArrayList<>();
    for (String line : source.lines().filter(l -> l.contains("<tr><td>")).toList()) {
      String cell = line.substring(line.indexOf("<td>") + 4, line.indexOf("</td>"));
      documented.addAll(List.of(cell.split(", ", -1)));
    }

    JsonNode json = JSON.readTree(WebhookSink.json(TestAlert.firing("a")));

    assertThat(documented).containsExactlyInAnyOrderElementsOf(names(json));
  }

  @Test
  void hostileTextIsStillJson() throws IOException {
    String hostile = "\"}],\\ \u0000\u2028 \ud800 \ud83d\ude00 </script>";
    Alert alert = TestAlert.of(AlertState.FIRING).everyText(hostile).make();

    byte[] sent = WebhookSink.json(alert).getBytes(StandardCharsets.UTF_8);

    assertThat(JSON.readTree(sent).get("title").asText())
        .isEqualTo("\"}],\\ \u0000\u2028 ? \ud83d\ude00 </script>");
  }

  private static List<String> names(JsonNode json) {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
