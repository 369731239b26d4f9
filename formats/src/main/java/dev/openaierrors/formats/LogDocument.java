package dev.openaierrors.formats;

import java.io.InputStream;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A file that is one whole and no sequence of lines, such as the answer of a log's store or a
 * table: its events are made lines, one each, by which they are read as those of any other log.
 */
public final class LogDocument {

  private final String title;
  private final UnaryOperator<InputStream> lines;
  private final @Nullable CsvTable table;

  private LogDocument(String title, UnaryOperator<InputStream> lines, @Nullable CsvTable table) {
    this.title = title;
    this.lines = lines;
    this.table = table;
  }

  /** One whose events are made lines like this. */
  static LogDocument of(String title, UnaryOperator<InputStream> lines) {
    return new LogDocument(title, lines, null);
  }

  /**
   * What a file is that begins so; null if its events are lines as it is.
   *
   * @param length how many of the bytes count
   */
  public static @Nullable LogDocument of(byte[] begin, int length) {
    int at = 0;
    while (at < length && begin[at] <= ' ' && begin[at] >= 0) {
      at++;
    }
    if (at == length) {
      return null;
    }
    if (begin[at] == '{' || begin[at] == '[') {
      return JsonOutline.of(begin, length);
    }
    if (JournalExport.is(begin, length)) {
      return of("journalctl -o export", JournalExport::new);
    }
    CsvTable table = CsvTable.of(begin, length);
    return table == null
        ? null
        : new LogDocument("CSV", in -> new ChangedInput(in, new CsvLines()), table);
  }

  /** In words. */
  public String title() {
    return title;
  }

  /** The same with one event a line; what is read of it is read of {@code document}. */
  public InputStream lines(InputStream document) {
    return lines.apply(document);
  }

  @Nullable CsvTable table() {
    return table;
  }
}
