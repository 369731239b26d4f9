package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.openaierrors.formats.RecordFields.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** JSON lines with a line of text each: Filebeat's, Vector's, Fluent Bit's, stern's, logcli's. */
final class JsonTextWrapping extends RecordWrapping {

  private static final int MAX_LOOKED_AT = 200;

  /** Where in the objects the text is, and behind it what their stream is told by. */
  private final List<JsonGlance.Place> places;

  JsonTextWrapping() {
    this(false, List.of(), RecordDates.UNKNOWN);
  }

  private JsonTextWrapping(boolean newestFirst, List<JsonGlance.Place> places, RecordDates dates) {
    super("json-text", "text in JSON", newestFirst, dates);
    this.places = places;
  }

  @Override
  @Nullable ObjectNode record(Cursor line) {
    line.skipBlanks();
    return line.peek() == '{'
            && JsonLine.parse(line.bytes(), line.at(), line.end()) instanceof ObjectNode object
        ? object
        : null;
  }

  @Override
  @Nullable Wrapping of(
      List<byte[]> lines, @Nullable TimePattern given, Predicate<List<byte[]>> areText) {
    // What a logging library wrote itself has no line of text inside.
    return hasNoLogger(lines) ? super.of(lines, given, areText) : null;
  }

  @Override
  RecordWrapping of(List<byte[]> lines, boolean back, RecordDates dates) {
    return new JsonTextWrapping(back, places(lines), dates);
  }

  /** Those of any of these objects; none if they are not to be looked at so. */
  private List<JsonGlance.Place> places(List<byte[]> lines) {
    Cursor cursor = new Cursor();
    List<JsonGlance.Place> all = new ArrayList<>();
    for (byte[] line : lines.subList(0, Math.min(lines.size(), MAX_LOOKED_AT))) {
      ObjectNode object = record(cursor.on(line, 0, line.length));
      if (object == null) {
        continue;
      }
      List<JsonGlance.Place> places = places(RecordFields.of(object));
      // The text is to be in the same place in all of them.
      if (places.isEmpty() || (!all.isEmpty() && !places.get(0).equals(all.get(0)))) {
        return List.of();
      }
      for (JsonGlance.Place place : places) {
        if (!all.contains(place)) {
          all.add(place);
        }
      }
    }
    return all;
  }

  private static List<JsonGlance.Place> places(RecordFields fields) {
    List<Field> all = new ArrayList<>();
    Field message = fields.find(KnownKeys.MESSAGE, one -> one.value().isTextual());
    if (message != null) {
      all.add(message);
      all.addAll(fields.all(KnownKeys.STREAM));
    }
    boolean plain = all.stream().allMatch(one -> one.depth() > 0 && one.value().isTextual());
    return plain
        ? all.stream().map(one -> new JsonGlance.Place(one.depth(), one.key())).toList()
        : List.of();
  }

  @Override
  boolean glance(Cursor line, Unwrapped target) {
    if (places.isEmpty()) {
      return unwrap(line, target);
    }
    JsonGlance glance = target.glance;
    if (glance == null || glance.places() != places) {
      glance = new JsonGlance(places);
      target.glance = glance;
    }
    byte[] bytes = line.bytes();
    glance.at(bytes, line.at(), line.end());
    if (glance.from(0) < 0) {
      return unwrap(line, target);
    }
    text(bytes, glance.from(0), glance.to(0), target);
    for (int i = 1; i < places.size(); i++) {
      if (glance.from(i) >= 0) {
        target.addToKey(bytes, glance.from(i), glance.to(i));
      }
    }
    return true;
  }

  /** Where nothing in it is escaped, the text stays where it is. */
  private static void text(byte[] bytes, int from, int to, Unwrapped target) {
    int end = to;
    while (end - 2 >= from && JsonGlance.isLineEnd(bytes, end - 2, from)) {
      end -= 2;
    }
    if (JsonGlance.isPlain(bytes, from, end)) {
      target.set(bytes, from, end);
    } else {
      target.set(target.head, 0, JsonGlance.unescaped(bytes, from, end, target.head));
    }
  }

  private boolean hasNoLogger(List<byte[]> lines) {
    Cursor cursor = new Cursor();
    for (byte[] line : lines) {
      ObjectNode object = record(cursor.on(line, 0, line.length));
      if (object != null) {
        return JsonDialects.of(object).names(JsonDialect.Part.LOGGER).stream()
            .noneMatch(name -> JsonFields.text(object, name) != null);
      }
    }
    return false;
  }
}
