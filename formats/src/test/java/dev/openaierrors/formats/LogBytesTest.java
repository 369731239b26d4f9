package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eight bytes at a time tell what one at a time do. */
class LogBytesTest {

  private static final byte[] SOME = {'a', ' ', '\n', '\r', '\t', 0, 0x1b, 0x1f, (byte) 0x8a, 0x7f};

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 15, 16, 17, 40, 63})
  void linesAndControlsAreWhereTheyAreFoundByteByByte(int length) {
    Random random = new Random(length);
    for (int round = 0; round < 50; round++) {
      byte[] bytes = some(random, length);
      LogBytes log = log(bytes);

      for (int from = 0; from <= length; from++) {
        for (int to = from; to <= length; to++) {
          assertThat(log.lineEnd(from, to)).isEqualTo(lineEnd(bytes, from, to));
          assertThat(log.lineStart(to, from)).isEqualTo(lineStart(bytes, to, from));
          assertThat(log.control(from, to)).isEqualTo(control(bytes, from, to));
          assertThat(log.either('a', '\r', from, to)).isEqualTo(either(bytes, 'a', '\r', from, to));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 8, 100})
  void whatIsAddedStandsBehindWhatWasThere(int capacity) {
    LogBytes log = new LogBytes(capacity);
    log.add("one".getBytes(StandardCharsets.US_ASCII), 0, 3);
    log.add(ByteBuffer.wrap("twofold".getBytes(StandardCharsets.US_ASCII)));
    log.cut(6);
    log.add("-three-".getBytes(StandardCharsets.US_ASCII), 1, 5);

    String text = new String(log.array(), 0, log.length(), StandardCharsets.US_ASCII);
    assertThat(text).isEqualTo("onetwothree");
  }

  @Test
  void lineFeedsOfAPartAreCounted() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      byte[] bytes = some(random, random.nextInt(round % 10 == 0 ? 9000 : 100));
      LogBytes log = log(bytes);
      int to = random.nextInt(bytes.length + 1);
      int from = random.nextInt(to + 1);
      int expected = 0;
      for (int i = from; i < to; i++) {
        expected += bytes[i] == '\n' ? 1 : 0;
      }
      assertThat(log.lineFeeds(from, to)).as("seed %d, round %d", seed, round).isEqualTo(expected);
    }
    byte[] feeds = "\n".repeat(70_000).getBytes(StandardCharsets.US_ASCII);
    assertThat(log(feeds).lineFeeds(3, 69_998)).isEqualTo(69_995);
  }

  private static byte[] some(Random random, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = random.nextInt(4) > 0 ? (byte) 'x' : SOME[random.nextInt(SOME.length)];
    }
    return bytes;
  }

  private static LogBytes log(byte[] bytes) {
    LogBytes log = new LogBytes(0);
    // What stood there before does not count.
    log.add("\n".repeat(100).getBytes(StandardCharsets.US_ASCII), 0, 100);
    log.aligned().cut(0);
    log.add(bytes, 0, bytes.length);
    return log.aligned();
  }

  private static int lineEnd(byte[] bytes, int at, int limit) {
    int end = at;
    while (end < limit && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private static int lineStart(byte[] bytes, int at, int from) {
    int start = at;
    while (start > from && bytes[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private static int either(byte[] bytes, char one, char other, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != one && bytes[at] != other) {
      at++;
    }
    return at;
  }

  private static int control(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && (bytes[at] < 0 || bytes[at] >= ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at;
  }
}
