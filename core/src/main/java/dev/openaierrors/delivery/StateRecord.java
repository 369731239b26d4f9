package dev.openaierrors.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What a state file holds: a line that tells that it is ours and whole, then the text.
 *
 * @param at when it was saved
 * @param text what was saved
 */
record StateRecord(Instant at, String text) {

  private static final String MAGIC = "openai-errors-state/1";

  /** Bytes of the first line, at most. */
  static final int LONGEST_HEAD = 100;

  /** The largest file. */
  static final int MAX_BYTES = 64 * 1024;

  byte[] bytes() {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    String head = "%s %s %s %s\n".formatted(MAGIC, at.toEpochMilli(), body.length, sum(body));
    byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[headBytes.length + body.length];
    System.arraycopy(headBytes, 0, all, 0, headBytes.length);
    System.arraycopy(body, 0, all, headBytes.length, body.length);
    return all;
  }

  /** What these bytes hold; null if they are not ours, or not whole. */
  static @Nullable StateRecord parse(byte[] bytes) {
    int end = headEnd(bytes);
    if (end < 0 || bytes.length > MAX_BYTES) {
      return null;
    }
    String[] head = new String(bytes, 0, end, StandardCharsets.US_ASCII).split(" ", -1);
    if (head.length != 4 || !head[0].equals(MAGIC)) {
      return null;
    }
    byte[] body = new byte[bytes.length - end - 1];
    System.arraycopy(bytes, end + 1, body, 0, body.length);
    try {
      boolean whole =
          Long.parseLong(head[2]) == body.length && Long.parseLong(head[3]) == sum(body);
      Instant at = Instant.ofEpochMilli(Long.parseLong(head[1]));
      return whole ? new StateRecord(at, new String(body, StandardCharsets.UTF_8)) : null;
    } catch (NumberFormatException damaged) {
      return null;
    }
  }

  private static int headEnd(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, LONGEST_HEAD); i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static long sum(byte[] body) {
    CRC32C sum = new CRC32C();
    sum.update(body, 0, body.length);
    return sum.getValue();
  }

  /** How old it is; a time in the future, of a clock that was set, is as old as one in the past. */
  Duration age(Instant now) {
    return Duration.between(at, now).abs();
  }
}
