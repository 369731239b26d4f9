package dev.openaierrors.formats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The begin of a line in pieces: the time, and what brackets, bars, dashes, colons and blanks part
 * before and behind it. Reused.
 */
final class HeadFields {

  static final char LEVEL = 'L';
  static final char WORD = 'w';
  static final char NUMBER = '#';
  static final char BARRED = 'p';

  /** A word that a colon, dash or bar ends. */
  static final char NAME = 'n';

  /** So far from the begin of a line may its time stand. */
  static final int TIME_WITHIN = 80;

  private static final int HEAD_WITHIN = 320;
  private static final int MOST = 20;
  private static final int LONGEST = 160;
  private static final int LONGEST_BARRED = 80;
  private static final String BEFORE_TIME = " \t[(<|=\",;:#{";
  private static final String OPENING = "[(<{";
  private static final String CLOSING = "])>}";

  private final char[] types = new char[MOST];
  private final int[] from = new int[MOST];
  private final int[] to = new int[MOST];
  private final int[] behind = new int[MOST];
  private final char[] ends = new char[MOST];
  private final @Nullable String[] levels = new String[MOST];
  private final HeadWord read = new HeadWord();
  private int count;
  // Whether what was read last is a pair of the context.
  private boolean paired;

  /** Fields before the time. */
  int before;

  @Nullable TimeForm shape;
  int timeFrom;
  int timeTo;

  /** The bracket or quote right before the time; a blank if none is. */
  char opened;

  /** How the time is written: what parts it from the date, whether it has a fraction, a zone. */
  int style;

  /** Behind the time and what parts it from the rest. */
  int start;

  int count() {
    return count;
  }

  char type(int i) {
    return types[i];
  }

  int from(int i) {
    return from[i];
  }

  int to(int i) {
    return to[i];
  }

  /** Behind the field and what parts it from the next. */
  int behind(int i) {
    return behind[i];
  }

  /** What ends the field: a colon, a dash, a bar, or a blank. */
  char end(int i) {
    return ends[i];
  }

  @Nullable String level(int i) {
    return levels[i];
  }

  /** Behind the name that stands before a level, in one word with it; the begin if none does. */
  int nameTo(Cursor c, int i) {
    int level = types[i] == LEVEL ? HeadBytes.levelFrom(c, from[i], to[i]) : from[i];
    return level > from[i] ? level - 1 : level;
  }

  boolean hasLevel() {
    for (int i = 0; i < count; i++) {
      if (types[i] == LEVEL) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line without a time begins with its level, or with who logged it and that. */
  boolean beginsWithLevel() {
    return count > 0
        && (types[0] == LEVEL
            || (count > 1
                && types[0] == NAME
                && ends[0] == ':'
                && types[1] == LEVEL
                && ends[1] == ':'));
  }

  /** Types of the fields before the time. */
  String prefix() {
    return new String(types, 0, before);
  }

  /** Whether the line's fields before the time are these. */
  boolean hasPrefix(String other) {
    if (before != other.length()) {
      return false;
    }
    for (int i = 0; i < before; i++) {
      if (types[i] != other.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Takes a line into pieces; false if it has no time near its begin.
   *
   * @param only the form that its time has; null for any; {@link TimeShape#NONE} for a line without
   * @param h takes the time
   */
  boolean read(Cursor c, Head h, @Nullable TimeForm only) {
    int begin = c.at();
    count = 0;
    before = 0;
    opened = ' ';
    style = 0;
    shape = only;
    start = begin;
    if (only != TimeShape.NONE) {
      if (!time(c, h, only)) {
        return false;
      }
      int end = c.end();
      fields(c, begin, timeFrom);
      before = count;
      c.to(timeTo);
      HeadBytes.closed(c);
      char bar = HeadBytes.separators(c, end);
      start = c.at();
      fields(c, start, Math.min(end, begin + HEAD_WITHIN), bar);
      return true;
    }
    fields(c, begin, Math.min(c.end(), begin + HEAD_WITHIN));
    return count > 0;
  }

  private boolean time(Cursor c, Head h, @Nullable TimeForm only) {
    int begin = c.at();
    int limit = Math.min(c.end(), begin + TIME_WITHIN);
    byte[] bytes = c.bytes();
    for (int at = begin; at < limit; at++) {
      byte b = bytes[at];
      boolean candidate = at == begin || BEFORE_TIME.indexOf(bytes[at - 1]) >= 0;
      boolean given = only instanceof TimePattern;
      if (!candidate || b == ' ' || (!given && BEFORE_TIME.indexOf(b) >= 0)) {
        continue;
      }
      c.to(at);
      TimeForm found = only == null ? TimeShape.here(c, h) : only.reads(c, h) ? only : null;
      if (found != null && !HeadBytes.isPart(bytes, begin, at, found)) {
        shape = found;
        timeFrom = at;
        timeTo = c.at();
        opened = at > begin && OPENING.indexOf(bytes[at - 1]) >= 0 ? (char) bytes[at - 1] : ' ';
        style = style(bytes, h);
        return true;
      }
    }
    h.noTime();
    return false;
  }

  private int style(byte[] bytes, Head h) {
    int style = h.zoned ? 1 : 0;
    for (int i = timeFrom; i < timeTo; i++) {
      style |= bytes[i] == 'T' ? 2 : 0;
      style |= bytes[i] == ',' || (bytes[i] == '.' && i > timeFrom + 10) ? 4 : 0;
    }
    return style;
  }

  private void fields(Cursor c, int begin, int limit) {
    fields(c, begin, limit, ' ');
  }

  private void fields(Cursor c, int begin, int limit, char bar) {
    c.to(begin);
    char barred = bar;
    HeadBytes.separators(c, limit);
    while (c.at() < limit && count < MOST) {
      paired = false;
      if (!((barred == '|' || barred == ';') && barred(c, limit, barred))) {
        c.skipBlanks();
        if (!bracketed(c, limit) && !word(c, limit)) {
          return;
        }
      }
      char end = HeadBytes.separators(c, limit);
      // A pair may as well be the begin of the message, which then keeps it.
      if (count > 0 && !paired) {
        ends[count - 1] = end;
        behind[count - 1] = c.at();
        if (types[count - 1] == WORD && ends[count - 1] != ' ') {
          types[count - 1] = NAME;
        }
        barred = ends[count - 1];
      }
    }
  }

  private boolean barred(Cursor c, int limit, char bar) {
    int end = c.at();
    int most = Math.min(limit, end + LONGEST_BARRED);
    byte[] bytes = c.bytes();
    while (end < most && bytes[end] != bar && bytes[end] != '{' && bytes[end] != '"') {
      end++;
    }
    if (end >= most || bytes[end] != bar) {
      return false;
    }
    add(c, BARRED, c.at(), end, true);
    c.to(end);
    return true;
  }

  private boolean bracketed(Cursor c, int limit) {
    int kind = OPENING.indexOf(c.peek());
    if (kind < 0) {
      return false;
    }
    byte[] bytes = c.bytes();
    int begin = c.at() + 1;
    int end = begin;
    int depth = 1;
    int most = Math.min(limit, begin + LONGEST);
    while (end < most) {
      depth += bytes[end] == OPENING.charAt(kind) ? 1 : bytes[end] == CLOSING.charAt(kind) ? -1 : 0;
      if (depth == 0 || (kind == 3 && (bytes[end] == '"' || bytes[end] == '\''))) {
        break;
      }
      end++;
    }
    if (depth > 0) {
      // Opened around the time, or a part of the message.
      c.to(begin);
      return false;
    }
    add(c, OPENING.charAt(kind), begin, end, true);
    c.to(end + 1);
    return true;
  }

  private boolean word(Cursor c, int limit) {
    byte[] bytes = c.bytes();
    int begin = c.at();
    read.word(c, limit);
    int end = read.end;
    if (end == begin) {
      return false;
    }
    c.to(end);
    if (read.pair) {
      if (bytes[end - 1] == '}') {
        c.skip(':');
      }
      // Of the context: where it stands, others may or may not stand, too.
      paired = true;
      return true;
    }
    if (count > 0 && types[count - 1] == LEVEL && HeadWord.isIn(bytes, begin, end)) {
      // Flask's: {@code ERROR in app: text}.
      paired = true;
      return true;
    }
    int slash = HeadWord.levelTo(c, begin, end);
    if (slash > 0) {
      c.to(slash + 1);
      end = slash;
    }
    add(c, WORD, begin, end, end < limit && (bytes[end] == ':' || bytes[end] == '|'));
    return true;
  }

  private void add(Cursor c, char type, int begin, int end, boolean apart) {
    int i = count++;
    from[i] = begin;
    to[i] = end;
    ends[i] = ' ';
    behind[i] = end;
    levels[i] = HeadBytes.levelIn(c, begin, end, apart);
    if (levels[i] == null && type == WORD) {
      levels[i] = HeadWord.levelOfLetter(c, begin, end);
    }
    if (levels[i] == null && end - begin == 1 && i > 1 && types[i - 1] == NUMBER) {
      // Behind a process and a thread, as Android writes it.
      levels[i] = types[i - 2] == NUMBER ? Levels.ofLetter(c.bytes()[begin]) : null;
    }
    types[i] =
        levels[i] != null
            ? LEVEL
            : type == WORD && HeadBytes.isNumber(c, begin, end) ? NUMBER : type;
  }

  @Override
  public String toString() {
    return new String(Arrays.copyOf(types, count)) + "/" + before + " " + shape;
  }
}
