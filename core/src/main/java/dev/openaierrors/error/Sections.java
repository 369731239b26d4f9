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

  private static final int MAX_SECTIONS = 64;
  private static final int MAX_CLASS = 160;
  private static final int MAX_TIME = 34;
  private static final String[] CAUSES = {"caused by:", "suppressed:", "wrapped by:"};
  private static final String[] THROWABLES = {"exception", "error", "throwable", "failure"};

  private final Text text;
  private int[] starts = new int[8];
  private boolean[] thrown = new boolean[8];
  private int[] pieces = new int[8];
  private int piece;
  private int count;

  private Sections(Text text) {
    this.text = text;
  }

  /** The first section of a text; whoever reads the text tells where its lines begin. */
  static Sections begin(Text text) {
    Sections sections = new Sections(text);
    sections.add(0);
    return sections;
  }

  /** A line begins here, which may be a section of its own. */
  void line(int start) {
    boolean separate = text.at(start - 1) == Text.PIECE_END;
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
    return section + 1 < count ? starts[section + 1] : text.length();
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

  /** The section that this character is in; {@code guess} is looked at first. */
  int of(int at, int guess) {
    if (at >= start(guess) && at < end(guess)) {
      return guess;
    }
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
    if (count == MAX_SECTIONS) {
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
    return isThrowable(start) || isTimed(start) || LogPrefix.isLevel(text, start);
  }

  private boolean isThrowable(int start) {
    int at = start;
    while (text.is(at, ' ') || text.is(at, '\t') || text.is(at, '[')) {
      at++;
    }
    if (at == text.length()) {
      return false;
    }
    char first = Chars.lower(text.at(at));
    if (first == 'c' || first == 's' || first == 'w') {
      for (String cause : CAUSES) {
        if (text.startsWith(at, cause)) {
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
    int limit = Math.min(text.length(), start + MAX_CLASS);
    while (at < limit && (text.isWord(at) || text.at(at) == '.' || text.at(at) == '$')) {
      dotted |= text.at(at) == '.';
      at++;
    }
    if (!dotted
        || (at < text.length() && text.at(at) != ':' && text.at(at) > ' ' && text.at(at) != '\\')) {
      return false;
    }
    for (String name : THROWABLES) {
      if (text.endsWith(at, name)) {
        return true;
      }
    }
    // Nested ones have a name of their own: HttpClientErrorException$TooManyRequests.
    for (int i = start; i < at; i++) {
      if (text.at(i) == '$') {
        return text.endsWith(i, "exception") || text.endsWith(i, "error");
      }
    }
    return false;
  }

  /** The line begins with a time, as log lines do. */
  private boolean isTimed(int start) {
    int at = text.is(start, '[') ? start + 1 : start;
    if (at + 4 >= text.length() || !text.isDigit(at) || !text.isDigit(at + 1)) {
      return false;
    }
    int limit = Math.min(text.length() - 1, start + MAX_TIME);
    for (int i = at; i < limit && !text.isLineEnd(i); i++) {
      if (text.at(i) == ':' && text.isDigit(i - 1) && text.isDigit(i + 1)) {
        return true;
      }
    }
    return false;
  }
}
