package dev.openaierrors.analyzer.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

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

  /** Whether somebody waits for what was read, as there is no more for now. */
  default boolean isUpToDate() throws IOException {
    return false;
  }

  /** Bytes consumed of what lies on the disk. */
  long consumed();
}
