package dev.openaierrors.analyzer.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is read of logs whose layout is found out from their lines. Above the dashes of each file of
 * {@code formats/src/test/resources/layouts} stand the errors in it: kind, time, level, logger and
 * thread, {@code -} for none and {@code *} for whatever is read.
 */
class LayoutsTest {

  private static final Path FOLDER =
      Path.of("..", "formats", "src", "test", "resources", "layouts");
  private static final String DASHES = "\n---\n";
  private static final String QUOTA =
      "OpenAI: 429 - {\"error\":{\"message\":\"You exceeded your current quota, please check your"
          + " plan and billing details.\",\"type\":\"insufficient_quota\",\"param\":null,"
          + "\"code\":\"insufficient_quota\"}}";
  private static final String KEY =
      "OpenAI: 401 Incorrect API key provided: sk-ab**yz. You can find your API key at"
          + " https://platform.openai.com/account/api-keys.";

  @TempDir Path folder;

  static Stream<Path> layouts() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void eachErrorHasItsTimeLevelLoggerAndThread(Path layout) throws IOException {
    String all = Files.readString(layout);
    int dashes = all.indexOf(DASHES);
    List<String> expected = all.substring(0, dashes).lines().toList();
    String log =
        all.substring(dashes + DASHES.length())
            .replace("${QUOTA}", QUOTA)
            .replace("${QUOTA_ESC}", QUOTA.replace("\"", "\\\""))
            .replace("${KEY}", KEY);

    List<String> found = found(log, expected);

    assertThat(found).isEqualTo(expected);
  }

  private List<String> found(String log, List<String> expected) throws IOException {
    Path file = Collected.write(folder, "app.log", log.getBytes(StandardCharsets.UTF_8));
    if (!log.matches("(?s)\\[?\\d{1,2}:.*")) {
      // What has no date is of the day of the last write; dates are to be read.
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-30T12:00:00Z")));
    }
    InputOptions options =
        new InputOptions(ZoneOffset.UTC, null, null, false, null, Set.of(Provider.values()));
    Collected collected =
        Collected.of(options, List.of(file.toString()), InputStream.nullInputStream());
    List<String> found = new ArrayList<>();
    for (AnalyzedEvent event : collected.events) {
      String[] wanted =
          found.size() < expected.size()
              ? expected.get(found.size()).split(" ", -1)
              : new String[] {"", "", "", "", ""};
      found.add(
          String.join(
              " ",
              event.error().kind().id(),
              shown(event.time(), wanted[1]),
              shown(event.level(), wanted[2]),
              shown(event.logger(), wanted[3]),
              shown(event.thread(), wanted[4])));
    }
    return found;
  }

  private static String shown(@Nullable Object value, String wanted) {
    return wanted.equals("*") ? "*" : value == null ? "-" : value.toString();
  }
}
