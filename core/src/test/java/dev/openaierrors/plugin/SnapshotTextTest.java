package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.openaierrors.alert.EngineSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTextTest {

  private static final EngineSnapshot.Incident FULL =
      new EngineSnapshot.Incident(
          "quota",
          "openai",
          "model=gpt-4o",
          "firing",
          "a1b2",
          "critical",
          null,
          Map.of("first", 1_700_000_000_000L),
          Map.of("count", 3L),
          List.of(1L, 2L),
          List.of(List.of(5L, 6L), List.of()),
          Map.of("insufficient_quota", 3L),
          Map.of("model", Map.of("gpt-4o", 2L)),
          Map.of("rate-limit-burst", 7L),
          new EngineSnapshot.Sample(9L, "a.B", "You \"said\"\n\u20ac", null));
  private static final EngineSnapshot SNAPSHOT =
      new EngineSnapshot(
          1, 42L, List.of(FULL), List.of(new EngineSnapshot.Notice("slack", "t-1", "firing", 41L)));

  @Test
  void whatIsWrittenIsReadBack() {
    assertThat(SnapshotText.read(SnapshotText.write(SNAPSHOT))).isEqualTo(SNAPSHOT);
    EngineSnapshot empty = new EngineSnapshot(1, 0, List.of(), List.of());
    assertThat(SnapshotText.read(SnapshotText.write(empty))).isEqualTo(empty);
  }

  /** Which is what wrote the files of versions before. */
  @Test
  void itIsTheTextThatDatabindMakesOfTheRecords() throws IOException {
    String theirs = new ObjectMapper().writeValueAsString(SNAPSHOT);
    assertThat(SnapshotText.write(SNAPSHOT)).isEqualTo(theirs);
    assertThat(SnapshotText.read(theirs)).isEqualTo(SNAPSHOT);
  }

  @Test
  void whatALaterVersionAddsIsSkipped() {
    String text =
        "{\"new\":{\"a\":[1.5,true,{}]},\"at\":7,\"version\":1,\"incidents\":[{\"rule\":\"quota\","
            + "\"later\":[[1]],\"sample\":{\"at\":1,\"message\":\"m\",\"x\":null}}]}";
    EngineSnapshot read = Objects.requireNonNull(SnapshotText.read(text));
    assertThat(read.incidents())
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.rule()).isEqualTo("quota");
              assertThat(incident.sample())
                  .isEqualTo(new EngineSnapshot.Sample(1, null, "m", null));
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
        "{\"version\":1,\"incidents\":[{\"times\":{\"a\":\"b\"}}]}",
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
    EngineSnapshot many = new EngineSnapshot(1, 42L, Collections.nCopies(10_000, FULL), List.of());
    String text = SnapshotText.write(many);
    assertThat(text.getBytes(StandardCharsets.UTF_8).length).isBetween(20_000, 64 * 1024);
    assertThat(SnapshotText.read(text)).isNotNull();
  }
}
