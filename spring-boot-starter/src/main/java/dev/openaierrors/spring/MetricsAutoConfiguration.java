package dev.openaierrors.spring;

import dev.openaierrors.error.Provider;
import dev.openaierrors.micrometer.OpenAiErrorMetrics;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Counts errors, open alerts and notices in a service's own registry of Micrometer. */
@AutoConfiguration
@ConditionalOnClass(name = "io.micrometer.core.instrument.binder.MeterBinder")
public final class MetricsAutoConfiguration {

  /** For Spring Boot. */
  public MetricsAutoConfiguration() {}

  /** Spring Boot binds it to each registry, and closes it. */
  @Bean
  @ConditionalOnMissingBean
  OpenAiErrorMetrics openAiErrorMetrics(Environment environment) {
    Set<Provider> providers = StarterSettings.of(environment).providers();
    return providers.isEmpty()
        ? new OpenAiErrorMetrics()
        : new OpenAiErrorMetrics(providers, List.of());
  }
}
