package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.delivery.PendingAlerts.Shipment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Notices for people: none is lost without being counted, and the worst come first. */
class NoticeQueueTest {

  private final NoticeQueue queue = new NoticeQueue();

  private static Alert alert(String id, Severity severity) {
    return TestAlert.of(AlertState.FIRING).id(id).severity(severity).make();
  }

  private @Nullable String next(int left) {
    Shipment next = queue.next(0, left);
    return next == null ? null : next.alert().id();
  }

  @Test
  void theWorstComesFirstAndOfEquallyBadWhatARetryDoesNotCure() {
    queue.add(alert("info", Severity.INFO));
    queue.add(TestAlert.of(AlertState.FIRING).id("retryable").retryable().make());
    queue.add(alert("critical", Severity.CRITICAL));

    assertThat(Arrays.asList(next(9), next(9), next(9)))
        .containsExactly("critical", "retryable", "info");
    assertThat(next(9)).isNull();
  }

  @Test
  void noticesOfOneIncidentKeepTheirOrder() {
    queue.add(alert("a", Severity.INFO));
    queue.add(alert("b", Severity.WARNING));
    queue.add(TestAlert.of(AlertState.ESCALATED).id("a").severity(Severity.CRITICAL).make());
    List<AlertState> ofA = new ArrayList<>();
    for (Shipment one = queue.next(0, 9); one != null; one = queue.next(0, 9)) {
      if (one.alert().id().equals("a")) {
        ofA.add(one.alert().state());
      }
    }

    assertThat(ofA).containsExactly(AlertState.FIRING, AlertState.ESCALATED);
  }

  @Test
  void theLastOfAnHourTellsOfAllThatWait() {
    queue.add(alert("a", Severity.WARNING));
    queue.add(alert("b", Severity.WARNING));
    Shipment digest = Objects.requireNonNull(queue.next(0, 1));
    assertThat(digest.alert().state()).isEqualTo(AlertState.DIGEST);
    assertThat(digest.notices()).isEqualTo(2);
    assertThat(queue.size()).isZero();
  }

  @Test
  void whereNothingIsLeftOfTheHourAllWait() {
    queue.add(alert("a", Severity.CRITICAL));

    assertThat(queue.next(0, 0)).isNull();
    assertThat(queue.size()).isEqualTo(1);
  }

  @Test
  void quietHoursHoldBackWhatIsNotCriticalAndTellItInOneAfterThem() {
    queue.setQuiet(true);
    queue.add(alert("a", Severity.WARNING));
    queue.add(alert("b", Severity.CRITICAL));
    queue.add(alert("c", Severity.INFO));

    assertThat(next(9)).isEqualTo("b");
    assertThat(next(9)).isNull();
    queue.setQuiet(false);
    Shipment digest = Objects.requireNonNull(queue.next(0, 9));
    assertThat(digest.parts()).extracting(Alert::id).containsExactly("a", "c");
  }

  @Test
  void aDigestThatFailedWaitsAgainForAMinute() {
    queue.setQuiet(true);
    queue.add(alert("a", Severity.WARNING));
    queue.setQuiet(false);
    Shipment digest = Objects.requireNonNull(queue.next(0, 9));
    queue.putBack(digest, 0);

    assertThat(queue.next(59_999, 9)).isNull();
    assertThat(queue.next(60_000, 9)).isNotNull();
  }

  /** Whatever comes in whatever order: what went in is sent, waits, or is counted as left out. */
  @Test
  void nothingIsLostUncounted() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      NoticeQueue notices = new NoticeQueue();
      long single = 0;
      int added = 0;
      for (int i = 0; i < 400; i++) {
        switch (random.nextInt(6)) {
          case 0 -> notices.setQuiet(random.nextBoolean());
          case 1, 2 -> {
            Shipment sent = notices.next(i * 1_000L, random.nextInt(4));
            single += sent != null && sent.alert().state() != AlertState.DIGEST ? 1 : 0;
          }
          default -> {
            Severity severity = List.of(Severity.values()).get(random.nextInt(3));
            notices.add(alert("a" + random.nextInt(90), severity));
            added++;
          }
        }
        assertThat(notices.size()).as("seed %d", seed).isGreaterThanOrEqualTo(0);
        assertThat(notices.all().size())
            .as("seed %d", seed)
            .isLessThanOrEqualTo(NoticeQueue.CAPACITY + Digest.CAPACITY);
      }
      long left = notices.all().size();
      assertThat(single + notices.dropped() + left)
          .as("seed %d", seed)
          .isGreaterThanOrEqualTo(added);
    }
  }

  @Test
  void atTheEndAFewAreToldOneByOneAndTheRestInOne() {
    for (int i = 0; i < 20; i++) {
      queue.add(alert("a" + i, Severity.WARNING));
    }
    List<Shipment> last = queue.drain(30);

    assertThat(last).hasSize(8);
    assertThat(last.stream().mapToInt(Shipment::notices).sum()).isEqualTo(20);
    assertThat(queue.size()).isZero();
  }
}
