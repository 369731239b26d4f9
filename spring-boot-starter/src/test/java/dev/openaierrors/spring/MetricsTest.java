package dev.openaierrors.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.micrometer.OpenAiErrorMetrics;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class MetricsTest {

  /** The values of the tag that the counters have before the first error. */
  private static Set<String> providers(Map<String, Object> properties) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    try (OpenAiErrorMetrics metrics =
        new MetricsAutoConfiguration().openAiErrorMetrics(environment)) {
      metrics.bindTo(registry);
      return registry.find("openai.errors").meters().stream()
          .map(Meter::getId)
          .map(id -> String.valueOf(id.getTag("provider")))
          .collect(Collectors.toSet());
    }
  }

  /** Those of OpenAI may be there, since other tests of this process have met its errors. */
  @Test
  void countersOfTheProvidersInTheSettingsAreThereAtZero() {
    assertThat(providers(Map.of("openai.errors.providers", "azure")))
        .contains("azure")
        .doesNotContain("compatible");
    assertThat(providers(Map.of("openai.errors.providers", "compatible")))
        .contains("compatible")
        .doesNotContain("azure");
  }

  @Test
  void withoutSuchASettingTheyAreOpenAis() {
    assertThat(providers(Map.of())).containsExactly("openai");
  }
}
