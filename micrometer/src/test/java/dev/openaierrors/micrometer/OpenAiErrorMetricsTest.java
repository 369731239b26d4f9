package dev.openaierrors.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.AlertListener;
import dev.openaierrors.alert.AlertListener.Outcome;
import dev.openaierrors.alert.AlertListeners;
import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.ErrorGroup;
import dev.openaierrors.alert.OpenAiAlerts;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Limit;
import dev.openaierrors.error.Provider;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.search.Search;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenAiErrorMetricsTest {

  private static final ErrorGroup QUOTA =
      new ErrorGroup(ErrorKind.INSUFFICIENT_QUOTA, Provider.OPENAI, false, null);

  private final AlertListener appender = AlertListeners.all(problem -> {});
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final OpenAiErrorMetrics metrics = new OpenAiErrorMetrics();

  @AfterEach
  void close() {
    metrics.close();
    registry.close();
  }

  private double errors(String... tags) {
    return sum(registry.find("openai.errors").tags(tags));
  }

  private static double sum(Search found) {
    return found.functionCounters().stream().mapToDouble(FunctionCounter::count).sum();
  }

  private double active(String rule) {
    return registry.find("openai.alert.active").tag("rule", rule).gauges().stream()
        .mapToDouble(Gauge::value)
        .sum();
  }

  @Test
  void everyKindIsThereAtZeroBeforeItsFirstError() {
    metrics.bindTo(registry);
    Set<String> kinds =
        registry.find("openai.errors").tag("provider", "openai").meters().stream()
            .map(meter -> String.valueOf(meter.getId().getTag("kind")))
            .collect(Collectors.toSet());
    assertThat(kinds).hasSize(ErrorKind.values().length);
    assertThat(registry.find("openai.errors.repeats").meters()).hasSize(ErrorKind.values().length);
    for (Limit limit : Limit.values()) {
      assertThat(registry.find("openai.errors").tag("limit", limit.id()).meters())
          .as(limit.id())
          .isNotEmpty();
    }
  }

  @Test
  void everyDefaultRuleHasItsGaugeAtZero() {
    metrics.bindTo(registry);
    AlertRules.defaults()
        .rules()
        .forEach(
            rule ->
                assertThat(registry.find("openai.alert.active").tag("rule", rule.name()).gauges())
                    .as(rule.name())
                    .isNotEmpty());
  }

  @Test
  void anErrorIsCountedByKindProviderRetryabilityAndLimit() {
    metrics.bindTo(registry);
    double before = errors("kind", "rate_limit_exceeded", "limit", "tpm", "retryable", "true");
    appender.errors(
        new ErrorGroup(
            ErrorKind.RATE_LIMIT_EXCEEDED, Provider.OPENAI, true, Limit.TOKENS_PER_MINUTE),
        3,
        0);
    assertThat(errors("kind", "rate_limit_exceeded", "limit", "tpm", "retryable", "true"))
        .isEqualTo(before + 3);
  }

  @Test
  void aRepeatIsNoError() {
    metrics.bindTo(registry);
    double before = errors("kind", "insufficient_quota");
    double repeats = sum(registry.find("openai.errors.repeats"));
    appender.errors(QUOTA, 0, 2);
    assertThat(errors("kind", "insufficient_quota")).isEqualTo(before);
    assertThat(sum(registry.find("openai.errors.repeats"))).isEqualTo(repeats + 2);
  }

  @Test
  void whatWasBeforeItWasBoundIsCounted() {
    metrics.bindTo(registry);
    double before = errors("kind", "insufficient_quota");
    appender.errors(QUOTA, 1, 0);
    SimpleMeterRegistry late = new SimpleMeterRegistry();
    try (OpenAiErrorMetrics second = new OpenAiErrorMetrics()) {
      second.bindTo(late);
      assertThat(sum(late.find("openai.errors").tag("kind", "insufficient_quota")))
          .isEqualTo(before + 1);
    }
  }

  @Test
  void severalRegistriesShowTheSame() {
    CompositeMeterRegistry composite = new CompositeMeterRegistry();
    SimpleMeterRegistry child = new SimpleMeterRegistry();
    composite.add(child);
    metrics.bindTo(registry);
    metrics.bindTo(composite);
    appender.errors(QUOTA, 1, 0);
    appender.errors(new ErrorGroup(QUOTA.kind(), Provider.COMPATIBLE, false, null), 1, 0);
    assertThat(sum(child.find("openai.errors").tag("kind", "insufficient_quota")))
        .isEqualTo(errors("kind", "insufficient_quota"));
  }

  @Test
  void aProviderThatIsFirstHeardOfByASuccessIsThereAtZero() {
    metrics.bindTo(registry);
    // No other test of this process has errors of it.
    assertThat(registry.find("openai.errors").tag("provider", "azure").meters()).isEmpty();
    OpenAiAlerts.success(Provider.AZURE, "gpt-5.4-mini");
    assertThat(registry.find("openai.errors").tag("provider", "azure").meters())
        .hasSizeGreaterThanOrEqualTo(ErrorKind.values().length);
    assertThat(errors("provider", "azure")).isZero();
  }

  @Test
  void aProviderThatIsNamedIsThereAtZeroWithTheTagsThatAreGiven() {
    try (OpenAiErrorMetrics named =
        new OpenAiErrorMetrics(List.of(Provider.AZURE), Tags.of("team", "chat"))) {
      named.bindTo(registry);
      assertThat(registry.getMeters())
          .allSatisfy(meter -> assertThat(meter.getId().getTag("team")).isEqualTo("chat"));
      assertThat(registry.find("openai.errors").tag("provider", "azure").meters()).isNotEmpty();
    }
  }

  @Test
  void anIncidentThatOpensChangesAndClosesMovesTheGauge() {
    metrics.bindTo(registry);
    double before = active("quota");
    appender.opened(TestAlerts.of("1", "quota", Severity.WARNING));
    assertThat(active("quota")).isEqualTo(before + 1);
    appender.changed(TestAlerts.of("1", "quota", Severity.CRITICAL), Severity.WARNING);
    assertThat(active("quota")).isEqualTo(before + 1);
    assertThat(
            registry
                .get("openai.alert.active")
                .tags("rule", "quota", "severity", "critical")
                .gauge()
                .value())
        .isEqualTo(before + 1);
    appender.closed(TestAlerts.of("1", "quota", Severity.CRITICAL));
    assertThat(active("quota")).isEqualTo(before);
  }

  @Test
  void noticesAreCountedByDestinationAndOutcome() {
    metrics.bindTo(registry);
    appender.notices("slack", Outcome.DELIVERED, 0);
    assertThat(registry.find("openai.alert.notifications").tag("destination", "slack").meters())
        .isNotEmpty();
    appender.notices("slack", Outcome.DELIVERED, 2);
    appender.notices("slack", Outcome.FAILED, 3);
    appender.notices("slack", Outcome.DROPPED, 4);
    assertThat(
            sum(
                registry
                    .find("openai.alert.notifications")
                    .tags("destination", "slack", "outcome", "delivered")))
        .isEqualTo(2);
    assertThat(
            sum(
                registry
                    .find("openai.alert.notifications")
                    .tags("destination", "slack", "outcome", "failed")))
        .isEqualTo(3);
    assertThat(sum(registry.find("openai.alert.dropped").tag("destination", "slack"))).isEqualTo(4);
  }

  @Test
  void howeverManyNamesThereAreTheMetersAreBounded() {
    Counts counts = new Counts(Tags.empty());
    for (Provider provider : Provider.values()) {
      counts.expect(provider);
    }
    counts.bindTo(registry);
    for (int i = 0; i < 10 * Counts.MOST_NAMES; i++) {
      counts.opened(TestAlerts.of("id" + i, "rule-" + i, Severity.INFO));
      counts.notices("destination-" + i, Outcome.FAILED, 1);
      counts.notices("destination-" + i, Outcome.DROPPED, 1);
    }
    assertThat(registry.find("openai.alert.active").gauges().size())
        .isLessThanOrEqualTo((Counts.MOST_NAMES + 1) * Severity.values().length);
    assertThat(registry.find("openai.alert.notifications").meters().size())
        .isLessThanOrEqualTo((Counts.MOST_NAMES + 1) * Outcome.values().length);
    assertThat(registry.get("openai.alert.dropped").tag("destination", "other").functionCounter())
        .satisfies(rest -> assertThat(rest.count()).isGreaterThan(Counts.MOST_NAMES));
    assertThat(registry.find("openai.errors").meters().size()).isLessThan(130);
  }

  @Test
  void whatIsClosedCountsNoMore() {
    metrics.bindTo(registry);
    metrics.close();
    double before = errors("kind", "insufficient_quota");
    appender.errors(QUOTA, 1, 0);
    assertThat(errors("kind", "insufficient_quota")).isEqualTo(before);
  }

  @Test
  void itIsHeldAsLongAsItIsNotClosedThoughNobodyElseHoldsIt() {
    bindAndForget(registry);
    System.gc();
    double before = errors("kind", "insufficient_quota");
    assertThat(before).as("a number, not what is left of one").isNotNaN();
    appender.errors(QUOTA, 1, 0);
    assertThat(errors("kind", "insufficient_quota")).isEqualTo(before + 1);
  }

  private static void bindAndForget(MeterRegistry registry) {
    new OpenAiErrorMetrics().bindTo(registry);
  }

  @Test
  void tagsAreNeverEmpty() {
    metrics.bindTo(registry);
    for (Meter meter : registry.getMeters()) {
      assertThat(meter.getId().getTags())
          .allSatisfy(tag -> assertThat(tag.getValue()).isNotEmpty());
    }
  }
}
