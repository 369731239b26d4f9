package dev.openaierrors.analyzer.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * Packed Zstandard data, still packed, without the frames that hold no text: pzstd and others put
 * one before each that does, which the library that unpacks them does not know.
 */
final class ZstdFrames extends BlockStream {

  /** What the library unpacks: it keeps so many bytes to refer back to. */
  private static final long LARGEST_WINDOW = 1 << 23;

  private static final int MAGIC = 0xfd2fb528;
  private static final int MAGIC_TO_SKIP = 0x184d2a50;
  private static final int LONGEST_HEADER = 18;
  private static final int REPEATED = 1;
  private static final int RESERVED = 3;

  /** The header that is handed out at present: of a frame, or of a block. */
  private final byte[] header = new byte[LONGEST_HEADER];

  private int headerAt;
  private int headerEnd;
  // Bytes to hand out as they are, behind the header.
  private long content;
  private boolean inFrame;
  private boolean lastBlock;
  private boolean checksum;

  ZstdFrames(InputStream in) {
    super(in);
  }

  /** Whether data begins so. */
  static boolean begin(byte[] magic, int length) {
    return length >= 4 && isMagic(number(magic, 0, 4));
  }

  private static boolean isMagic(long number) {
    return (int) number == MAGIC || isToSkip(number);
  }

  private static boolean isToSkip(long number) {
    return ((int) number & ~0xf) == MAGIC_TO_SKIP;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (headerAt == headerEnd && content == 0) {
      if (inFrame) {
        nextBlock();
      } else if (!nextFrame()) {
        return -1;
      }
    }
    int count;
    if (headerAt < headerEnd) {
      count = Math.min(length, headerEnd - headerAt);
      System.arraycopy(header, headerAt, target, offset, count);
      headerAt += count;
    } else {
      count = in.read(target, offset, (int) Math.min(length, content));
      if (count < 0) {
        throw new EOFException();
      }
      content -= count;
    }
    return count;
  }

  /** Goes to the next frame that holds something; false at the end. */
  private boolean nextFrame() throws IOException {
    headerAt = 0;
    headerEnd = 0;
    int first = in.read();
    while (first >= 0) {
      header[headerEnd++] = (byte) first;
      long magic = more(3) << 8 | first;
      if ((int) magic == MAGIC) {
        frameHeader();
        return true;
      }
      if (!isToSkip(magic)) {
        throw new ZipException("what follows the packed data is no zstd");
      }
      in.skipNBytes(more(4));
      headerEnd = 0;
      first = in.read();
    }
    return false;
  }

  private void frameHeader() throws IOException {
    int descriptor = (int) more(1);
    boolean single = (descriptor & 0x20) != 0;
    checksum = (descriptor & 4) != 0;
    long window = 0;
    if (!single) {
      long size = more(1);
      long base = 1L << (10 + (size >> 3));
      window = base + base / 8 * (size & 7);
    }
    int dictionaryBytes = (1 << (descriptor & 3)) >> 1;
    if (more(dictionaryBytes) != 0) {
      throw new Unreadable("it was packed by zstd with a dictionary" + tryIt("-D DICTIONARY"));
    }
    int sizeFlag = descriptor >> 6;
    int sizeBytes = sizeFlag == 0 ? (single ? 1 : 0) : 1 << sizeFlag;
    long size = more(sizeBytes);
    if (single) {
      window = size;
    }
    if (window < 0 || window > LARGEST_WINDOW) {
      throw new Unreadable("it was packed by zstd with a window above 8 MB" + tryIt("--long=31"));
    }
    inFrame = true;
    lastBlock = false;
  }

  private static String tryIt(String option) {
    return ", which is not read here; try: zstd -dc " + option + " FILE | openai-errors analyze -";
  }

  private void nextBlock() throws IOException {
    headerAt = 0;
    headerEnd = 0;
    if (lastBlock) {
      inFrame = false;
      content = checksum ? 4 : 0;
      return;
    }
    long block = more(3);
    lastBlock = (block & 1) != 0;
    int type = (int) (block >> 1) & 3;
    if (type == RESERVED) {
      throw new ZipException("a block of it is of no known type");
    }
    content = type == REPEATED ? 1 : block >> 3;
  }

  /** Reads so many bytes, at most 8, into the header; as a number, the lowest byte first. */
  private long more(int bytes) throws IOException {
    if (in.readNBytes(header, headerEnd, bytes) < bytes) {
      throw new EOFException();
    }
    headerEnd += bytes;
    return number(header, headerEnd - bytes, bytes);
  }

  private static long number(byte[] bytes, int from, int length) {
    long number = 0;
    for (int i = length - 1; i >= 0; i--) {
      number = number << 8 | (bytes[from + i] & 0xff);
    }
    return number;
  }
}
