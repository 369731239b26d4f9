package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.openaierrors.formats.RecordFields.Field;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Objects, or rows of a table, that carry one line of a service's text each, as collectors of logs
 * write them: the lines of one stream are put together again.
 */
abstract class RecordWrapping extends Wrapping {

  private static final int SHARE_OF_TEN = 8;
  private static final int MAX_LOOKED_AT = 200;

  private final boolean newestFirst;

  RecordWrapping(String id, String title, boolean newestFirst) {
    super(id, title);
    this.newestFirst = newestFirst;
  }

  /** The same, where lines go back in time. */
  abstract Wrapping newestFirst();

  @Override
  final boolean isNewestFirst() {
    return newestFirst;
  }

  /** The object that a line is; null if it is none. */
  abstract @Nullable ObjectNode record(Cursor line);

  /** Neither JSON nor CSV writes letters, digits or blanks in another way. */
  @Override
  boolean hidesWords() {
    return false;
  }

  @Override
  final boolean unwrap(Cursor line, Unwrapped target) {
    ObjectNode object = record(line);
    if (object == null) {
      return false;
    }
    RecordFields fields = RecordFields.of(object);
    Field message = fields.find(KnownKeys.MESSAGE, one -> one.value().isTextual());
    if (message == null) {
      return false;
    }
    byte[] text = message.value().textValue().getBytes(StandardCharsets.UTF_8);
    int end = text.length > 0 && text[text.length - 1] == '\n' ? text.length - 1 : text.length;
    end = EventBytes.clean(text, end);
    target.set(text, 0, end > 0 && text[end - 1] == '\r' ? end - 1 : end);
    target.key = stream(fields);
    target.time = RecordEvents.time(fields);
    target.level = RecordEvents.level(fields);
    target.service = RecordEvents.text(fields, KnownKeys.SERVICE);
    return true;
  }

  /** What tells the lines of one source from those of others. */
  private static String stream(RecordFields fields) {
    StringBuilder stream = new StringBuilder();
    for (Field field : fields.all(KnownKeys.STREAM)) {
      stream.append(field.value().asText()).append(' ');
    }
    return stream.toString();
  }

  @Override
  @Nullable Wrapping of(List<byte[]> lines, Predicate<byte[]> begins) {
    if (!areText(lines, begins)) {
      return null;
    }
    return goBack(lines) ? newestFirst() : this;
  }

  /** Whether the times of the objects, from one to the next, get earlier and not later. */
  private boolean goBack(List<byte[]> lines) {
    Unwrapped unwrapped = new Unwrapped();
    Cursor cursor = new Cursor();
    Instant before = null;
    int back = 0;
    int on = 0;
    for (byte[] line : lines.subList(0, Math.min(lines.size(), MAX_LOOKED_AT))) {
      LogTime time = unwrap(cursor.on(line, 0, line.length), unwrapped) ? unwrapped.time() : null;
      Instant at = time == null ? null : time.comparable();
      if (at != null && before != null) {
        back += at.isBefore(before) ? 1 : 0;
        on += at.isAfter(before) ? 1 : 0;
      }
      before = at == null ? before : at;
    }
    return back > on;
  }

  private boolean areText(List<byte[]> lines, Predicate<byte[]> begins) {
    Unwrapped unwrapped = new Unwrapped();
    Cursor cursor = new Cursor();
    int looked = 0;
    int ofText = 0;
    int begin = 0;
    for (byte[] line : lines) {
      if (looked == MAX_LOOKED_AT) {
        break;
      }
      if (!unwrap(cursor.on(line, 0, line.length), unwrapped)) {
        continue;
      }
      looked++;
      byte[] text = unwrapped.copy();
      if (text.length > 0 && begins.test(text)) {
        begin++;
      } else if (text.length == 0 || TextLines.goesOn(text)) {
        ofText++;
      }
    }
    return begin > 0 && 10 * (begin + ofText) >= SHARE_OF_TEN * looked;
  }
}
