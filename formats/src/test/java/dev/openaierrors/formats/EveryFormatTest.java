package dev.openaierrors.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a new log format still lacks. */
class EveryFormatTest {

  static Stream<String> titles() {
    // The last of each takes what the others leave.
    return Stream.concat(
        LogFormats.TEXT.subList(0, LogFormats.TEXT.size() - 1).stream().map(LogFormat::title),
        JsonDialects.ALL.subList(0, JsonDialects.ALL.size() - 1).stream().map(JsonDialect::title));
  }

  static Stream<String> wrappings() {
    return LogFormats.WRAPPINGS.stream().map(Wrapping::title);
  }

  @ParameterizedTest
  @MethodSource("titles")
  void hasASample(String title) {
    assertThat(titlesOfSamples())
        .as("titles of the samples in formats/" + FormatSample.FOLDER)
        .contains(title);
  }

  @ParameterizedTest
  @MethodSource("wrappings")
  void ofLinesHasASample(String title) {
    assertThat(titlesOfSamples())
        .as("titles of the samples in formats/" + FormatSample.FOLDER)
        .anyMatch(sample -> sample.startsWith(title + ", "));
  }

  static Stream<FormatSample> jsonSamples() {
    return FormatSample.all().stream()
        .filter(
            sample ->
                JsonDialects.ALL.stream()
                    .anyMatch(dialect -> sample.title().equals(dialect.title())));
  }

  @ParameterizedTest
  @MethodSource("jsonSamples")
  void ofJsonIsKnownByItsFirstField(FormatSample sample) {
    byte[] line = sample.text().lines().findFirst().orElse("").getBytes(UTF_8);

    assertThat(JsonLine.begins(new Cursor().on(line, 0, line.length)))
        .as("whether a row's first() has the first field of %s", new String(line, UTF_8))
        .isTrue();
  }

  @Test
  void hasAnIdOfItsOwn() {
    List<String> ids = LogFormats.ids();
    assertThat(ids).doesNotHaveDuplicates();
  }

  private static Stream<String> titlesOfSamples() {
    return FormatSample.all().stream().map(FormatSample::title);
  }
}
