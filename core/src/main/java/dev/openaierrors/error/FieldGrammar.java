package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/**
 * What the fields of an error may look like. Whatever does not is no code, type or id, but
 * somebody's text that stands in its place, and the field is absent.
 */
final class FieldGrammar {

  private static final int MAX_LENGTH = 100;
  private static final int MAX_WORD = 32;
  private static final int MAX_CODE = 64;
  private static final int MAX_NUMBER = 6;
  private static final int MAX_DATE = 8;
  private static final int MAX_RUN = 24;
  private static final int UUID = 36;
  private static final int MAX_COUNTED_ID = 40;

  /** What the ids of requests to OpenAI begin with. */
  static final String REQUEST_ID = "req_";

  private static final String FINE_TUNED = "ft:";
  private static final String FINE_TUNED_BEFORE = ":ft-";
  private static final String OWNER = "\u2026";

  private FieldGrammar() {}

  /** Words joined by dashes, underscores and dots, or a number: {@code invalid_api_key}, 429. */
  static @Nullable String code(@Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > MAX_CODE) {
      return null;
    }
    if (isNumber(text)) {
      return text;
    }
    return areWords(text, "_-.") ? text : null;
  }

  /** The same without numbers. */
  static @Nullable String type(@Nullable String text) {
    return text != null && isNumber(text) ? null : code(text);
  }

  /** A path into the request: {@code messages[3].content[0].image_url}. */
  static @Nullable String param(@Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > MAX_LENGTH) {
      return null;
    }
    return areWords(text, "_-.[]$") ? text : null;
  }

  /**
   * The name of a model. Of one that was fine-tuned, what it was made of: whose it is and what they
   * call it is nobody else's business ({@code ft:gpt-4o:…}).
   */
  static @Nullable String model(@Nullable String text) {
    int end = text == null ? -1 : ownerStart(text);
    String name = text == null || end < 0 ? text : text.substring(0, end);
    if (!isModel(name)) {
      return null;
    }
    return end < 0 ? name : name + OWNER;
  }

  /** Where the owner stands in the name of a fine-tuned model; -1 if it is none. */
  private static int ownerStart(String text) {
    int base = text.startsWith(FINE_TUNED) ? text.indexOf(':', FINE_TUNED.length()) : -1;
    int older = text.indexOf(FINE_TUNED_BEFORE);
    return base >= 0 ? base + 1 : older < 0 ? -1 : older + FINE_TUNED_BEFORE.length();
  }

  /** Parts with letters and digits, none of which a machine made up: {@code gpt-4o-mini}. */
  static boolean isModel(@Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > MAX_LENGTH) {
      return false;
    }
    char[] chars = text.toCharArray();
    int run = 0;
    for (int i = 0; i <= chars.length; i++) {
      char c = i < chars.length ? chars[i] : '.';
      if (Chars.isWord(c) && c != '_') {
        continue;
      }
      if ("-_.:/@".indexOf(c) < 0 || isSecret(chars, run, i) || beginsSecret(chars, run)) {
        return false;
      }
      run = i + 1;
    }
    return text.startsWith(FINE_TUNED) || !RandomWord.is(chars, 0, chars.length);
  }

  /** At the beginning of the name only, where models of some makers have parts like keys. */
  private static boolean beginsSecret(char[] chars, int run) {
    boolean first = run == 0 || chars[run - 1] == '/' || chars[run - 1] == ':';
    return first && SecretPrefixes.begins(chars, run, chars.length);
  }

  /** Longer than any part of a name, random, or a word with digits for letters. */
  private static boolean isSecret(char[] chars, int from, int to) {
    return to - from > MAX_RUN
        || (to - from > MAX_DATE && isDigits(chars, from, to))
        || RandomWord.is(chars, from, to)
        || isDisguised(chars, from, to);
  }

  private static boolean isDigits(char[] chars, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Chars.isDigit(chars[i])) {
        return false;
      }
    }
    return true;
  }

  /** {@code Passw0rd}, but not {@code gpt4o}. */
  private static boolean isDisguised(char[] chars, int from, int to) {
    int before = 0;
    int at = from;
    while (at < to && !Chars.isDigit(chars[at])) {
      before++;
      at++;
    }
    int digits = 0;
    while (at < to && Chars.isDigit(chars[at])) {
      digits++;
      at++;
    }
    boolean capital = before > 0 && chars[from] < 'a';
    return digits > 0 && before >= 2 && to - at >= 2 && (capital || before >= 6);
  }

  /**
   * As OpenAI, Azure and services in between form their ids: {@code req_} with letters and digits;
   * a UUID; 32 or 8 to 16 hexadecimal digits; a date with a count.
   *
   * <p>All but the first are formed as some keys are. They come here only from behind a label or
   * header that says request id, and {@code Details} drops what is the value of a key, token or
   * password elsewhere in the same event.
   */
  static @Nullable String requestId(@Nullable String text) {
    if (text == null) {
      return null;
    }
    int length = text.length();
    if (text.startsWith(REQUEST_ID)) {
      int rest = length - REQUEST_ID.length();
      return rest >= 6 && rest <= 36 && isAlphanumeric(text, REQUEST_ID.length()) ? text : null;
    }
    boolean fits =
        isUuid(text)
            || isCounted(text)
            || ((length == 32 || (length >= 8 && length <= 16)) && isHexadecimal(text))
            || (length == 16 && isUpper(text));
    return fits ? text : null;
  }

  /** Labels of letters, digits and dashes. */
  static @Nullable String host(@Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > MAX_LENGTH) {
      return null;
    }
    char[] chars = text.toCharArray();
    int label = 0;
    for (int i = 0; i <= chars.length; i++) {
      char c = i < chars.length ? chars[i] : '.';
      if (c == '.') {
        if (RandomWord.is(chars, label, i)) {
          return null;
        }
        label = i + 1;
      } else if (c != '-' && (c == '_' || !Chars.isWord(c))) {
        return null;
      }
    }
    return text;
  }

  /** Words of letters, and numbers of their own, with these signs between them. */
  private static boolean areWords(String text, String signs) {
    char[] chars = text.toCharArray();
    if (SecretPrefixes.begins(chars, 0, chars.length)) {
      return false;
    }
    int from = 0;
    boolean letters = false;
    for (int i = 0; i <= chars.length; i++) {
      char c = i < chars.length ? chars[i] : '_';
      if (Chars.isWord(c) && c != '_') {
        letters |= !Chars.isDigit(c);
        continue;
      }
      if (signs.indexOf(c) < 0 || !isWordOrNumber(chars, from, i)) {
        return false;
      }
      from = i + 1;
    }
    return letters && !RandomWord.is(chars, 0, chars.length);
  }

  private static boolean isWordOrNumber(char[] chars, int from, int to) {
    if (from == to || isNumber(chars, from, to)) {
      return true;
    }
    int humps = 0;
    for (int i = from; i < to; i++) {
      if (Chars.isDigit(chars[i])) {
        return false;
      }
      boolean upper = chars[i] < 'a';
      humps += i > from && upper && chars[i - 1] >= 'a' ? 1 : 0;
    }
    return to - from <= MAX_WORD + 8 && 3 * humps <= to - from && !RandomWord.is(chars, from, to);
  }

  private static boolean isNumber(char[] chars, int from, int to) {
    return to > from && to - from <= MAX_NUMBER && isDigits(chars, from, to);
  }

  private static boolean isNumber(String text) {
    return text.length() <= MAX_NUMBER && isNumber(text.toCharArray(), 0, text.length());
  }

  private static boolean isAlphanumeric(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Chars.isWord(c) || c == '_') {
        return false;
      }
    }
    return true;
  }

  private static boolean isUuid(String text) {
    for (int i = 0; i < text.length(); i++) {
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      char c = text.charAt(i);
      if (dash ? c != '-' : !isHex(c)) {
        return false;
      }
    }
    return text.length() == UUID;
  }

  /** Date, time and a count, perhaps with letters behind: what one-api and its like make. */
  private static boolean isCounted(String text) {
    int digits = 0;
    while (digits < text.length() && Chars.isDigit(text.charAt(digits))) {
      digits++;
    }
    int rest = text.length() - digits;
    return text.startsWith("20")
        && digits >= 16
        && rest <= 10
        && text.length() <= MAX_COUNTED_ID
        && isAlphanumeric(text, digits);
  }

  private static boolean isHexadecimal(String text) {
    boolean digit = false;
    for (int i = 0; i < text.length(); i++) {
      digit |= Chars.isDigit(text.charAt(i));
      if (!isHex(text.charAt(i))) {
        return false;
      }
    }
    return digit;
  }

  private static boolean isHex(char c) {
    return c < 128 && Character.digit(c, 16) >= 0;
  }

  private static boolean isUpper(String text) {
    boolean digit = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digit |= Chars.isDigit(c);
      if (!Chars.isDigit(c) && (c < 'A' || c > 'Z')) {
        return false;
      }
    }
    return digit;
  }
}
