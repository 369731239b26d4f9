package dev.openaierrors.error;

import java.util.Arrays;

/**
 * Finds the phrases in a text, reading it as a person would: white space, line ends written out and
 * box borders are one blank, colours are nothing, an escaped character is that character.
 *
 * <p>Bounded: a text that repeats phrases without end fills it, and what comes after is not noted.
 */
final class PhraseReader {

  // Real events have a few dozen.
  private static final int MAX_MATCHES = 1024;
  // Of phrases that are no evidence themselves, such as names of fields, so that they leave room.
  private static final int MAX_NEUTRAL = 512;
  private static final int MAX_CONTROL = 32;
  private static final int RING = PhraseAutomaton.MAX_LENGTH;
  private static final char ESCAPE = 27;

  private final char[] chars;
  private final int length;
  private final Sections sections;
  private PhraseMatch[] matches = new PhraseMatch[32];
  private int count;
  private final PhraseAutomaton automaton = Phrases.automaton();
  private final int[] starts = new int[RING];
  private int neutral;
  private int read;
  private int state;
  private boolean blank = true;
  private boolean full;

  /** Tells the sections where lines begin. */
  PhraseReader(Text text, Sections sections) {
    this.chars = text.chars();
    this.length = text.length();
    this.sections = sections;
  }

  /** The phrases of the text, in the order in which they end. */
  PhraseMatch[] read() {
    int at = 0;
    while (at < length && !full) {
      at = plain(at);
      if (at < length && !full) {
        at = special(at, chars[at]);
      }
    }
    return Arrays.copyOf(matches, count);
  }

  /** Reads what stands for itself, up to the next character that does not. */
  private int plain(int from) {
    int at = from;
    int now = state;
    int done = read;
    boolean space = blank;
    for (; at < length; at++) {
      char c = chars[at];
      if (c < ' ' || c >= 127 || c == '\\' || c == '<' || c == '|' || (c == ' ' && space)) {
        break;
      }
      space = c == ' ';
      starts[done++ & (RING - 1)] = at;
      int step = automaton.next(now, automaton.classOf(c));
      now = PhraseAutomaton.state(step);
      if (PhraseAutomaton.ends(step)) {
        read = done;
        note(now, at + 1);
      }
    }
    blank = space;
    read = done;
    state = now;
    return at;
  }

  private int special(int at, char c) {
    if (c == ESCAPE) {
      return controlEnd(at);
    }
    if (c <= ' ' || c == '\u00a0' || c == '\u2502') {
      if (c == '\n' || c == Text.PIECE_END) {
        sections.line(at + 1);
      }
      return blank(at, at + 1);
    }
    if (c == '\\') {
      return escape(at);
    }
    if (c == '|' && blank) {
      return blank(at, at + 1);
    }
    if (c == '<' && at + 4 < length && chars[at + 1] == 'E' && chars[at + 2] == 'O') {
      return blank(at, chars[at + 3] == 'L' && chars[at + 4] == '>' ? at + 5 : at + 1);
    }
    if (!isInvisible(c)) {
      take(at, c, at + 1);
    }
    return at + 1;
  }

  private int blank(int at, int end) {
    if (!blank) {
      take(at, ' ', end);
    }
    return end;
  }

  /** A run of backslashes and what it escapes, however often; in a path, a slash. */
  private int escape(int at) {
    int end = at;
    while (end < length && chars[end] == '\\') {
      end++;
    }
    if (end == length) {
      return end;
    }
    char c = chars[end];
    if (c == 'n' || c == 'r' || c == 't') {
      if (c == 'n') {
        sections.line(end + 1);
      }
      return blank(at, end + 1);
    }
    if (c == 'u' && end + 4 < length) {
      int code = hex(end + 1);
      if (code >= 0) {
        take(at, (char) code, end + 5);
        return end + 5;
      }
    }
    if (Chars.isWord(c)) {
      take(at, '/', end);
    }
    return end;
  }

  private int hex(int at) {
    int code = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = Character.digit(chars[i], 16);
      if (digit < 0) {
        return -1;
      }
      code = 16 * code + digit;
    }
    return code;
  }

  private void take(int at, char c, int end) {
    blank = c <= ' ';
    starts[read++ & (RING - 1)] = at;
    int step = automaton.next(state, automaton.classOf(blank ? ' ' : c));
    state = PhraseAutomaton.state(step);
    if (PhraseAutomaton.ends(step)) {
      note(state, end);
    }
  }

  private void note(int ending, int end) {
    for (short index : automaton.found(ending)) {
      Phrase phrase = Phrases.get(index);
      int begin = starts[(read - phrase.text().length()) & (RING - 1)];
      add(new PhraseMatch(phrase, begin, end));
    }
  }

  private void add(PhraseMatch match) {
    if (count == MAX_MATCHES) {
      full = true;
    } else if (match.role().weight() != 0 || ++neutral <= MAX_NEUTRAL) {
      if (count == matches.length) {
        matches = Arrays.copyOf(matches, 2 * count);
      }
      matches[count++] = match;
    }
  }

  /** Behind the control sequence of a terminal that the escape character at {@code at} begins. */
  private int controlEnd(int at) {
    if (at + 1 >= length || chars[at + 1] != '[') {
      return at + 1;
    }
    int limit = Math.min(length, at + MAX_CONTROL);
    for (int i = at + 2; i < limit; i++) {
      if (chars[i] >= '@' && chars[i] <= '~') {
        return i + 1;
      }
    }
    return at + 1;
  }

  private static boolean isInvisible(char c) {
    return (c >= '\u200b' && c <= '\u200f') || c == '\ufeff' || (c >= '\u202a' && c <= '\u202e');
  }
}
