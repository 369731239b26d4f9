package dev.openaierrors.error;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The phrases that stand in a text, in the order in which they end.
 *
 * <p>Bounded: a text that repeats phrases without end fills it, and what comes after is not noted.
 */
final class Hits {

  // Real events have a few dozen.
  private static final int MAX = 1024;
  // Of phrases that are no evidence themselves, such as names of fields, so that they leave room.
  private static final int MAX_NEUTRAL = 512;

  private int[] entries = new int[96];
  private int count;
  private int neutral;

  /** Looks through the text. */
  static Hits in(char[] text, int length) {
    Hits hits = new Hits();
    new Reader(text, length, hits).run();
    return hits;
  }

  int count() {
    return count;
  }

  Phrase phrase(int hit) {
    return Phrases.get(entries[3 * hit]);
  }

  /** Where the phrase begins. */
  int start(int hit) {
    return entries[3 * hit + 1];
  }

  /** Behind the phrase. */
  int end(int hit) {
    return entries[3 * hit + 2];
  }

  private boolean add(int phrase, int start, int end) {
    if (count == MAX) {
      return false;
    }
    if (Phrases.get(phrase).role().weight() == 0 && ++neutral > MAX_NEUTRAL) {
      return true;
    }
    if (3 * count == entries.length) {
      entries = Arrays.copyOf(entries, 2 * entries.length);
    }
    entries[3 * count] = phrase;
    entries[3 * count + 1] = start;
    entries[3 * count + 2] = end;
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
    private final Hits hits;
    private final PhraseAutomaton automaton = Phrases.automaton();
    private final int[] starts = new int[RING];
    private int read;
    private int state;
    private boolean blank = true;
    private boolean full;

    Reader(char[] text, int length, Hits hits) {
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
      for (; at < length; at++) {
        char c = text[at];
        if (c <= ' ' || c >= 127 || c == '\\' || c == '<' || c == '|') {
          break;
        }
        starts[done++ & (RING - 1)] = at;
        now = automaton.next(now, automaton.classOf(c));
        short @Nullable [] found = automaton.found(now);
        if (found != null) {
          read = done;
          note(found, at + 1);
        }
      }
      blank &= at == from;
      read = done;
      state = now;
      return at;
    }

    private int special(int at, char c) {
      if (c == ESCAPE) {
        return Ansi.end(text, at, length);
      }
      if (c <= ' ' || c == '\u00a0' || c == '\u2502') {
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

    /** A run of backslashes and what it escapes, however often. */
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
        return blank(at, end + 1);
      }
      if (c == 'u' && end + 4 < length) {
        int code = hex(end + 1);
        if (code >= 0) {
          take(at, (char) code, end + 5);
          return end + 5;
        }
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
      state = automaton.next(state, automaton.classOf(blank ? ' ' : c));
      short @Nullable [] found = automaton.found(state);
      if (found != null) {
        note(found, end);
      }
    }

    private void note(short[] found, int end) {
      for (short phrase : found) {
        int begin = starts[(read - Phrases.get(phrase).text().length()) & (RING - 1)];
        full |= !hits.add(phrase, begin, end);
      }
    }

    private static boolean isInvisible(char c) {
      return (c >= '\u200b' && c <= '\u200f') || c == '\ufeff' || (c >= '\u202a' && c <= '\u202e');
    }
  }
}
