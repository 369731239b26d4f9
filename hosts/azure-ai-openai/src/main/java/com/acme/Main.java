package com.acme;

import com.azure.ai.openai.OpenAIClient;
import com.azure.ai.openai.OpenAIClientBuilder;
import com.azure.ai.openai.models.ChatCompletionsOptions;
import com.azure.ai.openai.models.ChatRequestUserMessage;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class Main {

  private static final Logger log = LoggerFactory.getLogger(Main.class);

  public static void main(String[] args) {
    // Without a key, which this client sends by HTTPS only.
    OpenAIClient client =
        new OpenAIClientBuilder()
            .endpoint(args[0])
            .retryOptions(new RetryOptions(new FixedDelayOptions(0, Duration.ofMillis(1))))
            .buildClient();
    try {
      client.getChatCompletions(
          "gpt-4o", new ChatCompletionsOptions(List.of(new ChatRequestUserMessage("Hello"))));
    } catch (RuntimeException e) {
      log.error("chat completion failed", e);
    }
    System.exit(0);
  }
}
