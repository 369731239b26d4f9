package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whose end a destination that keeps states is told. */
class BeginningsTest {

  private final Beginnings beginnings = new Beginnings();

  private static Alert notice(AlertState state) {
    return TestAlert.of(state).make();
  }

  @Test
  void whatNobodyThereHeardOfDoesNotEnd() {
    beginnings.offered(notice(AlertState.FIRING));
    assertThat(beginnings.isVain(notice(AlertState.RESOLVED))).isTrue();
  }

  @Test
  void whatWasHeardOfEndsThoughThatItCameBackWasNot() {
    beginnings.offered(notice(AlertState.FIRING));
    beginnings.delivered(notice(AlertState.FIRING));
    beginnings.offered(notice(AlertState.REOPENED));

    assertThat(beginnings.isVain(notice(AlertState.RESOLVED))).isFalse();
  }

  @Test
  void afterItsEndWasHeardOfItBeginsAnew() {
    beginnings.offered(notice(AlertState.FIRING));
    beginnings.delivered(notice(AlertState.FIRING));
    beginnings.delivered(notice(AlertState.RESOLVED));
    beginnings.offered(notice(AlertState.REOPENED));

    assertThat(beginnings.isVain(notice(AlertState.RESOLVED))).isTrue();
  }

  @Test
  void anEndThatGotLostKeepsNoLaterOneFromBeingTold() {
    SharedIncidents shared = new SharedIncidents();
    Instant monday = Instant.parse("2026-11-30T09:00:00Z");
    shared.opened("key", "lost", monday);
    shared.opened("key", "later", monday.plus(Duration.ofMinutes(30)));
    assertThat(shared.isLast("key", "later", monday.plus(Duration.ofHours(1)))).isFalse();

    shared.opened("key", "later", monday.plus(Duration.ofHours(3)));
    assertThat(shared.isLast("key", "later", monday.plus(Duration.ofHours(3)))).isTrue();
  }
}
