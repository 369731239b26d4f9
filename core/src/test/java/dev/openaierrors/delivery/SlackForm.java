package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * A message as Slack's pages on incoming webhooks and on Block Kit describe it: which blocks there
 * are, what is in them, and how long it may be.
 */
final class SlackForm {

  // Longer ones are cut.
  private static final int LONGEST_FALLBACK = 4_000;
  private static final int MOST_BLOCKS = 50;
  private static final int LONGEST_HEADER = 150;
  private static final int LONGEST_TEXT = 3_000;
  private static final int LONGEST_FIELD = 2_000;
  private static final int MOST_FIELDS = 10;
  private static final int MOST_ELEMENTS = 10;

  private SlackForm() {}

  /**
   * Reads one.
   *
   * @throws AssertionError if it is none
   */
  static JsonNode check(String body) {
    JsonNode message;
    try {
      message = new ObjectMapper().readTree(body);
    } catch (IOException noJson) {
      throw new AssertionError("no JSON", noJson);
    }
    assertThat(message.fieldNames()).toIterable().isSubsetOf("text", "blocks");
    // What a notification and a screen reader say.
    assertThat(message.path("text").isTextual()).as("a fallback text").isTrue();
    assertThat(message.get("text").asText()).isNotBlank().hasSizeLessThan(LONGEST_FALLBACK);
    assertThat(message.path("blocks").size()).isBetween(1, MOST_BLOCKS);
    message.get("blocks").forEach(SlackForm::checkBlock);
    return message;
  }

  private static void checkBlock(JsonNode block) {
    switch (block.path("type").asText()) {
      case "header" -> {
        assertThat(block.fieldNames()).toIterable().isSubsetOf("type", "text", "block_id");
        assertThat(block.at("/text/type").asText()).isEqualTo("plain_text");
        checkText(block.path("text"), LONGEST_HEADER);
      }
      case "section" -> checkSection(block);
      case "context" -> {
        assertThat(block.fieldNames()).toIterable().isSubsetOf("type", "elements", "block_id");
        assertThat(block.path("elements").size()).isBetween(1, MOST_ELEMENTS);
        block.get("elements").forEach(element -> checkText(element, LONGEST_TEXT));
      }
      case "divider" -> assertThat(block.fieldNames()).toIterable().isSubsetOf("type", "block_id");
      default -> throw new AssertionError("a block of an unknown type: " + block);
    }
  }

  private static void checkSection(JsonNode section) {
    assertThat(section.fieldNames()).toIterable().isSubsetOf("type", "text", "fields", "block_id");
    assertThat(section.has("text") || section.has("fields")).as("text or fields").isTrue();
    if (section.has("text")) {
      checkText(section.get("text"), LONGEST_TEXT);
    }
    if (section.has("fields")) {
      assertThat(section.get("fields").size()).isBetween(1, MOST_FIELDS);
      section.get("fields").forEach(field -> checkText(field, LONGEST_FIELD));
    }
  }

  private static void checkText(JsonNode text, int longest) {
    String type = text.path("type").asText();
    assertThat(type).isIn("plain_text", "mrkdwn");
    String only = type.equals("mrkdwn") ? "verbatim" : "emoji";
    assertThat(text.fieldNames()).toIterable().isSubsetOf("type", "text", only);
    assertThat(text.path("text").isTextual()).isTrue();
    assertThat(text.get("text").asText()).hasSizeBetween(1, longest);
    assertThat(text.path(only).isMissingNode() || text.path(only).isBoolean()).isTrue();
  }
}
