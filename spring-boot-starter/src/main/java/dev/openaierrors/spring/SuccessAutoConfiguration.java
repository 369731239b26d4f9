package dev.openaierrors.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets alerts hear of calls that succeed, so that an incident is over when calls succeed again and
 * not only when failures stop. Nothing where neither Spring AI nor LangChain4j is there.
 */
@AutoConfiguration
public final class SuccessAutoConfiguration {

  /** For Spring Boot. */
  public SuccessAutoConfiguration() {}

  /** Spring AI tells of each call as an observation of Micrometer's. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(
      name = {
        "io.micrometer.observation.ObservationHandler",
        "org.springframework.ai.model.observation.ModelObservationContext"
      })
  static class OfSpringAi {

    @Bean
    SpringAiSuccess openAiErrorsSpringAiSuccess() {
      return new SpringAiSuccess();
    }
  }

  /** LangChain4j's own starters give each model the listeners that are beans. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "dev.langchain4j.model.chat.listener.ChatModelListener")
  static class OfLangChain4j {

    @Bean
    LangChain4jSuccess openAiErrorsLangChain4jSuccess() {
      return new LangChain4jSuccess();
    }
  }
}
