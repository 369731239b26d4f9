package dev.openaierrors.analyzer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;

/**
 * Standard output. When nobody reads it any more, as behind {@code head}, what is written is
 * dropped and {@link #isClosed} tells, so that a command can end.
 */
final class Output extends Writer {

  private final Writer target;
  private boolean closed;

  Output(OutputStream out, Charset charset) {
    super();
    this.target = new BufferedWriter(new OutputStreamWriter(out, charset), 1 << 14);
  }

  /** Whether nobody reads it any more. */
  boolean isClosed() {
    return closed;
  }

  void line(String line) {
    write(line);
    write("\n");
  }

  @Override
  public void write(String text) {
    write(text.toCharArray(), 0, text.length());
  }

  @Override
  public void write(char[] chars, int from, int length) {
    if (closed) {
      return;
    }
    try {
      target.write(chars, from, length);
    } catch (IOException e) {
      // The reader has gone.
      closed = true;
    }
  }

  @Override
  public void flush() {
    if (closed) {
      return;
    }
    try {
      target.flush();
    } catch (IOException e) {
      // The reader has gone.
      closed = true;
    }
  }

  /** Leaves the process's output open. */
  @Override
  public void close() {
    flush();
  }
}
