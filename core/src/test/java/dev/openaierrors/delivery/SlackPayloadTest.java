package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Slack gets, within Slack's limits. */
class SlackPayloadTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode json(Alert alert) throws Exception {
    return JSON.readTree(SlackSink.json(alert));
  }

  @Test
  void ofAnAlert() throws Exception {
    assertThat(json(TestAlert.firing("01JD5")))
        .isEqualTo(
            JSON.readTree(
                """
                {"text":"[FIRING] OpenAI quota exhausted: chat-api (prod)","blocks":[
                 {"type":"header","text":{"type":"plain_text","emoji":true,
                  "text":":red_circle: [FIRING] OpenAI quota exhausted: chat-api (prod)"}},
                 {"type":"section","text":{"type":"mrkdwn","verbatim":true,
                  "text":"41 refusals since 09:12:07 (27 min), 1.5/min. *Not retryable.*"}},
                 {"type":"section","fields":[
                  {"type":"mrkdwn","verbatim":true,"text":"*Code*\\nproject_spend_limit_exceeded"},
                  {"type":"mrkdwn","verbatim":true,"text":"*Models*\\ngpt-4o 30, o3 11"},
                  {"type":"mrkdwn","verbatim":true,"text":"*Loggers*\\nc.a.ChatService 41"},
                  {"type":"mrkdwn","verbatim":true,"text":"*Labels*\\nteam payments"},
                  {"type":"mrkdwn","verbatim":true,
                   "text":"*Next notice*\\n10:12 UTC"}]},
                 {"type":"section","text":{"type":"mrkdwn","verbatim":true,
                  "text":"*Fix* Raise or remove the project's limit, or wait for the monthly \
                reset.\\n*Next step* Owner: open the project's limits page."}},
                 {"type":"section","text":{"type":"mrkdwn","verbatim":true,
                  "text":"<https://wiki.example.com/runbooks/quota|Runbook> · \
                <https://logs.example.com/?q=chat-api&amp;from=1@2|Logs>"}},
                 {"type":"section","text":{"type":"mrkdwn","verbatim":true,
                  "text":"*Sample*\\n`429 You exceeded your current quota.`"}},
                 {"type":"context","elements":[{"type":"mrkdwn","verbatim":true,
                  "text":"rule quota · id 01JD5 · instance chat-api-7d9f-x2 · \
                <https://platform.openai.com/docs/guides/error-codes|guide>"}]}]}
                """));
  }

  @ParameterizedTest
  @CsvSource({
    "FIRING, CRITICAL, :red_circle: [FIRING] ",
    "REMINDER, WARNING, :large_orange_circle: [REMINDER] ",
    "FIRING, INFO, :large_blue_circle: [FIRING] ",
    "RESOLVED, CRITICAL, :white_check_mark: [RESOLVED] ",
  })
  void theStateIsSeenAtOnce(AlertState state, Severity severity, String begin) throws Exception {
    Alert alert = TestAlert.of(state).severity(severity).make();

    assertThat(json(alert).at("/blocks/0/text/text").asText()).startsWith(begin.strip());
  }

  @ParameterizedTest
  @EnumSource
  void everyStateCanBeShown(AlertState state) throws Exception {
    assertThat(json(TestAlert.of(state).make()).get("blocks")).isNotEmpty();
    assertThat(json(TestAlert.of(state).bare().make()).get("blocks")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@here @channel @everyone",
        "<!here> <!channel> <!everyone> <!subteam^S1>",
        "<@U123> <#C123> <https://evil.example|click>",
        "&lt;!channel&gt; & &amp;",
      })
  void nobodyIsCalledByTheTextOfAStranger(String hostile) throws Exception {
    Alert alert = TestAlert.of(AlertState.FIRING).everyText(hostile).make();

    for (JsonNode text : json(alert).findValues("text")) {
      String shown =
          text.asText()
              .replace("<https://platform.openai.com/docs/guides/error-codes|guide>", "")
              .replace("<https://wiki.example.com/runbooks/quota|Runbook>", "")
              .replace("<https://logs.example.com/?q=chat-api&amp;from=1@2|Logs>", "");
      assertThat(shown).doesNotContain("<", ">", "@here", "@channel", "@everyone", "@U123");
      assertThat(shown.replaceAll("&(amp|lt|gt);", "")).doesNotContain("&");
    }
  }

  @Test
  void aLinkIsWholeOrMissing() throws Exception {
    Alert alert = TestAlert.firing("a");
    String most = "https://acme.com/" + "x".repeat(1_383);

    assertThat(SlackSink.json(alert.withText(alert.text().withLinks(most, most))))
        .contains("<" + most + "|Runbook> · <" + most + "|Logs>");
    assertThat(SlackSink.json(alert.withText(alert.text().withLinks(most + "x", "https://b/"))))
        .contains("\"<https://b/|Logs>\"")
        .doesNotContain("Runbook");
    assertThat(SlackSink.json(alert.withText(alert.text().withLinks(null, null))))
        .doesNotContain("Runbook", "Logs>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "<", "&", "@", "`", "\ud83d\ude00", "long word "})
  void hugeTextKeepsToTheLimits(String unit) throws Exception {
    Alert alert = TestAlert.of(AlertState.FIRING).everyText(unit.repeat(100_000)).make();
    String sent = SlackSink.json(alert);
    JsonNode json = JSON.readTree(sent);
    JsonNode blocks = json.get("blocks");

    assertThat(sent.length()).isLessThan(13_000);
    assertThat(blocks.size()).isLessThanOrEqualTo(50);
    for (JsonNode block : blocks) {
      int limit =
          switch (block.get("type").asText()) {
            case "header" -> 150;
            case "section" -> block.has("fields") ? 2_000 : 3_000;
            default -> 2_000;
          };
      block.findValues("text").stream()
          .filter(JsonNode::isTextual)
          .forEach(text -> assertThat(text.asText()).hasSizeBetween(1, limit));
      assertThat(block.path("fields").size()).isLessThanOrEqualTo(10);
    }
    assertThat(json.get("text").asText()).endsWith("…").hasSizeLessThan(200);
  }
}
