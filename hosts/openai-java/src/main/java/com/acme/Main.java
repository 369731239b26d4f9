package com.acme;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class Main {

  private static final Logger log = LoggerFactory.getLogger(Main.class);

  public static void main(String[] args) {
    OpenAIClient client =
        OpenAIOkHttpClient.builder()
            .apiKey("not-a-key")
            .baseUrl(args[0] + "/v1")
            .maxRetries(0)
            .build();
    try {
      client
          .chat()
          .completions()
          .create(
              ChatCompletionCreateParams.builder()
                  .model("gpt-5.4-mini")
                  .addUserMessage("Hello")
                  .build());
    } catch (RuntimeException e) {
      log.error("chat completion failed", e);
    }
    System.exit(0);
  }
}
