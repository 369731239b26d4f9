package dev.openaierrors.plugin;

import static dev.openaierrors.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that is killed (SIGKILL) and started again by its supervisor. */
@Tag("slow")
class KillTest {

  /** By hand more: {@code -Dkills=50}. */
  private static final int KILLS = Integer.getInteger("kills", 5);

  @TempDir Path folder;

  private static List<String> lines(Path log) throws Exception {
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  private static void awaitLine(Path log, String wanted) {
    // As fast as it can, since what is looked for happens within a millisecond.
    await("the line '" + wanted + "'")
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> lines(log).contains(wanted));
  }

  @Test
  void aNoticeDoesNotComeAgainHoweverSoonItIsKilled() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int kill = 0; kill < KILLS; kill++) {
      Path state = folder.resolve("alerts.state." + kill);
      Path log = folder.resolve("log." + kill);
      Process first = AlertingProcess.start(state, log, "first");
      try {
        awaitLine(log, "alert firing");
        LockSupport.parkNanos(random.nextInt(3_000_000));
      } finally {
        first.destroyForcibly().waitFor();
      }
      Path after = folder.resolve("after." + kill);
      byte[] left = Files.readAllBytes(state);
      Process second = AlertingProcess.start(state, after, "first");
      try {
        await("another state").until(() -> !Arrays.equals(left, read(state)));
      } finally {
        second.destroyForcibly().waitFor();
      }
      assertThat(lines(after)).as("kill %d, seed %d", kill, seed).isEmpty();
    }
  }

  private static byte[] read(Path state) {
    try {
      return Files.readAllBytes(state);
    } catch (IOException justReplaced) {
      return new byte[0];
    }
  }

  @Test
  void killedSoonerThanItAlertsItAddsUpAllTheSame() throws Exception {
    Path state = folder.resolve("alerts.state");
    Path log = folder.resolve("log");
    for (int run = 1; run < 3; run++) {
      byte[] before = read(state);
      Process one = AlertingProcess.start(state, log, "3 in 1h");
      try {
        await("another state").until(() -> !Arrays.equals(before, read(state)));
      } finally {
        one.destroyForcibly().waitFor();
      }
      assertThat(lines(log)).isEmpty();
    }
    Process third = AlertingProcess.start(state, log, "3 in 1h");
    try {
      awaitLine(log, "alert firing");
    } finally {
      third.destroyForcibly().waitFor();
    }
  }

  @Test
  void twoProcessesOnOneFileAreBothRight() throws Exception {
    Path state = folder.resolve("alerts.state");
    Process first = AlertingProcess.start(state, folder.resolve("first"), "first");
    try {
      awaitLine(folder.resolve("first"), "alert firing");
      byte[] written = Files.readAllBytes(state);
      Process second = AlertingProcess.start(state, folder.resolve("second"), "first");
      try {
        awaitLine(folder.resolve("second"), "alert firing");
      } finally {
        second.destroyForcibly().waitFor();
      }
      assertThat(lines(folder.resolve("second")))
          .hasSize(2)
          .first()
          .asString()
          .contains("in use by another process");
      assertThat(Files.readAllBytes(state)).isEqualTo(written);
    } finally {
      first.destroyForcibly().waitFor();
    }
    assertThat(lines(folder.resolve("first"))).containsExactly("alert firing");
  }
}
