package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The journal's export format, {@code journalctl -o export}, made what {@code -o json} writes: each
 * field is a line, a blank line ends the entry, and what is not one line of text has its length
 * before it.
 */
final class JournalExport extends MadeLines {

  private static final int LONGEST_FIELD = 1 << 20;
  private static final int LENGTH = 8;

  /** What an entry has more is no part of an event. */
  private static final int MOST_FIELDS = 1000;

  private final InputStream in;
  private long lines;

  JournalExport(InputStream export) {
    in = new BufferedInputStream(export, 1 << 16);
  }

  /** Whether a file that begins so is one. */
  static boolean is(byte[] begin, int length) {
    String text = new String(begin, 0, Math.min(length, 256), StandardCharsets.ISO_8859_1);
    return text.startsWith("__CURSOR=") || text.startsWith("__REALTIME_TIMESTAMP=");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  @Override
  byte @Nullable [] nextLines() throws IOException {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    long first = lines + 1;
    boolean more = entry(entry);
    if (entry.isEmpty()) {
      return more ? new byte[0] : null;
    }
    from(first);
    return lineOf(entry);
  }

  /** Reads an entry; false at the end of the journal. */
  private boolean entry(ObjectNode entry) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (line(line)) {
      String field = line.toString(StandardCharsets.UTF_8);
      int equals = field.indexOf('=');
      if (field.isBlank()) {
        return true;
      }
      String name = equals >= 0 ? field.substring(0, equals) : field;
      String value = equals >= 0 ? field.substring(equals + 1) : sized();
      if (entry.size() < MOST_FIELDS) {
        entry.put(name, value);
      }
    }
    return false;
  }

  private boolean line(ByteArrayOutputStream line) throws IOException {
    boolean read = readLine(in, line, LONGEST_FIELD);
    lines += read ? 1 : 0;
    return read;
  }

  private String sized() throws IOException {
    byte[] size = in.readNBytes(LENGTH);
    long length = 0;
    for (int i = size.length - 1; i >= 0; i--) {
      length = length << Byte.SIZE | (size[i] & 0xff);
    }
    boolean possible = size.length == LENGTH && length >= 0;
    byte[] value = in.readNBytes(possible ? (int) Math.min(length, LONGEST_FIELD) : 0);
    if (possible) {
      passed(length - value.length);
    }
    in.read();
    lines++;
    for (byte b : value) {
      lines += b == '\n' ? 1 : 0;
    }
    return new String(value, StandardCharsets.UTF_8);
  }

  /** A stream may pass less than it is asked to, and the journal may be cut here. */
  private void passed(long length) throws IOException {
    long left = length;
    while (left > 0) {
      long step = in.skip(left);
      if (step <= 0) {
        if (in.read() < 0) {
          return;
        }
        step = 1;
      }
      left -= step;
    }
  }
}
