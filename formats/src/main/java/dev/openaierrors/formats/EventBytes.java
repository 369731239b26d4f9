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

  /** The text, taken for UTF-8 and, where it is not, for Latin-1. */
  String decode(int from, int to) {
    if (from >= to) {
      return "";
    }
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return text.indexOf(NO_CHARACTER) < 0
        ? text
        : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
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
