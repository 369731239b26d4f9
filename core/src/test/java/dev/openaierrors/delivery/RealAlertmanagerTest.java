package dev.openaierrors.delivery;

import static dev.openaierrors.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.openaierrors.Patience;
import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.AlertState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of a service post to a real Alertmanager. Skipped where it is not installed. */
@Tag("slow")
class RealAlertmanagerTest {

  private static final Duration QUIET = Duration.ofSeconds(8);

  @TempDir Path directory;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private RealAlertmanager alertmanager;

  @BeforeEach
  void start() throws Exception {
    Path binary = RealAlertmanager.binary();
    assumeTrue(binary != null, "prometheus-alertmanager is not installed");
    alertmanager = RealAlertmanager.start(Objects.requireNonNull(binary), directory);
    await("Alertmanager to be ready").until(alertmanager::isReady);
  }

  @AfterEach
  void stop() throws Exception {
    if (alertmanager != null) {
      alertmanager.stop();
    }
  }

  private Deliveries pod() {
    AlertSink sink = QuickPod.alertmanager(alertmanager.url, Duration.ofSeconds(1), QUIET);
    return new Deliveries(List.of(Destination.of(sink)), Runnable::run, said::add);
  }

  private static Alert alert(AlertState state, String instance) {
    Instant now = Instant.now();
    return TestAlert.of(state)
        .id("of-" + instance)
        .instance(instance)
        .seen(now.minusSeconds(60), now)
        .quiet(QUIET)
        .make();
  }

  @Test
  void theSameIncidentIsOneAlertThatEndsByItself() throws Exception {
    Deliveries one = pod();
    Deliveries other = pod();
    one.offer(List.of(alert(AlertState.FIRING, "pod-a")));
    one.tick(Instant.now());
    other.offer(List.of(alert(AlertState.FIRING, "pod-b")));
    other.tick(Instant.now());

    await("an alert at Alertmanager").until(() -> alertmanager.alerts().size() > 0);
    JsonNode alerts = alertmanager.alerts();
    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).at("/labels/alertname").asText()).isEqualTo("OpenAIQuota");
    assertThat(alerts.get(0).at("/labels/team").asText()).isEqualTo("payments");
    assertThat(alerts.get(0).at("/annotations/instance").asText()).isEqualTo("pod-b");

    await("the end of the alert").until(() -> alertmanager.alerts().isEmpty());
    assertThat(said).isEmpty();
    one.close(Patience.LONG);
    other.close(Patience.LONG);
  }

  @Test
  void theEndForOneInstanceIsNotTheEndForTheOther() throws Exception {
    Deliveries one = pod();
    Deliveries other = pod();
    one.offer(List.of(alert(AlertState.FIRING, "pod-a")));
    one.tick(Instant.now());
    other.offer(List.of(alert(AlertState.FIRING, "pod-b")));
    other.tick(Instant.now());
    Instant end = endsAt();

    one.offer(List.of(alert(AlertState.RESOLVED, "pod-a")));
    one.tick(Instant.now().plusSeconds(2));
    one.close(Patience.LONG);

    assertThat(endsAt()).isEqualTo(end);
    other.close(Patience.LONG);
  }

  @Test
  void anInstanceWhoseCallsSucceedEndsItAndNotWhatAnotherPosted() throws Exception {
    Alert over =
        TestAlert.of(AlertState.RESOLVED)
            .id("of-pod-a")
            .instance("pod-a")
            .resolution(Alert.Resolution.SUCCESS)
            .make();
    AlertSink one = AlertSinks.alertmanager(alertmanager.url);
    AlertSink other = AlertSinks.alertmanager(alertmanager.url);
    one.send(alert(AlertState.FIRING, "pod-a"));
    other.send(alert(AlertState.FIRING, "pod-b"));
    one.send(over);
    assertThat(endsAt()).isAfter(Instant.now());

    one.send(alert(AlertState.FIRING, "pod-a"));
    one.send(over);
    await("its end").until(() -> alertmanager.alerts().isEmpty());
    one.close();
    other.close();
  }

  @Test
  void whileItGoesOnTheEndMovesAway() throws Exception {
    AlertSink sink = AlertSinks.alertmanager(alertmanager.url);
    sink.send(alert(AlertState.FIRING, "pod-a"));
    Instant first = endsAt();

    sink.send(alert(AlertState.ONGOING, "pod-a"));

    await("a later end").until(() -> endsAt().isAfter(first));
    sink.close();
  }

  @Test
  void takesWhateverTextThereIs() throws Exception {
    AlertSink sink = AlertSinks.alertmanager(alertmanager.url);
    for (String text : List.of("\" \\ \u0000 {{ .x }} \ud800 \ud83d\ude00", "x".repeat(50_000))) {
      sink.send(TestAlert.of(AlertState.FIRING).everyText(text).rule("r-1 \u00e4").make());
      sink.send(TestAlert.of(AlertState.TEST).bare().make());
    }
    sink.close();
  }

  private Instant endsAt() throws Exception {
    await("one alert at Alertmanager").until(() -> alertmanager.alerts().size() == 1);
    return Instant.parse(alertmanager.alerts().get(0).get("endsAt").asText());
  }
}
