package dev.openaierrors.error;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The words of which every OpenAI error has one, by what stands of them where {@link ByteScan}
 * looks: in four bytes every {@value #STRIDE}, wherever the word begins.
 */
final class ByteScanTable {

  /** So many ordinary grams are as bad as an ordinary pair of them. */
  private static final int ORDINARY_PAIR = 64;

  /** Bytes that are looked at together, as one number. */
  static final int GRAM = Integer.BYTES;

  /** From where such a piece begins to where the next does. */
  static final int STRIDE = GRAM;

  /** What makes a gram the same in any case. */
  static final int CASE = 0x20202020;

  private static final int SPREAD = 0x9E3779B1;
  private static final int PAIR_SPREAD = 31;
  private static final int TABLE_LOG = 16;
  private static final int BUCKETS_LOG = 13;

  /** How many numbers an entry has. */
  static final int ENTRY = 4;

  /** The first gram. */
  static final int FIRST = 0;

  /** The gram behind it, as far as it is of the word. */
  static final int BEHIND = 1;

  /** Which bits are of the word. */
  static final int BEHIND_KNOWN = 2;

  /** The word and the offset. */
  static final int PLACE = 3;

  /**
   * So long is a word of which two grams are looked at, one behind the other, wherever it stands.
   */
  private static final int PAIRED = 2 * STRIDE + GRAM - 1;

  /**
   * The first gram of a pair is of one of so many classes, by its hash; the lowest bits of {@link
   * #known} tell of which. The second is of the classes of all that it may follow.
   */
  static final int CLASSES = 7;

  /** The last class is for the key alone: behind it nearly anything may stand. */
  private static final int OTHER_CLASSES = CLASSES - 1;

  /** The bit of a gram that tells by itself, of a short word. */
  static final int ALONE = 1 << CLASSES;

  /** From here on the bits tell of which classes a gram may end a pair. */
  static final int FOLLOWS = CLASSES + 1;

  // What stands behind a key, however it is quoted.
  private static final int[] BEHIND_KEY = {'"', '\'', '`', '\\', ':', '=', ' ', '&', 0xE2};

  /** Every byte as it is when case is ignored. */
  private static final int[] ANY = any();

  private final char[] known = new char[1 << TABLE_LOG];

  // A few numbers for each gram that a word is looked for by, those of a bucket one behind the
  // other.
  private final int[] entries;
  private final int[] begins = new int[(1 << BUCKETS_LOG) + 1];

  private final byte[][] words;
  private int[] unordered = new int[4096 * ENTRY];
  private int count;

  // The first words are of phrases that name OpenAI, then come those of others, those that tell as
  // values only, and those that say no more than that OpenAI was called.
  final int others;
  final int key;
  final int values;
  final int calls;

  ByteScanTable() {
    List<byte[]> all = new ArrayList<>();
    addBytes(SearchWords.named(), all);
    others = all.size();
    addBytes(SearchWords.phrases(), all);
    key = all.size();
    addBytes(List.of(SearchWords.KEY), all);
    values = all.size();
    addBytes(SearchWords.values(), all);
    calls = all.size();
    addBytes(SearchWords.calls(), all);
    byte[] ordinary = ordinaryGrams();
    words = all.toArray(byte[][]::new);
    for (int word = 0; word < words.length; word++) {
      add(word, ordinary);
    }
    entries = ordered();
    unordered = new int[0];
  }

  private static int[] any() {
    int[] bytes = new int[128];
    int count = 0;
    for (int b = 0; b < 256; b++) {
      if ((b & 0x20) != 0) {
        bytes[count++] = b;
      }
    }
    return bytes;
  }

  private static void addBytes(List<String> words, List<byte[]> target) {
    for (String word : words) {
      target.add(bytes(word));
    }
  }

  private static byte[] bytes(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] |= 0x20;
    }
    return bytes;
  }

  private void add(int index, byte[] ordinary) {
    byte[] word = words[index];
    if (word.length >= PAIRED) {
      int begin = leastOrdinary(word, ordinary);
      for (int offset = begin; offset < begin + STRIDE; offset++) {
        addPair(index, offset);
      }
      return;
    }
    for (int offset = 0; offset < STRIDE; offset++) {
      // The second gram may reach out of the word by a byte.
      if (offset + 2 * GRAM <= word.length + 1) {
        addPair(index, offset);
      } else if (offset == STRIDE - 1) {
        // The one before reaches into the word.
        addPair(index, -1);
      } else {
        addAlone(index, offset);
      }
    }
  }

  private void addAlone(int index, int offset) {
    for (int gram : gramsAt(index, offset)) {
      known[hash(gram)] |= (char) ALONE;
      addEntry(index, offset, gram);
    }
  }

  private void addPair(int index, int offset) {
    int classes = 0;
    for (int gram : gramsAt(index, offset)) {
      int hash = hash(gram);
      int pairClass = index == key ? 1 << OTHER_CLASSES : 1 << (hash % OTHER_CLASSES);
      known[hash] |= (char) pairClass;
      classes |= pairClass;
      addEntry(index, offset, gram);
    }
    for (int gram : gramsAt(index, offset + STRIDE)) {
      known[hash(gram)] |= (char) (classes << FOLLOWS);
    }
  }

  private void addEntry(int index, int offset, int gram) {
    int at = count * ENTRY;
    if (at == unordered.length) {
      unordered = Arrays.copyOf(unordered, 2 * at);
    }
    byte[] word = words[index];
    int follows = 0;
    int known = 0;
    for (int i = GRAM - 1; i >= 0; i--) {
      int place = offset + GRAM + i;
      boolean within = place < word.length;
      follows = follows << Byte.SIZE | (within ? word[place] & 0xff : 0);
      known = known << Byte.SIZE | (within ? 0xff : 0);
    }
    unordered[at + FIRST] = gram;
    unordered[at + BEHIND] = follows;
    unordered[at + BEHIND_KNOWN] = known;
    unordered[at + PLACE] = index << Byte.SIZE | (offset + 1);
    begins[bucket(hash(gram)) + 1] += ENTRY;
    count++;
  }

  /** The entries by their buckets. */
  private int[] ordered() {
    for (int bucket = 1; bucket < begins.length; bucket++) {
      begins[bucket] += begins[bucket - 1];
    }
    int[] ordered = new int[count * ENTRY];
    int[] next = begins.clone();
    for (int i = 0; i < count; i++) {
      place(i * ENTRY, ordered, next);
    }
    return ordered;
  }

  private void place(int at, int[] ordered, int[] next) {
    int bucket = bucket(hash(unordered[at + FIRST]));
    System.arraycopy(unordered, at, ordered, next[bucket], ENTRY);
    next[bucket] += ENTRY;
  }

  /** What may stand in that place if the word does: anything before it and behind it. */
  private int[] gramsAt(int index, int offset) {
    byte[] word = words[index];
    int[] grams = {0};
    for (int i = GRAM - 1; i >= 0; i--) {
      int place = offset + i;
      int[] choices =
          place >= 0 && place < word.length
              ? new int[] {word[place]}
              : index == key && place == word.length ? BEHIND_KEY : ANY;
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
  private static int leastOrdinary(byte[] word, byte[] ordinary) {
    int best = 0;
    int bestCount = Integer.MAX_VALUE;
    for (int begin = 0; begin + PAIRED <= word.length; begin++) {
      int count = 0;
      for (int offset = begin; offset < begin + STRIDE; offset++) {
        // What is in ordinary words whole costs far more than what has only parts of them.
        count += ORDINARY_PAIR * ordinary[pairHash(word, offset)];
        count += ordinary[hash(gram(word, offset))] + ordinary[hash(gram(word, offset + GRAM))];
      }
      if (count < bestCount) {
        best = begin;
        bestCount = count;
      }
    }
    return best;
  }

  /** How often ordinary words have the grams, and the pairs of grams, of each hash. */
  private static byte[] ordinaryGrams() {
    byte[] counts = new byte[1 << TABLE_LOG];
    byte[] text = bytes(OrdinaryWords.TEXT);
    for (int at = 0; at + 2 * GRAM <= text.length; at++) {
      count(hash(gram(text, at)), counts);
      count(pairHash(text, at), counts);
    }
    return counts;
  }

  private static void count(int hash, byte[] counts) {
    counts[hash] += (byte) (counts[hash] == Byte.MAX_VALUE ? 0 : 1);
  }

  private static int pairHash(byte[] text, int at) {
    return hash(gram(text, at) * PAIR_SPREAD + gram(text, at + GRAM));
  }

  /** What {@link #known} is asked for. */
  static int hash(int gram) {
    return (gram * SPREAD) >>> (Integer.SIZE - TABLE_LOG);
  }

  /** For each hash, which grams may be of it. */
  char[] known() {
    return known;
  }

  /** The words, in small letters. */
  byte[][] words() {
    return words;
  }

  /** The numbers of all entries, {@link #ENTRY} of each. */
  int[] entries() {
    return entries;
  }

  /** Where the entries of each bucket begin, and, one further, where they end. */
  int[] begins() {
    return begins;
  }

  /** In which bucket the entries of this hash are. */
  static int bucket(int hash) {
    return hash >>> (TABLE_LOG - BUCKETS_LOG);
  }

  /** The word of an entry whose {@link #PLACE} this is. */
  static int wordOf(int place) {
    return place >>> Byte.SIZE;
  }

  /** Where in its word the gram of this entry stands. */
  static int offsetOf(int place) {
    return (place & 0xff) - 1;
  }

  /** Whether what stands behind the key may do so. */
  static boolean isBehindKey(int b) {
    for (int behind : BEHIND_KEY) {
      if ((byte) (behind | 0x20) == (byte) (b | 0x20)) {
        return true;
      }
    }
    return false;
  }
}
