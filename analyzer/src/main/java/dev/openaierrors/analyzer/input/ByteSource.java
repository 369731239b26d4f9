package dev.openaierrors.analyzer.input;

import dev.openaierrors.formats.LineEnds;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Where the bytes of a log come from, uncompressed, in order. */
interface ByteSource extends Closeable {

  /** No more for now: what was read so far should be looked at, though more may follow. */
  int PAUSE = 0;

  /** The end. */
  int END = -1;

  /** Reads some bytes: how many, {@link #PAUSE} or {@link #END}. */
  int read(ByteBuffer target) throws IOException;

  /** Makes of what was read what is to be looked at; every byte once, in their order. */
  default void change(byte[] bytes, int from, int to) {
    // Most of what is read is a log as it is.
  }

  /** Where lines of the file end, if what is read is made of other lines; null if it is not. */
  default @Nullable LineEnds lineEnds() {
    return null;
  }

  /** Whether somebody waits for what was read, as there is no more for now. */
  default boolean isUpToDate() throws IOException {
    return false;
  }

  /** Bytes consumed of what lies on the disk. */
  long consumed();
}
