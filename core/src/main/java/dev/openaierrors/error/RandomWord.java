package dev.openaierrors.error;

/**
 * Whether a word was made by a machine to be a secret, or by people to be read. People's words, of
 * whatever European language, hold pairs of letters that are common; keys hold any pair.
 */
final class RandomWord {

  private static final int LETTERS = 26;
  private static final int MIN_LENGTH = 20;
  // Short words with many digits in between are no words either.
  private static final int MIN_MIXED = 14;
  private static final int MIN_HEX = 20;
  private static final int LONG_RUN = 24;
  private static final int MANY_INNER = 4;
  private static final int MANY_CHANGES = 4;
  private static final int MAX_RUN = 32;

  /** Of a hundred pairs; by accident, a quarter are. */
  private static final int OF_WORDS = 42;

  /** Pairs of letters that make up most of all words. */
  private static final String COMMON =
      "th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve"
          + " co me de hi ri ro ic ne ea ra ce li ch ll be ma si om ur ca el ta la ns di fo ho pe"
          + " ec pr no ct us ac ot il tr ly nc et ut ss so rs un lo wa ge ie ee wi em ad ol rt po"
          + " we na ul ni ts mo ow pa im mi ai sh ir su id os iv ia am fi ci vi pl ig tu ev ld mp"
          + " fe ab gh op wo ay ex ke fr oo ag ap gr do uc ei ov by rm ep ef cu rn sc lu og lt ib"
          + " ok ql au sp up rr au ue ck ip";

  private static final boolean[] IS_COMMON = new boolean[LETTERS * LETTERS];

  static {
    for (String pair : COMMON.split(" ", -1)) {
      IS_COMMON[LETTERS * (pair.charAt(0) - 'a') + pair.charAt(1) - 'a'] = true;
    }
  }

  private RandomWord() {}

  /**
   * Whether the letters and digits between these bounds, whatever stands between them, are random.
   */
  static boolean is(char[] text, int from, int to) {
    if (to - from < MIN_MIXED) {
      return false;
    }
    int size = 0;
    int letters = 0;
    int digits = 0;
    int digitGroups = 0;
    int inner = 0;
    int changes = 0;
    int pairs = 0;
    int common = 0;
    boolean hex = true;
    int run = 0;
    int longest = 0;
    boolean digitInRun = false;
    char before = 0;
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (Chars.isDigit(c)) {
        digits++;
        digitGroups += Chars.isDigit(before) ? 0 : 1;
        inner += isLetter(before) && isLetterBehind(text, i, to) ? 1 : 0;
      } else if (isLetter(c)) {
        letters++;
        hex &= Chars.lower(c) <= 'f';
        boolean pair = isLetter(before);
        boolean begins = pair && Chars.isUpper(c) && !Chars.isUpper(before);
        changes += begins ? 1 : 0;
        if (pair && !begins) {
          pairs++;
          common += isCommon(before, c) ? 1 : 0;
        }
      } else {
        before = 0;
        run = 0;
        digitInRun = false;
        continue;
      }
      run++;
      digitInRun |= Chars.isDigit(c);
      longest = digitInRun ? Math.max(longest, run) : longest;
      size++;
      before = c;
    }
    if (size < MIN_MIXED || letters == 0) {
      return false;
    }
    if (hex && digits > 0 && letters > 1 && size >= MIN_HEX) {
      return true;
    }
    // The longer a word is, the surer can be told what it is made of.
    boolean sure = digits == 0 && size >= LONG_RUN && size == to - from;
    boolean named = 100 * common >= (sure ? 70 : 58) * pairs;
    // Without a dash nobody makes names that long with digits in them.
    if ((longest >= MAX_RUN && !(named && digitGroups == 1))
        || (longest >= LONG_RUN && digitGroups > 2)) {
      return true;
    }
    // People put numbers behind their words, machines between letters.
    if (inner >= MANY_INNER && 10 * inner >= size && size >= MIN_LENGTH) {
      return true;
    }
    if (changes >= MANY_CHANGES && size >= MIN_LENGTH && hasOddWords(text, from, to, digits > 0)) {
      return true;
    }
    boolean readable = named || (digits == 0 && isCamelCase(text, from, to));
    int mixture = digitGroups + changes;
    if (size < MIN_LENGTH) {
      return digits > 0 && 3 * mixture >= size && (!readable || 2 * mixture >= size);
    }
    // So many numbers between so few letters each.
    boolean scattered = digitGroups >= 4 && 4 * mixture >= size && letters < 5 * digitGroups;
    boolean chopped = 5 * mixture >= 2 * size;
    return letters >= size / 4 && (!readable || chopped || (digits > 0 && scattered && pairs < 12));
  }

  /** Whether more pairs of letters are common than where all letters are as likely. */
  static boolean isOfWords(char[] text, int from, int to) {
    int pairs = 0;
    int common = 0;
    for (int i = from + 1; i < to; i++) {
      boolean pair = isLetter(text[i - 1]) && isLetter(text[i]);
      if (pair && (Chars.isUpper(text[i - 1]) || !Chars.isUpper(text[i]))) {
        pairs++;
        common += isCommon(text[i - 1], text[i]) ? 1 : 0;
      }
    }
    return 100 * common >= OF_WORDS * pairs;
  }

  /**
   * Whether capitals part it into words that nobody makes: very short ones, or, beside digits, such
   * as begin with several capitals: {@code TtIPmvVYKeetoHnW}.
   */
  private static boolean hasOddWords(char[] text, int from, int to, boolean digits) {
    int words = 0;
    int odd = 0;
    int begin = from;
    for (int i = from; i <= to; i++) {
      char c = i < to ? text[i] : '.';
      boolean next = i > from && Chars.isUpper(c) && !Chars.isUpper(text[i - 1]);
      if (!isLetter(c) || next) {
        words += i > begin ? 1 : 0;
        odd += isOdd(text, begin, i, digits) ? 1 : 0;
        begin = isLetter(c) ? i : i + 1;
      }
    }
    return 5 * odd >= 2 * words;
  }

  private static boolean isOdd(char[] text, int from, int to, boolean digits) {
    if (to - from <= 2) {
      return to > from;
    }
    return digits && Chars.isUpper(text[from + 1]) && Chars.isLower(text[to - 1]);
  }

  private static boolean isLetterBehind(char[] text, int digit, int to) {
    int at = digit;
    while (at < to && Chars.isDigit(text[at])) {
      at++;
    }
    return at < to && isLetter(text[at]);
  }

  /** Names of classes: several words with a capital each, none of them short. */
  private static boolean isCamelCase(char[] text, int from, int to) {
    int begin = from;
    int words = 0;
    for (int i = from + 1; i <= to; i++) {
      boolean ends = i == to || Chars.isUpper(text[i]) || !isLetter(text[i]);
      if (ends && i - begin < (words == 0 ? 2 : 3)) {
        return false;
      }
      words += ends ? 1 : 0;
      begin = ends ? i : begin;
    }
    return words > 1 && to - from >= 4 * words;
  }

  private static boolean isLetter(char c) {
    return Chars.isLower(c) || Chars.isUpper(c);
  }

  private static boolean isCommon(char first, char second) {
    return IS_COMMON[LETTERS * (Chars.lower(first) - 'a') + Chars.lower(second) - 'a'];
  }
}
