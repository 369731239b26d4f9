package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.Severity;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Many notices in one. */
class DigestTest {

  private static Alert alert(String id, Severity severity) {
    return TestAlert.of(AlertState.FIRING).id(id).severity(severity).title("T-" + id).make();
  }

  @Test
  void hasTheLastStateOfEachIncidentTheWorstFirst() {
    Digest digest = Digest.ofTooMany();
    digest.add(alert("a", Severity.INFO));
    digest.add(alert("b", Severity.CRITICAL));
    digest.add(alert("c", Severity.WARNING));
    digest.add(TestAlert.of(AlertState.RESOLVED).id("a").severity(Severity.INFO).make());

    Alert all = digest.alert();

    assertThat(digest.notices()).isEqualTo(4);
    assertThat(all.state()).isEqualTo(AlertState.DIGEST);
    assertThat(all.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(all.text().summary())
        .startsWith("[FIRING] T-b (rule quota, 41 failures); [FIRING] T-c (rule quota")
        .containsSubsequence("T-c", "[RESOLVED]")
        .doesNotContain("T-a");
    assertThat(all.counts().failures()).isEqualTo(3 * 41);
    assertThat(all.dimensions()).isEqualTo(Map.of("rule", Map.of("quota", 3L)));
  }

  @Test
  void whatIsOpenComesBeforeWhatIsOverAndTheNewestFirst() {
    Instant old = TestAlert.START;
    Digest digest = Digest.ofTooMany();
    digest.add(TestAlert.of(AlertState.RESOLVED).id("over").title("over").make());
    digest.add(TestAlert.of(AlertState.FIRING).id("old").title("old").seen(old, old).make());
    digest.add(TestAlert.of(AlertState.FIRING).id("new").title("new").make());

    assertThat(digest.alert().text().summary()).containsSubsequence("] new", "] old", "] over");
  }

  @Test
  void spansAllThatItTellsOf() {
    Instant early = Instant.parse("2026-11-20T00:00:00Z");
    Digest digest = Digest.ofTooMany();
    digest.add(TestAlert.of(AlertState.FIRING).id("a").seen(early, early).make());
    digest.add(TestAlert.firing("b"));

    assertThat(digest.alert().times().startsAt()).isEqualTo(early);
    assertThat(digest.alert().times().lastSeen()).isEqualTo(TestAlert.LAST_SEEN);
    assertThat(digest.alert().times().at()).isEqualTo(TestAlert.LAST_SEEN);
  }

  @Test
  void namesTenAndCountsTheOthers() {
    Digest digest = Digest.ofTooMany();
    for (int i = 0; i < 14; i++) {
      digest.add(alert("a" + i, Severity.WARNING));
    }

    assertThat(digest.alert().text().summary()).endsWith("; and 4 more");
    assertThat(digest.alert().text().title()).startsWith("and 14 more OpenAI alerts");
  }

  @Test
  void ofVeryManyTheWorstAreKeptApart() {
    Digest digest = Digest.ofTooMany();
    for (int i = 0; i < 3 * Digest.CAPACITY; i++) {
      digest.add(alert("a" + i, Severity.INFO));
    }
    assertThat(digest.isCritical()).isFalse();
    digest.add(alert("worst", Severity.CRITICAL));

    assertThat(digest.isCritical()).isTrue();
    assertThat(digest.notices()).isEqualTo(3 * Digest.CAPACITY + 1);
    assertThat(digest.alert().text().summary())
        .startsWith("[FIRING] T-worst")
        .endsWith("; and more than 54 more");
  }

  @Test
  void whatNobodyKnowsAnyMoreIsCounted() {
    Digest digest = Digest.ofQuietHours();
    digest.add(alert("a", Severity.WARNING));
    assertThat(digest.alert().text().title()).startsWith("1 OpenAI incident in quiet hours");
    digest.addUnknown(2);

    assertThat(digest.notices()).isEqualTo(3);
    assertThat(digest.alert().text().title()).startsWith("3 OpenAI incidents in quiet hours");
    assertThat(digest.alert().text().cause()).isEqualTo("Quiet hours held these notices back.");
  }

  @Test
  void isTheSameForTheSameNotices() {
    Digest one = Digest.ofTooMany();
    Digest other = Digest.ofTooMany();
    one.add(TestAlert.firing("a"));
    other.add(TestAlert.firing("a"));

    assertThat(one.alert()).isEqualTo(other.alert());
  }
}
