package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.JsonNode;
import dev.openaierrors.formats.JsonDialect.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Names the parts of a {@link JsonDialect}. Names of fields are parted by blanks. */
final class JsonDialectBuilder {

  private final String id;
  private final String title;
  private final List<List<String>> marks = new ArrayList<>();
  private final Map<Part, List<String>> names = new EnumMap<>(Part.class);
  private boolean traceInMessage;
  private JsonThrowables.@Nullable Names thrown;
  private Set<String> own = Set.of();
  private @Nullable BiConsumer<JsonNode, ParsedEvent> more;

  JsonDialectBuilder(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** Known by all fields of one of these. */
  JsonDialectBuilder marks(String... alternatives) {
    for (String mark : alternatives) {
      marks.add(names(mark));
    }
    return this;
  }

  /** What the first field of an object may be called. */
  JsonDialectBuilder first(String text) {
    return named(Part.FIRST, text);
  }

  JsonDialectBuilder time(String text) {
    return named(Part.TIME, text);
  }

  JsonDialectBuilder level(String text) {
    return named(Part.LEVEL, text);
  }

  JsonDialectBuilder logger(String text) {
    return named(Part.LOGGER, text);
  }

  JsonDialectBuilder thread(String text) {
    return named(Part.THREAD, text);
  }

  JsonDialectBuilder service(String text) {
    return named(Part.SERVICE, text);
  }

  JsonDialectBuilder message(String text) {
    return named(Part.MESSAGE, text);
  }

  JsonDialectBuilder messageAndTrace(String text) {
    traceInMessage = true;
    return message(text);
  }

  JsonDialectBuilder trace(String text) {
    return named(Part.TRACE, text);
  }

  JsonDialectBuilder thrown(JsonThrowables.Names inside) {
    thrown = inside;
    return this;
  }

  JsonDialectBuilder own(String text) {
    own = Set.copyOf(names(text));
    return this;
  }

  JsonDialectBuilder more(BiConsumer<JsonNode, ParsedEvent> reader) {
    more = reader;
    return this;
  }

  JsonDialect build() {
    return new JsonDialect(
        id, title, List.copyOf(marks), Map.copyOf(names), traceInMessage, thrown, own, more);
  }

  private JsonDialectBuilder named(Part part, String text) {
    names.put(part, names(text));
    return this;
  }

  private static List<String> names(String text) {
    return List.of(text.split(" ", -1));
  }
}
