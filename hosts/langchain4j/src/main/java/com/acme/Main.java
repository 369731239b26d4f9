package com.acme;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class Main {

  private static final Logger log = LoggerFactory.getLogger(Main.class);

  public static void main(String[] args) {
    ChatModel model =
        OpenAiChatModel.builder()
            .baseUrl(args[0] + "/v1")
            .apiKey("not-a-key")
            .modelName("gpt-5.4-mini")
            .maxRetries(0)
            .build();
    try {
      model.chat("Hello");
    } catch (RuntimeException e) {
      log.error("chat completion failed", e);
    }
    System.exit(0);
  }
}
