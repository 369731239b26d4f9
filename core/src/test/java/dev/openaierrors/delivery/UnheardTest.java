package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.delivery.PendingAlerts.Shipment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept while a destination is away. */
class UnheardTest {

  private static final long MINUTE = 60_000;

  private final Unheard unheard = new Unheard();

  private static @Nullable String id(@Nullable Shipment shipment) {
    return shipment == null ? null : shipment.alert().id();
  }

  @ParameterizedTest
  @EnumSource
  void isWhatBeginsChangesOrEndsAnIncident(AlertState state) {
    boolean passing =
        switch (state) {
          case ONGOING, STOPPED, DIGEST, TEST -> true;
          default -> false;
        };
    assertThat(Unheard.matters(state)).isEqualTo(!passing);
  }

  @Test
  void theOldestIsTriedFirstAMinuteAfterTheLastFailure() {
    unheard.keep(TestAlert.firing("a"), 0);
    unheard.keep(TestAlert.firing("b"), 1_000);

    assertThat(unheard.next(MINUTE)).isNull();
    assertThat(id(unheard.next(MINUTE + 1_000))).isEqualTo("a");
    assertThat(id(unheard.next(MINUTE + 1_000))).isEqualTo("b");
    assertThat(unheard.next(MINUTE + 1_000)).isNull();
  }

  @Test
  void isTriedAtOnceWhenTheDestinationIsBack() {
    unheard.keep(TestAlert.firing("a"), 5_000);
    unheard.back();

    assertThat(id(unheard.next(5_001))).isEqualTo("a");
  }

  @Test
  void ofOneIncidentTheLatestNoticeIsKeptBehindTheOthers() {
    unheard.keep(TestAlert.firing("a"), 0);
    unheard.keep(TestAlert.firing("b"), 0);
    Alert over = TestAlert.of(AlertState.RESOLVED).id("a").make();

    assertThat(unheard.keep(over, 0)).isZero();
    assertThat(unheard.all()).extracting(Alert::id).containsExactly("b", "a");
    assertThat(unheard.all()).extracting(Alert::state).contains(AlertState.RESOLVED);
  }

  @Test
  void theOldestGoesWhereThereAreTooMany() {
    for (int i = 0; i < Unheard.CAPACITY; i++) {
      assertThat(unheard.keep(TestAlert.firing("a" + i), i)).isZero();
    }

    assertThat(unheard.keep(TestAlert.firing("new"), 0)).isEqualTo(1);
    assertThat(unheard.has("a0")).isFalse();
    assertThat(unheard.has("new")).isTrue();
    assertThat(unheard.size()).isEqualTo(Unheard.CAPACITY);
  }

  @Test
  void whatIsToldOtherwiseOrWaitsElsewhereIsTakenOut() {
    unheard.keep(TestAlert.firing("a"), 0);
    unheard.keep(TestAlert.firing("b"), 0);
    unheard.keep(TestAlert.firing("c"), 0);
    unheard.supersede("a");

    assertThat(unheard.take(alert -> alert.id().equals("b")))
        .extracting(Alert::id)
        .containsExactly("b");
    assertThat(unheard.all()).extracting(Alert::id).containsExactly("c");
    unheard.clear();
    assertThat(unheard.size()).isZero();
  }
}
