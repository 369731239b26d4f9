package dev.openaierrors.analyzer.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Opens what is to be read: what it is compressed by, and encoded in, its first bytes tell. */
final class Sources {

  private static final int GZIP_BUFFER = 1 << 16;

  private Sources() {}

  /** Opens a file of whatever type, once: a pipe has nothing more for who opens it again. */
  static ByteSource open(Path file) throws IOException {
    return FileType.of(file) == FileType.REGULAR ? regular(file) : open(Opening.once(file));
  }

  private static ByteSource regular(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      byte[] magic = new byte[Foreign.LONGEST];
      int length = begin(channel, magic);
      channel.position(isUtf8Mark(magic, length) ? 3 : 0);
      return isPlain(magic, length)
          ? new ChannelSource(channel)
          : open(Channels.newInputStream(channel));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Whether a regular file lies there as it is to be read. */
  static boolean isPlain(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      byte[] magic = new byte[Foreign.LONGEST];
      return isPlain(magic, begin(channel, magic));
    }
  }

  private static int begin(FileChannel channel, byte[] magic) throws IOException {
    ByteBuffer target = ByteBuffer.wrap(magic);
    int read = 0;
    while (read >= 0 && target.hasRemaining()) {
      read = channel.read(target);
    }
    return target.position();
  }

  private static boolean isPlain(byte[] magic, int length) {
    return !isGzip(magic, length)
        && !isZstd(magic, length)
        && Foreign.of(magic, length) == null
        && utf16(magic, length) == null;
  }

  /** A stream, which may be compressed. */
  static ByteSource open(InputStream stream) throws IOException {
    CountingInput counting = new CountingInput(stream);
    PushbackInputStream in = new PushbackInputStream(counting, Foreign.LONGEST);
    byte[] magic = new byte[Foreign.LONGEST];
    int length = in.readNBytes(magic, 0, magic.length);
    in.unread(magic, 0, length);
    Foreign foreign = Foreign.of(magic, length);
    if (foreign != null) {
      in.close();
      throw foreign.unreadable();
    }
    if (isGzip(magic, length)) {
      return new StreamSource(text(new GzipMembers(in, GZIP_BUFFER)), counting::count);
    }
    if (isZstd(magic, length)) {
      return new StreamSource(text(new ZstdFrames(in)), counting::count);
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
    boolean frame = length >= 4 && magic[0] == 0x28 && magic[1] == (byte) 0xb5;
    return (frame && magic[2] == 0x2f && magic[3] == (byte) 0xfd) || isZstdToSkip(magic, length);
  }

  /** A frame that holds no text, as some tools put before the first that does. */
  private static boolean isZstdToSkip(byte[] magic, int length) {
    return length >= 4
        && (magic[0] & 0xf0) == 0x50
        && magic[1] == 0x2a
        && magic[2] == 0x4d
        && magic[3] == 0x18;
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
}
