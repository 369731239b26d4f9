package dev.openaierrors.analyzer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8, of any length, of which no more than {@value #MAX_BYTES} bytes are kept. */
final class Lines {

  static final int MAX_BYTES = 4 << 20;

  private static final String MARK = "\ufeff";

  private final InputStream in;
  private boolean cut;
  private boolean begun;

  Lines(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /** The next line without its end; null after the last. */
  @Nullable String next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    cut = false;
    int b = in.read();
    if (b < 0) {
      return null;
    }
    for (; b >= 0 && b != '\n'; b = in.read()) {
      if (line.size() < MAX_BYTES) {
        line.write(b);
      } else {
        cut = true;
      }
    }
    String text = line.toString(StandardCharsets.UTF_8);
    boolean first = !begun;
    begun = true;
    return first ? withoutMark(text) : text;
  }

  /** A text without the byte order mark that Windows puts before it. */
  static String withoutMark(String text) {
    return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
  }

  /** Whether the last line was longer than what was kept of it. */
  boolean wasCut() {
    return cut;
  }
}
