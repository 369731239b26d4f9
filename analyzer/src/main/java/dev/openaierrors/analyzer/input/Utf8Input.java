package dev.openaierrors.analyzer.input;

import dev.openaierrors.formats.MadeInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text of another encoding as UTF-8, without its byte-order mark. */
final class Utf8Input extends MadeInput {

  private static final char MARK = '\ufeff';

  private final Reader reader;
  private final char[] chars = new char[8192];
  private boolean begun;

  Utf8Input(InputStream in, Charset charset) {
    reader = new InputStreamReader(in, charset);
  }

  @Override
  protected byte @Nullable [] nextPiece() throws IOException {
    int count = reader.read(chars, 0, chars.length - 1);
    if (count < 0) {
      return null;
    }
    if (count > 0 && Character.isHighSurrogate(chars[count - 1])) {
      int low = reader.read();
      if (low >= 0) {
        chars[count++] = (char) low;
      }
    }
    int from = !begun && count > 0 && chars[0] == MARK ? 1 : 0;
    begun = true;
    return new String(chars, from, count - from).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
