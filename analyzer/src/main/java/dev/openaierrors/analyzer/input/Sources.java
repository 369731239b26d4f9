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

  /** Opens a regular file. */
  static ByteSource open(Path file) throws IOException {
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
    return !isPacked(magic, length) && wide(magic, length) == null;
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
    if (ZstdFrames.begin(magic, length)) {
      return new StreamSource(text(new ZstdText(in)), counting::count);
    }
    return new StreamSource(text(in), counting::count);
  }

  /** UTF-16 and UTF-32 made UTF-8; a byte-order mark is left out. */
  private static InputStream text(InputStream stream) throws IOException {
    PushbackInputStream in = new PushbackInputStream(stream, Foreign.LONGEST);
    byte[] magic = new byte[Foreign.LONGEST];
    int length;
    try {
      length = in.readNBytes(magic, 0, magic.length);
    } catch (IOException brokenAtOnce) {
      in.close();
      throw brokenAtOnce;
    }
    if (isPacked(magic, length)) {
      in.close();
      throw new Unreadable("it is packed twice; unpack it once and try again");
    }
    int mark = isUtf8Mark(magic, length) ? 3 : 0;
    in.unread(magic, mark, length - mark);
    Charset wide = wide(magic, length);
    return wide == null ? in : new Utf8Input(in, wide);
  }

  private static boolean isPacked(byte[] magic, int length) {
    return isGzip(magic, length)
        || ZstdFrames.begin(magic, length)
        || Foreign.of(magic, length) != null;
  }

  private static boolean isGzip(byte[] magic, int length) {
    return begins(magic, length, 0x1f, 0x8b);
  }

  private static boolean isUtf8Mark(byte[] magic, int length) {
    return begins(magic, length, 0xef, 0xbb, 0xbf);
  }

  /** Of text with several bytes for each letter: by its byte-order mark, or its first letters. */
  private static @Nullable Charset wide(byte[] magic, int length) {
    if (begins(magic, length, 0xff, 0xfe, 0, 0)) {
      return Charset.forName("UTF-32LE");
    }
    if (begins(magic, length, 0, 0, 0xfe, 0xff)) {
      return Charset.forName("UTF-32BE");
    }
    if (begins(magic, length, 0xff, 0xfe) || isAscii(magic, length, 0)) {
      return StandardCharsets.UTF_16LE;
    }
    boolean big = begins(magic, length, 0xfe, 0xff) || isAscii(magic, length, 1);
    return big ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean begins(byte[] magic, int length, int... bytes) {
    boolean same = length >= bytes.length;
    for (int i = 0; same && i < bytes.length; i++) {
      same = (magic[i] & 0xff) == bytes[i];
    }
    return same;
  }

  /** Whether these are letters of ASCII in UTF-16, of which the first has its byte here. */
  private static boolean isAscii(byte[] magic, int length, int first) {
    boolean ascii = length == magic.length;
    for (int i = 0; ascii && i < length; i++) {
      ascii = i % 2 == first ? magic[i] >= '\t' : magic[i] == 0;
    }
    return ascii;
  }
}
