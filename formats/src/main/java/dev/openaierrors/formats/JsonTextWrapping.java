package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** JSON lines with a line of text each: Filebeat's, Vector's, Fluent Bit's, stern's, logcli's. */
final class JsonTextWrapping extends RecordWrapping {

  JsonTextWrapping(boolean newestFirst) {
    super("json-text", "text in JSON", newestFirst);
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
  @Nullable Wrapping of(List<byte[]> lines, Predicate<byte[]> begins) {
    // What a logging library wrote itself has no line of text inside.
    return hasNoLogger(lines) ? super.of(lines, begins) : null;
  }

  @Override
  Wrapping newestFirst() {
    return new JsonTextWrapping(true);
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
