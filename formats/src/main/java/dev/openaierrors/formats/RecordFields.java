package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object by their names, wherever in it they stand: those at the top before those
 * that are nested, and of these the less deep ones first.
 */
final class RecordFields {

  private static final int MAX_FIELDS = 500;
  private static final int MAX_DEPTH = 6;
  private static final int MAX_SUFFIX = 3;

  /** Of all, by the end of their way. */
  private final Map<String, Field> byEnd = new HashMap<>();

  /** Of those at the top, by their whole way. */
  private final Map<String, Field> top = new HashMap<>();

  private final Deque<Nested> todo = new ArrayDeque<>();
  private int fields;

  /**
   * A field.
   *
   * @param name by which it was found
   * @param key as it is written
   * @param depth how many objects and arrays are around it; 0 if it is no field but a pair
   */
  record Field(String name, JsonNode value, String key, int depth) {}

  /** An object that is still to be looked at, and the way to it. */
  private record Nested(List<String> way, JsonNode object, int depth) {}

  private RecordFields() {}

  static RecordFields of(JsonNode object) {
    RecordFields found = new RecordFields();
    found.todo.add(new Nested(List.of(), object, 0));
    while (!found.todo.isEmpty() && found.fields < MAX_FIELDS) {
      found.look(found.todo.remove());
    }
    return found;
  }

  /** The first field of these names whose value is of use; null if there is none. */
  @Nullable Field find(KnownKeys keys, Predicate<Field> use) {
    Field field = find(keys.anywhere(), top, use);
    if (field == null) {
      field = find(keys.atTheTop(), top, use);
    }
    return field == null ? find(keys.anywhere(), byEnd, use) : field;
  }

  /** As {@link #find(KnownKeys, Predicate)}, of the event's own fields. */
  @Nullable Field findAtTop(KnownKeys keys, Predicate<Field> use) {
    return find(keys.anywhere(), top, use);
  }

  /** All fields of these names that are no objects and arrays. */
  List<Field> all(KnownKeys keys) {
    List<Field> all = new ArrayList<>();
    for (String name : keys.anywhere()) {
      add(byEnd.get(name), all);
    }
    for (String name : keys.atTheTop()) {
      add(top.get(name), all);
    }
    return all;
  }

  private static void add(@Nullable Field field, List<Field> all) {
    if (field != null && field.value().isValueNode()) {
      all.add(field);
    }
  }

  private static @Nullable Field find(
      List<String> names, Map<String, Field> fields, Predicate<Field> use) {
    for (String name : names) {
      Field field = fields.get(name);
      if (field != null && use.test(field)) {
        return field;
      }
    }
    return null;
  }

  private void look(Nested in) {
    if (in.object().isArray()) {
      for (JsonNode pair : in.object()) {
        JsonNode name = name(pair);
        if (name != null) {
          put(in, name.asText(), pair.path("value"), 0);
        }
      }
      return;
    }
    for (Map.Entry<String, JsonNode> field : in.object().properties()) {
      put(in, field.getKey(), field.getValue(), in.depth() + 1);
    }
  }

  /** OpenTelemetry and CloudWatch have lists of names and values. */
  private static @Nullable JsonNode name(JsonNode pair) {
    JsonNode key = pair.get("key");
    return key != null ? key : pair.get("field");
  }

  private void put(Nested in, String name, JsonNode value, int depth) {
    if (++fields > MAX_FIELDS) {
      return;
    }
    List<String> way = way(in.way(), name);
    JsonNode content = unwrapped(value);
    Field field = new Field(String.join(".", way), content, name, depth);
    top.putIfAbsent(field.name(), field);
    for (int i = Math.max(0, way.size() - MAX_SUFFIX); i < way.size(); i++) {
      byEnd.putIfAbsent(String.join(".", way.subList(i, way.size())), field);
    }
    boolean pairs = content.isArray() && content.size() > 0 && name(content.get(0)) != null;
    if ((content.isObject() || pairs) && in.depth() < MAX_DEPTH) {
      boolean around = way.size() == 1 && KnownKeys.isAround(way.get(0));
      todo.add(new Nested(around ? List.of() : way, content, in.depth() + 1));
    }
  }

  private static List<String> way(List<String> before, String name) {
    List<String> way = new ArrayList<>(before);
    way.addAll(KnownKeys.parts(name));
    return way;
  }

  /** OpenTelemetry has the type of a value around it. */
  private static JsonNode unwrapped(JsonNode value) {
    if (value.isObject() && value.size() == 1) {
      Map.Entry<String, JsonNode> only = value.properties().iterator().next();
      if (only.getKey().endsWith("Value")) {
        return only.getValue();
      }
    }
    return value;
  }
}
