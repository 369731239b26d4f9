package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events that are JSON objects, one a line: where they begin is the same for all dialects. */
final class JsonFormat extends LogFormat {

  /** Each line is of the dialect that it looks like. */
  static final JsonFormat ANY = new JsonFormat(Place.ANY);

  /** JSON between lines of text, where answers of servers stand, too. */
  static final JsonFormat STRAY = new JsonFormat(Place.BETWEEN_TEXT);

  /** In a file of JSON lines: each line that is an object is an event, whatever it begins with. */
  static final JsonFormat LINES = new JsonFormat(Place.EVERY_LINE);

  private static final int MAX_PAIRS = 64;
  private static final int MAX_DEPTH = 5;

  /** Where in a file events are objects. */
  private enum Place {
    ANY,
    BETWEEN_TEXT,
    EVERY_LINE
  }

  private final @Nullable JsonDialect only;
  private final Place place;
  private final RecordDates dates;

  private JsonFormat(Place place) {
    this(JsonDialects.OTHER, null, place, RecordDates.UNKNOWN);
  }

  private JsonFormat(
      JsonDialect named, @Nullable JsonDialect only, Place place, RecordDates dates) {
    super(named.id(), named.title());
    this.only = only;
    this.place = place;
    this.dates = dates;
  }

  /** All lines are of this dialect, as a user said. */
  static JsonFormat of(JsonDialect dialect) {
    return dialect.equals(JsonDialects.OTHER)
        ? ANY
        : new JsonFormat(dialect, dialect, Place.ANY, RecordDates.UNKNOWN);
  }

  /** The same, where dates are written so. */
  JsonFormat dated(RecordDates written) {
    return written.equals(dates)
        ? this
        : new JsonFormat(only == null ? JsonDialects.OTHER : only, only, place, written);
  }

  @Override
  boolean begins(Cursor line, Head head) {
    head.timed = false;
    head.messageFrom = line.at();
    return switch (place) {
      case ANY -> JsonLine.begins(line);
      case BETWEEN_TEXT -> JsonLine.beginsWithTime(line);
      case EVERY_LINE -> JsonLine.beginsObject(line);
    };
  }

  @Override
  boolean isTimedByHead() {
    return false;
  }

  @Override
  void parse(EventBytes event, Head head, ParsedEvent target) {
    int lineEnd = event.firstLineEnd();
    JsonNode line = JsonLine.parse(event.bytes(), 0, lineEnd);
    if (line == null) {
      surroundings(JsonTree.partial(event.bytes(), 0, lineEnd), target);
      target.messageAndTrace(event.decode(0, event.end()));
      return;
    }
    read(line, only, dates, target);
    if (lineEnd < event.end()) {
      target.below(event.decode(lineEnd + 1, event.end()));
    }
  }

  /** What an object that is cut says of an event beside its words, which are read as text. */
  private void surroundings(JsonNode line, ParsedEvent target) {
    ParsedEvent read = new ParsedEvent();
    read(line, only, dates, read);
    target.time = read.time;
    target.level = read.level;
    target.logger = read.logger;
    target.thread = read.thread;
    target.service = read.service;
  }

  /** All that an object says of an event. */
  static void read(
      JsonNode line, @Nullable JsonDialect only, RecordDates dates, ParsedEvent target) {
    JsonDialect dialect = named(line, only, target);
    Set<JsonNode> taken =
        dialect.id().equals(JsonDialects.OTHER.id()) || RecordEvents.lacks(target)
            ? RecordEvents.complete(line, target, dates)
            : Set.of();
    pairs(line, dialect.own(), taken, target, "", 0);
  }

  private static JsonDialect named(JsonNode line, @Nullable JsonDialect only, ParsedEvent target) {
    if (only != null) {
      only.read(line, target);
      if (!target.message().isEmpty() || target.thrown() != null) {
        return only;
      }
      // Not as the user said: better read than lost.
    }
    JsonDialect dialect = JsonDialects.of(line);
    dialect.read(line, target);
    return dialect;
  }

  /** What applications add, as the key-value pairs that it was. */
  private static void pairs(
      JsonNode object,
      Set<String> own,
      Set<JsonNode> taken,
      ParsedEvent event,
      String prefix,
      int depth) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = prefix + field.getKey();
      if (own.contains(name)
          || taken.contains(field.getValue())
          || name.startsWith("openai.")
          || event.pairs.size() > MAX_PAIRS) {
        continue;
      }
      if (field.getValue().isTextual()) {
        event.pairs.add(Map.entry(field.getKey(), field.getValue().textValue()));
      } else if (field.getValue().isObject() && depth < MAX_DEPTH) {
        pairs(field.getValue(), own, taken, event, name + ".", depth + 1);
      }
    }
  }
}
