package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.openaierrors.formats.RecordFields.Field;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Objects, or rows of a table, that carry one line of a service's text each, as collectors of logs
 * write them: the lines of one stream are put together again.
 */
abstract class RecordWrapping extends Wrapping {

  private static final int MAX_LOOKED_AT = 200;

  private final boolean newestFirst;
  private final RecordDates dates;

  RecordWrapping(String id, String title, boolean newestFirst, RecordDates dates) {
    super(id, title);
    this.newestFirst = newestFirst;
    this.dates = dates;
  }

  /** The same, of these lines, which may go back in time. */
  abstract RecordWrapping of(List<byte[]> lines, boolean back, RecordDates dates);

  final RecordDates dates() {
    return dates;
  }

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
    target.time = RecordEvents.time(fields, dates);
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
  @Nullable Wrapping of(
      List<byte[]> lines, @Nullable TimePattern given, Predicate<List<byte[]>> areText) {
    if (!areText.test(texts(lines))) {
      return null;
    }
    RecordWrapping same = of(lines, false, RecordDates.of(records(lines), given));
    return same.goBack(lines) ? of(lines, true, same.dates) : same;
  }

  private List<ObjectNode> records(List<byte[]> lines) {
    Cursor cursor = new Cursor();
    List<ObjectNode> records = new ArrayList<>();
    for (byte[] line : lines.subList(0, Math.min(lines.size(), MAX_LOOKED_AT))) {
      ObjectNode record = record(cursor.on(line, 0, line.length));
      if (record != null) {
        records.add(record);
      }
    }
    return records;
  }

  private List<byte[]> texts(List<byte[]> lines) {
    Unwrapped unwrapped = new Unwrapped();
    Cursor cursor = new Cursor();
    List<byte[]> texts = new ArrayList<>();
    for (byte[] line : lines) {
      if (texts.size() < MAX_LOOKED_AT && unwrap(cursor.on(line, 0, line.length), unwrapped)) {
        texts.add(unwrapped.copy());
      }
    }
    return texts;
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
}
