package dev.openaierrors.analyzer.input;

import dev.openaierrors.error.SearchWords;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds the words of which every OpenAI error has one, in any case, looking at few of the bytes.
 *
 * <p>Four bytes are looked at every {@value #STRIDE}: wherever a word stands, four of its bytes are
 * among them. Nearly always a table says that no word has these four. What is looked at next does
 * not depend on what was read, so that the processor need not wait.
 */
final class WordScan {

  private static final int GRAM = Integer.BYTES;
  private static final int STRIDE = GRAM;
  private static final int CASE = 0x20202020;
  private static final long CASES = 0x2020202020202020L;
  private static final int SPREAD = 0x9E3779B1;
  private static final int TABLE_LOG = 16;

  /**
   * So long is a word of which two grams are looked at, one behind the other, wherever it stands.
   */
  private static final int PAIRED = 2 * STRIDE + GRAM - 1;

  /** Pairs of grams are of one word only if they are of one of so many classes of words. */
  private static final int CLASSES = 3;

  /** The last one is for the key alone: behind it nearly anything may stand. */
  private static final int OTHER_CLASSES = CLASSES - 1;

  private static final byte ALONE = 1 << CLASSES;
  private static final int FOLLOWS = CLASSES + 1;

  /** Bytes that are looked at together: eight grams. */
  private static final int BLOCK = 32;

  /** The grams of a block, and the one before them. */
  private static final int PLACES = BLOCK / STRIDE + 1;

  private static final int PLACE_BITS = (1 << PLACES) - 1;

  // Of four grams together.
  private static final int FIRSTS = 0x07070707;
  private static final int ALONES = 0x08080808;

  // What stands behind a key, however it is quoted.
  private static final int[] BEHIND_KEY = {'"', '\'', '`', '\\', ':', '=', ' ', '&', 0xE2};

  /** Every byte as it is when case is ignored. */
  private static final int[] ANY = any();

  /** What ordinary logs are full of: no word is looked for by such a piece if it has another. */
  private static final String ORDINARY =
      " request requests response server service error errors exception message messages invalid"
          + " value type code limit token tokens timeout timed out failed failure connection not"
          + " found the of to in is for and with has been from into than that this your you does"
          + " java.lang java.base/java.util org.springframework.boot.web com.acme org.apache.hadoop"
          + " process processed processing content length parameter model api http https status"
          + " account authentication authorization organization supported unsupported exceeded"
          + " current resource permission denied version context tion ation ing ment ions ated"
          + " image file files format input output max min level unknown rate per minute usage"
          + " reached chat blocked blocking main call called calls thread threads time times sending"
          + " receive received receiver address open opened add added adding slow internal interface"
          + " store stored empty size try using user order orders item class method invoke run"
          + " running start started stop stopped task job stage executor memory bytes free local"
          + " host port path root session cache data source target read reading write writing close"
          + " closed closing event events handler controller client customer placed rows skipped"
          + " pool stats total active idle waiting select where newly assigned partitions consumer"
          + " group completed complete completion upload download number name names list entry"
          + " block blk_ replica node state system shutdown terminated terminating interrupt attempt"
          + " attempting create created creating delete deleted deleting update updated remove"
          + " removed removing remote register registered success successful exist exists already"
          + " return returned key keys after before during while when was were will would could"
          + " cannot can't unable missing required expected instance component container manager"
          + " management provider config configuration property properties default information ";

  private static final WordScan INSTANCE = new WordScan();

  // For each hash, what a gram may be: the low bits are for one that another must follow, the high
  // ones for that other; the bit between is for one that tells by itself, of a short word.
  private final byte[] table = new byte[1 << TABLE_LOG];
  private final short[] firsts = new short[1 << TABLE_LOG];

  // One of each for each first gram of a word, from 1 on: the gram, where in the word it stands,
  // and the next of the same hash.
  private int[] grams = new int[2048];
  private int[] offsets = new int[2048];
  private short[] nexts = new short[2048];
  private int[] wordOf = new int[2048];
  private final List<byte[]> words = new ArrayList<>();
  private int entries = 1;

  // The first words are of phrases that name OpenAI, then come those of others, those that tell as
  // values only, and those that say no more than that OpenAI was called.
  private final int others;
  private final int key;
  private final int values;
  private final int calls;

  private WordScan() {
    List<byte[]> all = new ArrayList<>();
    addBytes(SearchWords.named(), all);
    others = all.size();
    addBytes(SearchWords.phrases(), all);
    key = all.size();
    addBytes(List.of(SearchWords.key()), all);
    values = all.size();
    addBytes(SearchWords.values(), all);
    calls = all.size();
    addBytes(SearchWords.calls(), all);
    Map<Integer, Integer> ordinary = ordinaryGrams();
    all.forEach(word -> add(word, ordinary));
  }

  private static int[] any() {
    return IntStream.range(0, 256).filter(b -> (b & 0x20) != 0).toArray();
  }

  private static void addBytes(List<String> words, List<byte[]> target) {
    words.forEach(word -> target.add(bytes(word)));
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

  private void add(byte[] word, Map<Integer, Integer> ordinary) {
    boolean isKey = words.size() == key;
    int pairClass = isKey ? OTHER_CLASSES : words.size() % OTHER_CLASSES;
    words.add(word);
    if (word.length >= PAIRED) {
      int begin = leastOrdinary(word, ordinary);
      for (int offset = begin; offset < begin + STRIDE; offset++) {
        addPair(word, offset, isKey, pairClass);
      }
      return;
    }
    for (int offset = 0; offset < STRIDE; offset++) {
      // The second gram may reach out of the word by a byte.
      if (offset + 2 * GRAM <= word.length + 1) {
        addPair(word, offset, isKey, pairClass);
      } else if (offset == STRIDE - 1) {
        // The one before reaches into the word.
        addPair(word, -1, isKey, pairClass);
      } else {
        addAlone(word, offset, isKey);
      }
    }
  }

  private void addAlone(byte[] word, int offset, boolean isKey) {
    for (int gram : gramsAt(word, offset, isKey)) {
      table[hash(gram)] |= ALONE;
      addEntry(gram, offset);
    }
  }

  private void addPair(byte[] word, int offset, boolean isKey, int pairClass) {
    for (int gram : gramsAt(word, offset, isKey)) {
      table[hash(gram)] |= (byte) (1 << pairClass);
      addEntry(gram, offset);
    }
    for (int gram : gramsAt(word, offset + STRIDE, isKey)) {
      table[hash(gram)] |= (byte) (1 << pairClass << FOLLOWS);
    }
  }

  private void addEntry(int gram, int offset) {
    if (entries == grams.length) {
      int size = 2 * entries;
      grams = Arrays.copyOf(grams, size);
      offsets = Arrays.copyOf(offsets, size);
      nexts = Arrays.copyOf(nexts, size);
      wordOf = Arrays.copyOf(wordOf, size);
    }
    int hash = hash(gram);
    grams[entries] = gram;
    offsets[entries] = offset;
    nexts[entries] = firsts[hash];
    wordOf[entries] = words.size() - 1;
    firsts[hash] = (short) entries++;
  }

  /** What may stand in that place if the word does: anything before it and behind it. */
  private static int[] gramsAt(byte[] word, int offset, boolean isKey) {
    int[] grams = {0};
    for (int i = GRAM - 1; i >= 0; i--) {
      int place = offset + i;
      int[] choices =
          place >= 0 && place < word.length
              ? new int[] {word[place]}
              : isKey && place == word.length ? BEHIND_KEY : ANY;
      int[] longer = new int[grams.length * choices.length];
      int count = 0;
      for (int gram : grams) {
        for (int choice : choices) {
          longer[count++] = gram << Byte.SIZE | ((choice | 0x20) & 0xff);
        }
      }
      grams = longer;
    }
    return grams;
  }

  private static int gram(byte[] word, int offset) {
    int gram = 0;
    for (int i = GRAM - 1; i >= 0; i--) {
      gram = (gram << 8) | (word[offset + i] & 0xff);
    }
    return gram;
  }

  /** Where the part begins whose pairs of grams are seen least, wherever the word stands. */
  private static int leastOrdinary(byte[] word, Map<Integer, Integer> ordinary) {
    int best = 0;
    int bestCount = Integer.MAX_VALUE;
    for (int begin = 0; begin + PAIRED <= word.length; begin++) {
      int count = 0;
      for (int offset = begin; offset + GRAM <= begin + PAIRED; offset++) {
        count += ordinary.getOrDefault(gram(word, offset), 0);
      }
      if (count < bestCount) {
        best = begin;
        bestCount = count;
      }
    }
    return best;
  }

  private static Map<Integer, Integer> ordinaryGrams() {
    Map<Integer, Integer> counts = new HashMap<>();
    byte[] text = bytes(ORDINARY);
    for (int at = 0; at + GRAM <= text.length; at++) {
      counts.merge(gram(text, at), 1, Integer::sum);
    }
    return counts;
  }

  private static int hash(int gram) {
    return (gram * SPREAD) >>> (Integer.SIZE - TABLE_LOG);
  }

  /**
   * Where the first word begins that stands in this part of the text; -1 if none does.
   *
   * @param text little-endian, at position 0
   */
  int find(ByteBuffer text, int from, int to) {
    return find(text, from, to, others, words.size());
  }

  /** As {@link #find}, but not a word that says only that OpenAI was called. */
  int findMoreThanCall(ByteBuffer text, int from, int to) {
    return find(text, from, to, 0, calls);
  }

  /** As {@link #find}, of these words. */
  private int find(ByteBuffer text, int from, int to, int firstWord, int wordsEnd) {
    int last = to - BLOCK;
    int at = (from + Long.BYTES - 1) & -Long.BYTES;
    if (at > last) {
      int place = verify(text, from, to - GRAM, from, to, firstWord, wordsEnd);
      return place < 0 ? atEnd(text, from, to, firstWord, wordsEnd) : place;
    }
    int found = verify(text, from, at + STRIDE - 1, from, to, firstWord, wordsEnd);
    LongBuffer longs = text.asLongBuffer();
    while (found < 0 && at <= last) {
      long place = suspicious(text, longs, at, from, last);
      at = (int) (place >> PLACES);
      for (int rest = (int) place & PLACE_BITS; rest != 0 && found < 0; rest &= rest - 1) {
        int gram = at + STRIDE * (Integer.numberOfTrailingZeros(rest) - 1);
        found = gram < from ? -1 : wordAt(text, gram, from, to, firstWord, wordsEnd);
      }
      at += at <= last ? BLOCK : 0;
    }
    found = found < 0 ? verify(text, at, to - GRAM, from, to, firstWord, wordsEnd) : found;
    return found < 0 ? atEnd(text, from, to, firstWord, wordsEnd) : found;
  }

  /** A word at the end, whose second gram would reach out of it. */
  private int atEnd(ByteBuffer text, int from, int to, int firstWord, int wordsEnd) {
    int found = -1;
    for (int at = Math.max(from, to - 2 * GRAM + 1); at <= to - GRAM && found < 0; at++) {
      found = wordAt(text, at, from, to, firstWord, wordsEnd);
    }
    return found;
  }

  /**
   * The next block that may have a word, behind {@code last} if none has, and a bit for each of its
   * grams, and the one before them, with which a word may be looked for.
   *
   * <p>Reads words of eight bytes where they are aligned: any compiler makes one load of that.
   * Calls nothing in its loop: only so are bounds checked once.
   */
  private long suspicious(ByteBuffer text, LongBuffer longs, int start, int from, int last) {
    byte[] known = table;
    int before = start - STRIDE >= from ? known[hash(text.getInt(start - STRIDE) | CASE)] : 0;
    int at = start;
    while (at <= last) {
      int index = at / Long.BYTES;
      long first = longs.get(index) | CASES;
      long second = longs.get(index + 1) | CASES;
      long third = longs.get(index + 2) | CASES;
      long fourth = longs.get(index + 3) | CASES;
      int low =
          known[hash((int) first)]
              | known[hash((int) (first >>> 32))] << 8
              | known[hash((int) second)] << 16
              | known[hash((int) (second >>> 32))] << 24;
      int high =
          known[hash((int) third)]
              | known[hash((int) (third >>> 32))] << 8
              | known[hash((int) fourth)] << 16
              | known[hash((int) (fourth >>> 32))] << 24;
      int lowPairs = (low >>> FOLLOWS) & (low << 8 | before) & FIRSTS;
      int highPairs = (high >>> FOLLOWS) & (high << 8 | low >>> 24) & FIRSTS;
      if ((lowPairs | highPairs | ((low | high) & ALONES)) != 0) {
        int pairs = bits(highPairs) << 4 | bits(lowPairs);
        int alones = bits(high & ALONES) << 4 | bits(low & ALONES);
        return (long) at << PLACES | pairs | alones << 1;
      }
      before = high >>> 24;
      at += BLOCK;
    }
    return (long) at << PLACES;
  }

  /** One bit for each of four bytes that is not zero, none of which is negative. */
  private static int bits(int bytes) {
    int tops = ((bytes + 0x7f7f7f7f) & 0x80808080) >>> 7;
    return (tops * 0x01020408) >>> 24;
  }

  /**
   * Looks closely at each gram, and at the one before the first: what follows that is the first.
   */
  private int verify(
      ByteBuffer text, int first, int last, int from, int to, int firstWord, int wordsEnd) {
    byte[] known = table;
    int at = Math.max(from, first - STRIDE);
    int here = at <= last ? known[hash(text.getInt(at) | CASE)] : 0;
    for (; at <= last; at += STRIDE) {
      int next = at + STRIDE + GRAM <= to ? known[hash(text.getInt(at + STRIDE) | CASE)] : 0;
      if (((here & (next >> FOLLOWS)) | (here & ALONE)) != 0) {
        int found = wordAt(text, at, from, to, firstWord, wordsEnd);
        if (found >= 0) {
          return found;
        }
      }
      here = next;
    }
    return -1;
  }

  /** Where the word begins of which a gram stands here; -1 if there is none. */
  private int wordAt(ByteBuffer text, int at, int from, int to, int firstWord, int wordsEnd) {
    int gram = text.getInt(at) | CASE;
    for (int i = firsts[hash(gram)]; i != 0; i = nexts[i]) {
      int word = wordOf[i];
      int begin = at - offsets[i];
      if (grams[i] == gram
          && word >= firstWord
          && word < wordsEnd
          && begin >= from
          && isWord(text, begin, word, from, to)) {
        return begin;
      }
    }
    return -1;
  }

  private boolean isWord(ByteBuffer text, int begin, int index, int from, int to) {
    byte[] word = words.get(index);
    if (begin + word.length > to) {
      return false;
    }
    // From the end: the begin is what many words have that are none of these.
    for (int i = word.length - 1; i >= 0; i--) {
      if ((byte) (text.get(begin + i) | 0x20) != word[i]) {
        return false;
      }
    }
    if (index == key) {
      return begin + word.length < to && isBehindKey(text.get(begin + word.length) | 0x20);
    }
    return index < values || index >= calls || isValue(text, begin, begin + word.length, from, to);
  }

  private static boolean isBehindKey(int b) {
    for (int behind : BEHIND_KEY) {
      if ((byte) (behind | 0x20) == (byte) b) {
        return true;
      }
    }
    return false;
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
