package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Reads fields of JSON objects by their dotted names or by the way through nested objects. */
final class JsonFields {

  private JsonFields() {}

  /** The text of a field; null if there is none, or it is no text, number or truth. */
  static @Nullable String text(JsonNode object, String name) {
    JsonNode node = node(object, name);
    return node == null || !node.isValueNode() || node.isNull() ? null : node.asText();
  }

  /** As {@link #text}, of any type. */
  static @Nullable JsonNode node(JsonNode object, String name) {
    JsonNode flat = object.get(name);
    if (flat != null) {
      return flat;
    }
    JsonNode at = object;
    for (String part : name.split("\\.", -1)) {
      at = at.get(part);
      if (at == null) {
        return null;
      }
    }
    return at;
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
