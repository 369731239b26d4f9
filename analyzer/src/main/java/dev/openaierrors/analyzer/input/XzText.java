package dev.openaierrors.analyzer.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZIOException;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks xz, also several streams one behind the other, as far as its dictionary is no trouble.
 */
final class XzText extends BlockStream {

  /** What {@code xz -8} asks for. */
  private static final int MOST_MEMORY_KIB = 36 << 10;

  XzText(InputStream in) throws IOException {
    super(open(in));
  }

  private static InputStream open(InputStream in) throws IOException {
    try {
      return new XZInputStream(in, MOST_MEMORY_KIB);
    } catch (XZIOException e) {
      throw inWords(e);
    }
  }

  private static IOException inWords(XZIOException e) {
    if (e instanceof MemoryLimitException) {
      return new Unreadable(
          "it was packed by xz with a dictionary that takes too much memory; try: xzcat FILE |"
              + " openai-errors analyze -");
    }
    return new ZipException(e.getMessage());
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return in.read(target, offset, length);
    } catch (XZIOException e) {
      throw inWords(e);
    }
  }
}
