package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read of the lines of one source, in each of the formats. */
class LineReaderTest {

  private static final ErrorAnalyzer ANALYZER = ErrorAnalyzer.create();
  private static final String BOOT = "2026-05-04T10:00:0%dZ ERROR 7 --- [shop] [main] a.B : %s\n";
  private static final String KEY = "Incorrect API key provided, status 401 of api.openai.com";

  /** An event and where it begins. */
  record Read(ParsedEvent event, long place) {

    OpenAiError error() {
      return Objects.requireNonNull(ANALYZER.analyze(new ParsedEventView(), event));
    }
  }

  static List<FormatSample> samples() {
    return FormatSample.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theEventWithTheErrorIsGivenAndAllThatTheFormatSaysOfIt(FormatSample sample) {
    FormatSet formats = formats(sample.text());

    Read read = onlyOne(read(formats, sample.text()));

    assertThat(formats.title()).isEqualTo(sample.title());
    assertThat(read.error().kind()).isEqualTo(ErrorKind.INSUFFICIENT_QUOTA);
    ParsedEvent event = read.event();
    assertThat(orEmpty(event.level())).isEqualTo(sample.expected("level"));
    assertThat(orEmpty(event.logger())).isEqualTo(sample.expected("logger"));
    assertThat(orEmpty(event.thread())).isEqualTo(sample.expected("thread"));
    assertThat(event.message()).isEqualTo("no answer");
    assertThat(event.thrown()).isNotNull();
    assertThat(event.time() == null).isEqualTo(sample.expected("zone").equals("none"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void windowsLineEndsMakeNoDifference(FormatSample sample) {
    FormatSet formats = formats(sample.text());

    Read unix = onlyOne(read(formats, sample.text()));
    Read windows = onlyOne(read(formats, sample.text().replace("\n", "\r\n")));

    assertThat(windows.event().content(false)).isEqualTo(unix.event().content(false));
    assertThat(windows.error()).isEqualTo(unix.error());
  }

  @Test
  void anEventIsGivenWhenTheNextOneBeginsOrAtTheEnd() {
    String text = BOOT.formatted(1, KEY) + "more of it\n" + BOOT.formatted(2, KEY);
    List<Read> read = new ArrayList<>();
    LineReader reader =
        new LineReader(formats(text), (event, place) -> read.add(new Read(event, place)));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    reader.lines(bytes, 0, bytes.length, 1000);
    assertThat(read).extracting(Read::place).containsExactly(1000L);
    assertThat(read.get(0).event().message()).endsWith("more of it");

    reader.end();
    assertThat(read)
        .extracting(Read::place)
        .containsExactly(1000L, 1000L + text.lastIndexOf("2026"));
    reader.end();
    assertThat(read).hasSize(2);
  }

  @Test
  void whatCarriesNoErrorOrIsBelowInfoIsLeftOut() {
    String text =
        BOOT.formatted(1, "served 7 orders")
            + BOOT.formatted(2, KEY).replace("ERROR", "DEBUG")
            + BOOT.formatted(3, KEY);

    assertThat(read(formats(text), text))
        .extracting(Read::place)
        .containsExactly((long) text.lastIndexOf("2026"));
  }

  @Test
  void linesOfContainersThatStandBetweenEachOtherAreToldApart() {
    String text =
        "a-1  | "
            + BOOT.formatted(1, "answer:")
            + "b-1  | "
            + BOOT.formatted(2, "served")
            + ("a-1  | " + KEY + "\n")
            + "b-1  | and more\n".repeat(20);

    Read read = onlyOne(read(formats(text), text));

    assertThat(read.event().message()).isEqualTo("answer:\n" + KEY);
    assertThat(read.event().service()).isEqualTo("shop");
  }

  private static FormatSet formats(String text) {
    byte[] sample = text.getBytes(StandardCharsets.UTF_8);
    return FormatSet.detect(sample, sample.length);
  }

  private static List<Read> read(FormatSet formats, String text) {
    List<Read> read = new ArrayList<>();
    LineReader reader = new LineReader(formats, (event, place) -> read.add(new Read(event, place)));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    reader.lines(bytes, 0, bytes.length, 0);
    reader.end();
    return read;
  }

  private static Read onlyOne(List<Read> read) {
    assertThat(read).hasSize(1);
    return read.get(0);
  }

  private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }
}
