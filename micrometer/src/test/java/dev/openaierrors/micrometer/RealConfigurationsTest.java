package dev.openaierrors.micrometer;

import static dev.openaierrors.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the configuration of a user to what Prometheus reads. */
class RealConfigurationsTest {

  private static final String QUOTA =
      "OpenAI: 429 You exceeded your current quota, please check your plan and billing details.";
  private static final String ERRORS =
      "openai_errors_total{kind=\"insufficient_quota\",limit=\"none\",provider=\"openai\","
          + "retryable=\"false\"} ";
  private static final String ACTIVE = "openai_alert_active{rule=\"quota\",severity=\"critical\"} ";
  private static final String LOGGED =
      "openai_alert_notifications_total{destination=\"log\",outcome=\"delivered\"} ";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  static Stream<Framework> frameworks() {
    return Stream.of(Framework.logback(), Framework.log4j2());
  }

  private double read(String series) {
    return registry
        .scrape()
        .lines()
        .filter(line -> line.startsWith(series))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no " + series));
  }

  @ParameterizedTest
  @MethodSource("frameworks")
  void errorsAreCountedAlsoAfterTheContextWasStoppedAndStarted(Framework framework)
      throws Exception {
    try (framework;
        OpenAiErrorMetrics metrics = new OpenAiErrorMetrics()) {
      framework.start();
      metrics.bindTo(registry);
      double before = read(ERRORS);
      double logged = read(LOGGED);
      assertThat(read(ACTIVE)).isZero();
      framework.log(QUOTA);
      await("the error").until(() -> read(ERRORS) == before + 1);
      await("the incident").until(() -> read(ACTIVE) == 1);
      framework.stop();
      assertThat(read(ACTIVE)).as("open, of a service that stopped").isZero();
      framework.start();
      framework.log(QUOTA + " Again.");
      await("the error after the restart").until(() -> read(ERRORS) == before + 2);
      await("the incident after the restart").until(() -> read(ACTIVE) == 1);
      assertThat(read(LOGGED)).isGreaterThanOrEqualTo(logged + 2);
    }
  }

  @ParameterizedTest
  @MethodSource("frameworks")
  void errorsBeforeTheServiceHasItsRegistryAreCounted(Framework framework) throws Exception {
    try (framework;
        OpenAiErrorMetrics early = new OpenAiErrorMetrics();
        OpenAiErrorMetrics late = new OpenAiErrorMetrics()) {
      early.bindTo(registry);
      double before = read(ERRORS);
      framework.start();
      framework.log(QUOTA);
      await("the error").until(() -> read(ERRORS) == before + 1);
      await("the incident").until(() -> read(ACTIVE) == 1);
      PrometheusMeterRegistry other = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
      late.bindTo(other);
      assertThat(other.scrape()).contains(ERRORS + read(ERRORS)).contains(ACTIVE + "1.0");
    }
  }
}
