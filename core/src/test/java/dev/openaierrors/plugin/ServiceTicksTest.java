package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.Origin;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ticks start with what is recorded and end with their run. */
class ServiceTicksTest {

  private final ManualHost.ManualClock clock = new ManualHost.ManualClock();
  private final ManualHost before = new ManualHost(clock);
  private final ManualHost after = new ManualHost(clock);
  private final AlertRun first = run(before);
  private final AlertRun second = run(after);
  private final List<AlertRun> driven = new ArrayList<>();
  private AlertRun current = first;
  private final ServiceTicks ticks = new ServiceTicks(first, this::tick);

  private static AlertRun run(ManualHost host) {
    return new AlertRun(host, new AlertSettings(new Settings(), host).plan(Origin.NONE));
  }

  private void tick(ServiceTicks.Ticks one) {
    if (ticks.areDue(one, current)) {
      driven.add(current);
    }
  }

  @Test
  void nothingTicksWhileTheyAreHeld() {
    ticks.wake(first);
    assertThat(before.isTicking()).isFalse();
    ticks.release();
    ticks.wake(first);
    assertThat(before.isTicking()).isTrue();
  }

  @Test
  void theTicksOfARunDriveIt() {
    ticks.release();
    ticks.wake(first);
    before.tick();
    assertThat(driven).containsExactly(first);
  }

  @Test
  void ticksThatAThreadStartedForARunThatWasGoneGiveWayToThoseOfTheNextOne() {
    ticks.release();
    // The thread looked which run it is just before another took its place.
    current = second;
    ticks.wake(first);
    assertThat(before.isTicking()).isTrue();

    before.tick();

    assertThat(driven).isEmpty();
    assertThat(before.isTicking()).isFalse();
    assertThat(after.isTicking()).isTrue();
    after.tick();
    assertThat(driven).containsExactly(second);
  }

  @Test
  void ticksThatWereHeldStartNothing() {
    ticks.release();
    ticks.wake(first);
    ticks.hold();
    assertThat(before.isTicking()).isFalse();
    ticks.wake(second);
    assertThat(after.isTicking()).isFalse();
  }
}
