package dev.openaierrors.analyzer.input;

import dev.openaierrors.analyzer.format.LogBytes;

/**
 * Finds the words of which every OpenAI error has one, in any case, looking at few of the bytes.
 *
 * <p>Four bytes are looked at every {@value WordTable#STRIDE}: wherever a word stands, four of its
 * bytes are among them. Nearly always a table says that no word has these four. What is looked at
 * next does not depend on what was read, so that the processor need not wait.
 */
final class WordScan {

  private static final int CASE = WordTable.CASE;
  private static final long CASES = 0x2020202020202020L;
  private static final int STRIDE = WordTable.STRIDE;
  private static final int FOLLOWS = WordTable.FOLLOWS;

  /** Bytes that are looked at together: eight grams. */
  private static final int BLOCK = 32;

  /** The grams of a block, and the one before them. */
  private static final int PLACES = BLOCK / STRIDE + 1;

  private static final int PLACE_BITS = (1 << PLACES) - 1;

  // Of four grams together.
  private static final long EACH = 0x0001000100010001L;
  private static final long FIRSTS = ((1 << WordTable.CLASSES) - 1) * EACH;
  private static final long ALONES = WordTable.ALONE * EACH;

  private static final WordScan INSTANCE = new WordScan();

  private final WordTable table = new WordTable();
  private final char[] known = table.known();
  private final int[] entries = table.entries();
  private final int[] begins = table.begins();
  private final byte[][] words = table.words();

  private WordScan() {}

  static WordScan instance() {
    return INSTANCE;
  }

  /**
   * Where the first word begins that stands in this part of the text, or, where words overlap, one
   * of them; -1 if none does.
   */
  int find(LogBytes text, int from, int to) {
    return find(text, from, to, table.others, words.length);
  }

  /** As {@link #find}, but not a word that says only that OpenAI was called. */
  int findMoreThanCall(LogBytes text, int from, int to) {
    return find(text, from, to, 0, table.calls);
  }

  /** As {@link #find}, of these words. */
  private int find(LogBytes text, int from, int to, int firstWord, int wordsEnd) {
    long[] longs = text.words();
    int at = from / BLOCK * BLOCK;
    while (at < to) {
      long place = suspicious(longs, at, to);
      at = (int) (place >> PLACES);
      int gram = at - STRIDE;
      for (int rest = (int) place & PLACE_BITS; rest != 0; rest >>= 1) {
        if ((rest & 1) != 0) {
          int found = wordAt(text, gram, from, to, firstWord, wordsEnd);
          if (found >= 0) {
            return found;
          }
        }
        gram += STRIDE;
      }
      at += BLOCK;
    }
    return -1;
  }

  /**
   * The next block that may have a word, from {@code to} on if none before it has, and a bit for
   * each of its grams, and the one before them, with which a word may be looked for.
   *
   * <p>Calls nothing in its loop, so that any compiler makes something fast of it.
   */
  private long suspicious(long[] longs, int start, int to) {
    int begin = start / Long.BYTES;
    int end = (to + Long.BYTES - 1) / Long.BYTES;
    long before = begin == 0 ? 0 : known[WordTable.hash((int) (longs[begin - 1] >>> 32) | CASE)];
    for (int index = begin; index < end; index += BLOCK / Long.BYTES) {
      long first = longs[index] | CASES;
      long second = longs[index + 1] | CASES;
      long third = longs[index + 2] | CASES;
      long fourth = longs[index + 3] | CASES;
      long low =
          known[WordTable.hash((int) first)]
              | (long) known[WordTable.hash((int) (first >>> 32))] << 16
              | (long) known[WordTable.hash((int) second)] << 32
              | (long) known[WordTable.hash((int) (second >>> 32))] << 48;
      long high =
          known[WordTable.hash((int) third)]
              | (long) known[WordTable.hash((int) (third >>> 32))] << 16
              | (long) known[WordTable.hash((int) fourth)] << 32
              | (long) known[WordTable.hash((int) (fourth >>> 32))] << 48;
      long lowPairs = (low >>> FOLLOWS) & (low << 16 | before) & FIRSTS;
      long highPairs = (high >>> FOLLOWS) & (high << 16 | low >>> 48) & FIRSTS;
      if ((lowPairs | highPairs | ((low | high) & ALONES)) != 0) {
        int pairs = bits(highPairs) << 4 | bits(lowPairs);
        int alones = bits(high & ALONES) << 4 | bits(low & ALONES);
        long at = (long) index * Long.BYTES;
        return at << PLACES | pairs | alones << 1;
      }
      before = high >>> 48;
    }
    return (long) to << PLACES;
  }

  /** One bit for each of four numbers that is not zero, none of which is negative. */
  private static int bits(long numbers) {
    long tops = ((numbers + 0x7FFF7FFF7FFF7FFFL) & 0x8000800080008000L) >>> 15;
    return (int) ((tops * 0x0001000200040008L) >>> 48) & 0xf;
  }

  /** Where the word begins of which a gram stands here; -1 if there is none. */
  private int wordAt(LogBytes text, int at, int from, int to, int firstWord, int wordsEnd) {
    if (at < 0) {
      return -1;
    }
    long[] longs = text.words();
    int index = at / Long.BYTES;
    long here = longs[index];
    boolean second = at % Long.BYTES != 0;
    int gram = (int) (second ? here >>> Integer.SIZE : here) | CASE;
    int behind = (int) (second ? longs[index + 1] : here >>> Integer.SIZE) | CASE;
    int bucket = WordTable.bucket(WordTable.hash(gram));
    int end = begins[bucket + 1];
    for (int entry = begins[bucket]; entry < end; entry += WordTable.ENTRY) {
      if (entries[entry + WordTable.FIRST] == gram
          && (behind & entries[entry + WordTable.BEHIND_KNOWN])
              == entries[entry + WordTable.BEHIND]) {
        int place = entries[entry + WordTable.PLACE];
        int word = WordTable.wordOf(place);
        int begin = at - WordTable.offsetOf(place);
        if (word >= firstWord
            && word < wordsEnd
            && begin >= from
            && isWord(text.array(), begin, word, from, to)) {
          return begin;
        }
      }
    }
    return -1;
  }

  private boolean isWord(byte[] text, int begin, int index, int from, int to) {
    byte[] word = words[index];
    if (begin + word.length > to) {
      return false;
    }
    // From the end: the begin is what many words have that are none of these.
    for (int i = word.length - 1; i >= 0; i--) {
      if ((byte) (text[begin + i] | 0x20) != word[i]) {
        return false;
      }
    }
    if (index == table.key) {
      return begin + word.length < to && WordTable.isBehindKey(text[begin + word.length]);
    }
    return index < table.values
        || index >= table.calls
        || isValue(text, begin, begin + word.length, from, to);
  }

  /** Whether what stands before the word may be a colon, a bracket, or the name of its field. */
  private static boolean isValue(byte[] text, int begin, int end, int from, int to) {
    if (end < to && isOfWord(text[end])) {
      return false;
    }
    int at = begin - 1;
    while (at >= from && isSkipped(text[at])) {
      at--;
    }
    if (at < from) {
      return false;
    }
    int before = text[at];
    if (isOfWord(before)) {
      return (at < begin - 1 && isName(text, at, from)) || isEscape(text, at, from);
    }
    return before < 0 || ":=[(;".indexOf(before) >= 0;
  }

  /** White space, quotes, and the backslashes before them. */
  private static boolean isSkipped(int b) {
    return (b >= 0 && b <= ' ') || b == '"' || b == '\'' || b == '`' || b == '\\';
  }

  /** The end of {@code code} or {@code type}. */
  private static boolean isName(byte[] text, int at, int from) {
    if (at - 3 < from) {
      return false;
    }
    int last = (text[at] | 0x20) << 8 | (text[at - 1] | 0x20);
    return last == ('e' << 8 | 'd') || last == ('e' << 8 | 'p');
  }

  /** A quote, or a line end, as JSON has it. */
  private static boolean isEscape(byte[] text, int at, int from) {
    int b = text[at];
    boolean unicode = at - 2 >= from && text[at - 1] == '2' && text[at - 2] == '0';
    boolean control = at > from && text[at - 1] == '\\' && "nrt".indexOf(b) >= 0;
    return (unicode && (b == '2' || b == '7')) || control;
  }

  private static boolean isOfWord(int b) {
    return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_';
  }
}
