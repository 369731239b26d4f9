package dev.openaierrors.error;

import java.util.Arrays;

/**
 * The parts of an event in which evidence belongs together: each log line with what follows it,
 * each throwable with its message and the frames that are its own, each argument and key-value
 * pair.
 *
 * <p>Throwables that follow one another are one chain. Bounded: what comes after the last section
 * that fits belongs to that one.
 */
final class Sections {

  private static final int MOST = 64;
  private static final int LONGEST_CLASS = 160;
  private static final int LONGEST_TIME = 34;
  private static final String[] CAUSES = {"caused by:", "suppressed:", "wrapped by:"};
  private static final String[] THROWABLES = {"exception", "error", "throwable", "failure"};

  private final char[] text;
  private final int length;
  private int[] starts = new int[8];
  private boolean[] thrown = new boolean[8];
  private int[] pieces = new int[8];
  private int piece;
  private int count;

  private Sections(char[] text, int length) {
    this.text = text;
    this.length = length;
  }

  /** The first section of a text; whoever reads the text tells where its lines begin. */
  static Sections begin(char[] text, int length) {
    Sections sections = new Sections(text, length);
    sections.add(0);
    return sections;
  }

  /** A line begins here, which may be a section of its own. */
  void line(int start) {
    boolean separate = text[start - 1] == Chars.PIECE_END;
    piece += separate ? 1 : 0;
    if (separate || begins(start)) {
      add(start);
    }
  }

  int count() {
    return count;
  }

  int start(int section) {
    return starts[section];
  }

  /** Behind its last character. */
  int end(int section) {
    return section + 1 < count ? starts[section + 1] : length;
  }

  /** Whether it is a throwable. */
  boolean isThrown(int section) {
    return thrown[section];
  }

  /** The first section of the piece of the event that this one is in. */
  int first(int section) {
    int first = section;
    while (first > 0 && pieces[first - 1] == pieces[section]) {
      first--;
    }
    return first;
  }

  /** The section that this character is in. */
  int of(int at) {
    int section = 0;
    while (section + 1 < count && starts[section + 1] <= at) {
      section++;
    }
    return section;
  }

  /** Whether both are throwables of one chain. */
  boolean areChained(int one, int other) {
    for (int i = Math.min(one, other); i <= Math.max(one, other); i++) {
      if (!thrown[i]) {
        return false;
      }
    }
    return true;
  }

  private void add(int start) {
    if (count == MOST) {
      return;
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      thrown = Arrays.copyOf(thrown, 2 * count);
      pieces = Arrays.copyOf(pieces, 2 * count);
    }
    starts[count] = start;
    thrown[count] = isThrowable(start);
    pieces[count] = piece;
    count++;
  }

  /** Whether the line that starts here begins something new. */
  private boolean begins(int start) {
    return isThrowable(start) || isTimed(start) || LogPrefix.isLevel(text, start, length);
  }

  private boolean isThrowable(int start) {
    int at = start;
    while (at < length && (text[at] == ' ' || text[at] == '\t' || text[at] == '[')) {
      at++;
    }
    if (at == length) {
      return false;
    }
    char first = Chars.lower(text[at]);
    if (first == 'c' || first == 's' || first == 'w') {
      for (String cause : CAUSES) {
        if (Chars.startsWith(text, at, length, cause)) {
          return true;
        }
      }
    }
    return at == start && isThrowableName(start);
  }

  /** A qualified name that says that it is one, and nothing or a colon behind it. */
  private boolean isThrowableName(int start) {
    int at = start;
    boolean dotted = false;
    int limit = Math.min(length, start + LONGEST_CLASS);
    while (at < limit && (Chars.isWord(text[at]) || text[at] == '.' || text[at] == '$')) {
      dotted |= text[at] == '.';
      at++;
    }
    if (!dotted || (at < length && text[at] != ':' && text[at] > ' ' && text[at] != '\\')) {
      return false;
    }
    for (String name : THROWABLES) {
      if (Chars.endsWith(text, at, name)) {
        return true;
      }
    }
    // Nested ones have a name of their own: HttpClientErrorException$TooManyRequests.
    for (int i = start; i < at; i++) {
      if (text[i] == '$') {
        return Chars.endsWith(text, i, "exception") || Chars.endsWith(text, i, "error");
      }
    }
    return false;
  }

  /** The line begins with a time, as log lines do. */
  private boolean isTimed(int start) {
    int at = start < length && text[start] == '[' ? start + 1 : start;
    if (at + 4 >= length || !Chars.isDigit(text[at]) || !Chars.isDigit(text[at + 1])) {
      return false;
    }
    int limit = Math.min(length - 1, start + LONGEST_TIME);
    for (int i = at; i < limit && text[i] != '\n'; i++) {
      if (text[i] == ':' && Chars.isDigit(text[i - 1]) && Chars.isDigit(text[i + 1])) {
        return true;
      }
    }
    return false;
  }
}
