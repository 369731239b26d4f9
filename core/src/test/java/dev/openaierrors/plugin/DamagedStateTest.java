package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.EngineSnapshot;
import dev.openaierrors.alert.Failure;
import dev.openaierrors.alert.IncidentState;
import dev.openaierrors.delivery.StateFile;
import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.plugin.ManualHost.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A state file that is whole and holds what nobody of ours wrote never costs an alert. */
@Tag("slow")
class DamagedStateTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ManualClock clock = new ManualClock();
  @TempDir Path folder;

  /** A value of a valid state, and how to put another in its place. */
  private record Place(JsonNode parent, String name, int index) {

    void put(JsonNode value) {
      if (parent instanceof ObjectNode object) {
        object.set(name, value);
      } else if (parent instanceof ArrayNode array) {
        array.set(index, value);
      }
    }
  }

  private static List<Place> places(JsonNode node) {
    List<Place> places = new ArrayList<>();
    node.fieldNames()
        .forEachRemaining(
            name -> {
              places.add(new Place(node, name, 0));
              places.addAll(places(node.get(name)));
            });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      places.add(new Place(node, "", i));
      places.addAll(places(node.get(i)));
    }
    return places;
  }

  private static Failure failure(String text, ManualClock clock, int number) {
    return new Failure(
        clock.instant(),
        Objects.requireNonNull(ErrorAnalyzer.create().analyze(text)),
        new Failure.Source("com.acme.Chat", "ERROR", "main"),
        null,
        number);
  }

  /** With incidents in every phase, and a notice that waits. */
  private String valid() throws Exception {
    ManualHost host = new ManualHost(clock);
    Path file = folder.resolve("valid.state");
    Settings settings = settings(file);
    Settings rule = new Settings();
    rule.set("name", "credentials");
    rule.set("when", "first");
    rule.set("quiet", "5s");
    settings.add("alert", rule);
    AlertServices services = new AlertServices(clock);
    AlertServices.Handle handle = services.start("A", host, settings);
    handle.accept(failure("Incorrect API key provided: sk-abc. code: invalid_api_key", clock, 1));
    host.pass(Duration.ofSeconds(20));
    handle.accept(failure(PluginContract.QUOTA, clock, 2));
    handle.accept(failure("503 Service Unavailable from https://api.openai.com/v1", clock, 3));
    host.pass(Duration.ofSeconds(10));
    assertThat(host.states()).contains("firing", "resolved");
    services.close();
    String text = Objects.requireNonNull(new StateFile(file, said -> {}).load(clock.instant()));
    EngineSnapshot snapshot = Objects.requireNonNull(SnapshotText.read(text));
    assertThat(snapshot.incidents())
        .extracting(IncidentState::phase)
        .contains(IncidentState.Phase.values());
    String id = Objects.requireNonNull(snapshot.incidents().get(0).told().id());
    return SnapshotText.write(
        snapshot.with(
            List.of(new EngineSnapshot.Notice("log", id, AlertState.REMINDER, snapshot.at()))));
  }

  private static Settings settings(Path file) {
    Settings settings = new Settings();
    Settings rule = new Settings();
    rule.set("name", "quota");
    rule.set("when", "first");
    rule.set("quiet", "1h");
    settings.add("alert", rule);
    settings.set("stateFile", file.toString());
    return settings;
  }

  private void assertAlertsGoOn(String state, String what) {
    Path file = folder.resolve("alerts.state");
    new StateFile(file, said -> {}).save(state, clock.instant());
    ManualHost host = new ManualHost(clock);
    AlertServices services = new AlertServices(clock);
    AlertServices.Handle handle = services.start("A", host, settings(file));
    handle.accept(failure(PluginContract.QUOTA, clock, 7));
    host.pass(Duration.ofSeconds(3));
    services.close();
    assertThat(host.sentences).as(what).hasSizeLessThanOrEqualTo(1);
    assertThat(host.sentences)
        .as(what)
        .allSatisfy(said -> assertThat(said).contains("stateFile", "is damaged"));
    assertThat(host.logged.size()).as(what + " -> " + host.states()).isLessThan(10);
    if (!host.sentences.isEmpty()) {
      assertThat(host.states()).as(what).contains("firing");
      assertThat(file.resolveSibling("alerts.state.damaged")).exists();
    }
  }

  @Test
  @Timeout(120)
  void aNullInAnyPlaceIsNoMoreThanADamagedFile() throws Exception {
    String valid = valid();
    int all = places(JSON.readTree(valid)).size();
    assertThat(all).isGreaterThan(100);
    for (int i = 0; i < all; i++) {
      JsonNode tree = JSON.readTree(valid);
      Place place = places(tree).get(i);
      place.put(NullNode.getInstance());
      assertAlertsGoOn(tree.toString(), "null in place " + i + ", " + place.name);
    }
  }

  @Test
  @Timeout(120)
  void whateverElseItHoldsIsNoMoreThanThat() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String valid = valid();
    List<UnaryOperator<JsonNode>> others =
        List.of(
            before -> LongNode.valueOf(random.nextLong()),
            before -> LongNode.valueOf(Long.MAX_VALUE),
            before -> LongNode.valueOf(-1),
            before -> TextNode.valueOf("x".repeat(random.nextInt(1_000))),
            before -> JSON.createArrayNode().add(before),
            before -> JSON.createObjectNode().set("quota", before),
            before -> JSON.createObjectNode());
    for (int i = 0; i < 300; i++) {
      JsonNode tree = JSON.readTree(valid);
      List<Place> places = places(tree);
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        Place place = places.get(random.nextInt(places.size()));
        place.put(others.get(random.nextInt(others.size())).apply(TextNode.valueOf("y")));
      }
      assertAlertsGoOn(tree.toString(), "seed " + seed + ": " + tree);
    }
  }

  @Test
  void aStateOfAnOlderVersionIsReadStill() throws Exception {
    ObjectNode older = (ObjectNode) JSON.readTree(valid());
    older.remove("notices");
    assertThat(SnapshotText.read(older.toString())).isNotNull();
    assertThat(Files.exists(folder.resolve("alerts.state.damaged"))).isFalse();
  }
}
