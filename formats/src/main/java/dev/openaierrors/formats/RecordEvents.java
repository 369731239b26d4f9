package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.openaierrors.formats.RecordFields.Field;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the parts of an event that the dialect of an object did not name, by {@link KnownKeys}. */
final class RecordEvents {

  private final RecordFields fields;
  private final ParsedEvent event;
  private final RecordDates dates;
  private final Set<JsonNode> taken = Collections.newSetFromMap(new IdentityHashMap<>());

  private RecordEvents(JsonNode object, ParsedEvent event, RecordDates dates) {
    fields = RecordFields.of(object);
    this.event = event;
    this.dates = dates;
  }

  /** Whether so much is missing that the object is to be searched. */
  static boolean lacks(ParsedEvent event) {
    return event.time == null || event.level == null || event.isEmpty();
  }

  /** Searches an object for what the event lacks; the fields in which it was found. */
  static Set<JsonNode> complete(JsonNode object, ParsedEvent event, RecordDates dates) {
    RecordEvents search = new RecordEvents(object, event, dates);
    search.time();
    search.level();
    event.logger = event.logger == null ? search.logger() : event.logger;
    event.thread = event.thread == null ? search.text(KnownKeys.THREAD) : event.thread;
    event.service = event.service == null ? search.text(KnownKeys.SERVICE) : event.service;
    search.trace();
    search.message();
    return search.taken;
  }

  /** When an object was logged; null if it does not say. */
  static @Nullable LogTime time(RecordFields fields, RecordDates dates) {
    Field field =
        fields.find(
            KnownKeys.TIME,
            one ->
                RecordTimes.of(one.name(), one.value(), dates) != null
                    && !(one.name().equals("created") && isAnswer(fields)));
    return field == null ? null : RecordTimes.of(field.name(), field.value(), dates);
  }

  /** Whether the object is what a model answered, and has the time of that. */
  private static boolean isAnswer(RecordFields fields) {
    return fields.findAtTop(KnownKeys.OF_ANSWERS, any -> true) != null;
  }

  /** The level of an object; null if it does not say. A name says more than a number. */
  static @Nullable String level(RecordFields fields) {
    Field named =
        fields.findAtTop(
            KnownKeys.LEVEL,
            one -> !RecordLevels.isNumber(one.value()) && RecordLevels.of(one) != null);
    Field field =
        named == null ? fields.find(KnownKeys.LEVEL, one -> RecordLevels.of(one) != null) : named;
    String level = field == null ? null : RecordLevels.of(field);
    boolean guess = named == null && Levels.isBelowInfo(level) && !isCertain(fields, field);
    // What is below INFO is not read: a number that may mean another thing is no reason for that.
    return guess ? null : level;
  }

  /**
   * Whether the field's name, or what Bunyan and Pino write besides, tells what its numbers are.
   */
  private static boolean isCertain(RecordFields fields, @Nullable Field field) {
    return field == null
        || !RecordLevels.isNumber(field.value())
        || RecordLevels.isTelling(field.name())
        || fields.findAtTop(KnownKeys.BESIDE_NUMBERS, any -> true) != null;
  }

  /** The text of these names; null if there is none. */
  static @Nullable String text(RecordFields fields, KnownKeys keys) {
    Field field = fields.find(keys, RecordEvents::isText);
    return field == null ? null : field.value().asText();
  }

  private static boolean isText(Field field) {
    return (field.value().isTextual() && !field.value().textValue().isBlank())
        || field.value().isNumber();
  }

  private void time() {
    if (event.time == null) {
      event.time = time(fields, dates);
    }
  }

  private void level() {
    if (event.level == null) {
      event.level = level(fields);
    }
  }

  /** Facilities are numbers in some logs, and no names then. */
  private @Nullable String logger() {
    return taken(
        fields.find(KnownKeys.LOGGER, one -> isText(one) && !RecordLevels.isNumber(one.value())));
  }

  private @Nullable String text(KnownKeys keys) {
    return taken(fields.find(keys, RecordEvents::isText));
  }

  private @Nullable String taken(@Nullable Field field) {
    if (field == null) {
      return null;
    }
    taken.add(field.value());
    return field.value().asText();
  }

  /** The trace, before the message, in which another may be. */
  private void trace() {
    Field field =
        fields.find(
            KnownKeys.TRACE, one -> one.value().isTextual() && !one.value().asText().isBlank());
    if (field != null && !event.hasTrace()) {
      taken.add(field.value());
      event.trace(field.value().asText());
    }
  }

  private void message() {
    if (event.words().isEmpty()) {
      Field field = fields.find(KnownKeys.MESSAGE, one -> one.value().isTextual() && isText(one));
      if (field != null) {
        taken.add(field.value());
        event.messageAbove(field.value().textValue());
      }
    }
    inner(event.words());
  }

  /** Collectors put the whole line of a service into the message, which may be an object itself. */
  private void inner(String message) {
    String text = message.strip();
    ObjectNode object = isObject(text) ? parsed(text) : null;
    if (object == null) {
      return;
    }
    ParsedEvent inside = new ParsedEvent();
    JsonDialects.of(object).read(object, inside);
    if (inside.time == null && inside.level == null) {
      return;
    }
    complete(object, inside, dates);
    if (!inside.isEmpty()) {
      event.takes(inside);
    }
  }

  private static boolean isObject(String text) {
    return text.startsWith("{\"") && text.endsWith("}");
  }

  private static @Nullable ObjectNode parsed(String text) {
    try {
      return JsonTree.read(text);
    } catch (IOException notJson) {
      return null;
    }
  }
}
