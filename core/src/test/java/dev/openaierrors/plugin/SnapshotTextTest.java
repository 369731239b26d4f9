package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertEngine;
import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.EngineSnapshot;
import dev.openaierrors.alert.Failure;
import dev.openaierrors.alert.IncidentState;
import dev.openaierrors.alert.Origin;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Provider;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTextTest {

  private static final IncidentState FULL =
      new IncidentState(
          "quota",
          Provider.OPENAI,
          "model=gpt-4o",
          IncidentState.Phase.FIRING,
          Severity.CRITICAL,
          new IncidentState.Told("a1b2", true, true, null),
          new IncidentState.Changes(1_700_000_000_001L, 3, 4, true),
          new IncidentState.Reminders(Long.MAX_VALUE, 5, 6),
          new IncidentState.Flapping(false, List.of(1L, 2L)),
          new IncidentState.Stats(
              1_700_000_000_000L,
              1_700_000_000_002L,
              3,
              7,
              8,
              9,
              10,
              11,
              12,
              13,
              Map.of(ErrorKind.INSUFFICIENT_QUOTA, 3L),
              Map.of("model", Map.of("gpt-4o", 2L)),
              List.of(20L, 21L),
              List.of(19L, 20L, 21L),
              new Alert.Sample(Instant.ofEpochMilli(9), "a.B", "You \"said\"\n\u20ac", null)),
          List.of(List.of(5L, 6L), List.of()),
          Map.of("rate-limit-burst", 7L));
  private static final EngineSnapshot SNAPSHOT =
      new EngineSnapshot(
          Instant.ofEpochMilli(42),
          List.of(FULL),
          List.of(
              new EngineSnapshot.Notice(
                  "slack", "t-1", AlertState.FIRING, Instant.ofEpochMilli(41))));

  @Test
  void whatIsWrittenIsReadBack() {
    assertThat(SnapshotText.read(SnapshotText.write(SNAPSHOT))).isEqualTo(SNAPSHOT);
    EngineSnapshot empty = new EngineSnapshot(Instant.EPOCH, List.of(), List.of());
    assertThat(SnapshotText.read(SnapshotText.write(empty))).isEqualTo(empty);
  }

  /** Files of versions before have to be read, and ours by versions before. */
  @Test
  void theFormOfTheFileStays() {
    assertThat(SnapshotText.write(SNAPSHOT))
        .isEqualTo(
            """
            {"version":1,"at":42,"incidents":[{"rule":"quota","provider":"openai",\
            "group":"model=gpt-4o","phase":"firing","id":"a1b2","severity":"critical",\
            "worst":null,"times":{"first":1700000000000,"last":1700000000002,\
            "fired":1700000000001,"resolved":3,"changed":1700000000001,\
            "remind":9223372036854775807,"reset":11},"numbers":{"count":3,"repeats":7,\
            "dropped":8,"peak":9,"gap":10,"wait":12,"attempts":13,"quiet":4,"reminderGap":5,\
            "reminders":6,"flapping":0,"slow":1,"told":1,"everTold":1},"firings":[1,2],\
            "over":[20,21],"lately":[19,20,21],"conditions":[[5,6],[]],"kinds":{"insufficient_quota":3},\
            "facets":{"model":{"gpt-4o":2}},"inhibited":{"rate-limit-burst":7},\
            "sample":{"at":9,"logger":"a.B","message":"You \\"said\\"\\n\u20ac",\
            "requestId":null}}],"notices":[{"destination":"slack","id":"t-1",\
            "state":"firing","at":41}]}""");
  }

  @Test
  void whatAnEngineRemembersIsReadBack() {
    AlertEngine engine = new AlertEngine(AlertRules.defaults(), Origin.NONE);
    ErrorAnalyzer analyzer = ErrorAnalyzer.create();
    List<String> texts =
        List.of(PluginContract.QUOTA, "Incorrect API key provided: sk-abc. code: invalid_api_key");
    Instant at = Instant.parse("2026-11-23T09:00:00Z");
    for (int i = 0; i < 60; i++) {
      at = at.plus(Duration.ofMinutes(i % 7 == 0 ? 45 : 1));
      OpenAiError error = Objects.requireNonNull(analyzer.analyze(texts.get(i / 4 % 2)));
      engine.onFailure(
          new Failure(at, error, new Failure.Source("com.acme.Chat", null, "t" + i), null, i));
      EngineSnapshot snapshot = engine.snapshot(at);
      EngineSnapshot read = Objects.requireNonNull(SnapshotText.read(SnapshotText.write(snapshot)));
      assertThat(read).isEqualTo(snapshot);
    }
  }

  @Test
  void anIncidentWithNothingInItIsLeftOut() {
    EngineSnapshot damaged =
        SnapshotText.read(
            "{\"version\":1,\"at\":0,\"incidents\":[{\"rule\":\"quota\",\"provider\":\"openai\"},{}]}");
    AlertEngine engine = new AlertEngine(AlertRules.defaults(), Origin.NONE);
    engine.restore(Objects.requireNonNull(damaged), Instant.EPOCH);
    assertThat(engine.snapshot(Instant.EPOCH).incidents()).isEmpty();
  }

  @Test
  void whatALaterVersionAddsIsSkipped() {
    String text =
        "{\"new\":{\"a\":[1.5,true,{}]},\"at\":7,\"version\":1,\"incidents\":[{\"rule\":\"quota\","
            + "\"provider\":\"azure\",\"later\":[[1]],\"sample\":{\"at\":1,\"message\":\"m\",\"x\":null}}]}";
    EngineSnapshot read = Objects.requireNonNull(SnapshotText.read(text));
    assertThat(read.incidents())
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.rule()).isEqualTo("quota");
              assertThat(incident.stats().sample())
                  .isEqualTo(new Alert.Sample(Instant.ofEpochMilli(1), null, "m", null));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"version\":1,\"at\":null,\"incidents\":null}",
        "{\"version\":1,\"incidents\":[null]}",
        "{\"version\":1,\"incidents\":[{\"times\":{\"first\":null},\"numbers\":null}]}",
        "{\"version\":1,\"incidents\":[{\"firings\":[null,1],\"conditions\":[null,[null]]}]}",
        "{\"version\":1,\"incidents\":[{\"facets\":{\"model\":null,\"a\":{\"b\":null}}}]}",
        "{\"version\":1,\"incidents\":[{\"sample\":{\"at\":null,\"message\":null}}]}",
      })
  void nullIsAsGoodAsNothing(String text) {
    assertThat(SnapshotText.read(text)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "\"x\"",
        "{",
        "{}",
        "{\"version\":2}",
        "{\"version\":\"1\"}",
        "{\"version\":1,\"at\":1e400}x",
        "{\"version\":1,\"at\":99999999999999999999}",
        "{\"version\":1,\"incidents\":{}}",
        "{\"version\":1,\"incidents\":[1]}",
        "{\"version\":1,\"incidents\":[{\"rule\":1}]}",
        "{\"version\":1,\"incidents\":[{\"times\":[]}]}",
        "{\"version\":1,\"incidents\":[{\"times\":{\"first\":\"b\"}}]}",
        "{\"version\":1,\"incidents\":[{\"conditions\":[1]}]}",
        "{\"version\":1,\"incidents\":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}",
        "{\"version\":1,\"incidents\":[{\"rule\":\"quota\"",
      })
  void whatIsNoneIsNone(String text) {
    assertThat(SnapshotText.read(text)).isNull();
  }

  @Test
  void anyDamageIsSurvived() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String whole = SnapshotText.write(SNAPSHOT);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder(whole);
      for (int j = random.nextInt(4); j >= 0; j--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, (char) random.nextInt(128));
          case 1 -> text.insert(at, List.of("null", "{", "]", "\"", "1e9", ",").get(i % 6));
          default -> text.delete(at, Math.min(text.length() - 1, at + random.nextInt(9)));
        }
      }
      assertThatCode(() -> SnapshotText.read(text.toString()))
          .as("seed %d: %s", seed, text)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void theLastIncidentsAreLeftOutWhereTheyDoNotFit() {
    EngineSnapshot many =
        new EngineSnapshot(Instant.EPOCH, Collections.nCopies(10_000, FULL), List.of());
    String text = SnapshotText.write(many);
    assertThat(text.getBytes(StandardCharsets.UTF_8).length).isBetween(20_000, 64 * 1024);
    assertThat(SnapshotText.read(text)).isNotNull();
  }
}
