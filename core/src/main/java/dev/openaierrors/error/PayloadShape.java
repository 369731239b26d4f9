package dev.openaierrors.error;

/** How much of a text looks like OpenAI's error object. */
final class PayloadShape {

  /** Too little. */
  static final int NONE = 0;

  /** A message with a code or a type, as many APIs have it. */
  static final int PARTIAL = 1;

  /** A message and two more of type, param and code, as OpenAI, and whoever copied it, has it. */
  static final int FULL = 2;

  /** Message, type, param and code: exactly OpenAI's. */
  static final int EXACT = 3;

  private static final int MESSAGE = 1;
  private static final int TYPE = 2;
  private static final int PARAM = 4;
  private static final int CODE = 8;

  private static final int STYLES = 9;

  // The keys of one payload stand within so many characters.
  private static final int MAX_EXTENT = 8192;

  private PayloadShape() {}

  /**
   * The best shape of the payloads of which the phrases between these indexes are.
   *
   * <p>Keys belong together if they are escaped and quoted alike: what stands in a string is not
   * part of the object that the string is in.
   */
  static int of(Text text, PhraseMatch[] told, int begin, int end) {
    int best = NONE;
    int[] keys = null;
    int[] first = null;
    for (int i = begin; i < end; i++) {
      PhraseMatch match = told[i];
      int start = match.start();
      int key = match.role() == Role.KEY ? key(match.text()) : 0;
      if (key != 0 && isKey(text, match)) {
        int style = style(text, start);
        if (keys == null || first == null) {
          keys = new int[STYLES];
          first = new int[STYLES];
        }
        if (keys[style] == 0 || start - first[style] > MAX_EXTENT) {
          first[style] = start;
          keys[style] = 0;
        }
        keys[style] |= key;
        best = Math.max(best, shape(keys[style]));
      }
    }
    return best;
  }

  /** Not quoted, or quoted and escaped up to so many times. */
  private static int style(Text text, int start) {
    if (!text.isQuote(start - 1)) {
      return 0;
    }
    int escapes = 0;
    while (escapes < start - 1 && text.at(start - 2 - escapes) == '\\') {
      escapes++;
    }
    return Math.min(STYLES - 1, 1 + escapes);
  }

  private static int shape(int keys) {
    if ((keys & MESSAGE) == 0) {
      // Cut off before it: nothing else has these three.
      return keys == (TYPE | PARAM | CODE) ? FULL : NONE;
    }
    if (keys == (MESSAGE | TYPE | PARAM | CODE)) {
      return EXACT;
    }
    boolean typed = (keys & TYPE) != 0 && (keys & (PARAM | CODE)) != 0;
    if (typed || (keys & (PARAM | CODE)) == (PARAM | CODE)) {
      return FULL;
    }
    return (keys & (TYPE | CODE)) != 0 ? PARTIAL : NONE;
  }

  private static int key(String word) {
    return switch (word) {
      case "message" -> MESSAGE;
      case "type" -> TYPE;
      case "param" -> PARAM;
      case "code" -> CODE;
      default -> 0;
    };
  }

  /** A whole word, in quotes or not, with a colon or an equals sign behind it. */
  static boolean isKey(Text text, PhraseMatch match) {
    int start = match.start();
    if (text.isWord(start - 1) && text.at(start - 1) != '_') {
      return false;
    }
    int sign = text.firstFromQuotes(match.end());
    return text.is(sign, ':') || text.is(sign, '=');
  }
}
