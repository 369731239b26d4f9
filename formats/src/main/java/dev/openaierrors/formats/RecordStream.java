package dev.openaierrors.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Makes an object on a line of its own of each event of documents in which an event is in parts, or
 * needs what stands around it: OpenTelemetry's, the answers of Loki, Grafana, Azure's and
 * CloudWatch's queries. Of the document, no more than an event and what is around it is in memory.
 */
final class RecordStream extends MadeLines {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonParser parser;
  private final StringBuilder made = new StringBuilder();

  /** The names of what is open; of an array's element, that of the array and brackets. */
  private final Deque<String> open = new ArrayDeque<>();

  /** Of the document, where the text stands that is being read. */
  private int textLine;

  private @Nullable JsonNode resource;
  private @Nullable JsonNode scope;
  private @Nullable JsonNode labels;
  private @Nullable JsonNode columns;

  RecordStream(InputStream document) {
    try {
      parser = JsonTree.PARSERS.createParser(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  @Override
  byte @Nullable [] nextLines() throws IOException {
    made.setLength(0);
    while (made.length() == 0) {
      if (!step()) {
        return null;
      }
    }
    return made.toString().getBytes(StandardCharsets.UTF_8);
  }

  private boolean step() throws IOException {
    try {
      return next();
    } catch (JsonProcessingException broken) {
      throw new IOException("the JSON document is broken or ends in its middle", broken);
    }
  }

  /** Goes on by one value, or into one; false at the end. */
  private boolean next() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      return false;
    }
    switch (token) {
      case START_OBJECT, START_ARRAY -> {
        textLine = parser.currentTokenLocation().getLineNr();
        begin(name());
        if (made.length() > 0) {
          from(textLine);
        }
      }
      case END_OBJECT, END_ARRAY -> open.pop();
      default -> {
        // What has no parts is no event and has none.
      }
    }
    return true;
  }

  private String name() throws IOException {
    String name = parser.currentName();
    return name == null ? open.isEmpty() ? "" : open.element() : name;
  }

  private boolean isInArray() {
    return parser.getParsingContext().getParent().inArray();
  }

  private void begin(String name) throws IOException {
    boolean element = isInArray();
    boolean array = parser.currentToken() == JsonToken.START_ARRAY;
    if (element && !array && isRecord(name)) {
      telemetry(JsonTree.value(parser));
    } else if (element && array && name.equals("values") && labels != null) {
      line(cells());
    } else if (element && array && name.equals("rows") && columns != null) {
      row(cells());
    } else if (element && array && name.equals("results")) {
      pairs(JsonTree.value(parser));
    } else if (!element && !keep(name)) {
      open.push(name);
    } else if (element) {
      open.push(name);
    }
  }

  /** The values of a row, the longest text of which is the one to be found again. */
  private JsonNode cells() throws IOException {
    ArrayNode cells = NODES.arrayNode();
    int longest = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
      int line = parser.currentTokenLocation().getLineNr();
      JsonNode cell = JsonTree.value(parser);
      if (cell.isTextual() && cell.textValue().length() > longest) {
        longest = cell.textValue().length();
        textLine = line;
      }
      cells.add(cell);
    }
    return cells;
  }

  private static boolean isRecord(String name) {
    return name.equals("logRecords");
  }

  /** Whether this is what later events need. */
  private boolean keep(String name) throws IOException {
    switch (name) {
      case "resource" -> resource = JsonTree.value(parser);
      case "scope" -> scope = JsonTree.value(parser);
      case "stream" -> labels = JsonTree.value(parser);
      case "columns" -> columns = JsonTree.value(parser);
      case "schema" -> columns = JsonTree.value(parser).path("fields");
      case "data" -> {
        if (columns == null || open.isEmpty()) {
          return false;
        }
        frame(JsonTree.value(parser).path("values"));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** A record of OpenTelemetry's. */
  private void telemetry(JsonNode log) {
    if (log instanceof ObjectNode event) {
      set(event, "resource", resource);
      set(event, "scope", scope);
      add(event);
    }
  }

  private static void set(ObjectNode event, String name, @Nullable JsonNode value) {
    if (value != null) {
      event.set(name, value);
    }
  }

  /** A line of Loki's: its time, its text. */
  private void line(JsonNode pair) {
    ObjectNode event = NODES.objectNode();
    event.set("timestamp", pair.path(0));
    event.set("line", pair.path(1));
    set(event, "labels", labels);
    add(event);
  }

  /** A row of Azure's tables. */
  private void row(JsonNode cells) {
    ObjectNode event = NODES.objectNode();
    JsonNode names = columns;
    for (int i = 0; names != null && i < Math.min(cells.size(), names.size()); i++) {
      event.set(names.path(i).path("name").asText(), cells.path(i));
    }
    add(event);
  }

  /** Grafana has column after column. */
  private void frame(JsonNode values) {
    JsonNode names = columns;
    for (int row = 0; names != null && row < values.path(0).size(); row++) {
      ObjectNode event = NODES.objectNode();
      for (int i = 0; i < Math.min(values.size(), names.size()); i++) {
        event.set(names.path(i).path("name").asText(), values.path(i).path(row));
      }
      add(event);
    }
  }

  /** CloudWatch has a list of names and values for each row. */
  private void pairs(JsonNode fields) {
    ObjectNode event = NODES.objectNode();
    for (JsonNode pair : fields) {
      event.set(pair.path("field").asText(), pair.path("value"));
    }
    add(event);
  }

  private void add(JsonNode event) {
    JsonText.write(event, made);
    made.append('\n');
  }
}
