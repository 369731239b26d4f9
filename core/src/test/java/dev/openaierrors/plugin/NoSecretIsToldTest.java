package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertMonitor;
import dev.openaierrors.alert.AlertRule;
import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.Dimension;
import dev.openaierrors.alert.Failure;
import dev.openaierrors.alert.Grouping;
import dev.openaierrors.alert.Origin;
import dev.openaierrors.delivery.AlertPayloads;
import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.SecretShapes;
import dev.openaierrors.error.SecretShapes.Place;
import dev.openaierrors.error.SecretShapes.Planted;
import dev.openaierrors.error.SecretShapes.Shape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No destination, no state file and no log line tells a secret that stood in an event. */
class NoSecretIsToldTest {

  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final ErrorAnalyzer ANALYZER = ErrorAnalyzer.create();

  private final long seed = Long.getLong("seed", System.nanoTime());

  @Test
  void toAnyDestinationOrFile() throws Exception {
    Random random = new Random(seed);
    List<String> leaks = new ArrayList<>();
    int told = 0;
    String anyway = String.join("\n", outputs("openai 503: The engine is currently overloaded"));
    for (Shape shape : SecretShapes.all()) {
      for (Place place : SecretShapes.places()) {
        if (shape.bare() || !place.bare()) {
          Planted planted = shape.make().apply(random);
          String text = place.event().apply(planted.text());
          for (String output : outputs(text)) {
            told++;
            if (!planted.leakedTo(output, anyway).isEmpty()) {
              leaks.add(shape + " | " + place + ": " + text + " in " + output);
            }
          }
        }
      }
    }

    assertThat(leaks).as("seed %s", seed).isEmpty();
    assertThat(told).isGreaterThan(10_000);
  }

  @Test
  void noSampleIsToldWhereSamplesAreOff() throws Exception {
    OpenAiError error = analyzed("openai 429: You exceeded your current quota, please check");
    AlertMonitor monitor = new AlertMonitor(rules(false), new Origin("chat", "prod", null));
    monitor.record(new Failure(NOW, error, new Failure.Source("c.a.Chat", null, null), null, 0));

    List<Alert> alerts = monitor.tick(NOW);

    assertThat(alerts).singleElement().extracting(Alert::sample).isNull();
    assertThat(SnapshotText.write(monitor.snapshot(NOW))).doesNotContain("please check");
    assertThat(AlertPayloads.of(alerts.get(0)))
        .allSatisfy(payload -> assertThat(payload).doesNotContain("please check"));
  }

  private static List<String> outputs(String text) throws Exception {
    OpenAiError error = ANALYZER.analyze(text);
    if (error == null) {
      return List.of();
    }
    AlertMonitor monitor = new AlertMonitor(rules(true), new Origin("chat", "prod", null));
    monitor.record(new Failure(NOW, error, new Failure.Source("c.a.Chat", null, null), null, 0));
    List<String> outputs = new ArrayList<>();
    for (Alert alert : monitor.tick(NOW)) {
      outputs.addAll(AlertPayloads.of(alert));
      outputs.add(AlertEvent.of(alert).toString());
      outputs.add(AlertBean.line(alert));
    }
    outputs.add(SnapshotText.write(monitor.snapshot(NOW)));
    return outputs;
  }

  /** Tells of the first error, by all that tells incidents apart. */
  private static AlertRules rules(boolean samples) {
    AlertRule first = AlertRule.of("first", EnumSet.allOf(ErrorKind.class));
    return new AlertRules(
        List.of(first), Grouping.by(Dimension.MODEL, Dimension.KEY, Dimension.CODE), 256, samples);
  }

  private static OpenAiError analyzed(String text) {
    return Objects.requireNonNull(ANALYZER.analyze(text), text);
  }
}
