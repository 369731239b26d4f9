package dev.openaierrors.plugin;

import dev.openaierrors.internal.JsonStreams;
import dev.openaierrors.internal.jackson.JsonParser;
import dev.openaierrors.internal.jackson.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object; one that is missing is empty or 0, and {@code null} is as good as
 * missing. One of another type is a {@link ClassCastException}.
 */
final class JsonFields {

  private static final int DEPTH = 16;
  private static final Long NEVER = Long.MAX_VALUE;
  // The year 5138, in milliseconds since 1970.
  private static final long MOST = 100_000_000_000_000L;

  private final Map<?, ?> fields;

  private JsonFields(@Nullable Object object) {
    fields = object == null ? Map.of() : (Map<?, ?>) object;
  }

  /** Those of a whole text. */
  static JsonFields parse(String text) throws IOException {
    try (JsonParser json =
        JsonStreams.strict(text.toCharArray(), DEPTH, Math.max(1, text.length()))) {
      json.nextToken();
      return new JsonFields(value(json));
    }
  }

  /** The fields of an object in this one. */
  JsonFields object(String name) {
    return new JsonFields(fields.get(name));
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }

  @Nullable String textOrNull(String name) {
    return (String) fields.get(name);
  }

  String text(String name) {
    String text = textOrNull(name);
    return text == null ? "" : text;
  }

  /** Not less than 0, and so large at most that no sum of some overflows. */
  long number(String name) {
    Long number = (Long) fields.get(name);
    return number == null ? 0 : Math.max(0, Math.min(number, MOST));
  }

  /** As {@link #number}, but one that may also never come. */
  long due(String name) {
    return Objects.equals(fields.get(name), NEVER) ? NEVER : number(name);
  }

  int small(String name) {
    return (int) Math.min(number(name), Integer.MAX_VALUE);
  }

  boolean flag(String name) {
    return number(name) == 1;
  }

  Instant time(String name) {
    return Instant.ofEpochMilli(number(name));
  }

  List<Long> numberList(String name) {
    return numbers(fields.get(name));
  }

  List<List<Long>> numberLists(String name) {
    return list(fields.get(name), JsonFields::numbers);
  }

  private static List<Long> numbers(@Nullable Object value) {
    return list(value, number -> (Long) number);
  }

  /** The objects of a list, but for those for which {@code read} has null. */
  <T> List<T> objects(String name, Function<JsonFields, @Nullable T> read) {
    return list(fields.get(name), object -> read.apply(new JsonFields(object)));
  }

  private static <T> List<T> list(@Nullable Object value, Function<Object, @Nullable T> read) {
    List<T> list = new ArrayList<>();
    List<?> values = value == null ? List.of() : (List<?>) value;
    for (Object one : values) {
      T element = read.apply(one);
      if (element != null) {
        list.add(element);
      }
    }
    return list;
  }

  /** The fields of an object in this one, all of which are numbers. */
  Map<String, Long> numberMap(String name) {
    return numberMap(fields.get(name));
  }

  private static Map<String, Long> numberMap(@Nullable Object value) {
    Map<String, Long> map = new LinkedHashMap<>();
    new JsonFields(value).fields.forEach((name, one) -> map.put((String) name, (Long) one));
    return map;
  }

  Map<String, Map<String, Long>> numberMaps(String name) {
    Map<String, Map<String, Long>> map = new LinkedHashMap<>();
    object(name).fields.forEach((key, one) -> map.put((String) key, numberMap(one)));
    return map;
  }

  /**
   * The value that begins here: a map, a list, a text, a number or a truth value; null for null.
   */
  private static @Nullable Object value(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token == null) {
      return null;
    }
    return switch (token) {
      case START_OBJECT -> object(json);
      case START_ARRAY -> array(json);
      case VALUE_STRING -> json.getText();
      case VALUE_NUMBER_INT -> Long.valueOf(json.getText());
      case VALUE_NUMBER_FLOAT -> Double.valueOf(json.getText());
      case VALUE_TRUE, VALUE_FALSE -> token == JsonToken.VALUE_TRUE;
      default -> null;
    };
  }

  private static Map<String, Object> object(JsonParser json) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      Object value = value(json);
      if (value != null) {
        object.put(name, value);
      }
    }
    return object;
  }

  private static List<Object> array(JsonParser json) throws IOException {
    List<Object> array = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      Object value = value(json);
      if (value != null) {
        array.add(value);
      }
    }
    return array;
  }
}
