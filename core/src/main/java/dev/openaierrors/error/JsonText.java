package dev.openaierrors.error;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Writes a JSON tree as text, no more of it than is looked at. */
final class JsonText {

  private JsonText() {}

  /** The beginning of the tree: about {@code limit} characters, and the rest of the last value. */
  static String of(JsonNode json, int limit) {
    StringBuilder text = new StringBuilder();
    try (JsonParser tokens = json.traverse()) {
      JsonToken token = tokens.nextToken();
      while (token != null && text.length() < limit) {
        append(text, token, tokens);
        token = tokens.nextToken();
      }
    } catch (IOException notOfATree) {
      // Nothing is read from anywhere: what was written so far is all that there is.
      return text.toString();
    }
    return text.toString();
  }

  private static void append(StringBuilder text, JsonToken token, JsonParser tokens)
      throws IOException {
    switch (token) {
      case FIELD_NAME -> text.append('"').append(tokens.currentName()).append("\":");
      case START_OBJECT, START_ARRAY -> text.append(tokens.getText());
      case END_OBJECT, END_ARRAY -> text.append(tokens.getText()).append(',');
      case VALUE_STRING ->
          text.append('"').append(tokens.getText().replace("\"", "\\\"")).append("\",");
      default -> text.append(tokens.getText()).append(',');
    }
  }
}
