package dev.openaierrors.formats;

import java.nio.charset.StandardCharsets;

/** Some names, to be looked for among bytes in any case. Immutable. */
final class FieldNames {

  private final byte[][] names;

  FieldNames(String... ascii) {
    names = new byte[ascii.length][];
    for (int i = 0; i < ascii.length; i++) {
      names[i] = ascii[i].getBytes(StandardCharsets.US_ASCII);
      for (int letter = 0; letter < names[i].length; letter++) {
        names[i][letter] |= 0x20;
      }
    }
  }

  /** Whether one of them is what stands between these places. */
  boolean has(byte[] bytes, int from, int to) {
    for (byte[] name : names) {
      if (name.length == to - from && is(name, bytes, from)) {
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
