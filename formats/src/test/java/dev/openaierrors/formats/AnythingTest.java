package dev.openaierrors.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, nothing is thrown, and what comes out is bounded by it. */
class AnythingTest {

  private static final List<FormatSample> SAMPLES = FormatSample.all();

  /** Bytes by which a long log is known. */
  private static final int SAMPLE = 1 << 16;

  /** What the readers look for. */
  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "\"",
    "'",
    ":",
    ",",
    ";",
    "|",
    "-",
    "=",
    "\\",
    "/",
    "#",
    "\n",
    "\r\n",
    " ",
    "\t",
    "\0",
    "\u001b[",
    "\u00e4",
    "\ufeff",
    "2026-05-04",
    "T",
    "09:15:02",
    ".101",
    "Z",
    "+02:00",
    "ERROR",
    "level=",
    "msg=",
    "time",
    "\"time\":",
    "\"log\":",
    "a.B",
    "[main]",
    "at ",
    "Caused by: ",
    "a.XException: ",
    "<14>1 ",
    "####<",
    "[pod/",
    "stdout F ",
    "__CURSOR=",
    "MESSAGE",
    "{\"values\":[",
    "\"stream\":",
    "null",
    "true",
    "1777881600",
    "1e9",
    "\\u12",
    "GMT",
    "AM",
    "May ",
    "\ud83d\ude00",
    "E0504 ",
    "...",
    "\"\"",
    "resourceLogs",
    "#033"
  };

  static Stream<FormatSample> samples() {
    return SAMPLES.stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void cutAnywhereALogIsStillALog(FormatSample sample) {
    byte[] whole = sample.text().getBytes(UTF_8);
    FormatSet formats = FormatSet.detect(whole, whole.length);
    int step = Math.max(1, whole.length / 25);
    for (int cut = 0; cut <= whole.length; cut += step) {
      byte[] begin = Arrays.copyOf(whole, cut);
      tryAll(begin);
      read(formats, begin);
      read(formats, Arrays.copyOfRange(whole, cut, whole.length));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void withBytesThatAreWrongItThrowsNothing(FormatSample sample) {
    byte[] whole = sample.text().getBytes(UTF_8);
    for (int round = 0; round < 12; round++) {
      long seed = new Random().nextLong();
      Random random = new Random(seed);
      byte[] spoilt = whole.clone();
      for (int i = 1 + random.nextInt(9); i > 0; i--) {
        spoilt[random.nextInt(spoilt.length)] =
            random.nextBoolean() ? (byte) random.nextInt(256) : whole[random.nextInt(whole.length)];
      }
      tryAll(spoilt, seed);
    }
  }

  @RepeatedTest(400)
  void madeOfWhatReadersLookForItThrowsNothing() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int i = random.nextInt(120); i > 0; i--) {
      text.writeBytes(PIECES[random.nextInt(PIECES.length)].getBytes(UTF_8));
    }
    tryAll(text.toByteArray(), seed);
  }

  @RepeatedTest(60)
  void madeOfTwoLogsItThrowsNothing() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    byte[] one = SAMPLES.get(random.nextInt(SAMPLES.size())).text().getBytes(UTF_8);
    byte[] other = SAMPLES.get(random.nextInt(SAMPLES.size())).text().getBytes(UTF_8);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int i = 0; i < 6; i++) {
      byte[] from = random.nextBoolean() ? one : other;
      int begin = random.nextInt(from.length);
      text.write(from, begin, random.nextInt(from.length - begin));
    }
    tryAll(text.toByteArray(), seed);
  }

  @Test
  void nothingIsALogWithoutEvents() {
    byte[] nothing = {};

    FormatSet formats = FormatSet.detect(nothing, 0);

    assertThat(formats.isRecognised()).isFalse();
    assertThat(formats.isWrapped()).isFalse();
    assertThat(formats.warnings()).isEmpty();
    assertThat(LogDocument.of(nothing, 0)).isNull();
    assertThat(new EventReader(formats).firstTime(nothing)).isNull();
    assertThat(new EventReader(formats).time(nothing, 0, 0)).isNull();
    assertThat(new EventReader(formats).begins(nothing, 0, 0)).isFalse();
    read(formats, nothing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "[",
        "{",
        "\"",
        "a",
        ":",
        "a.",
        "a: ",
        "a=b ",
        "\\",
        "(",
        "<",
        "> <",
        "] [",
        "\n",
        "\n ",
        "x\n",
        "{\"a\":",
        "[{\"a\":",
        "\"a\":\"b\",",
        "a,",
        "\"a\",",
        "2026-05-04 09:15:02 ",
        "09:15:02 ",
        "at a.B.c(",
        "a.XException: ",
        "Caused by: a.XException: x\n",
        "level=x ",
        "[a] ",
        "(a) ",
        "<a> ",
        "1777881600 ",
        "\t",
        "\r",
        "\0",
        "\u001b[0m",
        "#033[",
        "\u00e4"
      })
  void oneThingOverAndOverTakesNoLongTime(String piece) {
    String text = piece.repeat(300_000 / piece.length());
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          tryAll(text.getBytes(UTF_8));
          tryAll(("2026-05-04 09:15:02,101 ERROR [main] a.B - " + text).getBytes(UTF_8));
        },
        () -> "reading over and over: " + piece);
  }

  private static void tryAll(byte[] bytes, long seed) {
    try {
      tryAll(bytes);
    } catch (RuntimeException | Error thrown) {
      throw new AssertionError("seed " + seed + ", reading " + new String(bytes, UTF_8), thrown);
    }
  }

  private static void tryAll(byte[] bytes) {
    int sample = Math.min(bytes.length, SAMPLE);
    read(FormatSet.detect(bytes, sample), bytes);
    LogDocument document = LogDocument.of(bytes, sample);
    if (document == null) {
      return;
    }
    try {
      byte[] lines = document.lines(new ByteArrayInputStream(bytes)).readAllBytes();
      assertThat(lines.length).isLessThanOrEqualTo(100 + 20 * bytes.length);
      read(FormatSet.detect(document, lines, Math.min(lines.length, SAMPLE), null), lines);
    } catch (IOException broken) {
      assertThat(broken).hasMessageContaining("broken");
    }
  }

  private static void read(FormatSet formats, byte[] bytes) {
    long[] length = {0};
    LineReader reader =
        new LineReader(
            formats,
            (event, place) -> {
              length[0] += event.message().length();
              for (ParsedThrowable at = event.thrown(); at != null; at = at.cause) {
                length[0] += at.message().length();
              }
            });
    reader.lines(bytes, 0, bytes.length, 0);
    reader.end();
    assertThat(length[0]).isLessThanOrEqualTo(3L * bytes.length);
    new EventReader(formats).firstTime(bytes);
  }
}
