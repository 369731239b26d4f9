package dev.openaierrors.analyzer.input;

import dev.openaierrors.analyzer.format.FormatSet;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Some whole events of a file, one behind the other. Reused. */
final class Window {

  private static final int PAGE = 4096;

  /** Behind the begin of a page, as some processors copy slowly to the bytes right behind it. */
  private static final int SHIFT = 128;

  /** Its position is 0, its limit the end. */
  ByteBuffer bytes;

  int length;

  /** Of the first byte, in the file. */
  long offset;

  /** Number of the window. */
  long index;

  /** Whether it is the last one. */
  boolean last;

  /** Whether no event before it had a time, as far as is known. */
  boolean timeless;

  private @Nullable FormatSet formats;

  Window(int capacity) {
    bytes = allocate(capacity);
  }

  private static ByteBuffer allocate(int capacity) {
    return ByteBuffer.allocateDirect(capacity + SHIFT + 2 * PAGE)
        .alignedSlice(PAGE)
        .position(SHIFT)
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  FormatSet formats() {
    return Objects.requireNonNull(formats);
  }

  void formats(FormatSet set) {
    formats = set;
  }

  /** Makes room for so many bytes, keeping those that are there. */
  void ensure(int capacity) {
    if (bytes.capacity() < capacity) {
      ByteBuffer larger = allocate(Math.max(capacity, 2 * bytes.capacity()));
      larger.put(0, bytes, 0, length);
      bytes = larger;
    }
  }
}
