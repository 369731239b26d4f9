package dev.openaierrors.analyzer.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip data of one or several members. The JDK's own stream takes whatever follows a member
 * and is none for the end; here it is a failure, unless it is the zeros that tapes and block
 * devices are filled up with.
 */
final class GzipMembers extends BlockStream {

  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] packed;
  // What of the packed bytes was not handed to the inflater, or was given back by it.
  private int at;
  private int end;
  private boolean inMember;
  private boolean begun;
  private boolean over;

  GzipMembers(InputStream in, int buffer) {
    super(in);
    packed = new byte[buffer];
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    try {
      while (!over) {
        if (!inMember) {
          nextMember();
          continue;
        }
        int count = inflater.inflate(target, offset, length);
        if (count > 0) {
          checksum.update(target, offset, count);
          return count;
        }
        if (inflater.finished()) {
          endMember();
        } else if (inflater.needsDictionary()) {
          throw new ZipException("it asks for a dictionary");
        } else {
          more();
        }
      }
      return -1;
    } catch (DataFormatException e) {
      throw new ZipException(e.getMessage() == null ? "no deflate data" : e.getMessage());
    }
  }

  private void more() throws IOException {
    at = 0;
    end = in.read(packed, 0, packed.length);
    if (end <= 0) {
      end = 0;
      throw new EOFException();
    }
    inflater.setInput(packed, 0, end);
    at = end;
  }

  private void nextMember() throws IOException {
    int first = begun ? afterZeros() : next();
    if (first < 0) {
      over = true;
      if (!begun) {
        throw new EOFException();
      }
      return;
    }
    if (first != 0x1f || must() != 0x8b) {
      throw new ZipException("what follows the packed data is no gzip");
    }
    begun = true;
    header();
    inflater.reset();
    checksum.reset();
    inflater.setInput(packed, at, end - at);
    at = end;
    inMember = true;
  }

  private int afterZeros() throws IOException {
    int next = next();
    while (next == 0) {
      next = next();
    }
    return next;
  }

  private void header() throws IOException {
    if (must() != 8) {
      throw new ZipException("the packing is not deflate");
    }
    int flags = must();
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(must() | must() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CRC) != 0) {
      skip(2);
    }
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      must();
    }
  }

  private void skipText() throws IOException {
    int next = must();
    while (next != 0) {
      next = must();
    }
  }

  private void endMember() throws IOException {
    at = end - inflater.getRemaining();
    inMember = false;
    long sum = number();
    long size = number();
    if (sum != checksum.getValue()) {
      throw new ZipException("its checksum is another");
    }
    if (size != (inflater.getBytesWritten() & 0xffff_ffffL)) {
      throw new ZipException("its length is another");
    }
  }

  private long number() throws IOException {
    return must() | must() << 8 | must() << 16 | (long) must() << 24;
  }

  private int must() throws IOException {
    int next = next();
    if (next < 0) {
      throw new EOFException();
    }
    return next;
  }

  private int next() throws IOException {
    if (at >= end) {
      at = 0;
      end = Math.max(0, in.read(packed, 0, packed.length));
      if (end == 0) {
        return -1;
      }
    }
    return packed[at++] & 0xff;
  }

  @Override
  public int available() {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    super.close();
  }
}
