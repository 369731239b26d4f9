package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.Failure;
import dev.openaierrors.delivery.PagerDutyStub;
import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.plugin.ManualHost.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person on call gets of a service that runs as three pods, which know nothing of each
 * other, from a PagerDuty that keeps incidents by their key.
 */
class FleetTest {

  private static final Duration QUIET = Duration.ofMinutes(30);

  /** How long an incident may look resolved that another pod still sees. */
  private static final Duration RENEWED = Duration.ofMinutes(6);

  private final ManualClock clock = new ManualClock();
  private final List<Pod> pods = new ArrayList<>();
  private PagerDutyStub pagerDuty;

  @BeforeEach
  void start() throws Exception {
    pagerDuty = PagerDutyStub.start();
  }

  @AfterEach
  void stop() throws Exception {
    pods.forEach(pod -> pod.services.close());
    pagerDuty.close();
  }

  private final class Pod {

    final String name;
    final ManualHost host = new ManualHost(clock);
    final AlertServices services = new AlertServices(clock);
    final AlertServices.Handle handle;
    boolean fails;

    Pod(String name, String quiet, @Nullable Path stateFile) {
      this.name = name;
      Settings settings =
          new Settings()
              .set("service", "chat-api")
              .set("environment", "prod")
              .set("instance", name)
              .set("stateFile", stateFile == null ? "" : stateFile.toString())
              .add(
                  "alert",
                  new Settings().set("name", "quota").set("when", "first").set("quiet", quiet))
              .add(
                  "pagerDuty",
                  new Settings()
                      .set("url", pagerDuty.url(name).toString())
                      .set("routingKey", "0123456789abcdef0123456789abcdef"));
      handle = services.start("A", host, settings);
      pods.add(this);
    }

    void stop() {
      handle.stop();
      pods.remove(this);
    }

    void fail() {
      OpenAiError error =
          Objects.requireNonNull(ErrorAnalyzer.create().analyze(PluginContract.QUOTA));
      handle.accept(
          new Failure(
              clock.instant(),
              error,
              new Failure.Source("com.acme.Chat", "ERROR", "main"),
              null,
              (int) clock.millis()));
    }
  }

  private Pod pod(String name) {
    return new Pod(name, "30m", null);
  }

  /**
   * Lets time pass for all of them; those that fail do so once a minute, each at a second of its
   * own.
   *
   * @return for how long at most nothing was open while one of them failed
   */
  private Duration pass(Duration time) {
    Duration longest = Duration.ZERO;
    Duration unseen = Duration.ZERO;
    for (long second = 0; second < time.toSeconds(); second++) {
      clock.advance(Duration.ofSeconds(1));
      for (Pod pod : pods) {
        if (pod.fails && second % 60 == Math.floorMod(pod.name.hashCode(), 60)) {
          pod.fail();
        }
        pod.host.tick();
      }
      boolean failing = pods.stream().anyMatch(pod -> pod.fails);
      unseen = failing && pagerDuty.open().isEmpty() ? unseen.plusSeconds(1) : Duration.ZERO;
      longest = unseen.compareTo(longest) > 0 ? unseen : longest;
    }
    return longest;
  }

  private void fail(boolean whether, Pod... which) {
    for (Pod pod : which) {
      pod.fails = whether;
    }
  }

  @Test
  void whatAllPodsSeeIsOnePageAndEndsOnce() {
    Pod a = pod("pod-a");
    Pod b = pod("pod-b");
    Pod c = pod("pod-c");
    fail(true, a, b, c);
    pass(Duration.ofHours(1));
    assertThat(pagerDuty.open()).containsExactly("openai/chat-api/prod/quota/openai");
    fail(false, a, b, c);
    pass(QUIET.plusMinutes(2));

    assertThat(pagerDuty.pages()).isEqualTo(1);
    assertThat(pagerDuty.open()).isEmpty();
  }

  @Test
  void whileAPodFailsItTellsThatAgainEveryFiveMinutes() {
    Pod a = pod("pod-a");
    fail(true, a);
    pass(Duration.ofMinutes(62));

    long triggers = pagerDuty.actions().stream().filter("trigger pod-a"::equals).count();
    assertThat(triggers).isBetween(11L, 14L);
    assertThat(pagerDuty.pages()).isEqualTo(1);
  }

  @Test
  void whatSomebodyResolvesThoughItGoesOnIsOpenedAgainSoon() {
    Pod a = pod("pod-a");
    fail(true, a);
    pass(Duration.ofMinutes(17));
    pagerDuty.resolveByHand();

    assertThat(pass(Duration.ofMinutes(30))).isLessThanOrEqualTo(RENEWED);
    assertThat(pagerDuty.pages()).isEqualTo(2);
  }

  @Test
  void aPodThatFindsItOverHidesForMinutesOnlyWhatOthersStillSee() {
    Pod a = pod("pod-a");
    Pod b = pod("pod-b");
    Pod c = pod("pod-c");
    fail(true, a, b, c);
    pass(Duration.ofMinutes(10));
    fail(false, a);

    assertThat(pass(Duration.ofHours(2))).isBetween(Duration.ofSeconds(1), RENEWED);
    assertThat(pagerDuty.open()).hasSize(1);
    assertThat(pagerDuty.pages()).as("the price of a resolve by one of them").isEqualTo(2);

    fail(false, b, c);
    pass(QUIET.plusMinutes(2));
    assertThat(pagerDuty.open()).isEmpty();
    assertThat(pagerDuty.pages()).isEqualTo(2);
  }

  @Test
  void aRollingDeployIsOnePageAndTheNewPodsEndIt() {
    List<Pod> old = List.of(pod("old-a"), pod("old-b"), pod("old-c"));
    old.forEach(pod -> pod.fails = true);
    pass(Duration.ofMinutes(10));
    for (Pod pod : old) {
      pod("new" + pod.name.substring(3)).fails = true;
      pass(Duration.ofMinutes(1));
      pod.stop();
      pass(Duration.ofMinutes(1));
      assertThat(pagerDuty.open()).as("none is resolved by a pod that stops").hasSize(1);
    }
    pass(Duration.ofMinutes(30));
    pods.forEach(pod -> pod.fails = false);
    pass(QUIET.plusMinutes(2));

    assertThat(pagerDuty.pages()).isEqualTo(1);
    assertThat(pagerDuty.open()).isEmpty();
    assertThat(pagerDuty.actions()).doesNotContain("resolve old-a", "resolve old-b");
  }

  @Test
  void whatADeployCuresStaysOpenForPagerDutysAutoResolve() {
    Pod old = pod("old");
    fail(true, old);
    pass(Duration.ofMinutes(10));
    old.stop();
    pod("new");
    pass(Duration.ofHours(2));

    assertThat(pagerDuty.pages()).isEqualTo(1);
    assertThat(pagerDuty.open()).hasSize(1);
  }

  @Test
  void withAStateFileTheNextStartEndsIt(@TempDir Path folder) {
    Path file = folder.resolve("alerts.state");
    Pod old = new Pod("old", "30m", file);
    fail(true, old);
    pass(Duration.ofMinutes(10));
    old.stop();
    new Pod("new", "30m", file);
    pass(QUIET.minusMinutes(1));
    assertThat(pagerDuty.open()).hasSize(1);
    pass(Duration.ofMinutes(2));

    assertThat(pagerDuty.pages()).isEqualTo(1);
    assertThat(pagerDuty.open()).isEmpty();
    assertThat(pagerDuty.actions()).endsWith("resolve new");
  }

  @Test
  void aPodThatNeverGotThroughEndsNothing() {
    Pod a = pod("pod-a");
    Pod b = pod("pod-b");
    pagerDuty.away("pod-a", true);
    fail(true, a, b);
    pass(Duration.ofMinutes(10));
    fail(false, a);
    pass(QUIET);
    pagerDuty.away("pod-a", false);
    pass(Duration.ofMinutes(10));

    assertThat(a.host.states()).as("it was over for it").contains("resolved");
    assertThat(pagerDuty.actions()).doesNotContain("resolve pod-a", "trigger pod-a");
    assertThat(pagerDuty.pages()).isEqualTo(1);
    assertThat(pagerDuty.open()).hasSize(1);
  }

  /** With a quiet period shorter than that after which it is told again. */
  @Test
  void whatIsOverForAllIsNotOpenedAgainByWhatOneSawBefore() {
    Pod a = new Pod("pod-a", "4m", null);
    Pod b = new Pod("pod-b", "4m", null);
    a.fail();
    b.fail();
    pass(Duration.ofSeconds(50));
    b.fail();
    pass(Duration.ofMinutes(15));

    assertThat(pagerDuty.actions())
        .containsExactlyInAnyOrder(
            "trigger pod-a", "trigger pod-b", "resolve pod-a", "resolve pod-b");
    assertThat(pagerDuty.pages()).isEqualTo(1);
    assertThat(pagerDuty.open()).isEmpty();
  }
}
