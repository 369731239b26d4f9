package dev.openaierrors.analyzer.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
  private final Deque<Line> lines = new ArrayDeque<>();
  private final byte[] line = new byte[LONGEST];
  private long offset;
  private boolean over;

  Surroundings(InputFile file) throws IOException {
    source = file.open();
  }

  /** So many lines before the one at an offset, that one, and as many behind it. */
  NearLines around(long at, int count) throws IOException {
    int behind = 0;
    for (Line one : lines) {
      behind += one.offset > at ? 1 : 0;
    }
    while (behind < count && !over) {
      Line next = next();
      if (next != null) {
        lines.add(next);
        behind += next.offset > at ? 1 : 0;
      }
      if (lines.size() > KEPT + 2 * count) {
        lines.remove();
      }
    }
    return near(at, count);
  }

  private NearLines near(long at, int count) {
    List<String> before = new ArrayList<>();
    List<String> from = new ArrayList<>();
    for (Line one : lines) {
      (one.offset < at ? before : from).add(one.text);
    }
    List<String> near =
        new ArrayList<>(before.subList(Math.max(0, before.size() - count), before.size()));
    int size = near.size();
    near.addAll(from.subList(0, Math.min(count + 1, from.size())));
    return new NearLines(near, size);
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
