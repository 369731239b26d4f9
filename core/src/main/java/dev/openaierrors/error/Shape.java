package dev.openaierrors.error;

/** How much of a text looks like OpenAI's error object. */
final class Shape {

  /** Too little. */
  static final int NONE = 0;

  /** A message with a code or a type, as many APIs have it. */
  static final int PARTIAL = 1;

  /** A message, a type, and a param or a code, as OpenAI, and whoever copied it, has it. */
  static final int FULL = 2;

  /** Message, type, param and code: exactly OpenAI's. */
  static final int EXACT = 3;

  private static final int MESSAGE = 1;
  private static final int TYPE = 2;
  private static final int PARAM = 4;
  private static final int CODE = 8;

  // The keys of one payload stand within so many characters.
  private static final int EXTENT = 8192;

  private Shape() {}

  static int of(char[] text, int length, Hits hits, Quotations quotations) {
    int keys = 0;
    int first = -1;
    for (int hit = 0; hit < hits.count(); hit++) {
      if (hits.phrase(hit).role() != Role.KEY || quotations.contains(hits.start(hit))) {
        continue;
      }
      int key = key(hits.phrase(hit).text());
      if (key != 0 && isKey(text, length, hits.start(hit), hits.end(hit))) {
        if (first < 0 || hits.start(hit) - first > EXTENT) {
          first = hits.start(hit);
          keys = 0;
        }
        keys |= key;
      }
    }
    return shape(keys);
  }

  private static int shape(int keys) {
    if ((keys & MESSAGE) == 0) {
      return NONE;
    }
    if (keys == (MESSAGE | TYPE | PARAM | CODE)) {
      return EXACT;
    }
    if ((keys & TYPE) != 0 && (keys & (PARAM | CODE)) != 0) {
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
  static boolean isKey(char[] text, int length, int start, int end) {
    if (start > 0 && Chars.isWord(text[start - 1]) && text[start - 1] != '_') {
      return false;
    }
    int sign = Chars.firstFromQuotes(text, end, length);
    return sign < length && (text[sign] == ':' || text[sign] == '=');
  }
}
