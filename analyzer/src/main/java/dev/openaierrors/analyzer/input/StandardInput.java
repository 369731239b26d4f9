package dev.openaierrors.analyzer.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Standard input, which is not read if a shell connected it with a device that has no end. */
public final class StandardInput extends FilterInputStream {

  private static final Path NAME = Path.of("/dev/stdin");

  /** How some systems call it, whatever is behind it. */
  private static final Path NUMBERED = Path.of("/dev/fd");

  private boolean checked;

  /** Over the process's own. */
  public StandardInput(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    check();
    return super.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    check();
    return super.read(target, offset, length);
  }

  private void check() throws IOException {
    if (!checked && isDevice()) {
      throw Opening.device();
    }
    checked = true;
  }

  private static boolean isDevice() {
    try {
      Path real = NAME.toRealPath();
      return !real.startsWith(NUMBERED) && FileType.of(real) == FileType.DEVICE;
    } catch (IOException noFile) {
      // A pipe, for instance.
      return false;
    }
  }
}
