package dev.openaierrors.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object into a tree, forgiving what loggers get wrong. Put together here and not by
 * Jackson's mapper, for the start budget of the command (docs/performance.md).
 */
final class JsonTree {

  static final JsonFactory PARSERS =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Values of one object, which take much more memory than the bytes they are read from. */
  private static final int MAX_VALUES = 20_000;

  private final JsonParser parser;
  private int values;

  private JsonTree(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * The object at the beginning of the text; null if there is none.
   *
   * @throws IOException if it is cut or broken, nested deeper than Jackson reads, or of very many
   *     values
   */
  static @Nullable ObjectNode read(byte[] bytes, int from, int to) throws IOException {
    try (JsonParser parser = PARSERS.createParser(bytes, from, to - from)) {
      return new JsonTree(parser).root();
    }
  }

  /** As of bytes. */
  static @Nullable ObjectNode read(String text) throws IOException {
    try (JsonParser parser = PARSERS.createParser(text)) {
      return new JsonTree(parser).root();
    }
  }

  /** What there is of an object that is cut or broken: its values up to there. */
  static ObjectNode partial(byte[] bytes, int from, int to) {
    ObjectNode root = NODES.objectNode();
    try (JsonParser parser = PARSERS.createParser(bytes, from, to - from)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        new JsonTree(parser).fill(root);
      }
    } catch (IOException cut) {
      // That is why it is asked for.
    }
    return root;
  }

  /**
   * The value at which a parser stands.
   *
   * @throws IOException as of an object
   */
  static JsonNode value(JsonParser parser) throws IOException {
    return new JsonTree(parser).value();
  }

  private @Nullable ObjectNode root() throws IOException {
    return parser.nextToken() == JsonToken.START_OBJECT ? object() : null;
  }

  /** The parser bounds how deep this goes. */
  private ObjectNode object() throws IOException {
    ObjectNode object = NODES.objectNode();
    fill(object);
    return object;
  }

  private void fill(ObjectNode object) throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      // Libraries write their own fields before those of the application, which may be called so.
      object.putIfAbsent(name, value());
    }
  }

  private ArrayNode array() throws IOException {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value());
    }
    return array;
  }

  private JsonNode value() throws IOException {
    if (++values > MAX_VALUES) {
      throw new IOException("too many values");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      default -> NODES.nullNode();
    };
  }

  private JsonNode integer() throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }
}
