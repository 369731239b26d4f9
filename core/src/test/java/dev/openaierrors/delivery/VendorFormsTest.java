package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.delivery.VendorStub.Vendor;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an alert says, vendors take it. */
class VendorFormsTest {

  private static AlertSink sink(VendorStub stub, Vendor vendor) {
    URI url = URI.create(stub.url());
    return switch (vendor) {
      case SLACK -> AlertSinks.slack(url);
      case PAGER_DUTY -> AlertSinks.pagerDuty(url, HttpDestination.SECRET, true);
    };
  }

  /** Every state and severity, with all that may be missing, and with text of strangers. */
  private static List<Alert> alerts() {
    List<Alert> alerts = new ArrayList<>();
    List<String> texts =
        List.of("x".repeat(50_000), "\ud83d\ude00".repeat(5_000), "\ud800 \u0000 <!here> &");
    for (AlertState state : AlertState.values()) {
      for (Severity severity : Severity.values()) {
        alerts.add(TestAlert.of(state).severity(severity).make());
        alerts.add(TestAlert.of(state).severity(severity).bare().make());
      }
      for (String text : texts) {
        alerts.add(TestAlert.of(state).everyText(text).group(text).make());
      }
    }
    return alerts;
  }

  @ParameterizedTest
  @EnumSource
  void everyAlertIsOfTheVendorsForm(Vendor vendor) throws Exception {
    try (VendorStub stub = VendorStub.of(vendor)) {
      AlertSink sink = sink(stub, vendor);
      for (Alert alert : alerts()) {
        if (sink.wants(alert.state())) {
          assertThatCode(() -> sink.send(alert))
              .as("%s, %s", alert, stub.malformed())
              .doesNotThrowAnyException();
        }
      }
      sink.close();
      assertThat(stub.accepted()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"text\":\"a\"}",
        "{\"text\":\"a\",\"blocks\":[{\"type\":\"section\"}]}",
        "{\"text\":\"a\",\"blocks\":[{\"type\":\"header\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"a\"}}]}",
        "{\"text\":\"a\",\"blocks\":[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"\"}}]}",
      })
  void whatIsNoMessageOfSlacksIsFound(String body) {
    assertThatThrownBy(() -> SlackForm.check(body)).isInstanceOf(AssertionError.class);
  }

  @Test
  void whatIsNoEventOfPagerDutysIsFound() {
    String event =
        """
        {"routing_key":"%s","event_action":"trigger","dedup_key":"%s","payload":
         {"summary":"%s","source":"pod","severity":"%s","timestamp":"2026-11-23T09:12:07Z",
          "custom_details":{}}}""";
    String key = HttpDestination.SECRET;
    assertThat(PagerDutyForm.check(event.formatted(key, "k", "s", "info"))).isNotNull();
    for (String wrong :
        List.of(
            event.formatted("short", "k", "s", "info"),
            event.formatted(key, "k".repeat(256), "s", "info"),
            event.formatted(key, "k", "s".repeat(1_025), "info"),
            event.formatted(key, "k", "", "info"),
            event.formatted(key, "k", "s", "fatal"),
            event.formatted(key, "k", "s", "info").replace("trigger", "firing"))) {
      assertThatThrownBy(() -> PagerDutyForm.check(wrong)).isInstanceOf(AssertionError.class);
    }
  }
}
