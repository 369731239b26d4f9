package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What PagerDuty gets, within PagerDuty's limits. */
class PagerDutyPayloadTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY = "0123456789abcdef0123456789abcdef";

  private Loopback server;

  @BeforeEach
  void start() throws Exception {
    server = Loopback.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private List<JsonNode> sent(boolean resolves, Alert... alerts) throws Exception {
    AlertSink sink = AlertSinks.pagerDuty(server.uri("/v2/enqueue"), KEY, resolves);
    for (Alert alert : alerts) {
      sink.send(alert);
    }
    sink.close();
    List<JsonNode> sent = new ArrayList<>();
    for (Loopback.Request request : server.requests) {
      assertThat(request.line()).isEqualTo("POST /v2/enqueue HTTP/1.1");
      assertThat(request.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(512 * 1024);
      sent.add(JSON.readTree(request.body()));
    }
    return sent;
  }

  @Test
  void ofAnAlert() throws Exception {
    assertThat(sent(true, TestAlert.firing("01JD5")).get(0))
        .isEqualTo(
            JSON.readTree(
                """
                {"routing_key":"0123456789abcdef0123456789abcdef","event_action":"trigger",
                 "dedup_key":"openai/chat-api/prod/quota/openai",
                 "payload":{
                  "summary":"OpenAI quota exhausted: chat-api (prod): 41 refusals since 09:12:07 \
                (27 min), 1.5/min",
                  "source":"chat-api-7d9f-x2","severity":"critical",
                  "timestamp":"2026-11-23T09:12:07.114Z","component":"openai","group":"chat-api",
                  "class":"insufficient_quota",
                  "custom_details":{"id":"01JD5","state":"firing","rule":"quota",
                   "environment":"prod","instance":"chat-api-7d9f-x2",
                   "labels":{"team":"payments"},
                   "code":"project_spend_limit_exceeded","count":41,
                   "rate_per_minute":1.5,"peak_per_minute":9,"models":"gpt-4o 30, o3 11",
                   "loggers":"c.a.ChatService 41","retryable":false,
                   "cause":"This project reached its spend limit.",
                   "fix":"Raise or remove the project's limit, or wait for the monthly reset.",
                   "next_step":"Owner: open the project's limits page.",
                   "sample":"429 You exceeded your current quota."}},
                 "client":"openai-errors",
                 "links":[{"href":"https://wiki.example.com/runbooks/quota","text":"Runbook"},
                  {"href":"https://logs.example.com/?q=chat-api&from=1@2","text":"Logs"},
                  {"href":"https://platform.openai.com/docs/guides/error-codes",
                  "text":"Guide to this error"}]}
                """));
  }

  @Test
  void ofItsEnd() throws Exception {
    List<JsonNode> sent =
        sent(true, TestAlert.firing("a"), TestAlert.of(AlertState.RESOLVED).id("a").make());

    assertThat(sent.get(1))
        .isEqualTo(
            JSON.readTree(
                """
                {"routing_key":"0123456789abcdef0123456789abcdef","event_action":"resolve",
                 "dedup_key":"openai/chat-api/prod/quota/openai"}
                """));
  }

  @ParameterizedTest
  @EnumSource
  void everySeverityIsOneOfPagerDutys(Severity severity) throws Exception {
    JsonNode sent = sent(true, TestAlert.of(AlertState.FIRING).severity(severity).make()).get(0);

    assertThat(sent.at("/payload/severity").asText())
        .isIn("critical", "error", "warning", "info")
        .isEqualTo(severity.id());
  }

  @ParameterizedTest
  @CsvSource({
    "FIRING, true", "REMINDER, true", "ESCALATED, true", "REOPENED, true", "FLAPPING, true",
    "RESOLVED, true", "TEST, true", "ONGOING, true", "STOPPED, false", "DIGEST, false"
  })
  void getsWhatPeopleHaveToKnowAndThatItGoesOn(AlertState state, boolean wanted) {
    AlertSink sink = AlertSinks.pagerDuty(null, KEY, true);

    assertThat(sink.keepsState()).isTrue();
    assertThat(sink.wants(state)).isEqualTo(wanted);
  }

  @Test
  void aFleetHasOneIncidentAndEachGroupItsOwn() throws Exception {
    List<JsonNode> sent =
        sent(
            true,
            TestAlert.of(AlertState.FIRING).instance("pod-a").make(),
            TestAlert.of(AlertState.FIRING).instance("pod-b").make(),
            TestAlert.of(AlertState.FIRING).group("model o3").make());

    assertThat(sent)
        .extracting(json -> json.get("dedup_key").asText())
        .containsExactly(
            "openai/chat-api/prod/quota/openai",
            "openai/chat-api/prod/quota/openai",
            "openai/chat-api/prod/quota/openai/model o3");
    assertThat(sent)
        .extracting(json -> json.at("/payload/custom_details/instance").asText())
        .startsWith("pod-a", "pod-b");
    assertThat(AlertSinks.pagerDuty(null, KEY, false).wants(AlertState.RESOLVED)).isFalse();
  }

  @Test
  void oneOfTwoIncidentsDoesNotResolveTheIncidentOfBoth() throws Exception {
    List<JsonNode> sent =
        sent(
            true,
            TestAlert.firing("a"),
            TestAlert.firing("b"),
            TestAlert.of(AlertState.RESOLVED).id("a").make(),
            TestAlert.of(AlertState.RESOLVED).id("b").make());

    assertThat(sent)
        .extracting(json -> json.get("event_action").asText())
        .containsExactly("trigger", "trigger", "resolve");
  }

  @Test
  void theEndOfWhatBeganBeforeARestartIsSent() throws Exception {
    assertThat(sent(true, TestAlert.of(AlertState.RESOLVED).make())).hasSize(1);
  }

  @Test
  void aTestTouchesNoIncidentAndLeavesNone() throws Exception {
    List<JsonNode> sent = sent(true, TestAlert.of(AlertState.TEST).make());

    assertThat(sent)
        .extracting(it -> it.get("event_action").asText())
        .containsExactly("trigger", "resolve");
    assertThat(sent).allSatisfy(it -> assertThat(it.get("dedup_key").asText()).endsWith("/test"));
  }

  @Test
  void whatIsRequiredIsThereEvenIfNothingIsConfigured() throws Exception {
    JsonNode sent = sent(true, TestAlert.of(AlertState.FIRING).bare().make()).get(0);

    assertThat(sent.at("/payload/source").asText()).isEqualTo("unknown");
    assertThat(sent.get("dedup_key").asText()).isEqualTo("openai/-/-/quota/openai");
  }
}
