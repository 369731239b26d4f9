package dev.openaierrors.plugin;

import static dev.openaierrors.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.openaierrors.delivery.VendorStub;
import dev.openaierrors.delivery.VendorStub.Vendor;
import dev.openaierrors.plugin.PluginContract.LogCall;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of alerts where a destination does not do what it should, in every framework:
 * nothing is told twice or, if it can be helped, lost, and nobody who logs waits. The time is the
 * real one.
 */
@Tag("newest-only")
public abstract class DestinationsContract {

  private static final String QUOTA = PluginContract.QUOTA;
  private static final String SLOW_DOWN =
      "openai.RateLimitError: Error code: 429 - {'error': {'message': 'Slow down', 'type':"
          + " 'rate_limit_error', 'param': None, 'code': 'slow_down'}}";
  private static final int EVENTS = 2_000;
  // Less than a request without an answer takes.
  private static final Duration A_MOMENT = Duration.ofSeconds(3);

  private VendorStub slack;
  private VendorStub pagerDuty;
  private AlertsContract framework;

  /** The framework with the stage of that contract. */
  protected abstract AlertsContract framework();

  @BeforeEach
  final void open() throws Exception {
    slack = VendorStub.of(Vendor.SLACK);
    pagerDuty = VendorStub.of(Vendor.PAGER_DUTY);
    framework = framework();
  }

  @AfterEach
  final void close() throws Exception {
    framework.stop();
    slack.close();
    pagerDuty.close();
    assertThat(slack.malformed()).isEmpty();
    assertThat(pagerDuty.malformed()).isEmpty();
  }

  /** Incidents that end by no test. */
  private AlertSetup setup() {
    return AlertSetup.plain()
        .with("service", "chat-api")
        .element("alert", "name", "quota", "when", "first", "quiet", "1h")
        .element("alert", "name", "slow-down", "when", "first", "quiet", "1h")
        .element("slack", "url", slack.url())
        .element(
            "pagerDuty", "url", pagerDuty.url(), "routingKey", "0123456789abcdef0123456789abcdef");
  }

  private List<String> told(String part) {
    return framework.told().stream().filter(sentence -> sentence.contains(part)).toList();
  }

  private static List<String> titles(List<JsonNode> messages) {
    return messages.stream().map(message -> message.path("text").asText()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"404 Not Found", "410 Gone"})
  void whatIsRefusedForGoodIsSaidOnceAndNotTriedAgainAndTheNextNoticeIs(String status)
      throws Exception {
    slack.refuseNext(status, "no_service");
    framework.start(setup());
    framework.log(LogCall.error(QUOTA));
    await("a refusal").until(() -> told("slack").size() == 1);
    framework.log(LogCall.error(SLOW_DOWN));
    await("the next notice").until(() -> slack.accepted().size() == 1);
    await("a word of it").until(() -> told("slack").size() == 2);
    await("the other destination").until(() -> pagerDuty.accepted().size() == 2);

    assertThat(told("slack").get(0)).contains("HTTP " + status.substring(0, 3) + ": no_service");
    assertThat(told("slack").get(1)).contains("an alert was lost");
    assertThat(titles(slack.accepted())).singleElement().asString().doesNotContain("quota");
    assertThat(slack.asked()).hasSize(2);
    assertThat(told("pagerDuty")).isEmpty();
  }

  @Test
  void whoAsksForPatienceIsAskedAgainWhenItIsOverAndNobodyHearsOfThat() throws Exception {
    slack.askForPatience(3);
    framework.start(setup());
    framework.log(LogCall.error(QUOTA));
    await("the notice").until(() -> slack.accepted().size() == 1);
    await("the other destination").until(() -> pagerDuty.accepted().size() == 1);

    List<Long> asked = slack.asked();
    assertThat(asked).hasSize(2);
    assertThat(Duration.ofNanos(asked.get(1) - asked.get(0)))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    assertThat(told("slack")).isEmpty();
  }

  /** One that takes a request and never answers costs five seconds, but nobody who logs. */
  @Test
  void whoNeverAnswersDelaysNeitherLoggersNorTheOtherDestination() throws Exception {
    pagerDuty.hangNext();
    slack.breakNext();
    framework.start(setup());
    framework.log(LogCall.error(QUOTA));
    await("a request without an answer").until(() -> pagerDuty.asked().size() == 1);
    assertThat(slowest()).isLessThan(A_MOMENT);
    await("the other destination, at its second try").until(() -> slack.accepted().size() == 1);
    assertThat(pagerDuty.asked()).as("meanwhile").hasSize(1);

    await("another try").until(() -> pagerDuty.accepted().size() == 1);

    assertThat(pagerDuty.asked()).hasSize(2);
    assertThat(slack.asked()).hasSize(2);
    assertThat(told("pagerDuty")).isEmpty();
    assertThat(told("slack")).isEmpty();
  }

  /** How long the longest of many calls takes that log an error. */
  private Duration slowest() {
    long slowest = 0;
    for (int i = 0; i < EVENTS; i++) {
      long begin = System.nanoTime();
      framework.log(LogCall.error("call " + i + ": " + QUOTA));
      slowest = Math.max(slowest, System.nanoTime() - begin);
    }
    return Duration.ofNanos(slowest);
  }

  @Test
  void whoNeverAnswersDoesNotKeepTheServiceFromItsEnd() throws Exception {
    pagerDuty.hangNext();
    framework.start(setup());
    framework.log(LogCall.error(QUOTA));
    await("a request without an answer").until(() -> pagerDuty.asked().size() == 1);

    long begin = System.nanoTime();
    framework.stop();

    assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)).isLessThan(15);
    assertThat(titles(slack.accepted())).hasSize(2).last().asString().startsWith("[STOPPED] ");
  }
}
