package com.acme;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class Main {

  private static final Logger log = LoggerFactory.getLogger(Main.class);

  public static void main(String[] args) {
    System.setProperty("spring.ai.openai.base-url", args[0]);
    System.setProperty("spring.ai.openai.api-key", "not-a-key");
    System.exit(SpringApplication.exit(SpringApplication.run(Main.class, args)));
  }

  @Bean
  ApplicationRunner chat(ChatModel model) {
    return arguments -> {
      try {
        model.call("Hello");
      } catch (RuntimeException e) {
        log.error("chat completion failed", e);
      }
    };
  }
}
