package dev.openaierrors.analyzer.input;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Opens what is to be read: what it is compressed by, and encoded in, its first bytes tell. */
final class Sources {

  private static final int GZIP_BUFFER = 1 << 16;

  private Sources() {}

  static ByteSource open(Path file) throws IOException {
    byte[] magic = new byte[4];
    int length;
    try (InputStream in = Files.newInputStream(file)) {
      length = in.readNBytes(magic, 0, magic.length);
    }
    if (isPlain(magic, length)) {
      return withoutMark(new ChannelSource(file), magic, length);
    }
    return open(Files.newInputStream(file));
  }

  /** Whether the file lies there as it is to be read. */
  static boolean isPlain(Path file) throws IOException {
    byte[] magic = new byte[4];
    try (InputStream in = Files.newInputStream(file)) {
      return isPlain(magic, in.readNBytes(magic, 0, magic.length));
    }
  }

  private static boolean isPlain(byte[] magic, int length) {
    return !isGzip(magic, length) && !isZstd(magic, length) && utf16(magic, length) == null;
  }

  private static ByteSource withoutMark(ByteSource source, byte[] magic, int length)
      throws IOException {
    if (isUtf8Mark(magic, length)) {
      ByteBuffer mark = ByteBuffer.allocate(3);
      while (mark.hasRemaining() && source.read(mark) >= 0) {
        // Until the mark is out of the way.
      }
    }
    return source;
  }

  /** A stream, which may be compressed. */
  static ByteSource open(InputStream stream) throws IOException {
    CountingInput counting = new CountingInput(stream);
    PushbackInputStream in = new PushbackInputStream(counting, 4);
    byte[] magic = new byte[4];
    int length = in.readNBytes(magic, 0, magic.length);
    in.unread(magic, 0, length);
    if (isGzip(magic, length)) {
      return new StreamSource(
          text(new GZIPInputStream(new Available(in), GZIP_BUFFER)), counting::count);
    }
    if (isZstd(magic, length)) {
      return new StreamSource(text(new ZstdInputStream(in)), counting::count);
    }
    return new StreamSource(text(in), counting::count);
  }

  /** UTF-16 made UTF-8, by its byte-order mark; one of UTF-8 is left out. */
  private static InputStream text(InputStream stream) throws IOException {
    PushbackInputStream in = new PushbackInputStream(stream, 4);
    byte[] magic = new byte[3];
    int length;
    try {
      length = in.readNBytes(magic, 0, magic.length);
    } catch (IOException brokenAtOnce) {
      in.close();
      throw brokenAtOnce;
    }
    if (isUtf8Mark(magic, length)) {
      return in;
    }
    in.unread(magic, 0, length);
    Charset wide = utf16(magic, length);
    return wide == null ? in : new Utf8Input(in, wide);
  }

  private static boolean isGzip(byte[] magic, int length) {
    return length >= 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
  }

  private static boolean isZstd(byte[] magic, int length) {
    return length >= 4
        && magic[0] == 0x28
        && magic[1] == (byte) 0xb5
        && magic[2] == 0x2f
        && magic[3] == (byte) 0xfd;
  }

  private static boolean isUtf8Mark(byte[] magic, int length) {
    return length >= 3
        && magic[0] == (byte) 0xef
        && magic[1] == (byte) 0xbb
        && magic[2] == (byte) 0xbf;
  }

  private static @Nullable Charset utf16(byte[] magic, int length) {
    if (length < 2) {
      return null;
    }
    if (magic[0] == (byte) 0xff && magic[1] == (byte) 0xfe) {
      return StandardCharsets.UTF_16LE;
    }
    boolean big = magic[0] == (byte) 0xfe && magic[1] == (byte) 0xff;
    return big ? StandardCharsets.UTF_16BE : null;
  }

  /** Says that there is more while there is: by that, gzip finds the next of several members. */
  private static final class Available extends java.io.FilterInputStream {

    Available(InputStream in) {
      super(in);
    }

    @Override
    public int available() throws IOException {
      PushbackInputStream pushback = (PushbackInputStream) in;
      int next = pushback.read();
      if (next < 0) {
        return 0;
      }
      pushback.unread(next);
      return 1;
    }
  }
}
