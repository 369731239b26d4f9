package dev.openaierrors.analyzer.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The first bytes of a file, behind the NULs that it may begin with. */
final class Beginning {

  /** Bytes by which what a file is gets told. */
  static final int SIZE = 4096;

  private static final String MARK = "\u00ef\u00bb\u00bf";

  private final byte[] bytes;
  private final int length;
  private final long nuls;

  private Beginning(byte[] bytes, int length, long nuls) {
    this.bytes = bytes;
    this.length = length;
    this.nuls = nuls;
  }

  static Beginning of(FileChannel channel) throws IOException {
    long nuls = Nuls.atBegin(channel);
    byte[] bytes = new byte[SIZE];
    ByteBuffer target = ByteBuffer.wrap(bytes);
    int read = 0;
    while (read >= 0 && target.hasRemaining()) {
      read = channel.read(target, nuls + target.position());
    }
    return new Beginning(bytes, target.position(), nuls);
  }

  static Beginning of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return of(channel);
    }
  }

  /** How many bytes there are, up to {@link #SIZE}. */
  int length() {
    return length;
  }

  /** How many NULs are before them. */
  long nuls() {
    return nuls;
  }

  /** These bytes; not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  /** Where the text begins in the file. */
  long textBegin() {
    return nuls + (Foreign.begins(bytes, length, MARK) ? MARK.length() : 0);
  }
}
