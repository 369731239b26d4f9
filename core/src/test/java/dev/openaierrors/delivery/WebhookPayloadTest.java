package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
  void ofAnAlert() throws Exception {
    assertThat(JSON.readTree(WebhookSink.json(TestAlert.firing("01JD5"))))
        .isEqualTo(
            JSON.readTree(
                """
                {"schema":"openai-alert/1","id":"01JD5","state":"firing","rule":"quota",
                 "severity":"critical","kind":"insufficient_quota",
                 "code":"project_spend_limit_exceeded",
                 "title":"OpenAI quota exhausted: chat-api (prod)",
                 "summary":"41 refusals since 09:12:07 (27 min), 1.5/min",
                 "service":"chat-api","environment":"prod","instance":"chat-api-7d9f-x2",
                 "provider":"openai","at":"2026-11-23T09:39:12.001Z",
                 "startsAt":"2026-11-23T09:12:07.114Z","lastSeen":"2026-11-23T09:39:12.001Z",
                 "count":41,"repeats":24,"ratePerMinute":1.5,"peakPerMinute":9,"reminder":0,
                 "flapping":false,"retryable":false,"retryAfter":2,
                 "quietUntil":"2026-11-23T10:09:12.001Z","nextNotice":"2026-11-23T10:12:07.114Z",
                 "facets":{"model":{"gpt-4o":30,"o3":11},"logger":{"c.a.ChatService":41},
                           "limit":{}},
                 "sample":{"at":"2026-11-23T09:12:07.114Z","logger":"c.a.ChatService",
                           "message":"429 You exceeded your current quota.","requestId":"req_7"},
                 "cause":"This project reached its spend limit.",
                 "fix":"Raise or remove the project's limit, or wait for the monthly reset.",
                 "nextStep":"Owner: open the project's limits page.",
                 "guide":"https://platform.openai.com/docs/guides/error-codes","reason":null}
                """));
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
