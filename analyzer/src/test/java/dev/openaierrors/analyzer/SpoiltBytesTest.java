package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.openaierrors.analyzer.input.FormatSample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Logs of every format with some of their bytes changed: never a mistake, always an end. */
@Timeout(300)
class SpoiltBytesTest {

  private static final int ROUNDS = 60;
  private static final String[] FORMATS = {"text", "json", "html"};

  /** What stands where it does harm: numbers, ends, escapes, characters that are none. */
  private static final List<byte[]> HARM =
      List.of(
              "1e400",
              "-",
              "99999999999999999999",
              "\"",
              "\\",
              "\\u",
              "{",
              "}",
              "[",
              "\n",
              "\r",
              "\0",
              "\u001b[2J",
              "\u202e",
              ":",
              "Caused by: ",
              "\tat ",
              "${",
              "9",
              "T",
              "Z",
              "+")
          .stream()
          .map(text -> text.getBytes(StandardCharsets.UTF_8))
          .toList();

  static List<FormatSample> logs() {
    return FormatSample.all();
  }

  @ParameterizedTest
  @MethodSource("logs")
  void whateverIsChangedTheCommandEndsAsDocumented(FormatSample log) throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = spoilt(log.text().getBytes(StandardCharsets.UTF_8), random);
      byte[] file = round % 10 == 9 ? spoilt(gzip(bytes), random) : bytes;
      String format = FORMATS[round % FORMATS.length];
      CommandRun run = new CommandRun().input(file).run("analyze", "--format", format, "-");
      String which = log + ", seed " + seed + ", round " + round;
      assertThat(run.code()).as(which).isBetween(0, 2);
      assertThat(run.err()).as(which).doesNotContain("mistake", "more memory");
      assertThat(run.err().isEmpty()).as(which).isEqualTo(run.code() < 2);
      assertThatCode(() -> CleanText.check(run.out() + run.err()))
          .as(which)
          .doesNotThrowAnyException();
    }
  }

  private static byte[] spoilt(byte[] whole, Random random) {
    byte[] bytes = whole;
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      bytes = changed(bytes, random);
    }
    return bytes;
  }

  private static byte[] changed(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, at + random.nextInt(20));
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    changed.write(bytes, 0, at);
    switch (random.nextInt(5)) {
      case 0 -> changed.writeBytes(HARM.get(random.nextInt(HARM.size())));
      case 1 -> changed.write(random.nextInt(256));
      case 2 -> changed.write(bytes, at, to - at);
      case 3 -> at = to;
      default -> {
        changed.writeBytes(HARM.get(random.nextInt(HARM.size())));
        at = to;
      }
    }
    if (random.nextInt(20) > 0) {
      changed.write(bytes, at, bytes.length - at);
    }
    return changed.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
