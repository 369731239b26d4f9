package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that mutes rules. */
class MuteFileTest {

  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final List<String> RULES = List.of("quota", "outage");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant MODIFIED = Instant.parse("2026-11-30T20:00:00Z");

  @TempDir private Path folder;
  private Path path;
  private MuteFile file;

  @BeforeEach
  void name() {
    path = folder.resolve("mutes");
    file = new MuteFile(path);
  }

  private MuteFile.Content read(String... lines) throws IOException {
    write(MODIFIED, lines);
    return Objects.requireNonNull(file.read(RULES, BERLIN, NOW));
  }

  private void write(Instant modified, String... lines) throws IOException {
    Files.write(path, List.of(lines), StandardCharsets.UTF_8);
    Files.setLastModifiedTime(path, FileTime.from(modified));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T08:00Z, 2026-12-01T08:00:00Z",
    "2026-12-01T08:00:30Z, 2026-12-01T08:00:30Z",
    "2026-12-01T08:00+05:30, 2026-12-01T02:30:00Z",
    "2026-12-01T08:00-05:00, 2026-12-01T13:00:00Z",
    "2026-12-01T08:00, 2026-12-01T07:00:00Z",
    "2h, 2026-11-30T22:00:00Z",
    "1h 30m, 2026-11-30T21:30:00Z",
    "PT10M, 2026-11-30T20:10:00Z",
    "2020-01-01T00:00Z, 2020-01-01T00:00:00Z",
  })
  void namesARuleAndAnEnd(String end, Instant expected) throws IOException {
    assertThat(read("quota " + end).ends()).containsExactly(entry("quota", expected));
    assertThat(file.read(RULES, BERLIN, NOW)).as("what has not changed").isNull();
  }

  @Test
  void hasCommentsAndMutesAllRulesByAStar() throws IOException {
    MuteFile.Content content =
        read("\ufeff# maintenance", "", "  quota\t2h # until the invoice is paid", "* 10m", "* 5m");

    assertThat(content.problems()).isEmpty();
    assertThat(content.ends())
        .containsOnly(
            entry("quota", MODIFIED.plusSeconds(7_200)), entry("*", MODIFIED.plusSeconds(600)));
  }

  @Test
  void aWrongLineIsToldAndTheOthersWork() throws IOException {
    MuteFile.Content content =
        read(
            "qouta 2h", "quota soon", "quota", "quota 9999-01-01T00:00Z", "quota -2h", "outage 2h");

    assertThat(content.ends()).containsOnlyKeys("outage");
    assertThat(content.problems())
        .containsExactly(
            "openai-errors: muteFile: line 1: 'qouta' is no rule, so it is left out; did you mean"
                + " 'quota'? Known: *, outage, quota.",
            "openai-errors: muteFile: line 2: 'soon' is no end of a mute, so it is left out; write"
                + " a time as 2026-12-01T08:00Z or a duration as 2h.",
            "openai-errors: muteFile: line 3: '' is no end of a mute, so it is left out; write a"
                + " time as 2026-12-01T08:00Z or a duration as 2h.",
            "openai-errors: muteFile: line 4: '9999-01-01T00:00Z' is more than a year ahead, so it"
                + " is left out; mute it for a shorter time.",
            "openai-errors: muteFile: line 5: '-2h' is no end of a mute, so it is left out; write"
                + " a time as 2026-12-01T08:00Z or a duration as 2h.");
  }

  @Test
  void veryManyWrongLinesAreCounted() throws IOException {
    String[] lines = new String[5_000];
    Arrays.fill(lines, "?".repeat(10));

    assertThat(read(lines).problems())
        .hasSize(11)
        .last()
        .isEqualTo(
            "openai-errors: muteFile: 4990 more lines cannot be used, so they are left out.");
  }

  @Test
  void withoutItNothingIsMuted() throws IOException {
    assertThat(Objects.requireNonNull(file.read(RULES, BERLIN, NOW)).ends()).isEmpty();
    assertThat(file.read(RULES, BERLIN, NOW)).isNull();
    read("quota 2h");
    Files.delete(path);
    assertThat(Objects.requireNonNull(file.read(RULES, BERLIN, NOW)).ends()).isEmpty();
    assertThat(file.read(RULES, BERLIN, NOW)).isNull();
  }

  @Test
  void aChangeIsSeen() throws IOException {
    read("quota 2h");
    write(MODIFIED.plusSeconds(60), "quota 2h");

    assertThat(Objects.requireNonNull(file.read(RULES, BERLIN, NOW)).ends())
        .containsExactly(entry("quota", MODIFIED.plusSeconds(7_260)));
  }

  @Test
  void whatIsNoFileOrTooLargeIsToldOnceAndChangesNothing() throws IOException {
    Files.createDirectory(path);
    MuteFile.Content folderThere = Objects.requireNonNull(file.read(RULES, BERLIN, NOW));
    assertThat(folderThere.ends()).isNull();
    assertThat(folderThere.problems())
        .singleElement()
        .asString()
        .contains("muteFile: '", "is no regular file, so mutes stay as they are");
    assertThat(file.read(RULES, BERLIN, NOW)).isNull();
    Files.delete(path);

    MuteFile.Content large = read("#".repeat(100_000));
    assertThat(large.ends()).isNull();
    assertThat(large.problems()).singleElement().asString().contains("is larger than 64 KiB");
    assertThat(file.read(RULES, BERLIN, NOW)).isNull();
    assertThat(read("quota 2h").ends()).containsOnlyKeys("quota");
  }

  @Test
  void aTimeInAnOldFileIsAsFarAsItIsFromNow() throws IOException {
    Files.writeString(path, "quota 2026-12-01T08:00Z\n");
    Files.setLastModifiedTime(path, FileTime.fromMillis(0));

    MuteFile.Content content = Objects.requireNonNull(new MuteFile(path).read(RULES, BERLIN, NOW));

    assertThat(content.problems()).isEmpty();
    assertThat(content.ends()).containsOnlyKeys("quota");
  }
}
