package dev.openaierrors.plugin;

import static dev.openaierrors.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PreparationTest {

  private static final Duration LONG = Duration.ofHours(1);

  private final AtomicBoolean done = new AtomicBoolean();
  private final AtomicInteger prepared = new AtomicInteger();

  private Preparation waiting(Duration time) {
    return new Preparation(time, done, prepared::incrementAndGet);
  }

  private static Thread thread(Preparation preparation) {
    Thread[] started = new Thread[1];
    preparation.start(
        task -> {
          started[0] = new Thread(task);
          started[0].setDaemon(true);
          started[0].start();
        });
    return started[0];
  }

  @Test
  void isDoneOnceHoweverManyAskForIt() {
    waiting(Duration.ZERO).start(Runnable::run);
    waiting(Duration.ZERO).start(Runnable::run);
    assertThat(prepared).hasValue(1);
  }

  @Test
  void aThreadThatWaitsEndsWhenItsAppenderStops() {
    Preparation preparation = waiting(LONG);
    Thread thread = thread(preparation);
    assertThat(thread.isAlive()).isTrue();
    preparation.stop();
    await("the end of the thread").until(() -> !thread.isAlive());
    assertThat(prepared).hasValue(0);
  }

  @Test
  void whoeverStopsLeavesItToTheOthers() {
    Preparation first = waiting(LONG);
    Thread thread = thread(first);
    Thread second = thread(waiting(Duration.ofMillis(50)));
    first.stop();
    await("the end of both").until(() -> !thread.isAlive() && !second.isAlive());
    assertThat(prepared).hasValue(1);
  }

  @Test
  void aFrameworkThatInterruptsItsThreadsLeavesItToTheOthers() {
    Thread.currentThread().interrupt();
    waiting(LONG).start(Runnable::run);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(prepared).hasValue(0);
    waiting(Duration.ZERO).start(Runnable::run);
    assertThat(prepared).hasValue(1);
  }

  @Test
  void aFrameworkWithoutAThreadToSpareIsNoHarm() {
    for (int i = 0; i < 20; i++) {
      waiting(Duration.ZERO)
          .start(
              task -> {
                throw new RejectedExecutionException("stopping");
              });
    }
    waiting(Duration.ZERO).start(Runnable::run);
    assertThat(prepared).hasValue(1);
  }

  @Test
  void aClassThatIsMissingIsToldByTheFirstErrorOnly() {
    new Preparation(
            Duration.ZERO,
            done,
            () -> {
              throw new NoClassDefFoundError("dev/openaierrors/Missing");
            })
        .start(Runnable::run);
    assertThat(done).isTrue();
  }
}
