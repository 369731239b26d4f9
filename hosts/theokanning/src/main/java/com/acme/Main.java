package com.acme;

import com.theokanning.openai.client.OpenAiApi;
import com.theokanning.openai.completion.chat.ChatCompletionRequest;
import com.theokanning.openai.completion.chat.ChatMessage;
import com.theokanning.openai.service.OpenAiService;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import retrofit2.Retrofit;

public final class Main {

  private static final Logger log = LoggerFactory.getLogger(Main.class);

  public static void main(String[] args) {
    Retrofit retrofit =
        OpenAiService.defaultRetrofit(
                OpenAiService.defaultClient("not-a-key", Duration.ofSeconds(10)),
                OpenAiService.defaultObjectMapper())
            .newBuilder()
            .baseUrl(args[0] + "/")
            .build();
    OpenAiService service = new OpenAiService(retrofit.create(OpenAiApi.class));
    try {
      service.createChatCompletion(
          ChatCompletionRequest.builder()
              .model("gpt-4")
              .messages(List.of(new ChatMessage("user", "Hello")))
              .build());
    } catch (RuntimeException e) {
      log.error("chat completion failed", e);
    }
    System.exit(0);
  }
}
