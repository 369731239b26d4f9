package dev.openaierrors.spring;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.autoconfigure.info.InfoContributorFallback;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Shows alerts in Spring Boot's Actuator, where a service has it. */
@AutoConfiguration
@ConditionalOnClass(
    name = {
      "org.springframework.boot.actuate.endpoint.annotation.Endpoint",
      "org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint"
    })
public final class ActuatorAutoConfiguration {

  /** For Spring Boot. */
  public ActuatorAutoConfiguration() {}

  /** The endpoint, where it is exposed. */
  @Bean
  @ConditionalOnAvailableEndpoint
  public AlertsEndpoint openAiErrorsEndpoint() {
    return new AlertsEndpoint(RunningAlerts::ofFramework);
  }

  /** The part of the info endpoint. */
  @Bean
  @ConditionalOnEnabledInfoContributor(
      value = AlertsEndpoint.ID,
      fallback = InfoContributorFallback.USE_DEFAULTS_PROPERTY)
  AlertsInfo openAiErrorsInfo() {
    return new AlertsInfo(RunningAlerts::ofFramework);
  }
}
