package com.acme;

import io.github.sashirestela.openai.SimpleOpenAI;
import io.github.sashirestela.openai.domain.chat.ChatMessage.UserMessage;
import io.github.sashirestela.openai.domain.chat.ChatRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class Main {

  private static final Logger log = LoggerFactory.getLogger(Main.class);

  public static void main(String[] args) {
    SimpleOpenAI client = SimpleOpenAI.builder().apiKey("not-a-key").baseUrl(args[0]).build();
    try {
      client
          .chatCompletions()
          .create(
              ChatRequest.builder()
                  .model("gpt-5.4-mini")
                  .message(UserMessage.of("Hello"))
                  .build())
          .join();
    } catch (RuntimeException e) {
      // What the server answered is in an event of the client's own; its exception names but the
      // status.
      log.error("chat completion failed", e);
    }
    System.exit(0);
  }
}
