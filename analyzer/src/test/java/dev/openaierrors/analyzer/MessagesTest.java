package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Standard error has a line for each trouble; standard input is lines; standard output may end. */
class MessagesTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Environment environment =
      new Environment(
          new ByteArrayInputStream(new byte[0]),
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8),
          StandardCharsets.UTF_8,
          false,
          false,
          name -> null,
          Clock.systemUTC());

  private List<String> told() {
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @ParameterizedTest
  @CsvSource({
    "plain, plain",
    "'two\nlines', two lines",
    "'two\r\nlines', two lines",
    "'indented\n\t    below', indented below",
    "'\n\nbegins and ends\n', begins and ends",
    "'a\u001b[31mb', 'a?[31mb'",
    "'a\u202eb\u0000c\u0085d', a?b?c?d",
    "'tab\tstays one sign', tab?stays one sign",
  })
  void aMessageIsOneLineWhateverIsInIt(String message, String line) {
    assertThat(Complaints.oneLine(message)).isEqualTo(line);
    Complaints.tell(environment, message);
    assertThat(told()).containsExactly("openai-errors: " + line);
  }

  @Test
  void aMessageWithoutAnEndIsCut() {
    assertThat(Complaints.oneLine("x".repeat(5000))).hasSize(1001).endsWith("x\u2026");
    assertThat(Complaints.oneLine("x".repeat(999))).isEqualTo("x".repeat(999));
    assertThat(Complaints.oneLine(null)).isEmpty();
  }

  @Test
  void whateverAMessageHoldsItIsOneLineThatCanBeShown() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      StringBuilder message = new StringBuilder();
      for (int i = random.nextInt(50); i > 0; i--) {
        message.append((char) random.nextInt(round % 2 == 0 ? 0x100 : 0x10000));
      }
      String line = Complaints.oneLine(message.toString());
      assertThat(line).as("seed %d", seed).doesNotContain("\n", "\r");
      CleanText.check(line);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, ",
    "1, 1, ",
    "20, 20, ",
    "21, 21, 'and 1 more files'",
    "20, 21, 'and 1 more files'",
    "40, 40, 'and 20 more files'",
    "21, 1234567, 'and 1,234,547 more files'",
  })
  void ofVeryManyTroublesTheFirstTwentyAreToldAndTheOthersCounted(
      int given, long all, @Nullable String last) {
    List<String> messages = IntStream.range(0, given).mapToObj(i -> "no. " + i).toList();
    Complaints.tell(environment, messages, all, "more files");
    List<String> expected =
        new ArrayList<>(
            messages.stream().limit(20).map(message -> "openai-errors: " + message).toList());
    if (last != null) {
      expected.add("openai-errors: " + last);
    }
    assertThat(told()).isEqualTo(expected);
  }

  @Test
  void whoHasTooLittleMemoryIsToldHowToGiveMore() {
    Complaints.mistake(environment, new OutOfMemoryError("heap"));
    Complaints.mistake(environment, new IllegalStateException("odd\nand long"));
    assertThat(told())
        .containsExactly(
            "openai-errors: this takes more memory than there is; try it with JAVA_OPTS=-Xmx512m",
            "openai-errors: this is a mistake in openai-errors, please report it:"
                + " java.lang.IllegalStateException: odd and long");
  }

  private static List<String> lines(String text) throws IOException {
    Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    List<String> all = new ArrayList<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      all.add(line);
    }
    return all;
  }

  @Test
  void linesAreWhatIsBetweenLineFeeds() throws IOException {
    assertThat(lines("")).isEmpty();
    assertThat(lines("a")).containsExactly("a");
    assertThat(lines("a\n")).containsExactly("a");
    assertThat(lines("\n\na\n\nb")).containsExactly("", "", "a", "", "b");
    assertThat(lines("\ufeffa\n\ufeffb")).containsExactly("a", "\ufeffb");
    assertThat(lines("a\r\n\u00e4\u4f60\ud83d\ude00\n"))
        .containsExactly("a\r", "\u00e4\u4f60\ud83d\ude00");
  }

  @Test
  void ofALineThatIsTooLongTheBeginIsKeptAndTheNextOneIsWhole() throws IOException {
    String text = "x".repeat(Lines.MAX_BYTES + 5) + "\nshort\n" + "y".repeat(Lines.MAX_BYTES);
    Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(lines.next()).hasSize(Lines.MAX_BYTES);
    assertThat(lines.wasCut()).isTrue();
    assertThat(lines.next()).isEqualTo("short");
    assertThat(lines.wasCut()).isFalse();
    assertThat(lines.next()).hasSize(Lines.MAX_BYTES);
    assertThat(lines.wasCut()).isFalse();
    assertThat(lines.next()).isNull();
  }

  /** As {@code head} does. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void whenNobodyReadsOnWhatIsWrittenIsDropped(int lines) {
    OutputStream head =
        new OutputStream() {
          private int left = lines;

          @Override
          public void write(int b) throws IOException {
            if (left == 0) {
              throw new IOException("Broken pipe");
            }
            left -= b == '\n' ? 1 : 0;
          }
        };
    Output out =
        new Output(StandardOutput.on(head, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    assertThat(out.isClosed()).isFalse();
    for (String line : Collections.nCopies(lines + 20_000, "a line")) {
      out.line(line);
    }
    out.flush();
    assertThat(out.isClosed()).isTrue();
    out.close();
  }

  @Test
  void standardOutputTellsWhyItCouldNotWrite() {
    StandardOutput full =
        StandardOutput.on(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("No space left on device");
              }
            },
            StandardCharsets.UTF_8);
    assertThat(full.failure()).isNull();
    full.print("x");
    assertThat(full.failure()).hasMessage("No space left on device");
    assertThat(environment.readerLeft(new IOException("Broken pipe"))).isTrue();
    assertThat(environment.readerLeft(new IOException("No space left on device"))).isFalse();
  }
}
