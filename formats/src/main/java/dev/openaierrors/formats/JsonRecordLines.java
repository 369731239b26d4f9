package dev.openaierrors.formats;

/**
 * Makes lines of the objects of an array, or of objects that are written over several lines: what
 * is around them becomes blanks, and so does each line end inside of one. Every byte stays where it
 * was.
 */
final class JsonRecordLines implements ByteChange {

  private static final byte OTHER = 0;
  private static final byte QUOTE = 1;
  private static final byte ESCAPE = 2;
  private static final byte OPEN = 3;
  private static final byte CLOSE = 4;
  private static final byte LINE_END = 5;
  private static final byte[] KINDS = kinds();

  /** How many objects and arrays are open where a record begins. */
  private final int recordDepth;

  /** The first event of a file is not to begin with a line that is empty, if that can be. */
  private static final int LONGEST_INDENT = 256;

  private int depth;

  /** Bytes that are no part of a record, so far. */
  private long before;

  private boolean inText;
  private boolean escaped;
  private boolean inRecord;
  private boolean afterRecord;
  private boolean over;

  /** Whether what is written between the records has begun a line. */
  private boolean stray;

  JsonRecordLines(int recordDepth) {
    this.recordDepth = recordDepth;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    kinds['"'] = QUOTE;
    kinds['\\'] = ESCAPE;
    kinds['{'] = OPEN;
    kinds['['] = OPEN;
    kinds['}'] = CLOSE;
    kinds[']'] = CLOSE;
    kinds['\n'] = LINE_END;
    kinds['\r'] = LINE_END;
    return kinds;
  }

  @Override
  public void change(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && !over) {
      at = inRecord ? inside(bytes, at, to) : outside(bytes, at, to);
    }
  }

  /** To the end of the record, or of what there is. */
  private int inside(byte[] bytes, int from, int to) {
    byte[] kinds = KINDS;
    int at = from;
    int lineEnd = -2;
    while (at < to) {
      if (escaped) {
        escaped = false;
        at++;
        continue;
      }
      int kind = OTHER;
      while (at < to && (kind = kinds[bytes[at] & 0xff]) == OTHER) {
        at++;
      }
      if (at == to) {
        return to;
      }
      switch (kind) {
        case QUOTE -> inText = !inText;
        case ESCAPE -> escaped = inText;
        case LINE_END -> {
          bytes[at] = ' ';
          lineEnd = at;
        }
        default -> {
          if (isNextRecord(bytes, at, lineEnd)) {
            bytes[lineEnd] = '\n';
            depth = 0;
          }
          nest(kind);
        }
      }
      at++;
      if (!inRecord) {
        return at;
      }
    }
    return to;
  }

  /** Whether the record was cut, as the next one begins a line. */
  private boolean isNextRecord(byte[] bytes, int at, int lineEnd) {
    return recordDepth == 0 && !inText && bytes[at] == '{' && lineEnd == at - 1;
  }

  private void nest(int kind) {
    if (inText) {
      return;
    }
    depth += kind == OPEN ? 1 : -1;
    if (depth <= recordDepth) {
      inRecord = false;
      afterRecord = true;
    }
  }

  private int outside(byte[] bytes, int from, int to) {
    return recordDepth == 0 ? between(bytes, from, to) : around(bytes, from, to);
  }

  /** Of records that nothing is around: the next one begins a line, or stands behind the last. */
  private int between(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      byte b = bytes[at];
      if (b == '{' && !stray) {
        depth++;
        inRecord = true;
        return at + 1;
      }
      stray = b != '\n' && (stray || (b != ',' && (b > ' ' || b < 0)));
      bytes[at] = (byte) (afterRecord ? '\n' : ' ');
      afterRecord = false;
    }
    return to;
  }

  private int around(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      byte b = bytes[at];
      before++;
      boolean separates = false;
      if (escaped) {
        escaped = false;
      } else if (inText) {
        inText = b != '"';
        escaped = b == '\\';
      } else if (b == '{' && depth == recordDepth) {
        depth++;
        inRecord = true;
        return at + 1;
      } else if (isOver(b)) {
        over = true;
        return to;
      } else {
        separates = separates(b);
      }
      bytes[at] = (byte) (separates ? '\n' : ' ');
    }
    return to;
  }

  /** Goes on behind what is no part of a record; whether the next record may begin behind it. */
  private boolean separates(byte b) {
    boolean first = afterRecord;
    afterRecord = false;
    int kind = KINDS[b & 0xff];
    if (kind == QUOTE) {
      inText = true;
    } else if (kind == OPEN) {
      depth++;
      return (depth == recordDepth && before > LONGEST_INDENT) || first;
    } else if (kind == CLOSE) {
      depth--;
    }
    return first;
  }

  /** What stands behind the document is no part of it. */
  private boolean isOver(byte b) {
    return depth <= 0 && b > ' ' && b != ',' && b != '{' && b != '[';
  }
}
