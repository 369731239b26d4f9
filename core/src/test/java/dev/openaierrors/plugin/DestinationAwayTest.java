package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.openaierrors.alert.Failure;
import dev.openaierrors.delivery.VendorStub;
import dev.openaierrors.delivery.VendorStub.Vendor;
import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.plugin.ManualHost.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A destination is away for minutes, from the moment when an incident begins: often the network is
 * the trouble itself. From the settings to the socket; only time is told by the test.
 */
class DestinationAwayTest {

  private static final String KEY = "0123456789abcdef0123456789abcdef";

  private final ManualClock clock = new ManualClock();
  private final ManualHost host = new ManualHost(clock);
  private final AlertServices services = new AlertServices(clock);

  @AfterEach
  void close() {
    services.close();
  }

  private static Settings settings(Vendor vendor, VendorStub stub, String quiet) {
    Settings rule = new Settings();
    rule.set("name", "quota");
    rule.set("when", "first");
    rule.set("quiet", quiet);
    Settings destination = new Settings();
    destination.set("url", stub.url());
    if (vendor == Vendor.PAGER_DUTY) {
      destination.set("routingKey", KEY);
    }
    Settings settings = new Settings();
    settings.set("service", "chat-api");
    settings.add("alert", rule);
    settings.add(vendor == Vendor.SLACK ? "slack" : "pagerDuty", destination);
    return settings;
  }

  private void fail(AlertServices.Handle handle) {
    handle.accept(
        new Failure(
            clock.instant(),
            Objects.requireNonNull(ErrorAnalyzer.create().analyze(PluginContract.QUOTA)),
            new Failure.Source("com.acme.Chat", "ERROR", "main"),
            null,
            (int) clock.millis()));
  }

  private List<String> sentences(String part) {
    return host.sentences.stream().filter(sentence -> sentence.contains(part)).toList();
  }

  @ParameterizedTest
  @EnumSource
  void whatBeganMeanwhileIsToldWithinAMinuteOnceItIsBackAndNotTwice(Vendor vendor)
      throws Exception {
    try (VendorStub stub = VendorStub.of(vendor)) {
      stub.goAway();
      fail(services.start("A", host, settings(vendor, stub, "1h")));
      host.pass(Duration.ofMinutes(2));
      assertThat(host.states()).as("the log knows at once").contains("firing");
      assertThat(sentences("not delivered")).hasSize(1);

      stub.comeBack();
      host.pass(Duration.ofSeconds(61));

      assertThat(stub.accepted()).hasSize(1);
      assertThat(begins(vendor, stub.accepted().get(0))).isTrue();
      assertThat(sentences("nothing was lost")).hasSize(1);
      host.pass(Duration.ofMinutes(10));
      assertThat(stub.accepted()).hasSize(1);
      assertThat(stub.malformed()).isEmpty();
    }
  }

  private static boolean begins(Vendor vendor, JsonNode message) {
    return switch (vendor) {
      case SLACK -> message.get("text").asText().startsWith("[FIRING] ");
      case PAGER_DUTY -> message.get("event_action").asText().equals("trigger");
    };
  }

  @ParameterizedTest
  @EnumSource(names = "SLACK")
  void whatBeganAndEndedMeanwhileIsToldInOneMessageWithBothTimes(Vendor vendor) throws Exception {
    try (VendorStub stub = VendorStub.of(vendor)) {
      stub.goAway();
      fail(services.start("A", host, settings(vendor, stub, "1m")));
      host.pass(Duration.ofMinutes(3));
      stub.comeBack();
      host.pass(Duration.ofMinutes(2));

      assertThat(stub.accepted()).hasSize(1);
      assertThat(stub.accepted().get(0).get("text").asText()).startsWith("[RESOLVED] ");
      assertThat(stub.accepted().get(0).toString()).contains("09:00:0");
    }
  }
}
