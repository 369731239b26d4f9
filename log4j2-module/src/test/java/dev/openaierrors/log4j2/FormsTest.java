package dev.openaierrors.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.plugin.AlertSummary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same words mean the same in every form that Log4j's configuration has. */
class FormsTest {

  /** A destination of a user's own, called as it is told. */
  public static final class Sink implements AlertSink {
    private String channel = "";

    /** A setting. */
    public void setChannel(String channel) {
      this.channel = channel;
    }

    @Override
    public String name() {
      return channel;
    }

    @Override
    public void send(Alert alert) {}
  }

  @ParameterizedTest
  @ValueSource(strings = {"xml", "json", "yaml", "properties"})
  void meansTheSame(String form) throws Exception {
    try (Log4j log4j = Log4j.fromResource("forms/form." + form)) {
      assertThat(AlertSummary.of(ContextAlerts.of(log4j.context()).services(), "OPENAI"))
          .containsExactly(
              "-unclassified",
              "by mdc:tenant",
              "no samples",
              "quota: first [insufficient_quota] critical 1h -",
              "slow: 2 in 90s or again [timeout] warning 30m 1h",
              "by model",
              "logs at https://logs.acme.com/?q={service}&from={from}",
              "alertmanager, log, ops, pagerDuty, slack, webhook");
      log4j.logger().info(Payloads.QUOTA);
      log4j.logger().warn(Payloads.QUOTA);
      log4j.logger().error(Payloads.QUOTA);
      log4j.logger().error("The disk is full");
      assertThat(log4j.problems()).isEmpty();
      assertThat(log4j.kinds("ALL"))
          .containsExactly("-", "insufficient_quota", "insufficient_quota", "-");
      assertThat(log4j.kinds("ACT")).containsExactly("insufficient_quota");
      assertThat(log4j.events("ACT").get(0).getContextData().toMap())
          .containsOnlyKeys("openai.error.kind", "openai.error.retryable");
    }
  }
}
