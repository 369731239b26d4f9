package dev.openaierrors.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells where in a JSON document the events are, by its begin. */
final class JsonOutline {

  /** Names of objects and arrays around events whose context is needed, or which are in parts. */
  private static final Set<String> IN_PARTS =
      Set.of(
          "resourceLogs", "scopeLogs", "instrumentationLibraryLogs", "streams", "frames", "tables");

  /** Bytes of a literal or a number that may be missing its end. */
  private static final int LONGEST_TOKEN_CUT = 64;

  private final byte[] begin;
  private final JsonParser parser;
  private final ObjectNode own = JsonNodeFactory.instance.objectNode();
  private int recordDepth = -1;
  private boolean inParts;
  private int depth;

  private JsonOutline(byte[] begin, JsonParser parser) {
    this.begin = begin;
    this.parser = parser;
  }

  /** Null if it is no document, or one of which each line is an event. */
  static @Nullable DocumentLines of(byte[] begin, int length) {
    try (JsonParser parser = JsonTree.PARSERS.createParser(begin, 0, length)) {
      return new JsonOutline(begin, parser).document(length);
    } catch (IOException notJson) {
      return null;
    }
  }

  private @Nullable DocumentLines document(int length) throws IOException {
    boolean array = parser.nextToken() == JsonToken.START_ARRAY;
    boolean whole;
    try {
      if (array) {
        depth = 1;
        whole = array("");
      } else {
        whole = object(true);
      }
    } catch (JsonProcessingException broken) {
      // Where the begin ends, the document is cut: that it goes on is not its fault.
      if (parser.currentLocation().getByteOffset() < length - LONGEST_TOKEN_CUT) {
        return null;
      }
      whole = false;
    }
    if (inParts) {
      return new DocumentLines("JSON document", RecordStream::new);
    }
    if (array) {
      return recordDepth == 1 ? records("JSON array", 1) : null;
    }
    return ofObjects(length, whole);
  }

  private @Nullable DocumentLines ofObjects(int length, boolean whole) {
    int end = whole ? (int) parser.currentLocation().getByteOffset() : length;
    boolean event = JsonLines.isOfALog(RecordFields.of(own));
    if (!event && recordDepth > 0) {
      return records("JSON document", recordDepth);
    }
    boolean lines = end > LogBytes.lineEnd(begin, firstByte(), end);
    return event && lines && isFollowedByMore(end, length) ? records("JSON objects", 0) : null;
  }

  private static DocumentLines records(String title, int depth) {
    return new DocumentLines(title, in -> new ChangedInput(in, new JsonRecordLines(depth)));
  }

  private int firstByte() {
    int at = 0;
    while (begin[at] != '{') {
      at++;
    }
    return at;
  }

  /** Nothing, or another object: a log may also begin with what somebody printed. */
  private boolean isFollowedByMore(int end, int length) {
    int at = end;
    while (at < length && (begin[at] == ',' || (begin[at] <= ' ' && begin[at] >= 0))) {
      at++;
    }
    return at >= length || begin[at] == '{';
  }

  /** Reads what is left of an object, and keeps of its own fields what may tell what it is. */
  private boolean object(boolean top) throws IOException {
    depth++;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      inParts |= IN_PARTS.contains(name);
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT) {
        nested(name, top);
      } else if (value == JsonToken.START_ARRAY) {
        depth++;
        array(name);
        depth--;
      } else if (top) {
        own.set(name, JsonTree.value(parser));
      }
    }
    depth--;
    return true;
  }

  private void nested(String name, boolean top) throws IOException {
    if (top && KnownKeys.isAround(KnownKeys.plain(name)) && recordDepth < 0) {
      own.set(name, JsonTree.value(parser));
    } else {
      object(false);
    }
  }

  /** Looks at the first element of an array; the depth is that of what is in it. */
  private boolean array(String name) throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_OBJECT) {
      element();
    } else if (token == JsonToken.START_ARRAY) {
      inParts |= name.equals("results");
      parser.skipChildren();
    }
    while (token != JsonToken.END_ARRAY && token != null) {
      token = parser.nextToken();
      parser.skipChildren();
    }
    return token != null;
  }

  /** The events are the elements of the first array of which one looks like an event. */
  private void element() throws IOException {
    boolean first = recordDepth < 0;
    ObjectNode element = JsonNodeFactory.instance.objectNode();
    if (first) {
      // If it is cut, nothing else is known.
      recordDepth = depth;
    }
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      inParts |=
          IN_PARTS.contains(name) || (name.equals("values") && value == JsonToken.START_ARRAY);
      inParts |= name.equals("schema") && value == JsonToken.START_OBJECT;
      element.set(name, JsonTree.value(parser));
    }
    if (first && !JsonLines.isOfALog(RecordFields.of(element))) {
      recordDepth = -1;
    }
  }
}
