package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.openaierrors.DocPages;
import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.InvalidValueException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body of the user's own, with places. */
class BodyTemplateTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static String filled(String template, Alert alert) {
    return BodyTemplate.parse(template).fill(alert, Escaping.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{title}|OpenAI quota exhausted: chat-api (prod)",
        "{TITLE}|OpenAI quota exhausted: chat-api (prod)",
        "{{id}}|{01JD5}",
        "{id}{state}|01JD5firing",
        "{id{id}id}|{id01JD5id}",
        "{ id }|{ id }",
        "{other} {} { } {\"a\":{}} }{|{other} {} { } {\"a\":{}} }{",
        "{id|{id",
        "{|{",
        "{severity} {rule} {kind} {code}|critical quota insufficient_quota project_spend_limit_exceeded",
        "{count} {ratePerMinute} {retryable}|41 1.5 false",
        "{color} {colorNumber}|#D92D20 14232864",
        "{service} {environment} {instance}|chat-api prod chat-api-7d9f-x2",
        "{key}|openai/chat-api/prod/quota/openai",
        "{startsAt} {lastSeen}|2026-11-23T09:12:07.114Z 2026-11-23T09:39:12.001Z",
        "{sample}|429 You exceeded your current quota.",
        "'{reason}{group}'|''",
      })
  void onlyKnownNamesBetweenBracesArePlaces(String template, String body) {
    assertThat(filled(template, TestAlert.firing("01JD5"))).isEqualTo(body);
  }

  @ParameterizedTest
  @EnumSource
  void whatAnAlertDoesNotSayIsEmpty(AlertState state) {
    String all = "{" + String.join("}{", BodyTemplate.places()) + "}";

    assertThat(filled(all, TestAlert.of(state).bare().make())).doesNotContain("null", "{");
  }

  static List<String> units() {
    return List.of(
        "x", "\"", "\\", "\u0001", "\n", "\u6f22", "\ud83d\ude80", "\u2028", "&", "%", "+");
  }

  @ParameterizedTest
  @MethodSource("units")
  void aValueIsOneValueAndNoLongerThanItMayBe(String unit) throws Exception {
    for (int shift = 0; shift < 2; shift++) {
      String text = "y".repeat(shift) + unit.repeat(5_000);
      Alert alert = TestAlert.of(AlertState.FIRING).everyText(text).make();

      JsonNode json =
          JSON.readTree(
              BodyTemplate.parse("{\"a\": \"<{title}>\", \"{fix}\": 1}")
                  .fill(alert, Escaping.JSON));
      String form = BodyTemplate.parse("a={title}&b={rule}").fill(alert, Escaping.FORM);

      String shown = json.path("a").asText();
      assertThat(shown).startsWith("<" + text.substring(0, 1_000)).endsWith("\u2026>");
      assertThat(shown.length()).isLessThanOrEqualTo(2_002);
      assertThat(new String(shown.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
          .as("no half of a character")
          .isEqualTo(shown);
      assertThat(form.split("[&=]", -1)).hasSize(4).endsWith("b", "quota");
      assertThat(URLDecoder.decode(form.split("[&=]", -1)[1], StandardCharsets.UTF_8))
          .startsWith(text.substring(0, 1_000));
    }
  }

  @Test
  void manyPlacesShareTheRoom() {
    Alert alert = TestAlert.of(AlertState.FIRING).everyText("x".repeat(5_000)).make();

    assertThat(filled("{title}".repeat(200), alert).length()).isLessThanOrEqualTo(40_000);
  }

  @Test
  void whatIsTooMuchIsRefused() {
    assertThatThrownBy(() -> BodyTemplate.parse("{title}".repeat(201)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("what is given has more than 200 places; leave some out");
    assertThatThrownBy(() -> BodyTemplate.parse("x".repeat(16_385)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("what is given is longer than 16384 characters; shorten it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\": \"{title}\", \"n\": {count}, \"r\": {retryable}, \"x\": {ratePerMinute}}|true",
        "[{}, {\"{rule}\": null}]|true",
        "\"{title}\"|true",
        "{\"a\": {title}}|false",
        "{\"a\": \"{title}\"|false",
        "{\"a\": 1} {\"b\": 2}|false",
        "{\"a\": \"\\{title}\"}|false",
        "{'a': '{title}'}|false",
        "{title}|false",
        "plain|false",
      },
      quoteCharacter = '`')
  void isJsonOrNot(String template, boolean json) {
    assertThat(BodyTemplate.parse(template).isJson()).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 1_000, 4_000})
  void deepNestingIsNoJsonForUs(int depth) {
    assertThat(BodyTemplate.parse("[".repeat(depth) + "]".repeat(depth)).isJson())
        .isEqualTo(depth < 100);
  }

  @Test
  void saysWhichWordsAreNoPlaces() {
    assertThat(BodyTemplate.otherWords("{titel} {title} {x1} {} {Other} {titel}"))
        .containsExactly("titel", "Other");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, JSON",
    "application/json; charset=utf-8, JSON",
    "application/vnd.acme+json, JSON",
    "APPLICATION/JSON, JSON",
    "application/x-www-form-urlencoded, FORM",
    "text/plain;charset=UTF-8, NONE",
    "text/html, ",
    "application/xml, ",
    "json, ",
    "'', "
  })
  void theTypeSaysHowValuesAreEscaped(String type, @Nullable Escaping escaping) {
    assertThat(Escaping.of(type)).isEqualTo(escaping);
  }

  @Test
  void aHeaderOfTheUsersOwnWins() throws Exception {
    try (Loopback server = Loopback.start()) {
      AlertSink sink =
          AlertSinks.webhook(
              server.uri("/"),
              Map.of("content-type", "application/vnd.acme+json"),
              BodyTemplate.parse("{}"),
              "application/json");
      sink.send(TestAlert.firing("a"));
      sink.close();

      assertThat(server.requests.get(0).headers())
          .containsEntry("content-type", "application/vnd.acme+json");
    }
  }

  @Test
  void whatIsNoJsonIsRefusedInASentence() {
    assertThatThrownBy(
            () ->
                AlertSinks.webhook(
                    URI.create("https://example.org"),
                    Map.of(),
                    BodyTemplate.parse("{title}"),
                    "application/json"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("body: is no JSON once its places are filled")
        .hasMessageEndingWith(".");
  }

  @Test
  void thePageNamesEachPlace() throws Exception {
    String page = Files.readString(DocPages.page("destinations.md"));

    assertThat(BodyTemplate.places())
        .allSatisfy(place -> assertThat(page).contains("`{" + place + "}`"));
  }
}
