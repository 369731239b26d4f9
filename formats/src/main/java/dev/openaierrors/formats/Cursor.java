package dev.openaierrors.formats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a line byte by byte. A method that says no may have moved the place all the same. */
final class Cursor {

  private byte[] bytes = {};
  private int at;
  private int end;

  /** Goes to the begin of this line. */
  Cursor on(byte[] line, int from, int to) {
    bytes = line;
    at = from;
    end = to;
    return this;
  }

  int at() {
    return at;
  }

  int end() {
    return end;
  }

  Cursor to(int place) {
    at = place;
    return this;
  }

  byte[] bytes() {
    return bytes;
  }

  boolean isAtEnd() {
    return at >= end;
  }

  /** The byte here; 0 at the end. */
  int peek() {
    return at < end ? bytes[at] : 0;
  }

  boolean skip(char c) {
    if (at < end && bytes[at] == c) {
      at++;
      return true;
    }
    return false;
  }

  boolean skip(String ascii) {
    if (!startsWith(ascii)) {
      return false;
    }
    at += ascii.length();
    return true;
  }

  /** As {@link #skip(String)}, of any text. */
  boolean skipText(String text) {
    return skip(text.getBytes(StandardCharsets.UTF_8));
  }

  /** As {@link #skipText}, of its bytes. */
  boolean skip(byte[] wanted) {
    if (at + wanted.length > end
        || !Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
      return false;
    }
    at += wanted.length;
    return true;
  }

  boolean startsWith(String ascii) {
    if (at + ascii.length() > end) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[at + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** At least one blank. */
  boolean blanks() {
    int before = at;
    skipBlanks();
    return at > before;
  }

  void skipBlanks() {
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
  }

  /** A number of so many digits; -1 if there is none. */
  int number(int min, int max) {
    int value = 0;
    int begin = at;
    while (at < end && at - begin < max && isDigit(bytes[at])) {
      value = 10 * value + bytes[at++] - '0';
    }
    boolean tooLong = at < end && at - begin == max && isDigit(bytes[at]);
    return at - begin < min || tooLong ? -1 : value;
  }

  /** Goes to this byte, on this line; false if there is none. */
  boolean find(char c) {
    while (at < end && bytes[at] != c) {
      at++;
    }
    return at < end;
  }

  /** Goes to the next blank, or to the end; false if one stands here already. */
  boolean word() {
    int before = at;
    while (at < end && bytes[at] != ' ' && bytes[at] != '\t') {
      at++;
    }
    return at > before;
  }

  /** The text between two places, without blanks around it. */
  String text(int from, int to) {
    int begin = from;
    int stop = to;
    while (begin < stop && bytes[begin] == ' ') {
      begin++;
    }
    while (stop > begin && bytes[stop - 1] == ' ') {
      stop--;
    }
    return new String(bytes, begin, stop - begin, StandardCharsets.UTF_8);
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
