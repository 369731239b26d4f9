package dev.openaierrors.analyzer.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A log that may be there twice, such as {@code app.log.1} and {@code app.log.1.gz}: equal to
 * others that begin alike and may be copies by their names, or by their length.
 */
final class LogCopy {

  /** From so much on, what is equal is a copy whatever its name is. */
  private static final int SURE = 1 << 14;

  private static final int BLOCK = 1 << 16;

  private final InputFile file;
  private final int length;
  private final int hash;
  private final String stem;

  /**
   * A log that begins so.
   *
   * @param begin up to the size of a sample
   */
  LogCopy(InputFile file, byte[] begin) {
    this.file = file;
    length = begin.length;
    hash = Arrays.hashCode(begin);
    stem = length >= SURE ? "" : stem(file.name());
  }

  InputFile file() {
    return file;
  }

  /** Without what rotation adds: numbers, dates, what packs. */
  static String stem(String name) {
    String stem = name;
    int dot = name.lastIndexOf('.');
    if (dot > 0 && Packing.NAMES.contains(name.substring(dot).toLowerCase(Locale.ROOT))) {
      stem = name.substring(0, dot);
    }
    int end = stem.length();
    while (end > 0 && isOfNumber(stem.charAt(end - 1))) {
      end--;
    }
    return end == 0 ? stem : stem.substring(0, end);
  }

  private static boolean isOfNumber(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LogCopy copy
        && copy.length == length
        && copy.hash == hash
        && copy.stem.equals(stem);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** Whether both have the same text from the begin to the end. */
  boolean isSame(LogCopy other) {
    try (ByteSource one = file.open();
        ByteSource two = other.file.open()) {
      ByteBuffer ones = ByteBuffer.allocate(BLOCK);
      ByteBuffer others = ByteBuffer.allocate(BLOCK);
      do {
        fill(one, ones);
        fill(two, others);
        if (!ones.equals(others)) {
          return false;
        }
      } while (ones.hasRemaining());
      return true;
    } catch (IOException | RuntimeException cannotBeRead) {
      // Then each tells of its own trouble.
      return false;
    }
  }

  private static void fill(ByteSource source, ByteBuffer target) throws IOException {
    target.clear();
    int read = 0;
    while (read != ByteSource.END && target.hasRemaining()) {
      read = source.read(target);
    }
    target.flip();
  }
}
