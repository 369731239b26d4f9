package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Throwables that were written as objects: what their fields are called differs. */
final class JsonThrowables {

  private static final int MAX_DEPTH = 20;
  private static final int MAX_FRAMES = 200;

  private JsonThrowables() {}

  /**
   * The names of the fields.
   *
   * @param field in which the outermost one stands
   * @param frames an array, of whose elements {@code frameClass} is the class
   */
  record Names(
      String field,
      String className,
      String message,
      String frames,
      String frameClass,
      String cause) {}

  /** Null if there is none. */
  static @Nullable ParsedThrowable of(@Nullable JsonNode node, Names names) {
    return of(node, names, 0);
  }

  private static @Nullable ParsedThrowable of(@Nullable JsonNode node, Names names, int depth) {
    if (node == null || !node.isObject() || depth > MAX_DEPTH) {
      return null;
    }
    ParsedThrowable thrown =
        new ParsedThrowable(
            JsonFields.orEmpty(JsonFields.text(node, names.className())),
            JsonFields.orEmpty(JsonFields.text(node, names.message())));
    frames(node.get(names.frames()), names, thrown);
    thrown.cause = of(JsonFields.node(node, names.cause()), names, depth + 1);
    JsonNode suppressed = node.get("suppressed");
    if (suppressed != null && suppressed.isArray() && depth < 3) {
      for (JsonNode one : suppressed) {
        ParsedThrowable also = of(one, names, depth + 1);
        if (also != null) {
          thrown.suppressed.add(also);
        }
      }
    }
    return thrown;
  }

  private static void frames(@Nullable JsonNode frames, Names names, ParsedThrowable thrown) {
    if (frames == null || !frames.isArray()) {
      return;
    }
    for (JsonNode frame : frames) {
      String name = JsonFields.text(frame, names.frameClass());
      if (name != null && thrown.frames.size() < MAX_FRAMES) {
        thrown.frames.add(name);
      }
    }
  }
}
