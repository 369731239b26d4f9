package dev.openaierrors.analyzer.input;

import dev.openaierrors.error.SearchWords;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words of which every OpenAI error has one, in any case, looking at few of the bytes.
 *
 * <p>Four bytes are looked at every {@value #STRIDE}: wherever a word stands, four of its bytes are
 * among them. Nearly always a table says that no word has these four. What is looked at next does
 * not depend on what was read, so that the processor need not wait.
 */
final class WordScan {

  private static final int GRAM = Integer.BYTES;
  private static final int STRIDE = SearchWords.SHORTEST - GRAM + 1;
  private static final int UNROLLED = 4;
  private static final int CASE = 0x20202020;
  private static final int SPREAD = 0x9E3779B1;
  private static final int TABLE_LOG = 16;

  // What stands behind a key, on whatever way it is quoted.
  private static final int[] BEHIND_KEY = {'"', '\'', '`', '\\', ':', '=', ' ', '&', 0xE2};

  /** What ordinary logs are full of: no word is looked for by such a piece if it has another. */
  private static final String ORDINARY =
      " request response server service error exception message invalid value type code limit token"
          + " timeout failed connection not found the of to in is for and with has been java.lang"
          + " org.spring com.acme process content length parameter model api http status account"
          + " authentication authorization organization unsupported exceeded current resource"
          + " permission denied version context tion ation ing ment this that your you does exist"
          + " image file format input output max min level unknown rate per minute usage reached ";

  private static final WordScan INSTANCE = new WordScan();

  private final byte[] table = new byte[1 << TABLE_LOG];
  private final @Nullable Entry[] firsts = new @Nullable Entry[1 << TABLE_LOG];

  /** A gram of a word, and where in the word it stands; the next entry of the same hash. */
  private static final class Entry {
    final int gram;
    final int offset;
    final byte[] word;
    final boolean value;
    final @Nullable Entry next;

    Entry(int gram, int offset, byte[] word, boolean value, @Nullable Entry next) {
      this.gram = gram;
      this.offset = offset;
      this.word = word;
      this.value = value;
      this.next = next;
    }
  }

  private WordScan() {
    SearchWords.phrases().forEach(word -> add(bytes(word), false));
    SearchWords.values().forEach(word -> add(bytes(word), true));
    for (int behind : BEHIND_KEY) {
      byte[] key = Arrays.copyOf(bytes(SearchWords.key()), SearchWords.key().length() + 1);
      key[key.length - 1] = (byte) (behind | 0x20);
      add(key, false);
    }
  }

  static WordScan instance() {
    return INSTANCE;
  }

  private static byte[] bytes(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] |= 0x20;
    }
    return bytes;
  }

  private void add(byte[] word, boolean value) {
    int begin = leastOrdinary(word);
    for (int offset = begin; offset < begin + STRIDE; offset++) {
      int gram = 0;
      for (int i = GRAM - 1; i >= 0; i--) {
        gram = gram << 8 | (word[offset + i] & 0xff);
      }
      int hash = hash(gram);
      table[hash] = 1;
      firsts[hash] = new Entry(gram, offset, word, value, firsts[hash]);
    }
  }

  private static int leastOrdinary(byte[] word) {
    String text = new String(word, StandardCharsets.ISO_8859_1);
    int best = 0;
    int bestCount = Integer.MAX_VALUE;
    for (int begin = 0; begin + STRIDE + GRAM - 1 <= word.length; begin++) {
      int count = 0;
      for (int offset = begin; offset < begin + STRIDE; offset++) {
        count += ORDINARY.contains(text.substring(offset, offset + GRAM)) ? 1 : 0;
      }
      if (count < bestCount) {
        best = begin;
        bestCount = count;
      }
    }
    return best;
  }

  private static int hash(int gram) {
    return (gram * SPREAD) >>> (Integer.SIZE - TABLE_LOG);
  }

  /** Where the first word begins that stands in this part of the text; -1 if none does. */
  int find(ByteBuffer text, int from, int to) {
    byte[] known = table;
    int at = from;
    int last = to - GRAM;
    int lastOfMany = last - (UNROLLED - 1) * STRIDE;
    while (at <= lastOfMany) {
      int any =
          known[hash(text.getInt(at) | CASE)]
              | known[hash(text.getInt(at + STRIDE) | CASE)]
              | known[hash(text.getInt(at + 2 * STRIDE) | CASE)]
              | known[hash(text.getInt(at + 3 * STRIDE) | CASE)];
      if (any != 0) {
        int found = verify(text, at, at + (UNROLLED - 1) * STRIDE, from, to);
        if (found >= 0) {
          return found;
        }
      }
      at += UNROLLED * STRIDE;
    }
    return verify(text, at, last, from, to);
  }

  private int verify(ByteBuffer text, int first, int last, int from, int to) {
    for (int at = first; at <= last; at += STRIDE) {
      int gram = text.getInt(at) | CASE;
      int hash = hash(gram);
      if (table[hash] != 0) {
        for (Entry entry = firsts[hash]; entry != null; entry = entry.next) {
          if (entry.gram == gram && isWord(text, at - entry.offset, entry, from, to)) {
            return at - entry.offset;
          }
        }
      }
    }
    return -1;
  }

  private static boolean isWord(ByteBuffer text, int begin, Entry entry, int from, int to) {
    byte[] word = entry.word;
    if (begin < from || begin + word.length > to) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if ((byte) (text.get(begin + i) | 0x20) != word[i]) {
        return false;
      }
    }
    return !entry.value || isValue(text, begin, begin + word.length, from, to);
  }

  /** Whether what stands before the word may be a colon, a bracket, or the name of its field. */
  private static boolean isValue(ByteBuffer text, int begin, int end, int from, int to) {
    if (end < to && isOfWord(text.get(end))) {
      return false;
    }
    int at = begin - 1;
    while (at >= from && isSkipped(text.get(at))) {
      at--;
    }
    if (at < from) {
      return false;
    }
    int before = text.get(at);
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
  private static boolean isName(ByteBuffer text, int at, int from) {
    if (at - 3 < from) {
      return false;
    }
    int last = (text.get(at) | 0x20) << 8 | (text.get(at - 1) | 0x20);
    return last == ('e' << 8 | 'd') || last == ('e' << 8 | 'p');
  }

  /** A quote, or a line end, as JSON has it. */
  private static boolean isEscape(ByteBuffer text, int at, int from) {
    int b = text.get(at);
    boolean unicode = at - 2 >= from && text.get(at - 1) == '2' && text.get(at - 2) == '0';
    boolean control = at > from && text.get(at - 1) == '\\' && "nrt".indexOf(b) >= 0;
    return (unicode && (b == '2' || b == '7')) || control;
  }

  private static boolean isOfWord(int b) {
    return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_';
  }
}
