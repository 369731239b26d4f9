package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.delivery.HttpPost.Timeouts;
import dev.openaierrors.error.ErrorKind;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an Alertmanager gets. */
class AlertmanagerPayloadTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-11-23T09:40:00Z");

  private final AlertmanagerSink sink = at(NOW);

  private static AlertmanagerSink at(Instant now) {
    HttpPost post =
        HttpDestination.post(
            "alertmanager", URI.create("http://127.0.0.1:9"), Map.of(), List.of(), Timeouts.USUAL);
    return new AlertmanagerSink(post, Clock.fixed(now, ZoneOffset.UTC));
  }

  private JsonNode json(Alert alert) throws Exception {
    return JSON.readTree(sink.json(alert)).get(0);
  }

  @Test
  void ofAnAlert() throws Exception {
    assertThat(JSON.readTree(sink.json(TestAlert.firing("01JD5"))))
        .isEqualTo(
            JSON.readTree(
                """
                [{"labels":{"alertname":"OpenAIQuota","service":"chat-api","environment":"prod",
                   "rule":"quota","provider":"openai","severity":"critical","team":"payments"},
                  "annotations":{"title":"OpenAI quota exhausted: chat-api (prod)",
                   "kind":"insufficient_quota",
                   "summary":"41 refusals since 09:12:07 (27 min), 1.5/min",
                   "description":"This project reached its spend limit.",
                   "fix":"Raise or remove the project's limit, or wait for the monthly reset.",
                   "next_step":"Owner: open the project's limits page.","retryable":"false",
                   "code":"project_spend_limit_exceeded","count":"41",
                   "models":"gpt-4o 30, o3 11","loggers":"c.a.ChatService 41",
                   "instance":"chat-api-7d9f-x2","sample":"429 You exceeded your current quota.",
                   "runbook_url":"https://wiki.example.com/runbooks/quota",
                   "log_url":"https://logs.example.com/?q=chat-api&from=1@2"},
                  "startsAt":"2026-11-23T09:12:07.114Z","endsAt":"2026-11-23T09:44:12.001Z",
                  "generatorURL":"https://platform.openai.com/docs/guides/error-codes"}]
                """));
  }

  @Test
  void withoutARunbookOfTheUsersOwnItIsTheGuide() throws Exception {
    JsonNode annotations = json(TestAlert.of(AlertState.FIRING).bare().make()).get("annotations");

    assertThat(annotations.get("runbook_url").asText())
        .isEqualTo("https://platform.openai.com/docs/guides/error-codes");
    assertThat(annotations.has("log_url")).isFalse();
  }

  @Test
  void twoInstancesHaveTheSameLabels() throws Exception {
    Alert one = TestAlert.of(AlertState.FIRING).id("a").instance("pod-a").make();
    Alert other = TestAlert.of(AlertState.REMINDER).id("b").instance("pod-b").make();

    assertThat(json(one).get("labels")).isEqualTo(json(other).get("labels"));
  }

  @Test
  void labelsStayTheSameWhileTheKindSeenMostChanges() throws Exception {
    Alert first = TestAlert.of(AlertState.FIRING).kind(ErrorKind.SERVER_ERROR).make();
    Alert later = TestAlert.of(AlertState.ONGOING).kind(ErrorKind.ENGINE_OVERLOADED).make();

    assertThat(json(first).get("labels")).isEqualTo(json(later).get("labels"));
  }

  @ParameterizedTest
  @CsvSource({"-7200", "-60", "60", "7200"})
  void theEndIsReckonedFromTheClockThatPosts(long skew) throws Exception {
    Instant now = NOW.plusSeconds(skew);
    JsonNode json = JSON.readTree(at(now).json(TestAlert.firing("a"))).get(0);

    Instant start = Instant.parse(json.get("startsAt").asText());
    Instant end = Instant.parse(json.get("endsAt").asText());
    assertThat(end).isEqualTo(now.plus(Duration.ofMinutes(5)));
    assertThat(start).as("Alertmanager refuses an end before the start").isBefore(end);
  }

  /** Else one of them would tell of the end, and the other of a beginning right after it. */
  @Test
  void theEndIsTheSameForAllMembersOfACluster() throws Exception {
    Alert alert = TestAlert.of(AlertState.ONGOING).make();
    Instant at = alert.times().at();

    assertThat(JSON.readTree(at(at.plusMillis(20)).json(alert)).get(0).get("endsAt"))
        .isEqualTo(JSON.readTree(at(at.plusSeconds(3)).json(alert)).get(0).get("endsAt"));
  }

  /** What is posted cannot be taken back, and at the beginning nobody knows what quiet is. */
  @ParameterizedTest
  @CsvSource({
    "ONGOING, 3h, 5m",
    "ONGOING, 4m, 5m",
    "ONGOING, 2m, 210s",
    "ONGOING, 1s, 91s",
    "FIRING, 3h, 5m",
    "STOPPED, 3h, 10890s",
    "STOPPED, 1s, 91s"
  })
  void holdsSomeMinutesAndTheLastWordUntilItIsQuiet(AlertState state, String quiet, String held)
      throws Exception {
    Alert alert = TestAlert.of(state).quiet(Duration.parse("PT" + quiet)).make();
    Instant at = alert.times().at();

    String end = JSON.readTree(at(at).json(alert)).get(0).get("endsAt").asText();

    assertThat(Duration.between(at, Instant.parse(end))).isEqualTo(Duration.parse("PT" + held));
  }

  @ParameterizedTest
  @EnumSource
  void getsAllButDigests(AlertState state) {
    assertThat(sink.wants(state)).isEqualTo(state != AlertState.DIGEST);
    assertThat(sink.keepsState()).isTrue();
  }

  @Test
  void nobodyResolvesWhatOthersStillSee() throws Exception {
    try (Loopback server = Loopback.start()) {
      AlertSink real = AlertSinks.alertmanager(server.uri(""));
      real.send(TestAlert.firing("a"));
      real.send(TestAlert.of(AlertState.RESOLVED).id("a").make());
      assertThat(server.requests).hasSize(1);
      real.close();
    }
  }

  /** A pod whose calls succeed again knows nothing of the others. */
  @ParameterizedTest
  @CsvSource({"pod-a, true", "pod-b, false"})
  void callsThatSucceedEndNothingThatAnotherInstancePosted(String latest, boolean ends)
      throws Exception {
    String shown = "[{\"labels\":{},\"annotations\":{\"instance\":\"%s\"}}]".formatted(latest);
    try (Loopback server = Loopback.that(any -> Reply.status("200 OK", shown))) {
      AlertSink real = AlertSinks.alertmanager(server.uri(""));
      real.send(TestAlert.of(AlertState.FIRING).instance("pod-a").make());
      real.send(
          TestAlert.of(AlertState.RESOLVED)
              .instance("pod-a")
              .group("model \"o3\"")
              .resolution(Alert.Resolution.SUCCESS)
              .make());
      real.close();

      assertThat(server.requests.get(1).line())
          .startsWith("GET /api/v2/alerts?filter=alertname%3D%22OpenAIQuota%22&")
          .contains("&filter=group%3D%22model+%5C%22o3%5C%22%22");
      String end = JSON.readTree(server.requests.get(2).body()).at("/0/endsAt").asText();
      assertThat(Instant.parse(end).isAfter(Instant.now())).isEqualTo(!ends);
    }
  }

  @Test
  void callsThatSucceedEndItAtOnceWhereNobodyCanBeAsked() throws Exception {
    try (Loopback server = Loopback.that(any -> Reply.status("405 Method Not Allowed", ""))) {
      AlertSink real = AlertSinks.alertmanager(server.uri(""));
      Alert over = TestAlert.of(AlertState.RESOLVED).resolution(Alert.Resolution.SUCCESS).make();
      assertThatThrownBy(() -> real.send(TestAlert.of(AlertState.FIRING).make())).isNotNull();
      assertThatThrownBy(() -> real.send(over)).hasMessageStartingWith("HTTP 405");
      real.close();
      assertThat(server.requests.get(2).line()).startsWith("POST ");
    }
  }

  @Test
  void callsThatSucceedEndWhatThisInstancePostedAndNothingElse() throws Exception {
    try (Loopback server = Loopback.start()) {
      AlertSink real = AlertSinks.alertmanager(server.uri(""));
      TestAlert over = TestAlert.of(AlertState.RESOLVED).resolution(Alert.Resolution.SUCCESS);
      real.send(over.id("of another instance").make());
      assertThat(server.requests).isEmpty();

      real.send(TestAlert.firing("a"));
      real.send(over.id("a").make());
      assertThat(server.requests)
          .extracting(request -> request.line().split(" ", -1)[0])
          .containsExactly("POST", "GET", "POST");
      real.close();
    }
  }

  @Test
  void callsThatSucceedEndItAtOnce() throws Exception {
    json(TestAlert.firing("a"));
    Alert over =
        TestAlert.of(AlertState.RESOLVED).id("a").resolution(Alert.Resolution.SUCCESS).make();

    assertThat(json(over).get("endsAt").asText()).isEqualTo(NOW.toString());
  }

  @Test
  void anEscalationIsAnotherAlertBesideTheFirstWhichGoesOn() throws Exception {
    json(TestAlert.of(AlertState.FIRING).id("a").severity(Severity.WARNING).make());
    Alert worse = TestAlert.of(AlertState.ESCALATED).id("a").severity(Severity.CRITICAL).make();

    assertThat(JSON.readTree(sink.json(worse)))
        .extracting(it -> it.at("/labels/severity").asText())
        .containsExactlyInAnyOrder("warning", "critical");
  }

  @Test
  void groupsAreTwoAlerts() throws Exception {
    Alert one = TestAlert.of(AlertState.FIRING).id("a").group("model gpt-4o").make();
    Alert other = TestAlert.of(AlertState.FIRING).id("b").group("model o3").make();

    assertThat(json(one).at("/labels/group").asText()).isEqualTo("model gpt-4o");
    assertThat(json(one).get("labels")).isNotEqualTo(json(other).get("labels"));
  }

  @ParameterizedTest
  @CsvSource({
    "quota, OpenAIQuota",
    "rate-limit-daily, OpenAIRateLimitDaily",
    "my rule 2, OpenAIMyRule2"
  })
  void theRuleNamesTheAlert(String rule, String name) throws Exception {
    Alert alert = TestAlert.of(AlertState.FIRING).rule(rule).make();

    assertThat(json(alert).at("/labels/alertname").asText()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/api/v2/alerts", "/prefix/", "/prefix"})
  void theAddressMayHaveAPrefix(String path) throws Exception {
    try (Loopback server = Loopback.start()) {
      AlertSink real = AlertSinks.alertmanager(server.uri(path));
      real.send(TestAlert.firing("a"));
      real.close();

      String prefix = path.startsWith("/prefix") ? "/prefix" : "";
      assertThat(server.requests.get(0).line())
          .isEqualTo("POST " + prefix + "/api/v2/alerts HTTP/1.1");
    }
  }
}
