package dev.openaierrors.formats;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The bytes of one event, without colours, NULs and carriage returns. Reused. */
final class EventBytes {

  private static final int LONGEST_COLOUR = 32;
  private static final char NO_CHARACTER = '\ufffd';

  private byte[] bytes = new byte[4096];
  private int end;

  /** Holds these bytes, without what is not text. */
  EventBytes of(byte[] source, int from, int size) {
    if (bytes.length < size) {
      bytes = new byte[Math.max(size, 2 * bytes.length)];
    }
    System.arraycopy(source, from, bytes, 0, size);
    end = clean(bytes, size);
    return this;
  }

  byte[] bytes() {
    return bytes;
  }

  int end() {
    return end;
  }

  int firstLineEnd() {
    for (int i = 0; i < end; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return end;
  }

  @Nullable String text(int from, int to) {
    int begin = from;
    int stop = to;
    while (begin < stop && bytes[begin] == ' ') {
      begin++;
    }
    while (stop > begin && bytes[stop - 1] == ' ') {
      stop--;
    }
    return begin >= stop ? null : decode(begin, stop);
  }

  /** As {@link #decode(byte[], int, int)}. */
  String decode(int from, int to) {
    return decode(bytes, from, to);
  }

  /** The text, taken for UTF-8 and, where more of it is not UTF-8 than is, for Latin-1. */
  static String decode(byte[] bytes, int from, int to) {
    if (from >= to) {
      return "";
    }
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return text.indexOf(NO_CHARACTER) < 0 || isUtf8(text, bytes, from, to)
        ? text
        : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** A letter may be cut, or have been no letter before: Latin-1 has no others of UTF-8. */
  private static boolean isUtf8(String text, byte[] bytes, int from, int to) {
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      letters += c == NO_CHARACTER ? -1 : c >= 0x80 ? 1 : 0;
    }
    for (int i = from; i + 2 < to; i++) {
      boolean written =
          bytes[i] == (byte) 0xef && bytes[i + 1] == (byte) 0xbf && bytes[i + 2] == (byte) 0xbd;
      letters += written ? 2 : 0;
    }
    return letters >= 0;
  }

  /** How many bytes at the begin of a line are the mark of a byte order, as of another file. */
  static int mark(byte[] bytes, int from, int to) {
    boolean mark =
        to - from > 2
            && bytes[from] == (byte) 0xef
            && bytes[from + 1] == (byte) 0xbb
            && bytes[from + 2] == (byte) 0xbf;
    return mark ? 3 : 0;
  }

  /** As {@link #clean}, of the first line only. */
  static int cleanLine(byte[] bytes, int length) {
    int end = textEnd(bytes, 0, length);
    if (end == length || bytes[end] == '\n') {
      return end;
    }
    while (end < length && bytes[end] != '\n') {
      end++;
    }
    return clean(bytes, end);
  }

  /** Up to where there is nothing but text, on the first line. */
  static int textEnd(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to && (bytes[end] >= ' ' || bytes[end] < 0 || bytes[end] == '\t')) {
      end++;
    }
    return end;
  }

  /** Takes out colours, NULs and the carriage returns before line ends; the new length. */
  static int clean(byte[] bytes, int length) {
    int to = textEnd(bytes, 0, length);
    for (int i = to; i < length; i++) {
      byte b = bytes[i];
      if (b == 0x1b) {
        i = colourEnd(bytes, i, length) - 1;
      } else if (b != 0 && (b != '\r' || (i + 1 < length && bytes[i + 1] != '\n'))) {
        bytes[to++] = b;
      }
    }
    return to;
  }

  private static int colourEnd(byte[] bytes, int at, int length) {
    if (at + 1 < length && bytes[at + 1] == '[') {
      int limit = Math.min(length, at + LONGEST_COLOUR);
      for (int i = at + 2; i < limit; i++) {
        if (bytes[i] >= '@' && bytes[i] <= '~') {
          return i + 1;
        }
      }
    }
    return at + 1;
  }
}
