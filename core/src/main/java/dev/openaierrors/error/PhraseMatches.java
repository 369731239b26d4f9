package dev.openaierrors.error;

import java.util.Arrays;

/**
 * The phrases that stand in a text, in the order in which they end.
 *
 * <p>Bounded: a text that repeats phrases without end fills it, and what comes after is not noted.
 */
final class PhraseMatches {

  // Real events have a few dozen.
  private static final int MAX = 1024;
  // Of phrases that are no evidence themselves, such as names of fields, so that they leave room.
  private static final int MAX_NEUTRAL = 512;

  private final Sections sections;
  private Phrase[] phrases = new Phrase[32];
  private int[] bounds = new int[64];
  private int count;
  private int neutral;

  private PhraseMatches(Sections sections) {
    this.sections = sections;
  }

  /** Looks through the text. */
  static PhraseMatches in(char[] text, int length) {
    PhraseMatches hits = new PhraseMatches(Sections.begin(text, length));
    new Reader(text, length, hits).run();
    return hits;
  }

  /** The sections of the text, as far as it was read. */
  Sections sections() {
    return sections;
  }

  int count() {
    return count;
  }

  Phrase phrase(int hit) {
    return phrases[hit];
  }

  /** Where the phrase begins. */
  int start(int hit) {
    return bounds[2 * hit];
  }

  /** Behind the phrase. */
  int end(int hit) {
    return bounds[2 * hit + 1];
  }

  private boolean add(Phrase phrase, int start, int end) {
    if (count == MAX) {
      return false;
    }
    if (phrase.role().weight() == 0 && ++neutral > MAX_NEUTRAL) {
      return true;
    }
    if (count == phrases.length) {
      phrases = Arrays.copyOf(phrases, 2 * count);
      bounds = Arrays.copyOf(bounds, 4 * count);
    }
    phrases[count] = phrase;
    bounds[2 * count] = start;
    bounds[2 * count + 1] = end;
    count++;
    return true;
  }

  /**
   * Reads a text as a person would: white space, line ends written out and box borders are one
   * blank, colours are nothing, an escaped character is that character.
   */
  private static final class Reader {

    private static final int RING = PhraseAutomaton.MAX_LENGTH;
    private static final char ESCAPE = 27;

    private final char[] text;
    private final int length;
    private final PhraseMatches hits;
    private final PhraseAutomaton automaton = Phrases.automaton();
    private final int[] starts = new int[RING];
    private int read;
    private int state;
    private boolean blank = true;
    private boolean full;

    Reader(char[] text, int length, PhraseMatches hits) {
      this.text = text;
      this.length = length;
      this.hits = hits;
    }

    void run() {
      int at = 0;
      while (at < length && !full) {
        at = plain(at);
        if (at < length && !full) {
          at = special(at, text[at]);
        }
      }
    }

    /** Reads what stands for itself, up to the next character that does not. */
    private int plain(int from) {
      int at = from;
      int now = state;
      int done = read;
      boolean space = blank;
      for (; at < length; at++) {
        char c = text[at];
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
        return Ansi.end(text, at, length);
      }
      if (c <= ' ' || c == '\u00a0' || c == '\u2502') {
        if (c == '\n' || c == Chars.PIECE_END) {
          hits.sections.line(at + 1);
        }
        return blank(at, at + 1);
      }
      if (c == '\\') {
        return escape(at);
      }
      if (c == '|' && blank) {
        return blank(at, at + 1);
      }
      if (c == '<' && at + 4 < length && text[at + 1] == 'E' && text[at + 2] == 'O') {
        return blank(at, text[at + 3] == 'L' && text[at + 4] == '>' ? at + 5 : at + 1);
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
      while (end < length && text[end] == '\\') {
        end++;
      }
      if (end == length) {
        return end;
      }
      char c = text[end];
      if (c == 'n' || c == 'r' || c == 't') {
        if (c == 'n') {
          hits.sections.line(end + 1);
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
        int digit = Character.digit(text[i], 16);
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
        full |= !hits.add(phrase, begin, end);
      }
    }

    private static boolean isInvisible(char c) {
      return (c >= '\u200b' && c <= '\u200f') || c == '\ufeff' || (c >= '\u202a' && c <= '\u202e');
    }
  }
}
