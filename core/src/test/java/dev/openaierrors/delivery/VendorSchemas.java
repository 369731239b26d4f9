package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What vendors document of the messages that they take, as far as ours use it: what has to be
 * there, which words are known, how long it may be. Written down from their pages, not from our
 * code.
 */
public final class VendorSchemas {

  private static final ObjectMapper JSON = new ObjectMapper();

  private VendorSchemas() {}

  /** Asserts that the vendor of this format takes this message. */
  public static JsonNode check(WebhookFormat format, String message) {
    JsonNode json = read(message);
    switch (format) {
      case JSON -> assertThat(json.path("schema").asText()).isEqualTo("openai-alert/1");
      case TEAMS -> teams(json, message);
      case GOOGLE_CHAT -> googleChat(json);
      case DISCORD -> discord(json);
      case OPSGENIE -> opsgenie(json);
    }
    return json;
  }

  private static JsonNode read(String message) {
    try {
      return Objects.requireNonNull(JSON.readTree(message));
    } catch (IOException notJson) {
      throw new AssertionError(message, notJson);
    }
  }

  /**
   * Microsoft Learn, "Create and send messages" and "Limits" of the Teams connector: a message with
   * Adaptive Cards as attachments, 28 KB at most; adaptivecards.io for the card.
   */
  private static void teams(JsonNode json, String message) {
    // Libraries that tried it were refused above 21 KB.
    assertThat(message.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(21_000);
    assertThat(json.path("type").asText()).isEqualTo("message");
    assertThat(json.path("attachments")).hasSize(1);
    JsonNode attachment = json.at("/attachments/0");
    assertThat(attachment.path("contentType").asText())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    assertThat(attachment.path("contentUrl").isNull()).isTrue();
    JsonNode card = attachment.path("content");
    assertThat(card.path("type").asText()).isEqualTo("AdaptiveCard");
    assertThat(card.path("$schema").asText())
        .isEqualTo("http://adaptivecards.io/schemas/adaptive-card.json");
    // The newest that Teams shows on every device is 1.4 for workflows.
    assertThat(card.path("version").asText()).isIn("1.2", "1.3", "1.4");
    assertThat(card.path("body")).isNotEmpty();
    card.path("body").forEach(VendorSchemas::cardElement);
    for (JsonNode action : card.path("actions")) {
      assertThat(action.path("type").asText()).isEqualTo("Action.OpenUrl");
      assertThat(action.path("title").asText()).isNotEmpty();
      assertIsAnAddress(action.path("url"));
    }
  }

  private static void cardElement(JsonNode element) {
    switch (element.path("type").asText()) {
      case "Container" -> {
        assertThat(element.path("style").asText())
            .isIn("default", "emphasis", "good", "attention", "warning", "accent");
        assertThat(element.path("items")).isNotEmpty();
        element.path("items").forEach(VendorSchemas::cardElement);
      }
      case "TextBlock" -> {
        assertThat(element.path("text").asText()).isNotEmpty();
        assertThat(element.path("weight").asText("Default")).isIn("Default", "Lighter", "Bolder");
        assertThat(element.path("size").asText("Default"))
            .isIn("Default", "Small", "Medium", "Large", "ExtraLarge");
      }
      case "FactSet" -> {
        assertThat(element.path("facts")).isNotEmpty();
        for (JsonNode fact : element.path("facts")) {
          assertThat(fact.path("title").asText()).isNotEmpty();
          assertThat(fact.path("value").asText()).isNotEmpty();
        }
      }
      default -> throw new AssertionError("no element of a card: " + element);
    }
  }

  /**
   * Google, "Send messages": a text; 32,000 bytes at most now, 4,096 in what was documented before.
   */
  private static void googleChat(JsonNode json) {
    assertThat(json.fieldNames()).toIterable().containsExactly("text");
    assertThat(json.path("text").asText()).isNotEmpty();
    assertThat(json.path("text").asText().getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(4_096);
  }

  /** Discord, "Execute Webhook" and "Embed Limits". */
  private static void discord(JsonNode json) {
    assertThat(json.path("content").asText()).hasSizeBetween(1, 2_000);
    assertThat(json.path("embeds").size()).isBetween(1, 10);
    assertThat(json.at("/allowed_mentions/parse").isArray()).isTrue();
    assertThat(json.at("/allowed_mentions/parse")).isEmpty();
    int all = 0;
    for (JsonNode embed : json.path("embeds")) {
      all += length(embed.path("title"), 1, 256);
      all += length(embed.path("description"), 1, 4_096);
      all += length(embed.at("/footer/text"), 1, 2_048);
      assertThat(embed.path("color").asInt(-1)).isBetween(0, 0xFFFFFF);
      assertThat(Instant.parse(embed.path("timestamp").asText())).isNotNull();
      assertIsAnAddress(embed.path("url"));
      assertThat(embed.path("fields").size()).isLessThanOrEqualTo(25);
      for (JsonNode field : embed.path("fields")) {
        all += length(field.path("name"), 1, 256) + length(field.path("value"), 1, 1_024);
        assertThat(field.path("inline").isBoolean()).isTrue();
      }
    }
    assertThat(all).as("all embeds together").isLessThanOrEqualTo(6_000);
  }

  /** Opsgenie, "Alert API": create an alert, or close one. */
  private static void opsgenie(JsonNode json) {
    optional(json.path("user"), 100);
    optional(json.path("source"), 100);
    if (!json.has("message")) {
      assertThat(json.fieldNames()).toIterable().isSubsetOf("user", "source", "note");
      optional(json.path("note"), 25_000);
      return;
    }
    length(json.path("message"), 1, 130);
    length(json.path("alias"), 1, 512);
    length(json.path("description"), 1, 15_000);
    optional(json.path("entity"), 512);
    assertThat(json.path("priority").asText()).isIn("P1", "P2", "P3", "P4", "P5");
    assertThat(json.path("tags").size()).isLessThanOrEqualTo(20);
    json.path("tags").forEach(tag -> length(tag, 1, 50));
    int details = 0;
    assertThat(json.path("details").isObject()).isTrue();
    for (var detail : json.path("details").properties()) {
      assertThat(detail.getValue().isTextual()).as(detail.getKey()).isTrue();
      details += detail.getKey().length() + detail.getValue().asText().length();
    }
    assertThat(details).isLessThanOrEqualTo(8_000);
  }

  private static void optional(JsonNode text, int most) {
    if (!text.isMissingNode()) {
      length(text, 1, most);
    }
  }

  private static int length(JsonNode text, int least, int most) {
    assertThat(text.isTextual()).isTrue();
    assertThat(text.asText().length()).isBetween(least, most);
    return text.asText().length();
  }

  private static void assertIsAnAddress(JsonNode url) {
    assertThat(Set.copyOf(List.of("http", "https"))).contains(URI.create(url.asText()).getScheme());
  }
}
