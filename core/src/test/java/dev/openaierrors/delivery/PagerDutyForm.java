package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An event as PagerDuty's page "Send an Alert Event" describes it, of the Events API v2: which
 * fields there are, which have to be there, and how long they may be.
 */
final class PagerDutyForm {

  private static final int MOST_BYTES = 512 * 1_024;
  private static final int KEY = 32;
  private static final int LONGEST_DEDUP_KEY = 255;
  private static final int LONGEST_SUMMARY = 1_024;

  private PagerDutyForm() {}

  /**
   * Reads one.
   *
   * @throws AssertionError if it is none
   */
  static JsonNode check(String body) {
    assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(MOST_BYTES);
    JsonNode event;
    try {
      event = new ObjectMapper().readTree(body);
    } catch (IOException noJson) {
      throw new AssertionError("no JSON", noJson);
    }
    assertThat(event.fieldNames())
        .toIterable()
        .isSubsetOf(
            "routing_key",
            "event_action",
            "dedup_key",
            "payload",
            "images",
            "links",
            "client",
            "client_url");
    assertThat(text(event, "routing_key")).hasSize(KEY);
    assertThat(text(event, "event_action")).isIn("trigger", "acknowledge", "resolve");
    assertThat(text(event, "dedup_key")).hasSizeBetween(1, LONGEST_DEDUP_KEY);
    if (event.get("event_action").asText().equals("trigger")) {
      checkPayload(event.path("payload"));
    }
    for (JsonNode link : event.path("links")) {
      assertThat(link.fieldNames()).toIterable().isSubsetOf("href", "text");
      assertThat(text(link, "href")).startsWith("http");
    }
    for (JsonNode image : event.path("images")) {
      assertThat(image.fieldNames()).toIterable().isSubsetOf("src", "href", "alt");
      assertThat(text(image, "src")).startsWith("https://");
    }
    return event;
  }

  private static void checkPayload(JsonNode payload) {
    assertThat(payload.fieldNames())
        .toIterable()
        .isSubsetOf(
            "summary",
            "source",
            "severity",
            "timestamp",
            "component",
            "group",
            "class",
            "custom_details");
    assertThat(text(payload, "summary")).hasSizeBetween(1, LONGEST_SUMMARY);
    assertThat(text(payload, "source")).isNotBlank();
    assertThat(text(payload, "severity")).isIn("critical", "error", "warning", "info");
    assertThat(Instant.parse(text(payload, "timestamp"))).isNotNull();
    for (String optional : new String[] {"component", "group", "class"}) {
      assertThat(payload.path(optional).isMissingNode() || payload.path(optional).isTextual())
          .as(optional)
          .isTrue();
    }
    assertThat(payload.path("custom_details").isObject()).isTrue();
  }

  private static String text(JsonNode object, String field) {
    assertThat(object.path(field).isTextual()).as("a text: %s", field).isTrue();
    return object.get(field).asText();
  }
}
