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

  private static final int STRIDE = WINDOW - GRAM + 1;
  private static final int WORD = Long.BYTES;
  private static final long CASE = 0x2020202020202020L;
  private static final long GRAM_MASK = (1L << (8 * GRAM)) - 1;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  // Drops what is read behind a gram: of the product no more than its first characters are left.
  private static final long SPREAD_OF_GRAM = SPREAD << (Long.SIZE - 8 * GRAM);
  private static final int BITS_LOG = 16;

  /** Characters that are copied at a time; each thread that logs keeps buffers of this size. */
  private static final int PIECE = 512;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  // What a thread keeps is of the JDK's classes, so that it keeps none of ours from being unloaded.
  private static final ThreadLocal<ByteBuffer> BYTES =
      ThreadLocal.withInitial(() -> ByteBuffer.allocate(PIECE + WORD));
  private static final ThreadLocal<CharBuffer> CHARS =
      ThreadLocal.withInitial(() -> CharBuffer.allocate(PIECE));
  private static final ThreadLocal<CharsetEncoder> ENCODER =
      ThreadLocal.withInitial(StandardCharsets.ISO_8859_1::newEncoder);

  // A bit for each hash of an anchor's gram.
  private final long[] bits = new long[1 << (BITS_LOG - 6)];
  // The first entry of a hash, -1 if there is none; each entry is a gram of an anchor.
  private final int[] firsts;
  private final int firstsShift;
  private final int[] nexts;
  private final long[] grams;
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
    grams = new long[size];
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
      long gram = word & GRAM_MASK;
      int bit = bit(word);
      bits[bit >> 6] |= 1L << bit;
      int first = (int) ((gram * SPREAD) >>> firstsShift);
      grams[entries] = gram;
      offsets[entries] = offset;
      heads[entries] = head;
      tails[entries] = tail;
      nexts[entries] = firsts[first];
      firsts[first] = entries++;
    }
  }

  /** Whether an anchor may stand in the text. */
  @SuppressWarnings("ByteBufferBackingArray") // BYTES are allocated by us
  boolean finds(CharSequence text) {
    ByteBuffer bytes = BYTES.get();
    byte[] buffer = bytes.array();
    int begin = 0;
    int to = text.length();
    while (to - begin >= WINDOW) {
      int end = Math.min(to, begin + PIECE);
      if (text instanceof String string) {
        copy(string, begin, end, buffer);
      } else if (text instanceof StringBuilder builder) {
        copy(builder, begin, end, bytes);
      } else {
        copy(text.subSequence(begin, end).toString(), 0, end - begin, buffer);
      }
      if (holdsAnchor(buffer, end - begin)) {
        return true;
      }
      // An anchor that does not end in this piece begins in its last characters.
      begin = end - WINDOW + 1;
    }
    return false;
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
  @SuppressWarnings("ByteBufferBackingArray") // BYTES are allocated by us
  private static void copy(StringBuilder text, int begin, int end, ByteBuffer bytes) {
    int length = end - begin;
    CharBuffer chars = CHARS.get();
    text.getChars(begin, end, chars.array(), 0);
    chars.limit(length).position(0);
    bytes.clear();
    CharsetEncoder encoder = ENCODER.get().reset();
    if (encoder.encode(chars, bytes, true).isError()) {
      for (int i = chars.position(); i < length; i++) {
        bytes.array()[i] = (byte) chars.array()[i];
      }
    }
  }

  private boolean holdsAnchor(byte[] buffer, int length) {
    long[] known = bits;
    for (int at = 0; at <= length - GRAM; at += STRIDE) {
      int bit = bit(word(buffer, at));
      if ((known[bit >> 6] & (1L << bit)) != 0 && isInAnchor(buffer, length, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean isInAnchor(byte[] buffer, int length, int at) {
    long gram = word(buffer, at) & GRAM_MASK;
    for (int i = firsts[(int) ((gram * SPREAD) >>> firstsShift)]; i >= 0; i = nexts[i]) {
      int begin = at - offsets[i];
      if (grams[i] == gram
          && begin >= 0
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

  /** Of the gram with which the word begins. */
  private static int bit(long word) {
    return (int) ((word * SPREAD_OF_GRAM) >>> (Long.SIZE - BITS_LOG));
  }
}
