package com.acme;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class Main {

  private static final Logger log = LoggerFactory.getLogger(Main.class);

  public static void main(String[] args) {
    System.exit(SpringApplication.exit(SpringApplication.run(Main.class, args)));
  }

  @Bean
  ApplicationRunner chat() {
    return arguments -> {
      ChatModel model =
          OpenAiChatModel.builder()
              .options(
                  OpenAiChatOptions.builder()
                      .baseUrl(arguments.getNonOptionArgs().get(0) + "/v1")
                      .apiKey("not-a-key")
                      .model("gpt-5.4-mini")
                      .maxRetries(0)
                      .build())
              .build();
      try {
        model.call("Hello");
      } catch (RuntimeException e) {
        log.error("chat completion failed", e);
      }
    };
  }
}
