package dev.openaierrors.analyzer.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Opens what is to be read: what it is packed by, and encoded in, its first bytes tell. */
final class Sources {

  private Sources() {}

  /** Opens a regular file. */
  static ByteSource open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      Beginning beginning = Beginning.of(channel);
      if (beginning.nuls() > 0 && beginning.length() == 0) {
        throw Nuls.only();
      }
      if (OwnReport.begins(beginning.bytes(), beginning.length())) {
        throw new Unreadable("it is a report of openai-errors, which is no log");
      }
      if (isPlain(beginning)) {
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
    return isPlain(Beginning.of(file));
  }

  private static boolean isPlain(Beginning beginning) {
    byte[] bytes = beginning.bytes();
    int length = beginning.length();
    return !TextStream.isPacked(bytes, length) && WideText.of(bytes, length) == null;
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
        packing == null
            ? TextStream.of(in, false)
            : TextStream.of(unpacked(packing.unpack(in), counting), true);
    return new StreamSource(text, counting::count);
  }

  private static InputStream unpacked(InputStream in, CountingInput packed) {
    return new UnpackedInput(in, packed::count);
  }
}
