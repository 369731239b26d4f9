package dev.openaierrors.analyzer.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text of another encoding as UTF-8, without its byte-order mark. */
final class Utf8Input extends InputStream {

  private static final char MARK = '\ufeff';

  private final Reader reader;
  private final char[] chars = new char[8192];
  private byte[] bytes = {};
  private int at;
  private boolean begun;

  Utf8Input(InputStream in, Charset charset) {
    reader = new InputStreamReader(in, charset);
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, target, offset, count);
    at += count;
    return count;
  }

  private boolean fill() throws IOException {
    while (at >= bytes.length) {
      int count = reader.read(chars, 0, chars.length - 1);
      if (count < 0) {
        return false;
      }
      if (count > 0 && Character.isHighSurrogate(chars[count - 1])) {
        int low = reader.read();
        if (low >= 0) {
          chars[count++] = (char) low;
        }
      }
      int from = !begun && count > 0 && chars[0] == MARK ? 1 : 0;
      begun = true;
      bytes = new String(chars, from, count - from).getBytes(StandardCharsets.UTF_8);
      at = 0;
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
