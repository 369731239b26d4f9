package dev.openaierrors.analyzer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Names of files, one a line, or each before a NUL, as {@code find -print0} writes them. What is
 * too much for a list of names is none.
 */
final class NameList {

  private static final int LONGEST_NAME = 4096;
  private static final int MOST_NAMES = 100_000;
  private static final long MOST_BYTES = 32L << 20;

  private NameList() {}

  /**
   * Reads all of a list.
   *
   * @param what the list is called in messages
   * @throws UsageError if it is no list of names
   */
  static List<String> read(InputStream stream, String what) throws IOException {
    InputStream in = new BufferedInputStream(stream, 1 << 16);
    List<String> names = new ArrayList<>();
    ByteArrayOutputStream name = new ByteArrayOutputStream();
    boolean nuls = hasNul(in);
    long bytes = 0;
    int b;
    do {
      b = in.read();
      boolean ends = b <= 0 || (b == '\n' && !nuls);
      if (!ends) {
        name.write(b);
      } else if (name.size() > 0) {
        add(names, name, nuls);
        name.reset();
      }
      if (name.size() > LONGEST_NAME || names.size() > MOST_NAMES || ++bytes > MOST_BYTES) {
        throw new UsageError(
            what
                + " is no list of files: "
                + (name.size() > LONGEST_NAME
                    ? "a name in it is longer than " + LONGEST_NAME + " bytes"
                    : "it has more than " + MOST_NAMES + " names or 32 MB"));
      }
    } while (b >= 0);
    return names;
  }

  /** Whether the first name ends with a NUL: then line feeds are parts of names. */
  private static boolean hasNul(InputStream in) throws IOException {
    in.mark(LONGEST_NAME);
    byte[] begin = in.readNBytes(LONGEST_NAME);
    in.reset();
    for (byte b : begin) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  private static void add(List<String> names, ByteArrayOutputStream bytes, boolean exact) {
    String text = bytes.toString(StandardCharsets.UTF_8);
    String name = names.isEmpty() ? Lines.withoutMark(text) : text;
    if (exact) {
      names.add(name);
      return;
    }
    String line = name.endsWith("\r") ? name.substring(0, name.length() - 1) : name;
    if (!line.isBlank()) {
      names.add(line);
    }
  }
}
