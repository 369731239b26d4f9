package dev.openaierrors.formats;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Finds the texts of a few known fields in the bytes of an object, without making a tree of it:
 * most lines are only asked for what they begin with. Keeps state: for one thread.
 */
final class JsonGlance {

  private static final int NONE = -1;

  /**
   * A field.
   *
   * @param depth how many objects and arrays are open around it
   * @param name as it is written
   */
  record Place(int depth, String name) {}

  private final List<Place> places;
  private final byte[][] names;
  private final int[] depths;
  private final int[] from;
  private final int[] to;

  JsonGlance(List<Place> places) {
    this.places = places;
    names = new byte[places.size()][];
    depths = new int[places.size()];
    from = new int[places.size()];
    to = new int[places.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = places.get(i).name().getBytes(StandardCharsets.UTF_8);
      depths[i] = places.get(i).depth();
    }
  }

  /** What is looked for. */
  List<Place> places() {
    return places;
  }

  /** Looks at the object that begins here. */
  void at(byte[] bytes, int begin, int end) {
    for (int i = 0; i < from.length; i++) {
      from[i] = NONE;
    }
    int depth = 0;
    int at = begin;
    while (at < end) {
      byte b = bytes[at];
      if (b == '"') {
        int close = close(bytes, at + 1, end);
        at = isKey(bytes, close, end) ? value(bytes, at + 1, close, end, depth) : close + 1;
      } else {
        depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
        at++;
      }
    }
  }

  /** Where the text of a field begins, behind its quote; -1 if it has none. */
  int from(int place) {
    return from[place];
  }

  /** Where it ends. */
  int to(int place) {
    return to[place];
  }

  /** Whether a line end is written here. */
  static boolean isLineEnd(byte[] bytes, int at, int from) {
    boolean escape = bytes[at] == '\\' && (at == from || bytes[at - 1] != '\\');
    return escape && (bytes[at + 1] == 'n' || bytes[at + 1] == 'r');
  }

  /** Whether the text stands here as it is. */
  static boolean isPlain(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\\') {
        return false;
      }
    }
    return true;
  }

  /**
   * Writes the first line of a text into {@code target}, as far as there is room; how much. What is
   * no letter of ASCII becomes a question mark: by none of them an event begins.
   */
  static int unescaped(byte[] bytes, int from, int to, byte[] target) {
    int length = 0;
    int at = from;
    while (at < to && length < target.length) {
      byte b = bytes[at++];
      if (b == '\\' && at < to) {
        b = escaped(bytes[at++]);
        if (b == '\n') {
          return length;
        }
        at += b == '?' ? Math.min(4, to - at) : 0;
      }
      target[length++] = b;
    }
    return length;
  }

  private static byte escaped(byte letter) {
    return switch (letter) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b', 'f' -> ' ';
      case 'u' -> '?';
      default -> letter;
    };
  }

  private static int close(byte[] bytes, int begin, int end) {
    int at = begin;
    while (at < end && bytes[at] != '"') {
      at += bytes[at] == '\\' ? 2 : 1;
    }
    return Math.min(at, end);
  }

  private static boolean isKey(byte[] bytes, int close, int end) {
    int at = blanks(bytes, close + 1, end);
    return at < end && bytes[at] == ':';
  }

  private static int blanks(byte[] bytes, int begin, int end) {
    int at = begin;
    while (at < end && bytes[at] == ' ') {
      at++;
    }
    return at;
  }

  /** Takes the value behind a key; where to go on. */
  private int value(byte[] bytes, int key, int keyEnd, int end, int depth) {
    int begin = blanks(bytes, blanks(bytes, keyEnd + 1, end) + 1, end);
    if (begin >= end || bytes[begin] != '"') {
      return begin;
    }
    int close = close(bytes, begin + 1, end);
    for (int i = 0; i < names.length; i++) {
      if (depths[i] == depth && from[i] == NONE && is(names[i], bytes, key, keyEnd)) {
        from[i] = begin + 1;
        to[i] = close;
      }
    }
    return close + 1;
  }

  private static boolean is(byte[] name, byte[] bytes, int key, int keyEnd) {
    if (keyEnd - key != name.length) {
      return false;
    }
    int i = 0;
    while (i < name.length && bytes[key + i] == name[i]) {
      i++;
    }
    return i == name.length;
  }
}
