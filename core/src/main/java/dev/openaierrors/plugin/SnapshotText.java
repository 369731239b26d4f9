package dev.openaierrors.plugin;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.EngineSnapshot;
import dev.openaierrors.alert.IncidentState;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.delivery.StateFile;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Provider;
import dev.openaierrors.internal.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the engine remembers as the text of a state file: JSON.
 *
 * <p>Whoever reads it takes what other versions wrote: a field, an id or a word that is not known
 * is skipped, and {@code null} is as good as nothing, wherever it stands.
 */
final class SnapshotText {

  private static final int VERSION = 1;

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
    json.writeNumberField("version", VERSION);
    json.writeNumberField("at", snapshot.at().toEpochMilli());
    json.writeArrayFieldStart("incidents");
    snapshot.incidents().forEach(incident -> write(json, incident));
    json.writeEndArray();
    json.writeArrayFieldStart("notices");
    snapshot.notices().forEach(notice -> write(json, notice));
    json.writeEndArray();
    json.writeEndObject();
    return json.toString();
  }

  private static void write(JsonWriter json, EngineSnapshot.Notice notice) {
    json.writeStartObject();
    json.writeStringField("destination", notice.destination());
    json.writeStringField("id", notice.id());
    json.writeStringField("state", notice.state().id());
    json.writeNumberField("at", notice.at().toEpochMilli());
    json.writeEndObject();
  }

  private static void write(JsonWriter json, IncidentState incident) {
    IncidentState.Stats stats = incident.stats();
    json.writeStartObject();
    json.writeStringField("rule", incident.rule());
    json.writeStringField("provider", incident.provider().id());
    json.writeStringField("group", incident.group());
    json.writeStringField("phase", word(incident.phase()));
    json.writeStringField("id", incident.told().id());
    json.writeStringField("severity", id(incident.severity()));
    json.writeStringField("worst", id(incident.told().worst()));
    writeTimes(json, incident, stats);
    writeNumbers(json, incident, stats);
    write(json, "firings", incident.flapping().firings());
    write(json, "over", stats.over());
    write(json, "lately", stats.lately());
    json.writeArrayFieldStart("conditions");
    incident.conditions().forEach(condition -> write(json, condition));
    json.writeEndArray();
    json.writeObjectFieldStart("kinds");
    stats.kinds().forEach((kind, count) -> json.writeNumberField(kind.id(), count));
    json.writeEndObject();
    json.writeObjectFieldStart("facets");
    stats.dimensions().forEach((name, counts) -> write(json, name, counts));
    json.writeEndObject();
    write(json, "inhibited", incident.inhibited());
    write(json, stats.sample());
    json.writeEndObject();
  }

  private static void writeTimes(
      JsonWriter json, IncidentState incident, IncidentState.Stats stats) {
    json.writeObjectFieldStart("times");
    json.writeNumberField("first", stats.first());
    json.writeNumberField("last", stats.last());
    json.writeNumberField("fired", incident.changes().fired());
    json.writeNumberField("resolved", incident.changes().resolved());
    json.writeNumberField("changed", incident.changes().last());
    json.writeNumberField("remind", incident.reminders().at());
    json.writeNumberField("reset", stats.waitEnd());
    json.writeEndObject();
  }

  private static void writeNumbers(
      JsonWriter json, IncidentState incident, IncidentState.Stats stats) {
    json.writeObjectFieldStart("numbers");
    json.writeNumberField("count", stats.count());
    json.writeNumberField("repeats", stats.repeats());
    json.writeNumberField("dropped", stats.dropped());
    json.writeNumberField("peak", stats.peak());
    json.writeNumberField("gap", stats.gap());
    json.writeNumberField("wait", stats.longestWait());
    json.writeNumberField("attempts", stats.attempts());
    json.writeNumberField("quiet", incident.changes().resolvedQuiet());
    json.writeNumberField("reminderGap", incident.reminders().gap());
    json.writeNumberField("reminders", incident.reminders().count());
    json.writeNumberField("flapping", incident.flapping().active() ? 1 : 0);
    json.writeNumberField("slow", incident.changes().slow() ? 1 : 0);
    json.writeNumberField("told", incident.told().open() ? 1 : 0);
    json.writeNumberField("everTold", incident.told().ever() ? 1 : 0);
    json.writeEndObject();
  }

  private static void write(JsonWriter json, String name, Map<String, Long> numbers) {
    json.writeObjectFieldStart(name);
    numbers.forEach(json::writeNumberField);
    json.writeEndObject();
  }

  private static void write(JsonWriter json, String name, List<Long> numbers) {
    json.writeFieldName(name);
    write(json, numbers);
  }

  private static void write(JsonWriter json, List<Long> numbers) {
    json.writeStartArray();
    numbers.forEach(json::writeNumber);
    json.writeEndArray();
  }

  private static void write(JsonWriter json, Alert.@Nullable Sample sample) {
    if (sample == null) {
      json.writeNullField("sample");
      return;
    }
    json.writeObjectFieldStart("sample");
    json.writeNumberField("at", sample.at().toEpochMilli());
    json.writeStringField("logger", sample.logger());
    json.writeStringField("message", sample.message());
    json.writeStringField("requestId", sample.requestId());
    json.writeEndObject();
  }

  private static String word(IncidentState.Phase phase) {
    return phase.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String id(@Nullable Severity severity) {
    return severity == null ? null : severity.id();
  }

  /** Null for text of another version, or that is no snapshot. */
  static @Nullable EngineSnapshot read(String text) {
    try {
      JsonFields snapshot = JsonFields.parse(text);
      return snapshot.number("version") != VERSION
          ? null
          : new EngineSnapshot(
              snapshot.time("at"),
              snapshot.objects("incidents", SnapshotText::incident),
              snapshot.objects("notices", SnapshotText::notice));
    } catch (IOException | IllegalArgumentException | ClassCastException foreign) {
      return null;
    }
  }

  private static EngineSnapshot.@Nullable Notice notice(JsonFields notice) {
    AlertState state = AlertState.fromId(notice.text("state"));
    return state == null
        ? null
        : new EngineSnapshot.Notice(
            notice.text("destination"), notice.text("id"), state, notice.time("at"));
  }

  private static @Nullable IncidentState incident(JsonFields incident) {
    JsonFields times = incident.object("times");
    JsonFields numbers = incident.object("numbers");
    Provider provider = Provider.fromId(incident.text("provider"));
    IncidentState state =
        new IncidentState(
            incident.text("rule"),
            provider == null ? Provider.UNKNOWN : provider,
            incident.text("group"),
            phase(incident.text("phase")),
            Severity.fromId(incident.text("severity")),
            new IncidentState.Told(
                incident.textOrNull("id"),
                numbers.flag("told"),
                numbers.flag("everTold"),
                Severity.fromId(incident.text("worst"))),
            new IncidentState.Changes(
                times.number("fired"),
                times.number("resolved"),
                numbers.number("quiet"),
                numbers.flag("slow")),
            new IncidentState.Reminders(
                times.due("remind"), numbers.number("reminderGap"), numbers.small("reminders")),
            new IncidentState.Flapping(numbers.flag("flapping"), incident.numberList("firings")),
            stats(incident, times, numbers),
            incident.numberLists("conditions"),
            incident.numberMap("inhibited"));
    return provider == null ? null : state;
  }

  private static IncidentState.Stats stats(
      JsonFields incident, JsonFields times, JsonFields numbers) {
    return new IncidentState.Stats(
        times.number("first"),
        times.number("last"),
        numbers.number("count"),
        numbers.number("repeats"),
        numbers.number("dropped"),
        numbers.number("peak"),
        numbers.number("gap"),
        times.number("reset"),
        numbers.number("wait"),
        numbers.small("attempts"),
        kinds(incident.numberMap("kinds")),
        incident.numberMaps("facets"),
        incident.numberList("over"),
        incident.numberList("lately"),
        sample(incident.object("sample")));
  }

  private static Map<ErrorKind, Long> kinds(Map<String, Long> counts) {
    Map<ErrorKind, Long> kinds = new EnumMap<>(ErrorKind.class);
    counts.forEach(
        (id, count) -> {
          ErrorKind kind = ErrorKind.fromId(id);
          if (kind != null) {
            kinds.put(kind, count);
          }
        });
    return kinds;
  }

  private static IncidentState.Phase phase(String word) {
    for (IncidentState.Phase phase : IncidentState.Phase.values()) {
      if (word(phase).equals(word)) {
        return phase;
      }
    }
    return IncidentState.Phase.PENDING;
  }

  private static Alert.@Nullable Sample sample(JsonFields sample) {
    return sample.isEmpty()
        ? null
        : new Alert.Sample(
            sample.time("at"),
            sample.textOrNull("logger"),
            sample.text("message"),
            sample.textOrNull("requestId"));
  }
}
