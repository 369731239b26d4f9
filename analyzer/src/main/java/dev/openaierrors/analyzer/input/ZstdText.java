package dev.openaierrors.analyzer.input;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Unpacks Zstandard data; whatever the library throws of what it cannot read is a failure. */
final class ZstdText extends BlockStream {

  private static final String ASK_ZSTD =
      "; what it holds may still be had by: zstd -dc --long=31 FILE | openai-errors analyze -";

  ZstdText(InputStream in) {
    super(new ZstdInputStream(new ZstdFrames(in)));
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return in.read(target, offset, length);
    } catch (RuntimeException e) {
      throw new ZipException(reason(e) + ASK_ZSTD);
    } catch (IOException e) {
      if ("Not enough input bytes".equals(e.getMessage())) {
        throw new EOFException();
      }
      throw e;
    }
  }

  /** The library tells after a colon at which address of its own memory it was. */
  private static String reason(RuntimeException e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    int place = message.indexOf(": offset=");
    return place < 0 ? message : message.substring(0, place);
  }
}
