package dev.openaierrors.delivery;

import static dev.openaierrors.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept over a restart, and what becomes of it when things go wrong. */
class StateFileTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final String STATE = "{\"version\":1,\"incidents\":[\"quota – exhausted\"]}";

  @TempDir Path directory;
  private final List<String> said = new ArrayList<>();

  private Path path() {
    return directory.resolve("openai-alerts.state");
  }

  private StateFile file() {
    return new StateFile(path(), said::add);
  }

  private List<String> names() throws Exception {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void comesBackAsItWasSaved() throws Exception {
    assertThat(file().save(STATE, NOW)).isTrue();
    assertThat(file().load(NOW.plusSeconds(60))).isEqualTo(STATE);
    assertThat(names()).containsExactly("openai-alerts.state");
    assertThat(said).isEmpty();
  }

  @Test
  void nothingComesBackAtTheFirstStart() {
    assertThat(file().load(NOW)).isNull();
    assertThat(said).isEmpty();
  }

  @Test
  void theDirectoryIsMadeIfThereIsNone() {
    StateFile deep = new StateFile(directory.resolve("a/b/state"), said::add);

    assertThat(deep.load(NOW)).isNull();
    assertThat(deep.save(STATE, NOW)).isTrue();
    assertThat(deep.load(NOW)).isEqualTo(STATE);
    assertThat(said).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {24 * 3_600, 100 * 3_600, -24 * 3_600})
  void whatIsADayOldIsNotRestored(long seconds) throws Exception {
    file().save(STATE, NOW);

    assertThat(file().load(NOW.plusSeconds(seconds))).isNull();
    assertThat(names()).containsExactly("openai-alerts.state");
    assertThat(said).isEmpty();
  }

  @Test
  void whatIsYoungerIs() {
    file().save(STATE, NOW);

    assertThat(file().load(NOW.plusSeconds(24 * 3_600 - 1))).isEqualTo(STATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "somebody else's file\n",
        "openai-errors-state/1 1 2 3\n{}",
        "openai-errors-state/1 now 2 x\n{}",
        "openai-errors-state/1\n{}",
        "openai-errors-state/2 1 2 3\n{}",
        "{\"json\":true}"
      })
  void aDamagedOrForeignFileIsSetAside(String content) throws Exception {
    Files.writeString(path(), content);

    StateFile file = file();
    assertThat(file.load(NOW)).isNull();

    assertThat(names()).containsExactly("openai-alerts.state.damaged");
    assertThat(directory.resolve("openai-alerts.state.damaged")).hasContent(content);
    assertThat(said)
        .containsExactly(
            "openai-errors: stateFile: '"
                + path()
                + "' is damaged or not ours, so nothing is restored from it; it is kept as"
                + " openai-alerts.state.damaged.");
    assertThat(file.save(STATE, NOW)).isTrue();
    assertThat(file.load(NOW)).isEqualTo(STATE);
  }

  @Test
  void everyDamageIsSeen() throws Exception {
    file().save(STATE, NOW);
    byte[] whole = Files.readAllBytes(path());

    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 1;
      StateRecord read = StateRecord.parse(damaged);
      byte[] cut = Arrays.copyOf(whole, i);
      assertThat(StateRecord.parse(cut)).as("cut after %d bytes", i).isNull();
      if (read != null) {
        assertThat(read.text()).as("only its time may differ").isEqualTo(STATE);
      }
    }
  }

  @Test
  void aHugeFileIsNotReadToItsEnd() throws Exception {
    Files.write(path(), new byte[10_000_000]);

    assertThat(file().load(NOW)).isNull();
    assertThat(said).hasSize(1);
  }

  @Test
  void aStateThatIsTooLargeIsNotWrittenAndTheOldOneStays() throws Exception {
    StateFile file = file();
    file.save(STATE, NOW);

    assertThat(file.save("x".repeat(StateFile.MAX_BYTES + 1), NOW)).isFalse();
    assertThat(file.save("x".repeat(StateFile.MAX_BYTES + 1), NOW)).isFalse();

    assertThat(file.load(NOW)).isEqualTo(STATE);
    assertThat(said).hasSize(1).first().asString().contains("larger than 64 KiB");
    assertThat(file.save("x".repeat(StateFile.MAX_BYTES), NOW)).isTrue();
    assertThat(file.load(NOW)).hasSize(StateFile.MAX_BYTES);
    assertThat(Files.size(path())).isLessThanOrEqualTo(64 * 1024);
  }

  @Test
  void aPathThatCannotBeWrittenIsToldOnce() throws Exception {
    Files.writeString(directory.resolve("a-file"), "");
    StateFile file = new StateFile(directory.resolve("a-file/state"), said::add);

    assertThat(file.load(NOW)).isNull();
    assertThat(file.save(STATE, NOW)).isFalse();
    assertThat(file.save(STATE, NOW)).isFalse();

    assertThat(said).hasSize(2);
    assertThat(said.get(0)).contains("cannot be read, so nothing is restored");
    assertThat(said.get(1))
        .startsWith("openai-errors: stateFile: '")
        .contains("cannot be written, so alerts do not survive a restart");
  }

  @Test
  void aDirectoryInItsPlaceIsLeftAlone() throws Exception {
    Files.createDirectory(path());
    Files.writeString(path().resolve("precious"), "data");
    StateFile file = file();

    assertThat(file.load(NOW)).isNull();
    assertThat(file.save(STATE, NOW)).isFalse();

    assertThat(path().resolve("precious")).hasContent("data");
    assertThat(said).isNotEmpty().hasSizeLessThanOrEqualTo(2);
  }

  /** How to put something at a path that is no regular file. */
  private interface Odd {
    void make(Path path) throws Exception;
  }

  private static void run(String... command) throws Exception {
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
  }

  static Stream<Arguments> oddities() {
    Odd device = path -> Files.createSymbolicLink(path, Path.of("/dev/null"));
    Odd zeros = path -> Files.createSymbolicLink(path, Path.of("/dev/zero"));
    Odd pipe = path -> run("mkfifo", path.toString());
    Odd loop = path -> Files.createSymbolicLink(path, path);
    Odd folder = path -> Files.createDirectory(path);
    Odd socket =
        path ->
            ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(path));
    Odd linkToFolder = path -> Files.createSymbolicLink(path, path.getParent());
    Odd linkToPipe =
        path -> {
          Path real = path.resolveSibling("pipe");
          run("mkfifo", real.toString());
          Files.createSymbolicLink(path, real);
        };
    return Stream.of(
        arguments(named("a device", device)),
        arguments(named("a device without an end", zeros)),
        arguments(named("a pipe", pipe)),
        arguments(named("a link to itself", loop)),
        arguments(named("a directory", folder)),
        arguments(named("a socket", socket)),
        arguments(named("a link to a directory", linkToFolder)),
        arguments(named("a link to a pipe", linkToPipe)));
  }

  @ParameterizedTest
  @MethodSource("oddities")
  @DisabledOnOs(OS.WINDOWS)
  @Timeout(120)
  void whatIsNoRegularFileIsLeftAlone(Odd odd) throws Exception {
    odd.make(path());
    List<String> before = names();
    StateFile file = file();

    assertThat(file.isOurs()).isTrue();
    assertThat(file.load(NOW)).isNull();
    assertThat(file.save(STATE, NOW)).isFalse();
    assertThat(file.save(STATE, NOW)).isFalse();
    file.setAside();
    file.close();

    assertThat(names()).isEqualTo(before);
    assertThat(Files.exists(path(), LinkOption.NOFOLLOW_LINKS)).isTrue();
    assertThat(Files.isRegularFile(path())).isFalse();
    assertThat(said).isNotEmpty().hasSizeLessThanOrEqualTo(3);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theDeviceItselfIsLeftAlone() {
    StateFile file = new StateFile(Path.of("/dev/null"), said::add);

    assertThat(file.isOurs()).isTrue();
    assertThat(file.load(NOW)).isNull();
    assertThat(file.save(STATE, NOW)).isFalse();

    assertThat(Path.of("/dev/null")).exists();
    assertThat(Path.of("/dev/null.damaged")).doesNotExist();
    assertThat(Path.of("/dev/.null.lock")).doesNotExist();
    assertThat(said)
        .containsExactly(
            "openai-errors: stateFile: '/dev/null' is no regular file, so it is left alone and"
                + " alerts do not survive a restart; name a file that holds nothing else.");
  }

  @Test
  void aDamagedFileBehindALinkIsSetAsideAndTheLinkStays() throws Exception {
    Path real = Files.writeString(directory.resolve("real.state"), "somebody's");
    Files.createSymbolicLink(path(), real);

    assertThat(file().load(NOW)).isNull();

    assertThat(directory.resolve("real.state.damaged")).hasContent("somebody's");
    assertThat(Files.isSymbolicLink(path())).isTrue();
  }

  @Test
  void aForeignFileThatCannotBeSetAsideIsNotReplaced() throws Exception {
    Files.writeString(path(), "somebody's");
    Files.createDirectory(directory.resolve("openai-alerts.state.damaged"));
    Files.writeString(directory.resolve("openai-alerts.state.damaged/full"), "");
    StateFile file = file();

    assertThat(file.load(NOW)).isNull();
    assertThat(file.save(STATE, NOW)).isFalse();

    assertThat(path()).hasContent("somebody's");
    assertThat(said).hasSize(1);
  }

  @Test
  void theFirstThatAsksHasItUntilItEnds() {
    try (StateFile second = file()) {
      try (StateFile first = file()) {
        assertThat(first.isOurs()).isTrue();
        assertThat(first.isOurs()).isTrue();
        assertThat(second.isOurs()).isFalse();
        assertThat(second.isOurs()).isFalse();
        assertThat(said).hasSize(1);
      }
      assertThat(second.isOurs()).isTrue();
      assertThat(file().isOurs()).isFalse();
    }
  }

  @Test
  void aProcessHasItUntilItIsKilled() throws Exception {
    Process other = StateWriter.start(path(), "locks");
    try (StateFile ours = file()) {
      await("the other process to write").until(() -> seen("locks"));
      assertThat(ours.isOurs()).isFalse();
      other.destroyForcibly().waitFor();
      assertThat(ours.isOurs()).isTrue();
      assertThat(said).singleElement().asString().contains("in use by another process");
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  @Test
  void aLinkStaysALink() throws Exception {
    Path real = directory.resolve("real.state");
    new StateFile(real, said::add).save("{}", NOW);
    Files.createSymbolicLink(path(), real);

    assertThat(file().save(STATE, NOW)).isTrue();

    assertThat(Files.isSymbolicLink(path())).isTrue();
    assertThat(new StateFile(real, said::add).load(NOW)).isEqualTo(STATE);
  }

  @Test
  void halfWrittenOnesOfKilledProcessesAreRemovedAfterAWhile() throws Exception {
    Path old = directory.resolve(".openai-alerts.state.17.tmp");
    Path young = directory.resolve(".openai-alerts.state.18.tmp");
    Path other = directory.resolve(".other.state.19.tmp");
    for (Path file : List.of(old, young, other)) {
      Files.writeString(file, "half");
      Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofHours(1))));
    }
    Files.setLastModifiedTime(young, FileTime.from(NOW));

    file().load(NOW);

    assertThat(names()).containsExactly(young.getFileName().toString(), ".other.state.19.tmp");
  }

  @Test
  void aReaderFindsAWholeStateWhileTwoProcessesWrite() throws Exception {
    Process one = StateWriter.start(path(), "a");
    Process other = StateWriter.start(path(), "b");
    try {
      await("both processes to write").until(() -> seen("a") && seen("b"));
      for (int i = 0; i < 2_000; i++) {
        assertThat(StateWriter.isWhole(file().load(Instant.now()))).isTrue();
      }
    } finally {
      one.destroyForcibly().waitFor();
      other.destroyForcibly().waitFor();
    }
    assertThat(said).isEmpty();
  }

  private boolean seen(String author) {
    String state = file().load(Instant.now());
    return state != null && state.startsWith(author);
  }

  @Test
  void whatWasSavedLastComesBackAfterAKill() throws Exception {
    for (int round = 0; round < 5; round++) {
      Process writer = StateWriter.start(path(), "r" + round);
      try {
        String author = "r" + round;
        await("the process to write").until(() -> seen(author));
      } finally {
        // SIGKILL, in the middle of whatever it does.
        writer.destroyForcibly().waitFor();
      }

      assertThat(StateWriter.isWhole(file().load(Instant.now()))).isTrue();
    }
    assertThat(said).isEmpty();
    assertThat(names()).doesNotContain("openai-alerts.state.damaged");
  }

  @Test
  void holdsWhatWasSavedAndNothingElse() throws Exception {
    file().save(STATE, NOW);

    String head = Files.readString(path(), StandardCharsets.UTF_8).lines().findFirst().orElse("");
    assertThat(head).matches("openai-errors-state/1 \\d+ \\d+ \\d+");
    assertThat(Files.readString(path(), StandardCharsets.UTF_8)).endsWith("\n" + STATE);
  }

  @Test
  void isReadBackWhereDigitsAreOthers() {
    Locale before = Locale.getDefault();
    StateRecord saved = new StateRecord(Instant.parse("2026-05-04T10:00:00Z"), "{}");
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(StateRecord.parse(saved.bytes())).isEqualTo(saved);
    } finally {
      Locale.setDefault(before);
    }
  }
}
