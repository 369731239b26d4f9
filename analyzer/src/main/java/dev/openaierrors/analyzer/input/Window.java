package dev.openaierrors.analyzer.input;

import dev.openaierrors.formats.FormatSet;
import dev.openaierrors.formats.LogBytes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Some whole events of a file, one behind the other. Reused. */
final class Window {

  final LogBytes bytes;

  /** Of the first byte, in the file. */
  long offset;

  /** Lines that were left out between the window before and this one. */
  long linesLeftOut;

  /** Places at which lines of the file end, if these are made of others; null if they are not. */
  long @Nullable [] lineEnds;

  /** Number of the window. */
  long index;

  /** Whether it is the last one. */
  boolean last;

  /** Whether no event before it had a time, as far as is known. */
  boolean timeless;

  private @Nullable FormatSet formats;

  Window(int capacity) {
    bytes = new LogBytes(capacity);
  }

  FormatSet formats() {
    return Objects.requireNonNull(formats);
  }

  void formats(FormatSet set) {
    formats = set;
  }
}
