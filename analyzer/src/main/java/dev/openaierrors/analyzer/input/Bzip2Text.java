package dev.openaierrors.analyzer.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** Unpacks bzip2, also several streams one behind the other, as parallel packers write them. */
final class Bzip2Text extends BlockStream {

  Bzip2Text(InputStream in) throws IOException {
    super(open(in));
  }

  private static InputStream open(InputStream in) throws IOException {
    try {
      return new BZip2CompressorInputStream(in, true);
    } catch (IOException e) {
      throw inWords(e);
    } catch (RuntimeException e) {
      throw new ZipException(e.toString());
    }
  }

  /** The library's one type of exception stands for three troubles. */
  private static IOException inWords(IOException e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof EOFException || message.contains("end of stream")) {
      return new EOFException();
    }
    return e.getClass() == IOException.class ? new ZipException(message) : e;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return in.read(target, offset, length);
    } catch (IOException e) {
      throw inWords(e);
    } catch (RuntimeException e) {
      throw new ZipException(e.toString());
    }
  }
}
