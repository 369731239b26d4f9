package dev.openaierrors.error;

import java.util.Locale;

/** The words of a line as people read them: no parts of names, paths and addresses. */
final class LineWords {

  private static final int MAX_LENGTH = 60;

  private LineWords() {}

  /** Whether a word begins there, in a line that begins at {@code begin}. */
  static boolean isStart(Text text, int begin, int at) {
    return Character.isLetter(text.at(at))
        && (at == begin
            || (!Chars.isIdent(text.at(at - 1)) && ".-$/@#".indexOf(text.at(at - 1)) < 0));
  }

  /** Whether a word begins there, or a part of a name that is written as one. */
  static boolean begins(Text text, int begin, int at) {
    return Character.isLetter(text.at(at)) && (at == begin || !Chars.isIdent(text.at(at - 1)));
  }

  /** The word, or as much of it as any word that we know has. */
  static String lower(Text text, int from, int to) {
    return text.substring(from, Math.min(to, from + MAX_LENGTH)).toLowerCase(Locale.ROOT);
  }
}
