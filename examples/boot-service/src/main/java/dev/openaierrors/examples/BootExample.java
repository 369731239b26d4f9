package dev.openaierrors.examples;

import static dev.openaierrors.examples.Answer.error;
import static dev.openaierrors.examples.Answer.text;

import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * A service of Spring Boot that calls the API with Spring AI and has nothing but the starter: no
 * configuration of logging, and no code for it.
 */
@SpringBootApplication
public class BootExample {

  private static final Logger log = LoggerFactory.getLogger(BootExample.class);
  private static final String QUESTION = "What is the capital of France?";

  /** For Spring. */
  BootExample() {}

  /** Runs the example; takes no arguments. */
  public static void main(String[] args) throws IOException {
    try (ConfigurableApplicationContext service = SpringApplication.run(BootExample.class, args)) {
      log.info("That was the example of {}.", service.getEnvironment().getActiveProfiles()[0]);
    }
  }

  /** What stands in for the API. */
  @Bean
  StubOpenAi api() throws IOException {
    return StubOpenAi.start();
  }

  @Bean
  OpenAiChatModel model(StubOpenAi api, ObservationRegistry observations) {
    return OpenAiChatModel.builder()
        .observationRegistry(observations)
        .options(
            OpenAiChatOptions.builder()
                .baseUrl(api.baseUrl())
                .apiKey("sk-proj-example")
                .model("gpt-5.4-mini")
                .maxRetries(0)
                .build())
        .build();
  }

  @Bean
  CommandLineRunner calls(StubOpenAi api, OpenAiChatModel model) {
    return args -> {
      ask(api, model, "ada", text("Paris."));
      ask(
          api,
          model,
          "ben",
          error(
                  429,
                  "tokens",
                  "rate_limit_exceeded",
                  "Rate limit reached for gpt-5.4-mini in organization org-example on tokens per"
                      + " min (TPM): Limit 30000, Used 29400, Requested 1292. Please try again in"
                      + " 1.384s.")
              .with("retry-after", "2"));
      for (String user : List.of("dora", "emil", "fay", "gil", "hope")) {
        ask(
            api,
            model,
            user,
            error(
                429,
                "insufficient_quota",
                "credit_balance_exhausted",
                "You have no credits remaining. Add credits to continue using the API."));
      }
      // Somebody added credits. The service goes on long enough to show that it is over.
      for (String user : List.of("iris", "jack", "kay", "lou", "mel", "nina")) {
        ask(api, model, user, text("Still Paris."));
        Thread.sleep(1000);
      }
    };
  }

  private static void ask(StubOpenAi api, OpenAiChatModel model, String user, Answer next) {
    api.answerNext(next);
    try {
      log.info("{} was told: {}", user, model.call(QUESTION));
    } catch (RuntimeException failure) {
      log.error("{} was told nothing", user, failure);
    }
  }
}
