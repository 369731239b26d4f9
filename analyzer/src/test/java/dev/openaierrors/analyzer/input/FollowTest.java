package dev.openaierrors.analyzer.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.openaierrors.error.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that grows while it is read. */
class FollowTest {

  private static final String ERROR =
      "2026-05-04 10:00:00,000 ERROR [main] s.C - 401 of api.openai.com: Incorrect API key"
          + " provided\n";

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path folder;
  private final List<AnalyzedEvent> events = new CopyOnWriteArrayList<>();
  private Path log = Path.of("");
  private LogAnalysis analysis = analysis();
  private Thread reader = new Thread(() -> {});

  @BeforeEach
  void begin() throws IOException {
    log = folder.resolve("app.log");
    Files.writeString(log, ERROR);
    analysis = analysis();
    reader = new Thread(() -> analysis.run(List.of(log.toString()), InputStream.nullInputStream()));
    reader.start();
  }

  @AfterEach
  void end() throws InterruptedException {
    analysis.stop();
    reader.join(PATIENCE.toMillis());
    assertThat(reader.isAlive()).isFalse();
  }

  private LogAnalysis analysis() {
    return new LogAnalysis(
        new InputOptions(Collected.ZONE, null, null, true, null, Set.of(Provider.values())),
        events::add);
  }

  @Test
  void theFormatOfALogThatIsEmptyAtFirstIsKnownByWhatComes() throws Exception {
    Path fresh = folder.resolve("fresh.log");
    Files.createFile(fresh);
    LogAnalysis other = analysis();
    Thread follower =
        new Thread(() -> other.run(List.of(fresh.toString()), InputStream.nullInputStream()));
    follower.start();
    // Longer than the reader waits for more.
    await("more than the reader waits").pollDelay(Duration.ofMillis(1500)).until(follower::isAlive);
    Files.writeString(fresh, ERROR, StandardOpenOption.APPEND);

    expect(2);
    assertThat(events)
        .filteredOn(event -> event.file().equals(fresh.toString()))
        .singleElement()
        .satisfies(event -> assertThat(event.time()).isNotNull());
    other.stop();
    follower.join(PATIENCE.toMillis());
    assertThat(follower.isAlive()).isFalse();
  }

  @Test
  void whatIsAppendedIsFoundWhenItIsWhole() throws IOException {
    expect(1);

    append(ERROR.substring(0, 70));
    append(ERROR.substring(70));
    expect(2);
  }

  @Test
  void aFileThatWasEmptiedIsReadAgain() throws IOException {
    expect(1);

    Files.writeString(log, "");
    append("2026-05-04 10:00:00,000 INFO  [main] s.C - x\n");
    append(ERROR);
    expect(2);
  }

  @Test
  void anotherFileInItsPlaceIsReadOn() throws IOException {
    expect(1);

    append(ERROR);
    Files.move(log, folder.resolve("app.log.1"));
    Files.writeString(log, ERROR + ERROR);
    expect(4);
  }

  @Test
  void aNewLogIsShownWhileOthersKeepComing() throws Exception {
    Path fresh = folder.resolve("fresh.log");
    Files.createFile(fresh);
    LogAnalysis other = analysis();
    Thread follower =
        new Thread(() -> other.run(List.of(fresh.toString()), InputStream.nullInputStream()));
    follower.start();
    // Never so long a silence that the file might be taken for whole.
    await("an event of the new log")
        .pollInterval(Duration.ofMillis(100))
        .atMost(PATIENCE)
        .until(
            () -> {
              Files.writeString(fresh, ERROR, StandardOpenOption.APPEND);
              return events.stream().anyMatch(event -> event.file().equals(fresh.toString()));
            });
    assertThat(Files.size(fresh)).isLessThan(1 << 15);
    other.stop();
    follower.join(PATIENCE.toMillis());
    assertThat(follower.isAlive()).isFalse();
  }

  @Test
  void aStreamIsShownAsItComesToo() throws Exception {
    LogAnalysis other = analysis();
    try (PipedInputStream in = new PipedInputStream()) {
      Thread follower = new Thread(() -> other.run(List.of("-"), in));
      try (PipedOutputStream out = new PipedOutputStream(in)) {
        follower.start();
        // The second is whole when nothing follows for a while, the third when that is the end.
        out.write((ERROR + ERROR).getBytes(StandardCharsets.UTF_8));
        out.flush();
        expect(3);
        out.write(ERROR.getBytes(StandardCharsets.UTF_8));
      }
      follower.join(PATIENCE.toMillis());
      assertThat(follower.isAlive()).isFalse();
      expect(4);
    }
  }

  private void append(String text) throws IOException {
    Files.writeString(log, text, StandardOpenOption.APPEND);
  }

  private void expect(int count) {
    await(count + " events").atMost(PATIENCE).until(() -> events.size() == count);
  }
}
