package dev.openaierrors.plugin;

import dev.openaierrors.alert.EngineSnapshot;
import dev.openaierrors.delivery.StateFile;
import dev.openaierrors.internal.JsonStreams;
import dev.openaierrors.internal.JsonWriter;
import dev.openaierrors.internal.jackson.JsonParser;
import dev.openaierrors.internal.jackson.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the engine remembers as the text of a state file: JSON.
 *
 * <p>Whoever reads it takes what other versions wrote: a field that is not known is skipped, and
 * {@code null} is as good as nothing, wherever it stands.
 */
final class SnapshotText {

  private static final int DEPTH = 16;

  private SnapshotText() {}

  /** As much of it as the file takes; those incidents that matter most come first. */
  static String write(EngineSnapshot snapshot) {
    EngineSnapshot kept = snapshot;
    String text = json(kept);
    while (text.getBytes(StandardCharsets.UTF_8).length > StateFile.MAX_BYTES) {
      kept =
          kept.incidents().isEmpty()
              ? kept.with(List.of())
              : kept.cutTo(kept.incidents().size() / 2);
      text = json(kept);
    }
    return text;
  }

  private static String json(EngineSnapshot snapshot) {
    JsonWriter json = new JsonWriter();
    json.writeStartObject();
    json.writeNumberField("version", snapshot.version());
    json.writeNumberField("at", snapshot.at());
    json.writeArrayFieldStart("incidents");
    for (EngineSnapshot.Incident incident : snapshot.incidents()) {
      write(json, incident);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("notices");
    for (EngineSnapshot.Notice notice : snapshot.notices()) {
      write(json, notice);
    }
    json.writeEndArray();
    json.writeEndObject();
    return json.toString();
  }

  private static void write(JsonWriter json, EngineSnapshot.Notice notice) {
    json.writeStartObject();
    json.writeStringField("destination", notice.destination());
    json.writeStringField("id", notice.id());
    json.writeStringField("state", notice.state());
    json.writeNumberField("at", notice.at());
    json.writeEndObject();
  }

  private static void write(JsonWriter json, EngineSnapshot.Incident incident) {
    json.writeStartObject();
    json.writeStringField("rule", incident.rule());
    json.writeStringField("provider", incident.provider());
    json.writeStringField("group", incident.group());
    json.writeStringField("phase", incident.phase());
    json.writeStringField("id", incident.id());
    json.writeStringField("severity", incident.severity());
    json.writeStringField("worst", incident.worst());
    write(json, "times", incident.times());
    write(json, "numbers", incident.numbers());
    json.writeFieldName("firings");
    write(json, incident.firings());
    json.writeArrayFieldStart("conditions");
    for (List<Long> condition : incident.conditions()) {
      write(json, condition);
    }
    json.writeEndArray();
    write(json, "kinds", incident.kinds());
    json.writeObjectFieldStart("facets");
    for (Map.Entry<String, Map<String, Long>> facet : incident.facets().entrySet()) {
      write(json, facet.getKey(), facet.getValue());
    }
    json.writeEndObject();
    write(json, "inhibited", incident.inhibited());
    json.writeFieldName("sample");
    write(json, incident.sample());
    json.writeEndObject();
  }

  private static void write(JsonWriter json, String name, Map<String, Long> numbers) {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Long> number : numbers.entrySet()) {
      json.writeNumberField(number.getKey(), number.getValue());
    }
    json.writeEndObject();
  }

  private static void write(JsonWriter json, List<Long> numbers) {
    json.writeStartArray();
    for (long number : numbers) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }

  private static void write(JsonWriter json, EngineSnapshot.@Nullable Sample sample) {
    if (sample == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeNumberField("at", sample.at());
    json.writeStringField("logger", sample.logger());
    json.writeStringField("message", sample.message());
    json.writeStringField("requestId", sample.requestId());
    json.writeEndObject();
  }

  /** Null for text of another version, or that is no snapshot. */
  static @Nullable EngineSnapshot read(String text) {
    try (JsonParser json =
        JsonStreams.strict(text.toCharArray(), DEPTH, Math.max(1, text.length()))) {
      json.nextToken();
      Map<?, ?> snapshot = as(Map.class, value(json));
      if (snapshot == null || number(snapshot.get("version")) != EngineSnapshot.VERSION) {
        return null;
      }
      return new EngineSnapshot(
          EngineSnapshot.VERSION,
          number(snapshot.get("at")),
          list(snapshot.get("incidents"), SnapshotText::incident),
          list(snapshot.get("notices"), SnapshotText::notice));
    } catch (IOException | IllegalArgumentException | ClassCastException foreign) {
      return null;
    }
  }

  private static EngineSnapshot.Notice notice(Object value) {
    Map<?, ?> notice = Map.class.cast(value);
    return new EngineSnapshot.Notice(
        text(notice, "destination", ""),
        text(notice, "id", ""),
        text(notice, "state", ""),
        number(notice.get("at")));
  }

  private static EngineSnapshot.Incident incident(Object value) {
    Map<?, ?> incident = Map.class.cast(value);
    return new EngineSnapshot.Incident(
        text(incident, "rule", ""),
        text(incident, "provider", ""),
        text(incident, "group", ""),
        text(incident, "phase", ""),
        text(incident, "id"),
        text(incident, "severity"),
        text(incident, "worst"),
        numbers(incident.get("times")),
        numbers(incident.get("numbers")),
        list(incident.get("firings"), SnapshotText::number),
        list(incident.get("conditions"), condition -> list(condition, SnapshotText::number)),
        numbers(incident.get("kinds")),
        map(incident.get("facets"), SnapshotText::numbers),
        numbers(incident.get("inhibited")),
        sample(as(Map.class, incident.get("sample"))));
  }

  private static EngineSnapshot.@Nullable Sample sample(@Nullable Map<?, ?> sample) {
    return sample == null
        ? null
        : new EngineSnapshot.Sample(
            number(sample.get("at")),
            text(sample, "logger"),
            text(sample, "message", ""),
            text(sample, "requestId"));
  }

  private static <T> @Nullable T as(Class<T> type, @Nullable Object value) {
    return type.cast(value);
  }

  private static @Nullable String text(Map<?, ?> object, String name) {
    return as(String.class, object.get(name));
  }

  private static String text(Map<?, ?> object, String name, String otherwise) {
    String text = text(object, name);
    return text == null ? otherwise : text;
  }

  private static long number(@Nullable Object value) {
    Long number = as(Long.class, value);
    return number == null ? 0 : number;
  }

  private static Map<String, Long> numbers(@Nullable Object value) {
    return map(value, SnapshotText::number);
  }

  private static <T> List<T> list(@Nullable Object value, Function<Object, T> element) {
    List<T> list = new ArrayList<>();
    List<?> values = as(List.class, value);
    if (values != null) {
      values.forEach(one -> list.add(element.apply(one)));
    }
    return list;
  }

  private static <T> Map<String, T> map(@Nullable Object value, Function<Object, T> element) {
    Map<String, T> map = new LinkedHashMap<>();
    Map<?, ?> values = as(Map.class, value);
    if (values != null) {
      values.forEach((name, one) -> map.put(String.class.cast(name), element.apply(one)));
    }
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
