package dev.openaierrors.analyzer.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A format whose events are JSON objects, one a line. */
abstract class JsonFormat extends LogFormat {

  private static final int MAX_PAIRS = 64;
  private static final int MAX_DEPTH = 3;

  JsonFormat(String id, String title) {
    super(id, title, "{ ");
  }

  /** Whether this object has the fields by which the format is known. */
  abstract boolean fits(JsonNode line);

  /** Reads the fields of the event. */
  abstract void read(JsonNode line, ParsedEvent event);

  /** Names of fields, beside those that were read, that are the format's own. */
  abstract Set<String> ownFields();

  @Override
  boolean begins(Cursor line, Head head) {
    head.timed = false;
    head.messageFrom = line.at();
    return JsonLine.begins(line);
  }

  @Override
  boolean isBelowInfo(byte[] bytes, int from, int to, Head head) {
    return JsonLine.saysBelowInfo(bytes, from, to);
  }

  @Override
  boolean isRoutine(LogBytes log, int from, int to, Head head) {
    return JsonLine.saysOnlyInfo(log, from, to);
  }

  @Override
  void parse(EventBytes event, Head head, ParsedEvent target) {
    int lineEnd = event.firstLineEnd();
    JsonNode line = JsonLine.parse(event.bytes(), 0, lineEnd);
    if (line == null) {
      target.messageAndTrace(event.decode(0, event.end()));
      return;
    }
    JsonFormat format = formatOf(line);
    format.read(line, target);
    if (format == this && target.message().isEmpty() && target.thrown() == null) {
      // Not as a user said: better read than lost.
      format = LogFormats.jsonFormatOf(line);
      format.read(line, target);
    }
    format.pairs(line, target, "", 0);
    if (lineEnd < event.end()) {
      target.below(event.decode(lineEnd + 1, event.end()));
    }
  }

  /** Which one reads a line; itself where a user said so. */
  JsonFormat formatOf(JsonNode line) {
    return this;
  }

  /** What applications add, as the key-value pairs that it was. */
  private void pairs(JsonNode object, ParsedEvent event, String prefix, int depth) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = prefix + field.getKey();
      if (ownFields().contains(name)
          || name.startsWith("openai.")
          || event.pairs.size() > MAX_PAIRS) {
        continue;
      }
      if (field.getValue().isTextual()) {
        event.pairs.add(Map.entry(field.getKey(), field.getValue().textValue()));
      } else if (field.getValue().isObject() && depth < MAX_DEPTH) {
        pairs(field.getValue(), event, name + ".", depth + 1);
      }
    }
  }

  /** The text of a field, by its dotted name or by the way through nested objects. */
  static @Nullable String text(JsonNode line, String name) {
    JsonNode node = node(line, name);
    return node == null || !node.isValueNode() || node.isNull() ? null : node.asText();
  }

  /** As {@link #text}, of any type. */
  static @Nullable JsonNode node(JsonNode line, String name) {
    JsonNode flat = line.get(name);
    if (flat != null) {
      return flat;
    }
    JsonNode at = line;
    for (String part : name.split("\\.", -1)) {
      at = at.get(part);
      if (at == null) {
        return null;
      }
    }
    return at;
  }

  static boolean has(JsonNode line, String... names) {
    for (String name : names) {
      if (node(line, name) == null) {
        return false;
      }
    }
    return true;
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
