package dev.openaierrors.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decisions taken from bytes, so that whoever changes the bytes changes the decisions. There is no
 * end to them: behind the last byte, all decisions are the first of what there is to choose from.
 */
final class Choices {

  private final byte[] bytes;
  private int at;

  Choices(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = Math.min(from, bytes.length);
  }

  boolean isOver() {
    return at >= bytes.length;
  }

  /** A number from 0 to {@code bound - 1}, of one byte. */
  int below(int bound) {
    return isOver() ? 0 : (bytes[at++] & 0xff) % bound;
  }

  boolean oneIn(int bound) {
    return below(bound) == bound - 1;
  }

  <T> T of(List<T> values) {
    return values.get(below(values.size()));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  final <T> T of(T... values) {
    return values[below(values.length)];
  }

  /** One of them, or null. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  final <T> @Nullable T orNull(T... values) {
    int choice = below(values.length + 1);
    return choice == values.length ? null : values[choice];
  }

  /** Any number, of up to eight bytes. */
  long number() {
    int length = below(9);
    long number = 0;
    for (int i = 0; i < length; i++) {
      number = number << 8 | below(256);
    }
    return oneIn(3) ? -number : number;
  }

  /** Any text of no more than so many bytes. */
  String text(int most) {
    int length = Math.min(below(256), most);
    int end = Math.min(bytes.length, at + length);
    String text = new String(bytes, at, end - at, StandardCharsets.UTF_8);
    at = end;
    return text;
  }

  /** All that is left. */
  byte[] rest() {
    byte[] rest = Arrays.copyOfRange(bytes, at, bytes.length);
    at = bytes.length;
    return rest;
  }
}
