package dev.openaierrors.formats;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A stream of bytes that are made piece by piece, as they are asked for. For one thread. */
public abstract class MadeInput extends InputStream {

  private byte[] piece = {};
  private int at;

  /** A stream of which nothing is made yet. */
  protected MadeInput() {}

  /**
   * Makes the next piece, which may be empty.
   *
   * @return null if there is none any more
   * @throws IOException if what it is made of cannot be read
   */
  protected abstract byte @Nullable [] nextPiece() throws IOException;

  @Override
  public final int read() throws IOException {
    return fill() ? piece[at++] & 0xff : -1;
  }

  @Override
  public final int read(byte[] target, int offset, int length) throws IOException {
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, piece.length - at);
    System.arraycopy(piece, at, target, offset, count);
    at += count;
    return count;
  }

  private boolean fill() throws IOException {
    while (at >= piece.length) {
      byte[] made = nextPiece();
      if (made == null) {
        return false;
      }
      piece = made;
      at = 0;
    }
    return true;
  }
}
