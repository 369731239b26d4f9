package dev.openaierrors.analyzer;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** A print stream that can tell why it could not write, as the JDK's cannot. */
final class StandardOutput extends PrintStream {

  private final Recorder recorder;

  private StandardOutput(Recorder recorder, Charset charset) {
    super(new BufferedOutputStream(recorder, 1 << 13), false, charset);
    this.recorder = recorder;
  }

  static StandardOutput on(OutputStream target, Charset charset) {
    return new StandardOutput(new Recorder(target), charset);
  }

  /** Why not all could be written; null if it could so far. */
  @Nullable IOException failure() {
    flush();
    return recorder.failure;
  }

  private static final class Recorder extends FilterOutputStream {

    private @Nullable IOException failure;

    Recorder(OutputStream target) {
      super(target);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        failure = failure == null ? e : failure;
        throw e;
      }
    }
  }
}
