package dev.openaierrors.delivery;

import dev.openaierrors.error.Printable;
import dev.openaierrors.internal.JsonWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes JSON. */
final class Json {

  private static final int LONGEST_TEXT = 2_000;

  private Json() {}

  /** What to write. */
  @FunctionalInterface
  interface Content {
    void writeTo(JsonWriter json);
  }

  static String of(Content content) {
    JsonWriter json = new JsonWriter();
    content.writeTo(json);
    return json.toString();
  }

  /** A field of no more than some text, which is left out where there is no value. */
  static void text(JsonWriter json, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      json.writeStringField(name, Printable.truncate(value, LONGEST_TEXT));
    }
  }

  /** An object of texts. */
  static void texts(JsonWriter json, String name, Map<String, String> texts) {
    json.writeObjectFieldStart(name);
    texts.forEach(json::writeStringField);
    json.writeEndObject();
  }

  static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** As {@code gpt-4o 30, o3 11}. */
  static String counts(Map<String, Long> counts) {
    return pairs(counts);
  }

  /** As {@code team payments, tier 1}. */
  static String pairs(Map<String, ?> pairs) {
    return pairs.entrySet().stream()
        .map(pair -> pair.getKey() + " " + pair.getValue())
        .collect(Collectors.joining(", "));
  }
}
