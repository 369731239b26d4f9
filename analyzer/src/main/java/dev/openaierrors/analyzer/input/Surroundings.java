package dev.openaierrors.analyzer.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines around events of a file, which is read a second time beside the first, in the same order.
 */
final class Surroundings implements Closeable {

  /** Lines that are kept: events of several containers may be a little out of order. */
  private static final int KEPT = 2000;

  /** Bytes of a line that are kept. */
  private static final int LONGEST = 2000;

  private record Line(long offset, String text) {}

  private final ByteSource source;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).limit(0);
  // In the order of their offsets.
  private final List<Line> lines = new ArrayList<>();
  private final byte[] line = new byte[LONGEST];
  private long offset;
  private boolean over;

  Surroundings(InputFile file) throws IOException {
    source = file.open();
  }

  /**
   * So many lines before the one at an offset, that one, and as many behind it; none if that one is
   * not kept any more.
   */
  NearLines around(long at, int count) throws IOException {
    int most = KEPT + 2 * count;
    while (!over && !isBehind(at, count)) {
      Line next = next();
      if (next != null) {
        lines.add(next);
      }
      if (lines.size() >= 2 * most) {
        lines.subList(0, lines.size() - most).clear();
      }
    }
    return near(at, count);
  }

  /** Whether there are so many lines behind the one at an offset. */
  private boolean isBehind(long at, int count) {
    int place = lines.size() - count;
    return place >= 0 && place < lines.size() && lines.get(place).offset > at;
  }

  private NearLines near(long at, int count) {
    int own = place(at);
    if (own < 0 || at >= offset) {
      return NearLines.NONE;
    }
    int from = Math.max(0, own - count);
    List<String> near = new ArrayList<>();
    for (Line one : lines.subList(from, Math.min(lines.size(), own + count + 1))) {
      near.add(one.text);
    }
    return new NearLines(near, own - from);
  }

  /** Where the line that an offset is in is kept; -1 if it is not. */
  private int place(long at) {
    int low = 0;
    int high = lines.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lines.get(middle).offset <= at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private @Nullable Line next() throws IOException {
    long start = offset;
    int length = 0;
    while (true) {
      if (!buffer.hasRemaining() && !fill()) {
        over = true;
        return offset == start ? null : new Line(start, text(length));
      }
      byte b = buffer.get();
      offset++;
      if (b == '\n') {
        return new Line(start, text(length));
      }
      if (length < LONGEST) {
        line[length++] = b;
      }
    }
  }

  private String text(int length) {
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    return new String(line, 0, end, StandardCharsets.UTF_8);
  }

  private boolean fill() throws IOException {
    buffer.clear();
    int read = source.read(buffer);
    buffer.flip();
    return read > 0;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
