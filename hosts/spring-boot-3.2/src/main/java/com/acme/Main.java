package com.acme;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.client.RestClient;

@SpringBootApplication
public class Main implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(Main.class);

  public static void main(String[] args) {
    System.exit(SpringApplication.exit(SpringApplication.run(Main.class, args)));
  }

  @Override
  public void run(ApplicationArguments args) {
    String url = args.getNonOptionArgs().get(0);
    try {
      RestClient.create(url)
          .post()
          .uri("/v1/chat/completions")
          .body(Map.of("model", "gpt-5.4-mini"))
          .retrieve()
          .toBodilessEntity();
    } catch (RuntimeException e) {
      log.error("chat completion failed", e);
    }
  }
}
