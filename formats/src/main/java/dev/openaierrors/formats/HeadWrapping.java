package dev.openaierrors.formats;

import java.util.List;

/** What all lines of a log begin with, as was found by comparing them. */
final class HeadWrapping extends Wrapping {

  private static final int NO_COLUMN = -1;

  private final HeadToken[] tokens;
  private final boolean[] named;
  private final boolean indented;
  private final int logger;
  private int gap = 1;
  private int column = NO_COLUMN;

  /**
   * A head of these pieces.
   *
   * @param named which of them tell apart who wrote a line
   * @param indented whether blanks stand before the first
   */
  HeadWrapping(List<HeadToken> tokens, boolean[] named, boolean indented) {
    super("head", title(tokens));
    this.tokens = tokens.toArray(HeadToken[]::new);
    this.named = named;
    this.indented = indented;
    logger = logger(tokens);
  }

  /** A name between the level and a colon, as Android's tag; -1 if there is none. */
  private static int logger(List<HeadToken> tokens) {
    int name = tokens.size() - 2;
    boolean tagged =
        name > 0
            && tokens.get(name + 1) == HeadToken.COLON
            && tokens.get(name) == HeadToken.NAME
            && tokens.get(name - 1) == HeadToken.LEVEL;
    return tagged ? name : -1;
  }

  private static String title(List<HeadToken> tokens) {
    boolean time = tokens.contains(HeadToken.TIME);
    boolean name =
        tokens.contains(HeadToken.NAME)
            || tokens.contains(HeadToken.PATH)
            || tokens.contains(HeadToken.PATH_AND_LINE)
            || tokens.contains(HeadToken.FIELD);
    String what = time && name ? "a time and a name" : time ? "a time" : name ? "a name" : "a head";
    return what + " before each line";
  }

  /** The same with this many blanks between the head and the text, or text from this column on. */
  HeadWrapping parted(int blanks, int textColumn) {
    HeadWrapping same = new HeadWrapping(List.of(tokens), named, indented);
    same.gap = blanks;
    same.column = textColumn;
    return same;
  }

  @Override
  boolean hidesWords() {
    return false;
  }

  @Override
  boolean keepsTogether() {
    return true;
  }

  @Override
  boolean isConstant() {
    return column == NO_COLUMN && !has(HeadToken.TIME) && !has(HeadToken.PATH_AND_LINE);
  }

  boolean has(HeadToken token) {
    for (HeadToken one : tokens) {
      if (one == token) {
        return true;
      }
    }
    return false;
  }

  HeadToken last() {
    return tokens[tokens.length - 1];
  }

  @Override
  boolean unwrap(Cursor line, Unwrapped target) {
    int begin = line.at();
    target.set(line.bytes(), begin, line.end());
    HeadParts parts = target.parts;
    if (indented && !line.blanks()) {
      return false;
    }
    for (int i = 0; i < tokens.length; i++) {
      HeadToken token = tokens[i];
      if (i > 0) {
        line.skipBlanks();
      }
      int from = line.at();
      Head head = parts.head;
      if (token == HeadToken.TIME) {
        head.clear();
      }
      if (!token.skip(line, head)) {
        return false;
      }
      if (i == logger) {
        target.logger = line.text(from, line.at());
      } else if (named[i]) {
        parts.name(line.bytes(), from, line.at());
      } else if (token == HeadToken.LEVEL || token == HeadToken.TAG) {
        target.level = HeadToken.levelOf(line, from, line.at());
      }
    }
    part(line, begin);
    target.from = line.at();
    return true;
  }

  /** Goes to the text. */
  private void part(Cursor line, int begin) {
    if (last().isGlued()) {
      return;
    }
    int limit = column == NO_COLUMN ? line.at() + gap : begin + column;
    while (line.at() < limit && (line.peek() == ' ' || line.peek() == '\t')) {
      line.to(line.at() + 1);
    }
  }
}
