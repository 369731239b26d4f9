package dev.openaierrors.spring;

import dev.openaierrors.plugin.AlertsMXBean;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Shows in Spring Boot's health whether an incident is open, where that is asked for.
 *
 * <p>With a status that Spring Boot gives no weight: a service whose readiness fails because OpenAI
 * does is taken out of service, or killed, for a failure that is not its own.
 */
@AutoConfiguration
@ConditionalOnProperty(name = "management.health.openaierrors.enabled", havingValue = "true")
public final class HealthAutoConfiguration {

  /** While an incident is open. */
  static final String DEGRADED = "DEGRADED";

  /** For Spring Boot. */
  public HealthAutoConfiguration() {}

  private static List<String> open() {
    return RunningAlerts.ofFramework().values().stream()
        .map(AlertsMXBean::getOpen)
        .flatMap(List::stream)
        .toList();
  }

  /** Of Spring Boot 4. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
  static class OfBoot4 {

    @Bean
    org.springframework.boot.health.contributor.HealthIndicator openaierrorsHealthIndicator() {
      return () -> {
        List<String> open = open();
        var health = org.springframework.boot.health.contributor.Health.up();
        return (open.isEmpty() ? health : health.status(DEGRADED)).withDetail("open", open).build();
      };
    }
  }

  /** Of Spring Boot 3. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "org.springframework.boot.actuate.health.HealthIndicator")
  @ConditionalOnMissingClass("org.springframework.boot.health.contributor.HealthIndicator")
  static class OfBoot3 {

    @Bean
    org.springframework.boot.actuate.health.HealthIndicator openaierrorsHealthIndicator() {
      return () -> {
        List<String> open = open();
        var health = org.springframework.boot.actuate.health.Health.up();
        return (open.isEmpty() ? health : health.status(DEGRADED)).withDetail("open", open).build();
      };
    }
  }
}
