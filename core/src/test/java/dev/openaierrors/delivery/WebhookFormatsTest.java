package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a webhook gets in the forms of vendors, within their limits. */
class WebhookFormatsTest {

  private static final String ROCKET = "\ud83d\ude80";

  private Loopback server;

  @BeforeEach
  void start() throws Exception {
    server = Loopback.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private List<JsonNode> sent(WebhookFormat format, Alert... alerts) throws Exception {
    server.requests.clear();
    AlertSink sink = AlertSinks.webhook(server.uri(""), Map.of("Authorization", "X"), format);
    for (Alert alert : alerts) {
      sink.send(alert);
    }
    sink.close();
    List<JsonNode> sent = new ArrayList<>();
    for (Loopback.Request request : server.requests) {
      assertThat(request.headers()).containsEntry("content-type", "application/json");
      sent.add(VendorSchemas.check(format, request.body()));
    }
    return sent;
  }

  private JsonNode one(WebhookFormat format, Alert alert) throws Exception {
    return sent(format, alert).get(0);
  }

  static Stream<Arguments> everyStateAndSeverity() {
    return Stream.of(WebhookFormat.values())
        .flatMap(
            format ->
                Stream.of(AlertState.values())
                    .flatMap(
                        state ->
                            Stream.of(Severity.values())
                                .map(severity -> Arguments.of(format, state, severity))));
  }

  @ParameterizedTest
  @MethodSource("everyStateAndSeverity")
  void everyAlertFits(WebhookFormat format, AlertState state, Severity severity) throws Exception {
    sent(
        format,
        TestAlert.of(state).severity(severity).make(),
        TestAlert.of(state).severity(severity).bare().make());
  }

  static Stream<Arguments> hugeTexts() {
    return Stream.of(WebhookFormat.values())
        .filter(format -> format != WebhookFormat.JSON)
        .flatMap(
            format ->
                Stream.of("x", "\"", "\\", "\u0001", "\u6f22", ROCKET, "a" + ROCKET, "<", "](", "@")
                    .map(unit -> Arguments.of(format, unit)));
  }

  /** Nor is half a character in it, or half an escape: it would be no JSON, or not the text. */
  @ParameterizedTest
  @MethodSource("hugeTexts")
  void hugeTextKeepsToTheLimits(WebhookFormat format, String unit) throws Exception {
    for (int shift = 0; shift < 2; shift++) {
      String text = "y".repeat(shift) + unit.repeat(20_000);
      Alert alert = TestAlert.of(AlertState.FIRING).everyText(text).group(text).make();

      JsonNode json = one(format, alert);

      assertThat(
              json.toString().replace(".com/?q", "").chars().filter(c -> c == '?' || c == 0xfffd))
          .as("what stands for half a character")
          .isEmpty();
      assertThat(json.toString()).contains("\u2026");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FIRING, CRITICAL, attention, 14232864, \ud83d\udd34",
    "REMINDER, WARNING, warning, 16224265, \ud83d\udfe0",
    "FIRING, INFO, accent, 1405167, \ud83d\udd35",
    "RESOLVED, CRITICAL, good, 1226602, \u2705",
  })
  void theSeverityIsSeenByColourAndInWords(
      AlertState state, Severity severity, String style, int color, String emoji) throws Exception {
    Alert alert = TestAlert.of(state).severity(severity).make();

    JsonNode teams = one(WebhookFormat.TEAMS, alert);
    JsonNode discord = one(WebhookFormat.DISCORD, alert);
    JsonNode chat = one(WebhookFormat.GOOGLE_CHAT, alert);

    assertThat(teams.at("/attachments/0/content/body/0/style").asText()).isEqualTo(style);
    assertThat(discord.at("/embeds/0/color").asInt()).isEqualTo(color);
    assertThat(discord.path("content").asText()).startsWith(emoji);
    assertThat(chat.path("text").asText()).startsWith(emoji);
    assertThat(List.of(teams, discord, chat))
        .allSatisfy(json -> assertThat(json.toString()).contains(severity.id(), state.name()));
  }

  @ParameterizedTest
  @EnumSource(names = {"TEAMS", "GOOGLE_CHAT", "DISCORD", "OPSGENIE"})
  void saysWhatWhereSinceWhenAndWhatToDo(WebhookFormat format) throws Exception {
    assertThat(one(format, TestAlert.firing("01JD5")).toString())
        .contains(
            "[FIRING] OpenAI quota exhausted: chat-api (prod)",
            "41 refusals since 09:12:07 (27 min), 1.5/min. Not retryable.",
            "Raise or remove the project's limit",
            "Owner: open the project's limits page.",
            "gpt-4o 30, o3 11",
            "chat-api-7d9f-x2",
            "429 You exceeded your current quota.",
            "01JD5",
            "https://platform.openai.com/docs/guides/error-codes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<users/all> <!here>", "[click](https://evil.example)", "@everyone <@1>"})
  void nobodyIsCalledAndNothingLinkedByTheTextOfAStranger(String hostile) throws Exception {
    Alert alert = TestAlert.of(AlertState.FIRING).everyText(hostile).make();

    assertThat(one(WebhookFormat.TEAMS, alert).toString()).doesNotContain("](");
    assertThat(one(WebhookFormat.GOOGLE_CHAT, alert).path("text").asText())
        .doesNotContain("<users", "<!", "<@");
    assertThat(one(WebhookFormat.DISCORD, alert).at("/allowed_mentions/parse")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"CRITICAL, P1", "WARNING, P3", "INFO, P5"})
  void opsgenieHasAPriorityForEachSeverity(Severity severity, String priority) throws Exception {
    Alert alert = TestAlert.of(AlertState.FIRING).severity(severity).make();

    assertThat(one(WebhookFormat.OPSGENIE, alert).path("priority").asText()).isEqualTo(priority);
  }

  @Test
  void opsgenieIsToldTheEndAtTheAddressOfTheAlias() throws Exception {
    List<JsonNode> sent =
        sent(
            WebhookFormat.OPSGENIE,
            TestAlert.of(AlertState.FIRING).group("model a/b c+d").make(),
            TestAlert.of(AlertState.ONGOING).group("model a/b c+d").make(),
            TestAlert.of(AlertState.RESOLVED).group("model a/b c+d").make());

    assertThat(sent.get(0).path("alias").asText())
        .isEqualTo("openai:chat-api:prod:quota:openai:model a_b c+d")
        .isEqualTo(sent.get(1).path("alias").asText());
    assertThat(sent.get(2).path("note").asText()).startsWith("41 refusals");
    assertThat(server.requests)
        .extracting(Loopback.Request::line)
        .containsExactly(
            "POST /v2/alerts HTTP/1.1",
            "POST /v2/alerts HTTP/1.1",
            "POST /v2/alerts/openai%3Achat-api%3Aprod%3Aquota%3Aopenai%3Amodel%20a_b%20c%2Bd/close"
                + "?identifierType=alias HTTP/1.1");
    assertThat(server.requests)
        .allSatisfy(request -> assertThat(request.headers()).containsEntry("authorization", "X"));
  }

  @Test
  void opsgenieClosesATestAndWhatIsSharedOnlyWithItsLast() throws Exception {
    sent(
        WebhookFormat.OPSGENIE,
        TestAlert.of(AlertState.TEST).make(),
        TestAlert.firing("a"),
        TestAlert.firing("b"),
        TestAlert.of(AlertState.RESOLVED).id("a").make(),
        TestAlert.of(AlertState.RESOLVED).id("b").make());

    assertThat(server.requests)
        .extracting(request -> request.line().contains("/close?"))
        .containsExactly(false, true, false, false, true);
    assertThat(server.requests.get(1).line()).contains("%3Atest/close");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/v2/alerts", "/v2/alerts/"})
  void opsgeniesAddressMayHaveThePathOfTheApi(String path) throws Exception {
    AlertSink sink = AlertSinks.webhook(server.uri(path), Map.of(), WebhookFormat.OPSGENIE);
    sink.send(TestAlert.firing("a"));
    sink.close();

    assertThat(server.requests.get(0).line()).isEqualTo("POST /v2/alerts HTTP/1.1");
  }

  @ParameterizedTest
  @EnumSource
  void opsgenieGetsStatesAndTheOthersNotices(WebhookFormat format) {
    AlertSink sink = AlertSinks.webhook(server.uri("/"), Map.of(), format);
    boolean states = format == WebhookFormat.OPSGENIE;

    assertThat(sink.keepsState()).isEqualTo(states);
    assertThat(sink.wants(AlertState.ONGOING)).isEqualTo(states);
    assertThat(sink.wants(AlertState.STOPPED)).isEqualTo(!states);
    assertThat(sink.wants(AlertState.DIGEST)).isEqualTo(!states);
    assertThat(sink.wants(AlertState.RESOLVED)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "abc, 3, abc",
    "abcd, 3, \u2026",
    "abcde, 4, a\u2026",
    "\u00e4\u00e4\u00e4, 5, \u00e4\u2026",
    "\ud83d\ude80\ud83d\ude80, 7, \ud83d\ude80\u2026",
    "\ud83d\ude80\ud83d\ude80, 6, \u2026"
  })
  void bytesAreCutBetweenCharacters(String text, int most, String cut) {
    assertThat(ChatText.truncateBytes(text, most)).isEqualTo(cut);
  }
}
