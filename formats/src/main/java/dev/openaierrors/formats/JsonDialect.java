package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How a library writes an event as a JSON object: what tells its objects from those of others, and
 * what it calls their fields. Of several names for the same the first counts that is there; a dot
 * in one leads into a nested object, where no field has the whole name.
 *
 * @param id the name by which a user asks for it
 * @param title what it is, in a few words
 * @param marks each some fields by which an object is known that has all of them, by their own
 *     names only; a slash leads into a nested object
 * @param names what the parts of an event are called
 * @param traceInMessage whether the stack trace may be a part of the message
 * @param thrown what a throwable is called that is an object; null if there is none
 * @param own what the library writes by itself: other fields are an application's key-value pairs
 * @param more reads what has no name of its own; null if there is no such thing
 */
record JsonDialect(
    String id,
    String title,
    List<List<String>> marks,
    Map<Part, List<String>> names,
    boolean traceInMessage,
    JsonThrowables.@Nullable Names thrown,
    Set<String> own,
    @Nullable BiConsumer<JsonNode, ParsedEvent> more) {

  /** What fields have a name for. */
  enum Part {
    /** No part of the event, but what the first field of an object may be called. */
    FIRST,
    TIME,
    LEVEL,
    LOGGER,
    THREAD,
    SERVICE,
    MESSAGE,
    /** The stack trace as text. */
    TRACE
  }

  List<String> names(Part part) {
    return names.getOrDefault(part, List.of());
  }

  /** Whether this object has the fields by which the dialect is known. */
  boolean fits(JsonNode line) {
    for (List<String> mark : marks) {
      if (hasAll(line, mark)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasAll(JsonNode line, List<String> mark) {
    for (String name : mark) {
      int slash = name.indexOf('/');
      JsonNode in = slash < 0 ? line : line.path(name.substring(0, slash));
      if (!in.has(name.substring(slash + 1))) {
        return false;
      }
    }
    return true;
  }

  /** Reads the fields of an event. */
  void read(JsonNode line, ParsedEvent event) {
    event.time = time(line);
    event.level = Levels.of(text(line, Part.LEVEL));
    event.logger = text(line, Part.LOGGER);
    event.thread = text(line, Part.THREAD);
    event.service = text(line, Part.SERVICE);
    String message = JsonFields.orEmpty(text(line, Part.MESSAGE));
    if (traceInMessage) {
      event.messageAndTrace(message);
    } else {
      event.message(message);
    }
    if (thrown != null) {
      thrown(line.get(thrown.field()), thrown, event);
    }
    event.trace(text(line, Part.TRACE));
    if (more != null) {
      more.accept(line, event);
    }
  }

  private @Nullable String text(JsonNode line, Part part) {
    for (String name : names(part)) {
      String text = JsonFields.text(line, name);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private @Nullable LogTime time(JsonNode line) {
    for (String name : names(Part.TIME)) {
      LogTime time = JsonTimes.of(JsonFields.node(line, name));
      if (time != null) {
        return time;
      }
    }
    return null;
  }

  /** Instead of the frames one by one, there may be the stack trace as text. */
  private static void thrown(
      @Nullable JsonNode object, JsonThrowables.Names names, ParsedEvent event) {
    String trace = object == null ? null : JsonFields.text(object, names.frames());
    if (trace == null) {
      event.thrown(JsonThrowables.of(object, names));
    } else {
      event.trace(trace);
    }
  }
}
