package dev.openaierrors.analyzer.input;

import dev.openaierrors.formats.FormatSet;
import dev.openaierrors.formats.LogBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Parts of a file by which its format is told where its first lines do not tell it. */
final class Samples {

  /** Bytes of a stream that are looked through at most. */
  static final int MOST = 1 << 20;

  /** Places of a file that are looked at, evenly distributed, the last one at its end. */
  private static final int PLACES = 16;

  /** Bytes of a sample. */
  static final int SIZE = 1 << 16;

  private Samples() {}

  /** Whole lines from the middle of a file; none if it is small. */
  static byte[] middle(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long from = channel.size() / 2;
      return from < 2L * SIZE ? new byte[0] : wholeLines(lines(channel, from));
    }
  }

  /** A part of a log without the line that it cuts off; a whole log as it is. */
  static byte[] wholeLines(byte[] bytes) {
    if (bytes.length < SIZE) {
      return bytes;
    }
    int end = LogBytes.lineStart(bytes, bytes.length, 0);
    return end == 0 ? bytes : Arrays.copyOf(bytes, end);
  }

  /** Whole lines from a place on, and perhaps the begin of another. */
  private static byte[] lines(FileChannel channel, long from) throws IOException {
    ByteBuffer target = ByteBuffer.allocate(SIZE);
    int read = channel.read(target, from);
    byte[] bytes = Arrays.copyOf(target.array(), Math.max(0, read));
    int feed = LogBytes.lineEnd(bytes, 0, bytes.length);
    return Arrays.copyOfRange(bytes, Math.min(feed + 1, bytes.length), bytes.length);
  }

  /** The format of the first place of a file that has one; null if none has. */
  static @Nullable FormatSet recognise(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long last = Math.max(0, channel.size() - SIZE);
      for (int place = 1; place <= PLACES; place++) {
        byte[] lines =
            lines(channel, last / PLACES * place + (place == PLACES ? last % PLACES : 0));
        FormatSet found = FormatSet.detect(lines, lines.length);
        if (found.isRecognised()) {
          return found;
        }
      }
      return null;
    }
  }

  /** The format of a part of an array, from its first whole line on; null if it has none. */
  static @Nullable FormatSet recognise(byte[] bytes, int from, int to) {
    int begin = LogBytes.lineEnd(bytes, from, to);
    byte[] lines = Arrays.copyOfRange(bytes, Math.min(begin + 1, to), to);
    FormatSet found = FormatSet.detect(lines, lines.length);
    return found.isRecognised() ? found : null;
  }
}
