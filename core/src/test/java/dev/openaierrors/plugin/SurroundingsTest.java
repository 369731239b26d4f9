package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the process knows of its service. */
class SurroundingsTest {

  @TempDir Path folder;

  private Origin origin(Map<String, String> environment, Map<String, String> properties) {
    return Surroundings.origin(environment::get, properties::get, folder.resolve("hostname"));
  }

  @Test
  void theServiceIsThatOfSpringBootOrOpenTelemetry() {
    assertThat(origin(Map.of("OTEL_SERVICE_NAME", "otel"), Map.of()).service()).isEqualTo("otel");
    assertThat(
            origin(
                    Map.of("OTEL_SERVICE_NAME", "otel", "SPRING_APPLICATION_NAME", "boot"),
                    Map.of("spring.application.name", "property"))
                .service())
        .isEqualTo("property");
    assertThat(origin(Map.of("SPRING_APPLICATION_NAME", " "), Map.of()).service()).isNull();
  }

  @Test
  void theInstanceIsTheHost() throws Exception {
    assertThat(origin(Map.of(), Map.of()).instance()).isNull();
    Files.writeString(folder.resolve("hostname"), "pod-7\n");
    assertThat(origin(Map.of(), Map.of()).instance()).isEqualTo("pod-7");
    assertThat(origin(Map.of("HOSTNAME", "pod-8"), Map.of()).instance()).isEqualTo("pod-8");
    Files.writeString(folder.resolve("hostname"), "x".repeat(10_000));
    assertThat(origin(Map.of(), Map.of()).instance()).as("no name of a host").isNull();
  }
}
