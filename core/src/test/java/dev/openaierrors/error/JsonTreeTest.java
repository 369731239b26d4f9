package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON trees among the arguments of a log line, of whichever Jackson the service has. */
class JsonTreeTest {

  private static final String ANSWER =
      "{\"error\":{\"message\":\"You said \\\"no\\\"\",\"code\":\"insufficient_quota\","
          + "\"param\":null,\"status\":429,\"retry\":false,\"rate\":1.5,\"more\":[1,[],{}]}}";

  static Stream<Object> jacksons() throws Exception {
    return Stream.of(
        new com.fasterxml.jackson.databind.ObjectMapper().readTree(ANSWER),
        new tools.jackson.databind.ObjectMapper().readTree(ANSWER));
  }

  @ParameterizedTest
  @MethodSource("jacksons")
  void isReadAsItWouldBeWritten(Object tree) {
    assertThat(JsonText.isTree(tree)).isTrue();
    assertThat(JsonText.of(tree, 1000))
        .isEqualTo(
            "{\"error\":{\"message\":\"You said \\\"no\\\"\",\"code\":\"insufficient_quota\","
                + "\"param\":null,\"status\":429,\"retry\":false,\"rate\":1.5,"
                + "\"more\":[1,[],{},],},},");
  }

  @ParameterizedTest
  @MethodSource("jacksons")
  void noMoreIsReadThanIsLookedAt(Object tree) {
    assertThat(JsonText.of(tree, 30)).hasSizeBetween(30, 80).startsWith("{\"error\":{\"message\"");
  }

  @Test
  void aHugeValueIsCut() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode().put("a", "x".repeat(1_000_000));
    assertThat(JsonText.of(tree, 500)).hasSizeBetween(500, 520);
  }

  @Test
  void manyEmptyValuesComeToAnEnd() {
    var tree = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < 100_000; i++) {
      tree.addNull();
    }
    assertThat(JsonText.of(tree, Integer.MAX_VALUE)).hasSizeLessThan(50_000);
  }

  @Test
  void theDeepestTreeComesToAnEnd() {
    var root = JsonNodeFactory.instance.arrayNode();
    var at = root;
    for (int i = 0; i < 100_000; i++) {
      at = at.addArray();
    }
    assertThat(JsonText.of(root, 10_000)).startsWith("[[[[").hasSizeLessThan(1_000);
  }

  @Test
  void anObjectOfTheUsersInsideIsNotRendered() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.putPOJO("mine", new Touchy());
    tree.put("code", "insufficient_quota");
    assertThat(JsonText.of(tree, 1000))
        .isEqualTo("{\"mine\":null,\"code\":\"insufficient_quota\",},");
  }

  @Test
  void oneThatFailsCostsOnlyItself() {
    PlainEvent event =
        PlainEvent.of("call to OpenAI failed").argument(new Failing()).argument(Payloads.JSON);
    assertThat(Verdict.of(event)).isEqualTo("insufficient_quota");
    assertThat(Verdict.of(event.pair("response", new Failing()))).isEqualTo("insufficient_quota");
  }

  @ParameterizedTest
  @MethodSource("others")
  void nothingElseIsOne(Object other) {
    assertThat(JsonText.isTree(other)).isFalse();
  }

  static Stream<Object> others() {
    return Stream.of("text", 1, Map.of("a", "b"), new Touchy(), new JsonNode());
  }

  /** Has the name only. */
  private static final class JsonNode {}

  /** Must not be asked for anything. */
  @SuppressWarnings("DoNotCallSuggester")
  static final class Touchy {
    public String getText() {
      throw new AssertionError("rendered");
    }

    @Override
    public String toString() {
      throw new AssertionError("rendered");
    }
  }

  /** As one that another thread changes. */
  @SuppressWarnings({"deprecation", "unchecked"}) // Of the class that it extends.
  private static final class Failing extends ObjectNode {
    private static final long serialVersionUID = 1L;

    Failing() {
      super(JsonNodeFactory.instance);
    }

    @Override
    public Iterator<Map.Entry<String, com.fasterxml.jackson.databind.JsonNode>> fields() {
      throw new IllegalStateException("changing");
    }

    @Override
    public String toString() {
      throw new IllegalStateException("changing");
    }
  }
}
