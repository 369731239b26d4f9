package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said of a destination that does not work. */
class OutageTest {

  private static final long HOUR = 3_600_000;

  private final Outage outage = new Outage("slack");

  @Test
  void isSaidOnceWithItsReasonAndOnceThatItIsOver() {
    assertThat(outage.failed(0, "HTTP 503", 0))
        .isEqualTo(
            new DeliveryNews(
                "slack",
                true,
                "an alert was not delivered: HTTP 503; tried again each minute until delivery"
                    + " recovers."));
    assertThat(outage.failed(0, "HTTP 503", 1)).isNull();
    assertThat(outage.over())
        .isEqualTo(new DeliveryNews("slack", false, "delivery recovered; nothing was lost."));
    assertThat(outage.over()).isNull();
  }

  @Test
  void aLossIsSaidOnceAndCountedUntilTheEnd() {
    outage.failed(0, "HTTP 503", 0);

    assertThat(outage.failed(1, "HTTP 400", 1))
        .extracting(DeliveryNews::text)
        .isEqualTo(
            "an alert was lost: HTTP 400; further losses will be reported once delivery recovers.");
    assertThat(outage.failed(2, "HTTP 400", 2)).isNull();
    assertThat(outage.over())
        .extracting(DeliveryNews::text)
        .isEqualTo("delivery recovered; 3 alerts were lost.");
  }

  @Test
  void oneThatIsLostAtOnceIsSaidAsThat() {
    assertThat(outage.failed(1, null, 0))
        .extracting(DeliveryNews::text)
        .isEqualTo(
            "an alert was not delivered: no reason was given; further losses will be reported once"
                + " delivery recovers.");
    assertThat(outage.failed(1, null, 1)).isNull();
    assertThat(outage.over())
        .extracting(DeliveryNews::text)
        .isEqualTo("delivery recovered; 2 alerts were lost.");
  }

  @Test
  void ofOneThatComesAndGoesItIsSaidSomeTimesAnHourAndNoLossIsForgotten() {
    for (int i = 0; i < Outage.AN_HOUR; i++) {
      assertThat(outage.failed(0, "reset", i)).isNotNull();
      assertThat(outage.over()).isNotNull();
    }
    assertThat(outage.failed(1, "reset", 10)).isNull();
    assertThat(outage.over()).isNull();

    assertThat(outage.failed(1, "reset", HOUR)).isNotNull();
    assertThat(outage.over())
        .extracting(DeliveryNews::text)
        .isEqualTo("delivery recovered; 2 alerts were lost.");
  }

  @Test
  void aReasonIsOneShortLine() {
    assertThat(outage.failed(0, "a\nb\u001b[31m" + "x".repeat(10_000), 0))
        .extracting(DeliveryNews::text)
        .asString()
        .hasSizeLessThan(500)
        .doesNotContain("\n", "\u001b");
  }
}
