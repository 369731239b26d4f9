package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes an object on a line of its own of each document of a YAML file, such as {@code gcloud
 * logging read} writes: three dashes begin each. Of the file, no more than one is in memory.
 */
final class YamlRecords extends MadeLines {

  private static final String MARK = "---";
  private static final String END = "...";
  private static final int MOST_LINES = 20_000;
  private static final int LONGEST_LINE = 1 << 20;
  private static final int LONGEST = 4 << 20;

  private final InputStream in;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long number;
  private boolean over;

  YamlRecords(InputStream file) {
    in = new BufferedInputStream(file, 1 << 16);
  }

  /** Whether a file that begins so has such documents, and they are the events of a log. */
  static boolean is(byte[] begin, int length) {
    int from = EventBytes.mark(begin, 0, length);
    while (from < length && (begin[from] == '\n' || begin[from] == '\r')) {
      from++;
    }
    if (from == length || "-#%".indexOf(begin[from]) < 0) {
      return false;
    }
    String text = new String(begin, from, length - from, StandardCharsets.UTF_8);
    List<String> lines = text.lines().limit(MOST_LINES).toList();
    int at = 0;
    while (at < lines.size() && isBetween(lines.get(at))) {
      at++;
    }
    if (at == 0 || !lines.subList(0, at).contains(MARK)) {
      return false;
    }
    int end = at;
    while (end < lines.size() && !isMark(lines.get(end))) {
      end++;
    }
    ObjectNode first = YamlText.read(lines.subList(at, end));
    return first != null && isEvent(RecordFields.of(first));
  }

  private static boolean isEvent(RecordFields fields) {
    return fields.find(KnownKeys.TIME, any -> true) != null
        && (fields.find(KnownKeys.MESSAGE, any -> true) != null
            || fields.find(KnownKeys.LEVEL, any -> true) != null);
  }

  private static boolean isBetween(String line) {
    return line.isBlank() || line.startsWith("#") || line.startsWith("%") || isMark(line);
  }

  private static boolean isMark(String line) {
    String mark = line.stripTrailing();
    return mark.equals(MARK) || mark.equals(END);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  @Override
  byte @Nullable [] nextLines() throws IOException {
    List<String> lines = new ArrayList<>();
    long first = 0;
    int size = 0;
    String line = null;
    while ((line = line()) != null && !(isMark(line) && !lines.isEmpty())) {
      if (lines.isEmpty() && isBetween(line)) {
        continue;
      }
      first = lines.isEmpty() ? number : first;
      size += line.length();
      if (lines.size() < MOST_LINES && size < LONGEST) {
        lines.add(line);
      }
    }
    ObjectNode record = YamlText.read(lines);
    if (record == null || record.isEmpty()) {
      return line == null ? null : new byte[0];
    }
    from(first);
    return lineOf(record);
  }

  private @Nullable String line() throws IOException {
    if (over || !readLine(in, bytes, LONGEST_LINE)) {
      over = true;
      return null;
    }
    number++;
    String line = bytes.toString(StandardCharsets.UTF_8);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
