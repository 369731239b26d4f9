package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** GraalVM is told of all that core asks for by name. */
class NativeImageTest {

  private static final String METADATA =
      "/META-INF/native-image/dev.openaierrors/openai-errors-core/reflect-config.json";

  @Test
  void everyClassThatIsReadByNameIsThereWhereTheServiceHasIt() throws IOException {
    Set<String> wanted = new TreeSet<>(ExceptionData.KNOWN.keySet());
    wanted.add("com.openai.core.http.Headers");
    wanted.add(JsonNodeFactory.instance.objectNode().getClass().getName());
    wanted.add(JsonNodeFactory.instance.textNode("a").getClass().getName());
    wanted.add(
        tools.jackson.databind.node.JsonNodeFactory.instance.objectNode().getClass().getName());
    wanted.add(
        tools.jackson.databind.node.JsonNodeFactory.instance.stringNode("a").getClass().getName());

    Set<String> told = new TreeSet<>();
    for (JsonNode type : metadata()) {
      assertThat(type.at("/condition/typeReachable")).isEqualTo(type.get("name"));
      assertThat(type.path("allPublicMethods").asBoolean()).isTrue();
      assertThat(type.path("allPublicFields").asBoolean()).isTrue();
      told.add(type.get("name").asText());
    }
    assertThat(told).isEqualTo(wanted);
  }

  private static JsonNode metadata() throws IOException {
    try (InputStream json = NativeImageTest.class.getResourceAsStream(METADATA)) {
      return new ObjectMapper().readTree(Objects.requireNonNull(json));
    }
  }
}
