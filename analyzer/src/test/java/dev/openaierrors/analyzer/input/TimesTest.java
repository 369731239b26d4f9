package dev.openaierrors.analyzer.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When events happened, whatever their lines leave out; and in which order files are read. */
class TimesTest {

  private static final String WHAT = "401 of api.openai.com: Incorrect API key provided: sk-x";

  @TempDir Path folder;

  @Test
  void ofATimeWithoutAnyDateTheDayIsCountedBackFromTheLastWrite() {
    String text =
        line("23:59:00.000")
            + "12:00:00.000 [main] INFO shop.Main -- fine\n"
            + line("13:00:00.000")
            + line("00:10:00.000");

    assertThat(times(written(text, "2026-05-04T00:20:00Z")))
        .containsExactly("2026-05-02T21:59:00Z", "2026-05-03T11:00:00Z", "2026-05-03T22:10:00Z");
  }

  @Test
  void aLastTimeLaterThanTheLastWriteWasTheDayBefore() {
    assertThat(times(written(line("23:59:00.000"), "2026-05-04T04:00:00Z")))
        .containsExactly("2026-05-03T21:59:00Z");
  }

  @Test
  void aYearThatIsMissingIsTheNewestThatIsNotInTheFuture() {
    String text =
        "Dec 31 23:59:00 h shop[1]: " + WHAT + "\nJan  1 00:01:00 h shop[1]: " + WHAT + "\n";

    assertThat(times(written(text, "2026-01-01T08:00:00Z")))
        .containsExactly("2025-12-31T22:59:00Z", "2025-12-31T23:01:00Z");
  }

  @Test
  void theHourThatIsThereTwiceInAutumnIsToldApartByItsOrder() {
    String text =
        dated("2026-10-25 02:50:00,000")
            + dated("2026-10-25 02:10:00,000")
            + dated("2026-10-25 03:00:00,000");

    assertThat(times(written(text, "2026-10-26T00:00:00Z")))
        .containsExactly("2026-10-25T00:50:00Z", "2026-10-25T01:10:00Z", "2026-10-25T02:00:00Z");
  }

  @Test
  void theHourThatIsMissingInSpringIsTakenForTheNext() {
    assertThat(times(written(dated("2026-03-29 02:30:00,000"), "2026-03-30T00:00:00Z")))
        .containsExactly("2026-03-29T01:30:00Z");
  }

  @Test
  void aZoneInTheLogCountsMoreThanTheUsers() {
    Collected zoned = written(dated("2026-05-04 10:00:00.000+05:30"), "2026-05-05T00:00:00Z");
    Collected local = written(dated("2026-05-04 10:00:00.000"), "2026-05-05T00:00:00Z");

    assertThat(times(zoned)).containsExactly("2026-05-04T04:30:00Z");
    assertThat(zoned.files.get(0).zoneAssumed()).isFalse();
    assertThat(times(local)).containsExactly("2026-05-04T08:00:00Z");
    assertThat(local.files.get(0).zoneAssumed()).isTrue();
  }

  @Test
  void aDayThatDoesNotExistIsNoTimeButTheEventCounts() {
    Collected collected = written(dated("2026-02-31 10:00:00,000"), "2026-05-05T00:00:00Z");

    assertThat(collected.events).singleElement().extracting(AnalyzedEvent::time).isNull();
  }

  @Test
  void factsTellTheSpanOfTheWholeFile() {
    String text =
        "2026-05-04 09:00:00,000 INFO  [main] shop.Main - up\n"
            + dated("2026-05-04 10:00:00,000")
            + "2026-05-04 11:00:00,000 INFO  [main] shop.Main - down\n";

    FileFacts facts = written(text, "2026-05-05T00:00:00Z").files.get(0);
    assertThat(facts.first()).isEqualTo("2026-05-04T07:00:00Z");
    assertThat(facts.last()).isEqualTo("2026-05-04T09:00:00Z");
  }

  @Test
  void sinceIsIncludedAndUntilIsNot() {
    String text =
        dated("2026-05-04 10:00:00,000")
            + dated("2026-05-04 10:01:00,000")
            + dated("2026-05-04 10:02:00,000");
    Path log = Collected.write(folder, "app.log", bytes(text));

    Collected collected =
        Collected.of(
            Collected.between(
                Instant.parse("2026-05-04T08:01:00Z"), Instant.parse("2026-05-04T08:02:00Z")),
            List.of(log.toString()),
            InputStream.nullInputStream());

    assertThat(times(collected)).containsExactly("2026-05-04T08:01:00Z");
    assertThat(collected.files.get(0).found()).isEqualTo(1);
  }

  @Test
  void aRotatedSetIsReadInTheOrderOfTime() throws IOException {
    Collected.write(folder, "app.log", bytes(dated("2026-05-04 12:00:00,000")));
    Collected.write(folder, "app.log.1", bytes(dated("2026-05-04 11:00:00,000")));
    Collected.write(folder, "app.log.10.gz", gzip(dated("2026-05-04 09:00:00,000")));
    Collected.write(folder, "app.log.2.gz", gzip(dated("2026-05-04 10:00:00,000")));
    Collected.write(folder, "notes.md", bytes(dated("2026-05-04 13:00:00,000")));
    List<String> expected =
        List.of(
            "2026-05-04T07:00:00Z",
            "2026-05-04T08:00:00Z",
            "2026-05-04T09:00:00Z",
            "2026-05-04T10:00:00Z");

    assertThat(times(Collected.of(List.of(folder)))).isEqualTo(expected);
    Path glob = Path.of(folder.toString(), "app.log*");
    assertThat(times(Collected.of(List.of(glob)))).isEqualTo(expected);
  }

  private Collected written(String text, String when) {
    try {
      Path log = folder.resolve("app.log");
      Files.writeString(log, text);
      Files.setLastModifiedTime(log, FileTime.from(Instant.parse(when)));
      return Collected.of(List.of(log));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String line(String time) {
    return time + " [main] ERROR shop.Main -- " + WHAT + "\n";
  }

  private static String dated(String time) {
    return time + " ERROR [main] shop.Main - " + WHAT + "\n";
  }

  private static List<String> times(Collected collected) {
    return collected.events.stream().map(event -> String.valueOf(event.time())).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(bytes(text));
    }
    return bytes.toByteArray();
  }
}
