package dev.openaierrors.analyzer.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Opens what is to be read: what it is packed by, and encoded in, its first bytes tell. */
final class Sources {

  private static final String MARK = "\u00ef\u00bb\u00bf";

  private Sources() {}

  /** Opens a regular file. */
  static ByteSource open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      Beginning beginning = Beginning.of(channel);
      if (beginning.nuls() > 0 && beginning.length() == 0) {
        throw Nuls.only();
      }
      if (beginning.isPlain()) {
        channel.position(beginning.textBegin());
        return new ChannelSource(channel);
      }
      channel.position(beginning.nuls());
      return open(Channels.newInputStream(channel));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Whether a regular file lies there as it is to be read. */
  static boolean isPlain(Path file) throws IOException {
    return Beginning.of(file).isPlain();
  }

  /** A stream, which may be packed. */
  static ByteSource open(InputStream stream) throws IOException {
    CountingInput counting = new CountingInput(stream);
    byte[] begin = new byte[Foreign.LONGEST];
    int length = counting.readNBytes(begin, 0, begin.length);
    InputStream in = new ReadAgain(begin, 0, length, counting);
    Foreign foreign = Foreign.of(begin, length);
    if (foreign != null) {
      in.close();
      throw foreign.unreadable();
    }
    if (ZipLogs.begin(begin, length)) {
      return new StreamSource(unpacked(new ZipText(in), counting), counting::count);
    }
    Packing packing = Packing.of(begin, length);
    InputStream text =
        packing == null ? text(in, false) : text(unpacked(packing.unpack(in), counting), true);
    return new StreamSource(text, counting::count);
  }

  private static InputStream unpacked(InputStream in, CountingInput packed) {
    return new UnpackedInput(in, packed::count);
  }

  /**
   * UTF-16 and UTF-32 made UTF-8; a byte-order mark, and NULs before all, are left out.
   *
   * @param waits whether there is no harm in waiting for some more than the first bytes
   */
  static InputStream text(InputStream in, boolean waits) throws IOException {
    byte[] begin = new byte[Beginning.SIZE];
    int length = 0;
    IOException broken = null;
    try {
      int more = 1;
      while (more > 0 && length < begin.length) {
        more = in.read(begin, length, waits ? begin.length - length : least(length, in));
        length += Math.max(0, more);
      }
    } catch (IOException e) {
      broken = e;
    }
    if (broken != null && length == 0) {
      in.close();
      throw broken;
    }
    if (isPacked(begin, length)) {
      in.close();
      throw new Unreadable("it is packed twice; unpack it once and try again");
    }
    Charset wide = WideText.of(begin, length);
    if (wide != null) {
      return new Utf8Input(new ReadAgain(begin, 0, length, in, broken), wide);
    }
    return Foreign.begins(begin, length, MARK)
        ? new ReadAgain(begin, MARK.length(), length, in, broken)
        : Nuls.skipped(begin, length, in, broken);
  }

  /** Bytes that may be waited for, or are there. */
  private static int least(int length, InputStream in) throws IOException {
    return length < Foreign.LONGEST
        ? Foreign.LONGEST - length
        : Math.min(Beginning.SIZE - length, in.available());
  }

  static boolean isPacked(byte[] begin, int length) {
    return Packing.of(begin, length) != null
        || ZipLogs.begin(begin, length)
        || Foreign.of(begin, length) != null;
  }
}
