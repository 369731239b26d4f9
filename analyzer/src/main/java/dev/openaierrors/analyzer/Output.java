package dev.openaierrors.analyzer;

import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.Charset;

/**
 * Standard output. When nobody reads it any more, as behind {@code head}, what is written is
 * dropped and {@link #isClosed} tells, so that a command can end.
 */
final class Output extends Writer {

  private static final int BLOCK = 1 << 14;

  private final PrintStream out;
  private final Charset charset;
  private final StringBuilder waiting = new StringBuilder();
  private boolean closed;

  Output(PrintStream out, Charset charset) {
    super();
    this.out = out;
    this.charset = charset;
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
    if (!closed) {
      waiting.append(text);
      if (waiting.length() >= BLOCK) {
        flush();
      }
    }
  }

  @Override
  public void write(char[] chars, int from, int length) {
    write(new String(chars, from, length));
  }

  @Override
  public void flush() {
    byte[] bytes = waiting.toString().getBytes(charset);
    waiting.setLength(0);
    if (!closed) {
      out.write(bytes, 0, bytes.length);
      // A print stream throws nothing; this is how it tells that the reader has gone.
      closed = out.checkError();
    }
  }

  /** Leaves the process's output open. */
  @Override
  public void close() {
    flush();
  }
}
