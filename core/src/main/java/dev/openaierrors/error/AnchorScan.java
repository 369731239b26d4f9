package dev.openaierrors.error;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/**
 * Tells that none of many anchors stands in a text, looking at a few places of the text only.
 *
 * <p>All anchors have {@value #WINDOW} characters. Wherever one stands, {@value #GRAM} characters
 * that lie in it whole begin at a multiple of {@value #STRIDE}. So these places are looked at and
 * no others. Which they are does not depend on what is read there, so that the processor need not
 * wait for one to go on to the next, as it must in a scan that jumps; and more anchors do not make
 * it slower. Nearly always one bit says that no anchor has such characters; otherwise the anchors
 * that do are compared.
 *
 * <p>Case is ignored by setting bit 5, which takes a few other characters for the same, too; of a
 * character beyond Latin-1 the low byte counts. Both can add a false alarm, and never hide an
 * anchor.
 */
final class AnchorScan {

  /** The length of all anchors. */
  static final int WINDOW = 12;

  /** Characters that are looked at in one place. */
  static final int GRAM = 6;

  /** What a look may find. */
  static final int NOTHING = 0;

  static final int BRACE = 1;
  static final int ANCHOR = 2;

  private static final int STRIDE = WINDOW - GRAM + 1;
  private static final int WORD = Long.BYTES;
  private static final long CASE = 0x2020202020202020L;
  private static final long BRACES = 0x7b7b7b7b7b7b7b7bL;
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHEST = 0x8080808080808080L;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  // Drops what is read behind a gram: of the product no more than its first characters are left.
  private static final long SPREAD_OF_GRAM = SPREAD << (Long.SIZE - 8 * GRAM);
  // 16 KiB, of which one bit in thirty is set.
  private static final int BITS_LOG = 17;

  /** Characters that are copied at a time; each thread that logs keeps buffers of this size. */
  private static final int PIECE = 512;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  // What a thread keeps is of the JDK's classes, so that it keeps none of ours from being unloaded.
  private static final ThreadLocal<byte[]> BYTES =
      ThreadLocal.withInitial(() -> new byte[PIECE + WORD]);
  // Bytes, characters and an encoder, found by one look.
  private static final ThreadLocal<Object[]> MOVERS = ThreadLocal.withInitial(AnchorScan::movers);

  // A bit for each hash of an anchor's gram.
  private final long[] grams = new long[1 << (BITS_LOG - 6)];
  // And for each of an anchor's words, which other texts hardly have: words of logs have the grams.
  private final long[] words = new long[1 << (BITS_LOG - 6)];
  // The first entry of a hash, -1 if there is none; each entry is a gram of an anchor.
  private final int[] firsts;
  private final int firstsShift;
  private final int[] nexts;
  private final int[] offsets;
  private final long[] heads;
  private final long[] tails;
  private int entries;

  /**
   * A scan for these anchors.
   *
   * @param anchors ASCII, each of {@value #WINDOW} characters
   */
  AnchorScan(Collection<String> anchors) {
    int size = anchors.size() * STRIDE;
    int log = 33 - Integer.numberOfLeadingZeros(size | 1);
    firsts = new int[1 << log];
    Arrays.fill(firsts, -1);
    firstsShift = Long.SIZE - log;
    nexts = new int[size];
    offsets = new int[size];
    heads = new long[size];
    tails = new long[size];
    for (String anchor : anchors) {
      add(anchor);
    }
  }

  private void add(String anchor) {
    if (anchor.length() != WINDOW) {
      throw new IllegalArgumentException("'" + anchor + "' has not " + WINDOW + " characters");
    }
    byte[] bytes = Arrays.copyOf(anchor.getBytes(StandardCharsets.US_ASCII), 2 * WORD);
    long head = word(bytes, 0);
    long rest = word(bytes, WORD);
    long tail = word(bytes, WINDOW - WORD);
    for (int offset = 0; offset < STRIDE; offset++) {
      // As word(bytes, offset), which takes long before it is compiled.
      long word = offset == 0 ? head : head >>> (8 * offset) | rest << (Long.SIZE - 8 * offset);
      set(grams, word * SPREAD_OF_GRAM);
      if (offset + WORD <= WINDOW) {
        set(words, word * SPREAD);
      }
      int first = first(word);
      offsets[entries] = offset;
      heads[entries] = head;
      tails[entries] = tail;
      nexts[entries] = firsts[first];
      firsts[first] = entries++;
    }
  }

  private static Object[] movers() {
    return new Object[] {
      ByteBuffer.allocate(PIECE + 2 * WORD),
      CharBuffer.allocate(PIECE),
      StandardCharsets.ISO_8859_1.newEncoder()
    };
  }

  /** {@link #ANCHOR} if one may stand in the text; else {@link #BRACE} or {@link #NOTHING}. */
  int look(String text) {
    int to = text.length();
    if (to < WINDOW) {
      return NOTHING;
    }
    byte[] buffer = BYTES.get();
    int seen = NOTHING;
    // An anchor that does not end in a piece begins in its last characters.
    for (int begin = 0; to - begin >= WINDOW; begin += PIECE - WINDOW + 1) {
      int end = Math.min(to, begin + PIECE);
      copy(text, begin, end, buffer);
      if (begin == 0) {
        // Not before and not after: what was just written cannot be read at once.
        seen = text.indexOf('{') >= 0 ? BRACE : NOTHING;
      }
      if (holdsAnchor(buffer, end - begin)) {
        return ANCHOR;
      }
    }
    return seen;
  }

  /** As above, of a buffer that is reused, of which no String is made. */
  @SuppressWarnings("ByteBufferBackingArray") // Allocated by us.
  int look(StringBuilder text) {
    int to = text.length();
    if (to < WINDOW) {
      return NOTHING;
    }
    Object[] movers = MOVERS.get();
    byte[] buffer = ((ByteBuffer) movers[0]).array();
    int seen = NOTHING;
    for (int begin = 0; to - begin >= WINDOW; begin += PIECE - WINDOW + 1) {
      int end = Math.min(to, begin + PIECE);
      copy(text, begin, end, movers);
      if (holdsAnchor(buffer, end - begin)) {
        return ANCHOR;
      }
      seen |= holdsBrace(buffer, end - begin) ? BRACE : NOTHING;
    }
    return seen;
  }

  /** Drops the high bytes, which no method does that is not deprecated for it. */
  @SuppressWarnings("deprecation")
  private static void copy(String text, int begin, int end, byte[] buffer) {
    text.getBytes(begin, end, buffer, 0);
  }

  /**
   * In two moves of the JDK's own. A loop over {@code charAt} is as fast in most JVMs, and three
   * times as slow in those whose compiler does not inline that call, as happens by chance.
   */
  @SuppressWarnings("ByteBufferBackingArray") // Allocated by us.
  private static void copy(StringBuilder text, int begin, int end, Object[] movers) {
    int length = end - begin;
    ByteBuffer bytes = (ByteBuffer) movers[0];
    CharBuffer chars = (CharBuffer) movers[1];
    text.getChars(begin, end, chars.array(), 0);
    chars.limit(length).position(0);
    bytes.clear();
    CharsetEncoder encoder = ((CharsetEncoder) movers[2]).reset();
    if (encoder.encode(chars, bytes, true).isError()) {
      for (int i = chars.position(); i < length; i++) {
        bytes.array()[i] = (byte) chars.array()[i];
      }
    }
  }

  /** Whether one stands there; perhaps true where one only stood there before. */
  private static boolean holdsBrace(byte[] buffer, int length) {
    long found = 0;
    for (int at = 0; at < length; at += 2 * WORD) {
      long first = (long) WORDS.get(buffer, at) ^ BRACES;
      long second = (long) WORDS.get(buffer, at + WORD) ^ BRACES;
      // The highest bit of a byte is set where that was 0, and perhaps of those above it.
      found |= ((first - ONES) & ~first) | ((second - ONES) & ~second);
    }
    return (found & HIGHEST) != 0;
  }

  private boolean holdsAnchor(byte[] buffer, int length) {
    int at = nextGram(buffer, 0, length);
    while (at >= 0) {
      if (holdsWord(buffer, at) && isInAnchor(buffer, length, at)) {
        return true;
      }
      at = nextGram(buffer, at + STRIDE, length);
    }
    return false;
  }

  /** The first place from there on that may hold a gram; -1 if none does. The hottest loop. */
  private int nextGram(byte[] buffer, int from, int length) {
    long[] known = grams;
    for (int at = from; at <= length - GRAM; at += STRIDE) {
      if (isSet(known, word(buffer, at) * SPREAD_OF_GRAM)) {
        return at;
      }
    }
    return -1;
  }

  /**
   * Whether what stands there may be part of an anchor. If its first word ends before these
   * characters do, its last one begins two before them, or later: whatever lies between.
   */
  private boolean holdsWord(byte[] buffer, int at) {
    return isSet(words, word(buffer, at) * SPREAD)
        || (at >= WORD - GRAM && isSet(words, word(buffer, at - (WORD - GRAM)) * SPREAD));
  }

  private boolean isInAnchor(byte[] buffer, int length, int at) {
    for (int i = firsts[first(word(buffer, at))]; i >= 0; i = nexts[i]) {
      int begin = at - offsets[i];
      if (begin >= 0
          && begin + WINDOW <= length
          && word(buffer, begin) == heads[i]
          && word(buffer, begin + WINDOW - WORD) == tails[i]) {
        return true;
      }
    }
    return false;
  }

  private static long word(byte[] bytes, int at) {
    return (long) WORDS.get(bytes, at) | CASE;
  }

  /** Where the chain begins of the anchors with the gram with which the word begins. */
  private int first(long word) {
    return (int) ((word * SPREAD_OF_GRAM) >>> firstsShift);
  }

  private static void set(long[] bits, long hash) {
    int bit = (int) (hash >>> (Long.SIZE - BITS_LOG));
    bits[bit >> 6] |= 1L << bit;
  }

  private static boolean isSet(long[] bits, long hash) {
    int bit = (int) (hash >>> (Long.SIZE - BITS_LOG));
    return (bits[bit >> 6] & (1L << bit)) != 0;
  }
}
