package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are read, and in which order: of names, folders, patterns and lists. */
class WhichFilesTest {

  private static final Instant AT = Instant.parse("2026-05-04T10:00:00Z");

  @TempDir Path folder;
  private int logs;

  /** A log with one error, whose times and texts are not those of another one. */
  private Path log(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Instant at = AT.plusSeconds(60L * logs++);
    return Files.writeString(file, new Logs().quiet(at).quota(at, name).toString());
  }

  private CommandRun analyze(Object... words) {
    List<String> all = new ArrayList<>(List.of("analyze", "--format=json"));
    Arrays.stream(words).map(Object::toString).forEach(all::add);
    return new CommandRun().run(all.toArray(String[]::new));
  }

  /** Names of the files that were read, in the order in which they were, without the folder. */
  private List<String> read(Object... words) throws IOException {
    CommandRun run = analyze(words);
    assertThat(run.err()).isEmpty();
    List<String> names = new ArrayList<>();
    for (JsonNode file : new ObjectMapper().readTree(run.out()).get("files")) {
      names.add(file.get("name").asText().replace(folder + "/", ""));
    }
    return names;
  }

  @ParameterizedTest
  @CsvSource({
    "app.log, true",
    "APP.LOG, true",
    "app.log.1, true",
    "app.log-20260504, true",
    "app.log.2026-05-04, true",
    "app.json, true",
    "app.jsonl, true",
    "server.out, true",
    "console.txt, true",
    "syslog, true",
    "messages, true",
    ".app.log, false",
    "app, false",
    "app.csv, false",
    "app.xml, false",
    "app.jar, false",
    "app.bin, false",
    "mylogs, false",
  })
  void ofAFolderWhatIsCalledALogIsRead(String name, boolean isRead) throws IOException {
    log("always.log");
    log(name);
    List<String> expected = isRead ? List.of("always.log", name) : List.of("always.log");
    assertThat(read(folder)).isEqualTo(expected);
  }

  /** Whoever names a file means it. */
  @ParameterizedTest
  @ValueSource(strings = {".app.log", "app", "app.csv", "app.jar", "a b", "-app.log", "app[1].log"})
  void aFileThatIsNamedIsReadWhateverItIsCalled(String name) throws IOException {
    assertThat(read(log(name))).containsExactly(name);
  }

  @Test
  void foldersInAFolderAreReadOnlyIfThatIsAskedFor() throws IOException {
    log("a.log");
    log("sub/b.log");
    log("sub/sub/c.log");
    assertThat(read(folder)).containsExactly("a.log");
    assertThat(read("--recursive", folder))
        .containsExactlyInAnyOrder("a.log", "sub/b.log", "sub/sub/c.log");
  }

  @Test
  void linksToFilesAreFollowedAndLinksToFoldersAreNot() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    log("outside/x.log");
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Files.createSymbolicLink(inside.resolve("link.log"), outside.resolve("x.log"));
    Files.createSymbolicLink(inside.resolve("loop"), inside);
    Files.createSymbolicLink(inside.resolve("folder"), outside);
    Files.createSymbolicLink(inside.resolve("broken.log"), folder.resolve("nothing"));
    assertThat(read("--recursive", inside)).containsExactly("inside/link.log");
    assertThat(read(inside)).containsExactly("inside/link.log");
  }

  @Test
  void twentyFoldersDeepIsDeepEnough() throws IOException {
    log("a.log");
    log("d/".repeat(19) + "deep.log");
    log("d/".repeat(20) + "deeper.log");
    assertThat(read("--recursive", folder)).containsExactly("a.log", "d/".repeat(19) + "deep.log");
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, There is no log in this folder.",
    "false, true, There is no log in this folder; its subfolders are read with --recursive.",
    "true, false, There is no log in this folder.",
    "true, true, There is no log in this folder.",
  })
  void aFolderWithoutALogIsToldAndTheOthersAreRead(
      boolean recursive, boolean subfolder, String sentence) throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Files.writeString(empty.resolve("notes.md"), "nothing");
    if (subfolder) {
      Files.createDirectory(empty.resolve("sub"));
    }
    Path log = log("a.log");
    CommandRun run =
        recursive ? analyze("--recursive", empty, log) : analyze("--no-progress", empty, log);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("openai-errors: " + empty + ": " + sentence + "\n");
    assertThat(run.out()).contains("\"events\" : 1,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*.log           | a.log b.log",
        "?.log           | a.log b.log",
        "[ab].log        | a.log b.log",
        "{a,c}.*         | a.log c.txt",
        "*/*.log         | sub/d.log",
        "sub/*           | sub/d.log sub/e.csv",
        "**.log          | a.log b.log sub/d.log sub/sub/f.log",
        "**/f.log        | sub/sub/f.log",
        "sub/**          | sub/d.log sub/e.csv sub/sub/f.log",
      })
  void aPatternThatNoShellHasReplacedStandsForWhatFits(String pattern, String names)
      throws IOException {
    for (String name :
        List.of("a.log", "b.log", "c.txt", "sub/d.log", "sub/e.csv", "sub/sub/f.log")) {
      log(name);
    }
    assertThat(read(folder + "/" + pattern)).containsExactly(names.split(" ", -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*.nothing", "nothing/*.log", "[", "{", "a.log/*", "nothing"})
  void aPatternThatNothingFitsIsToldAsWhatIsNotThere(String pattern) throws IOException {
    log("a.log");
    CommandRun run = analyze(folder + "/" + pattern);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).hasLineCount(1).startsWith("openai-errors: " + folder + "/" + pattern);
  }

  /** However often and by whatever names a file is named, its errors are counted once. */
  @Test
  void aFileIsReadOnce() throws IOException {
    Path log = log("a.log");
    Files.createDirectory(folder.resolve("x"));
    Path list = Files.writeString(folder.resolve("list"), log + "\n" + folder + "/./a.log\n");
    assertThat(
            read(log, log, folder, folder + "/*.log", folder + "/x/../a.log", "--files-from", list))
        .hasSize(1);
  }

  /** A link to the newest of them lies beside rotated logs. */
  @Test
  void aFileAndItsLinkAreOneFile() throws IOException {
    Path log = log("app-2026-05-04.log");
    Path link = Files.createSymbolicLink(folder.resolve("current.log"), log);
    assertThat(read(folder)).hasSize(1);
    assertThat(read(log, link)).containsExactly("app-2026-05-04.log");
    assertThat(read(link, log)).containsExactly("current.log");
  }

  /** As they were written, not as they are called: app.log.10 was before app.log.9. */
  @Test
  void rotatedLogsAreReadInTheOrderOfTime() throws IOException {
    List<String> names = List.of("app.log.10", "app.log.9", "app.log.1", "app.log");
    for (String name : names) {
      log(name);
    }
    assertThat(read(folder)).isEqualTo(names);
    assertThat(read(names.stream().sorted().map(folder::resolve).toArray())).isEqualTo(names);
  }

  @Test
  void aLogWithoutTimesStandsWhereItWasWrittenLast() throws IOException {
    Path early = log("early.log");
    logs += 120;
    Path late = log("late.log");
    Path timeless = Files.writeString(folder.resolve("timeless.log"), "something\nelse\n");
    Files.setLastModifiedTime(timeless, FileTime.from(AT.plusSeconds(1800)));
    assertThat(read(late, timeless, early))
        .containsExactly("early.log", "timeless.log", "late.log");
  }

  @Test
  void standardInputComesBehindTheFiles() throws IOException {
    Path log = log("a.log");
    CommandRun run =
        new CommandRun()
            .input(new Logs().quota(AT.minusSeconds(600), "x").toString())
            .run("analyze", "--format=json", "-", log.toString());
    JsonNode files = new ObjectMapper().readTree(run.out()).get("files");
    assertThat(Stream.of(files.get(0), files.get(1)).map(file -> file.get("name").asText()))
        .containsExactly(log.toString(), "-");
  }

  @Test
  void namesOfAListComeBesideThoseOfTheCommandLine() throws IOException {
    Path one = log("a.log");
    Path two = log("b.log");
    Path list = Files.writeString(folder.resolve("names"), two + "\n");
    assertThat(read(one, "--files-from", list)).containsExactly("a.log", "b.log");
    Path empty = Files.writeString(folder.resolve("empty"), "\n \n");
    assertThat(analyze("--files-from", empty).err())
        .isEqualTo("openai-errors: --files-from: " + empty + " names no file\n");
    assertThat(read(one, "--files-from", empty)).containsExactly("a.log");
  }

  @Test
  void aFileThatIsNotThereIsToldByItsNameAndTheOthersAreRead() throws IOException {
    Path log = log("a.log");
    Path missing = folder.resolve("missing.log");
    CommandRun run = analyze(missing, log);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("openai-errors: " + missing + ": There is no such file.\n");
    assertThat(run.out()).contains("\"events\" : 1,");
  }

  @Test
  void aNameThatIsEmptyIsToldAsOne() {
    assertThat(analyze("").err()).isEqualTo("openai-errors: '': A name of a file is empty.\n");
  }

  /** A folder of many files is told as a number of them, not as a list without an end. */
  @Test
  void whatIsComparedWithMayBeAFolderToo() throws IOException {
    log("old/a.log");
    log("old/sub/b.log");
    Path now = log("now.log");
    JsonNode flat =
        new ObjectMapper().readTree(analyze("--against", folder.resolve("old"), now).out());
    assertThat(flat.get("comparison").get("events").asInt()).isEqualTo(1);
    JsonNode deep =
        new ObjectMapper()
            .readTree(analyze("--recursive", "--against", folder.resolve("old"), now).out());
    assertThat(deep.get("comparison").get("events").asInt()).isEqualTo(2);
  }
}
