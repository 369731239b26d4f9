package dev.openaierrors.analyzer.format;

import java.nio.charset.StandardCharsets;

/** Some names, to be looked for among bytes in any case. Immutable. */
final class FieldNames {

  private final byte[][] names;
  private final int longest;

  FieldNames(String... ascii) {
    names = new byte[ascii.length][];
    int most = 0;
    for (int i = 0; i < ascii.length; i++) {
      names[i] = ascii[i].getBytes(StandardCharsets.US_ASCII);
      most = Math.max(most, names[i].length);
      for (int letter = 0; letter < names[i].length; letter++) {
        names[i][letter] |= 0x20;
      }
    }
    longest = most;
  }

  /** Whether one of them is what stands between these places. */
  boolean has(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length > longest) {
      return false;
    }
    for (byte[] name : names) {
      if (name.length == length && is(name, bytes, from)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(byte[] name, byte[] bytes, int from) {
    int i = 0;
    while (i < name.length && (bytes[from + i] | 0x20) == name[i]) {
      i++;
    }
    return i == name.length;
  }
}
