package dev.openaierrors.analyzer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.analyzer.input.AnalyzedEvent;
import dev.openaierrors.analyzer.report.Events;
import dev.openaierrors.error.ErrorKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules over a log while it is written. */
class LiveReplayTest {

  private static final Instant END = Events.TEN.plus(Duration.ofHours(12));

  private final LiveReplay live = new LiveReplay(Rules.DEFAULTS);

  private static List<AnalyzedEvent> halfAnHour() {
    List<AnalyzedEvent> events = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      events.add(
          Events.of(ErrorKind.INSUFFICIENT_QUOTA)
              .thread("worker-" + i)
              .after(Duration.ofSeconds(30L * i)));
    }
    return events;
  }

  @Test
  void itTellsWhatAReplayTells() throws IOException {
    List<Alert> told = new ArrayList<>();
    halfAnHour().forEach(event -> told.addAll(live.add(event)));
    told.addAll(live.until(END));

    try (Replay replay = new Replay(Rules.DEFAULTS)) {
      for (AnalyzedEvent event : halfAnHour()) {
        replay.add(event);
      }
      replay.logged(END);
      assertThat(told).isNotEmpty().isEqualTo(replay.run().alerts());
    }
  }

  @Test
  void anIncidentIsResolvedWhenTimePasses() {
    halfAnHour().forEach(live::add);
    assertThat(live.until(Events.TEN)).isEmpty();
    assertThat(live.until(END)).extracting(Alert::state).contains(AlertState.RESOLVED);
    assertThat(live.until(END)).isEmpty();
  }

  @Test
  void whatComesLateIsOfTheMomentThatWasReached() {
    halfAnHour().forEach(live::add);
    live.until(Events.TEN.plus(Duration.ofMinutes(31)));
    assertThat(live.add(halfAnHour().get(3))).isEmpty();
  }
}
