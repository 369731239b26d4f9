package dev.openaierrors.formats;

import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file that is one whole and no sequence of lines, such as the answer of a log's store or a
 * table: its events are made lines, one each, by which they are read as those of any other log.
 */
public final class LogDocument {

  private final DocumentLines lines;
  private final @Nullable CsvTable table;

  private LogDocument(DocumentLines lines, @Nullable CsvTable table) {
    this.lines = lines;
    this.table = table;
  }

  /**
   * What a file is that begins so; null if its events are lines as it is.
   *
   * @param length how many of the bytes count
   */
  public static @Nullable LogDocument of(byte[] begin, int length) {
    int at = EventBytes.mark(begin, 0, length);
    while (at < length && begin[at] <= ' ' && begin[at] >= 0) {
      at++;
    }
    if (at == length) {
      return null;
    }
    CsvTable table = null;
    DocumentLines lines = null;
    if (begin[at] == '{' || begin[at] == '[') {
      lines = JsonOutline.of(begin, length);
    } else if (JournalExport.is(begin, length)) {
      lines = DocumentLines.rewritten("journalctl -o export", JournalExport::new);
    } else if (YamlRecords.is(begin, length)) {
      lines = DocumentLines.rewritten("YAML", YamlRecords::new);
    } else {
      CsvTable found = CsvTable.of(begin, length);
      lines =
          found == null
              ? null
              : DocumentLines.changed("CSV", () -> new CsvLines(found.separator()));
      table = found;
    }
    return lines == null ? null : new LogDocument(lines, table);
  }

  /** In words. */
  public String title() {
    return lines.title();
  }

  /** The same with one event a line; what is read of it is read of {@code document}. */
  public InputStream lines(InputStream document) {
    return lines.maker().apply(document);
  }

  /**
   * What makes the same of the document in place, from its first byte on; null where lines take
   * more or fewer bytes.
   */
  public @Nullable ByteChange change() {
    Supplier<ByteChange> change = lines.change();
    return change == null ? null : change.get();
  }

  @Nullable CsvTable table() {
    return table;
  }
}
