package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table whose first row names its columns: each other row is an object with these fields. */
final class CsvTable {

  private static final String SEPARATORS = ",;\t|";
  private static final int MAX_COLUMNS = 1000;
  private static final int LONGEST_NAME = 100;

  private final char separator;
  private final List<String> names;

  private CsvTable(char separator, List<String> names) {
    this.separator = separator;
    this.names = names;
  }

  /** The table that begins so; null if this is none with the columns of a log. */
  static @Nullable CsvTable of(byte[] begin, int length) {
    int end = LogBytes.lineEnd(begin, 0, length);
    if (end == length || end > LONGEST_NAME * MAX_COLUMNS) {
      return null;
    }
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char separator = SEPARATORS.charAt(i);
      List<String> names = stripped(cells(begin, EventBytes.mark(begin, 0, end), end, separator));
      if (names.size() > 1 && names.size() <= MAX_COLUMNS && areOfALog(names)) {
        return new CsvTable(separator, names);
      }
    }
    return null;
  }

  private static boolean areOfALog(List<String> names) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    for (String name : names) {
      if (name.isBlank() || name.length() > LONGEST_NAME) {
        return false;
      }
      row.put(name, name);
    }
    RecordFields fields = RecordFields.of(row);
    boolean message = fields.find(KnownKeys.MESSAGE, any -> true) != null;
    boolean time = fields.find(KnownKeys.TIME, any -> true) != null;
    boolean trace = fields.find(KnownKeys.TRACE, any -> true) != null;
    // A heading in words is no heading of columns, unless it has both.
    return time && (message || trace);
  }

  /** A row as an object; null if it is none. */
  @Nullable ObjectNode row(byte[] bytes, int from, int to) {
    List<String> cells = cells(bytes, from, to, separator);
    if (cells.size() < 2) {
      return null;
    }
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < Math.min(cells.size(), names.size()); i++) {
      String cell = cells.get(i);
      if (!cell.isEmpty() && !cell.equals("-")) {
        row.put(names.get(i), cell);
      }
    }
    return row;
  }

  private static List<String> stripped(List<String> cells) {
    return cells.stream().map(String::strip).toList();
  }

  char separator() {
    return separator;
  }

  private static List<String> cells(byte[] bytes, int from, int to, char separator) {
    List<String> cells = new ArrayList<>();
    byte[] cell = new byte[to - from];
    int at = blanks(bytes, from, to);
    // What is behind a quote that nothing closes closes none that stands there.
    boolean closes = true;
    while (at <= to) {
      int quote = blanks(bytes, at, to);
      boolean quoted = closes && quote < to && bytes[quote] == '"';
      int close = quoted ? close(bytes, quote + 1, to, separator) : -1;
      closes &= close >= 0 || !quoted;
      int end = close < 0 ? separator(bytes, at, to, separator) : close;
      cells.add(text(cell, copy(bytes, close < 0 ? at : quote + 1, end, close >= 0, cell)));
      at = separator(bytes, end, to, separator) + 1;
    }
    return cells;
  }

  private static int blanks(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] == ' ') {
      at++;
    }
    return at;
  }

  private static int separator(byte[] bytes, int from, int to, char separator) {
    int at = from;
    while (at < to && bytes[at] != separator) {
      at++;
    }
    return at;
  }

  /** Where the quote stands that ends a cell, as in {@link CsvLines}; -1 if none does. */
  private static int close(byte[] bytes, int from, int to, char separator) {
    for (int at = from; at < to; at++) {
      if (bytes[at] != '"') {
        continue;
      }
      if (at + 1 < to && bytes[at + 1] == '"') {
        at++;
        continue;
      }
      int next = blanks(bytes, at + 1, to);
      if (next == to || bytes[next] == separator || bytes[next] == '\r') {
        return at;
      }
    }
    return -1;
  }

  /** Of two quotes inside of quotes one is meant. */
  private static int copy(byte[] bytes, int from, int to, boolean quoted, byte[] cell) {
    int length = 0;
    for (int at = from; at < to; at++) {
      byte b = bytes[at];
      cell[length++] = b == CsvLines.LINE_END ? (byte) '\n' : b;
      at += quoted && b == '"' && at + 1 < to && bytes[at + 1] == '"' ? 1 : 0;
    }
    return length;
  }

  private static String text(byte[] cell, int length) {
    return EventBytes.decode(cell, 0, length);
  }
}
