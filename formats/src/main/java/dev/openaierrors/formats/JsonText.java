package dev.openaierrors.formats;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Writes a tree as JSON, on one line; not by Jackson's mapper, for the start budget. */
final class JsonText {

  private JsonText() {}

  static void write(JsonNode node, StringBuilder target) {
    if (node.isObject()) {
      char before = '{';
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        target.append(before);
        string(field.getKey(), target);
        target.append(':');
        write(field.getValue(), target);
        before = ',';
      }
      target.append(before == '{' ? "{}" : "}");
    } else if (node.isArray()) {
      char before = '[';
      for (JsonNode one : node) {
        target.append(before);
        write(one, target);
        before = ',';
      }
      target.append(before == '[' ? "[]" : "]");
    } else if (node.isTextual()) {
      string(node.textValue(), target);
    } else {
      target.append(node.isMissingNode() ? "null" : node.asText());
    }
  }

  static void string(String text, StringBuilder target) {
    target.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, target);
    target.append('"');
  }
}
