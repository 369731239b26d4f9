package dev.openaierrors.analyzer.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read of a log in each of the formats. */
class FormatsTest {

  @TempDir Path folder;

  static List<FormatSample> samples() {
    return FormatSample.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void findsTheOneErrorAndAllThatTheFormatSaysOfIt(FormatSample sample) {
    Collected collected = Collected.ofText(folder, sample.text());

    assertThat(collected.files)
        .singleElement()
        .extracting(FileFacts::format)
        .isEqualTo(sample.title());
    assertThat(collected.kinds()).containsExactly("insufficient_quota");
    AnalyzedEvent event = collected.events.get(0);
    assertThat(event.time()).isEqualTo(time(sample));
    assertThat(orEmpty(event.level())).isEqualTo(sample.expected("level"));
    assertThat(orEmpty(event.logger())).isEqualTo(sample.expected("logger"));
    assertThat(orEmpty(event.thread())).isEqualTo(sample.expected("thread"));
    assertThat(event.message()).isEqualTo("no answer");
    assertThat(event.thrown()).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void windowsLineEndsMakeNoDifference(FormatSample sample) {
    Collected unix = Collected.ofText(folder, sample.text());
    Collected windows = Collected.ofText(folder, sample.text().replace("\n", "\r\n"));

    assertThat(withoutPlace(windows)).isEqualTo(withoutPlace(unix));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aByteOrderMarkMakesNoDifference(FormatSample sample) {
    Collected plain = Collected.ofText(folder, sample.text());
    Collected marked = Collected.ofText(folder, "\ufeff" + sample.text());
    Collected wide =
        Collected.ofBytes(folder, ("\ufeff" + sample.text()).getBytes(StandardCharsets.UTF_16LE));

    assertThat(withoutPlace(marked)).isEqualTo(withoutPlace(plain));
    assertThat(withoutPlace(wide)).isEqualTo(withoutPlace(plain));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void standardInputIsReadLikeAFile(FormatSample sample) {
    Collected file = Collected.ofText(folder, sample.text());
    Collected stdin = Collected.ofStdin(sample.text());

    assertThat(stdin.kinds()).isEqualTo(file.kinds());
    assertThat(stdin.files.get(0).format()).isEqualTo(sample.title());
  }

  @Test
  void everyFormatHasAnIdOfItsOwn() {
    assertThat(Formats.ids()).doesNotHaveDuplicates().hasSizeGreaterThan(25);
  }

  private static @org.jspecify.annotations.Nullable Instant time(FormatSample sample) {
    return switch (sample.expected("zone")) {
      case "none" -> null;
      case "second" -> Instant.parse("2026-05-04T10:03:21Z");
      default -> Instant.parse("2026-05-04T10:03:21.5Z");
    };
  }

  private static List<String> withoutPlace(Collected collected) {
    return collected.events.stream()
        .map(
            event ->
                String.join(
                    "|",
                    String.valueOf(event.time()),
                    event.level(),
                    event.logger(),
                    event.thread(),
                    event.message(),
                    event.thrown(),
                    event.error().toString()))
        .toList();
  }

  private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }
}
