package dev.openaierrors.error;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the places in the bytes of a log where an OpenAI error may be, so that most of a large log
 * is never decoded. Every error holds one of its words, in any case; that one is there says little.
 *
 * <p>Four bytes are looked at every {@value ByteScanTable#STRIDE}: wherever a word stands, four of
 * its bytes are among them. Nearly always a table says that no word has these four. What is looked
 * at next does not depend on what was read, so that the processor need not wait.
 *
 * <p>Reused for bytes after bytes; for one thread at a time.
 */
public final class ByteScan {

  private static final int CASE = ByteScanTable.CASE;
  private static final long CASES = 0x2020202020202020L;
  private static final int STRIDE = ByteScanTable.STRIDE;
  private static final int FOLLOWS = ByteScanTable.FOLLOWS;

  /** Bytes that are looked at together: eight grams. */
  private static final int BLOCK = 32;

  /** The grams of a block, and the one before them. */
  private static final int PLACES = BLOCK / STRIDE + 1;

  private static final int PLACE_BITS = (1 << PLACES) - 1;

  // Of four grams together.
  private static final long EACH = 0x0001000100010001L;
  private static final long FIRSTS = ((1 << ByteScanTable.CLASSES) - 1) * EACH;
  private static final long ALONES = ByteScanTable.ALONE * EACH;

  /** So many bytes behind the last one may be asked for. */
  private static final int MARGIN = 40;

  private static final ByteScanTable TABLE = new ByteScanTable();

  private final ByteScanTable table = TABLE;
  private final char[] known = table.known();
  private final int[] entries = table.entries();
  private final int[] begins = table.begins();
  private final byte[][] words = table.words();
  private byte[] bytes = {};
  private long[] longs = {};

  /** A scan of nothing yet. The first one takes some milliseconds. */
  public ByteScan() {}

  /**
   * Every word that {@link #next} looks for, in lower case. Some tell only in their place: as the
   * value of a code, or as a key.
   */
  public static List<String> words() {
    List<String> all = new ArrayList<>(SearchWords.calls());
    all.addAll(SearchWords.phrases());
    all.addAll(SearchWords.values());
    all.add(SearchWords.KEY);
    return List.copyOf(all);
  }

  /**
   * Takes other bytes: their first {@code length}, which must not change while they are scanned.
   */
  public void over(byte[] text, int length) {
    bytes = text;
    int needed = (length + Long.BYTES - 1 + MARGIN) / Long.BYTES;
    if (longs.length < needed) {
      longs = new long[Math.max(needed, (text.length + MARGIN) / Long.BYTES + 1)];
    }
    int whole = length / Long.BYTES;
    // Of arrays of numbers any compiler reads eight bytes by one load, which it does of no buffer.
    ByteBuffer.wrap(text).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(0, longs, 0, whole);
    long rest = 0;
    for (int i = length - 1; i >= whole * Long.BYTES; i--) {
      rest = rest << Byte.SIZE | (text[i] & 0xff);
    }
    longs[whole] = rest;
  }

  /**
   * The bytes, eight in a number, the first of them in its lowest bits. Another array after the
   * next {@link #over}; what stands in it behind the last byte is of no meaning.
   */
  public long[] longs() {
    return longs;
  }

  /**
   * Where the first word begins that stands in this part of the bytes, or, where words overlap, one
   * of them; -1 if none does: then there is no OpenAI error in this part.
   *
   * @param from index of the part's first byte
   * @param to index behind its last byte
   */
  public int next(int from, int to) {
    return find(from, to, table.others, words.length);
  }

  /**
   * As {@link #next}, but not a word that says only that OpenAI was called or named. An event that
   * was logged at INFO or below and has no throwable is no error without another.
   *
   * @param from index of the part's first byte
   * @param to index behind its last byte
   */
  public int nextBesidesCalls(int from, int to) {
    return find(from, to, 0, table.calls);
  }

  /** Of the words between these two. */
  private int find(int from, int to, int firstWord, int wordsEnd) {
    int at = from / BLOCK * BLOCK;
    while (at < to) {
      long place = suspicious(at, to);
      at = (int) (place >> PLACES);
      int gram = at - STRIDE;
      for (int rest = (int) place & PLACE_BITS; rest != 0; rest >>= 1) {
        if ((rest & 1) != 0) {
          int found = wordAt(gram, from, to, firstWord, wordsEnd);
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
  private long suspicious(int start, int to) {
    long[] longs = this.longs;
    int begin = start / Long.BYTES;
    int end = (to + Long.BYTES - 1) / Long.BYTES;
    long before =
        begin == 0 ? 0 : known[ByteScanTable.hash((int) (longs[begin - 1] >>> 32) | CASE)];
    for (int index = begin; index < end; index += BLOCK / Long.BYTES) {
      long first = longs[index] | CASES;
      long second = longs[index + 1] | CASES;
      long third = longs[index + 2] | CASES;
      long fourth = longs[index + 3] | CASES;
      long low =
          known[ByteScanTable.hash((int) first)]
              | (long) known[ByteScanTable.hash((int) (first >>> 32))] << 16
              | (long) known[ByteScanTable.hash((int) second)] << 32
              | (long) known[ByteScanTable.hash((int) (second >>> 32))] << 48;
      long high =
          known[ByteScanTable.hash((int) third)]
              | (long) known[ByteScanTable.hash((int) (third >>> 32))] << 16
              | (long) known[ByteScanTable.hash((int) fourth)] << 32
              | (long) known[ByteScanTable.hash((int) (fourth >>> 32))] << 48;
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
  private int wordAt(int at, int from, int to, int firstWord, int wordsEnd) {
    if (at < 0) {
      return -1;
    }
    int index = at / Long.BYTES;
    long here = longs[index];
    boolean second = at % Long.BYTES != 0;
    int gram = (int) (second ? here >>> Integer.SIZE : here) | CASE;
    int behind = (int) (second ? longs[index + 1] : here >>> Integer.SIZE) | CASE;
    int bucket = ByteScanTable.bucket(ByteScanTable.hash(gram));
    int end = begins[bucket + 1];
    for (int entry = begins[bucket]; entry < end; entry += ByteScanTable.ENTRY) {
      if (entries[entry + ByteScanTable.FIRST] == gram
          && (behind & entries[entry + ByteScanTable.BEHIND_KNOWN])
              == entries[entry + ByteScanTable.BEHIND]) {
        int place = entries[entry + ByteScanTable.PLACE];
        int word = ByteScanTable.wordOf(place);
        int begin = at - ByteScanTable.offsetOf(place);
        if (word >= firstWord
            && word < wordsEnd
            && begin >= from
            && isWord(bytes, begin, word, from, to)) {
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
      return begin + word.length < to && ByteScanTable.isBehindKey(text[begin + word.length]);
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
    return b >= 0 && (b <= ' ' || b == '\\' || Chars.isQuote((char) b));
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

  /** Of the characters beyond ASCII none is, whichever byte of them this is. */
  private static boolean isOfWord(int b) {
    return b >= 0 && Chars.isWord((char) b);
  }
}
