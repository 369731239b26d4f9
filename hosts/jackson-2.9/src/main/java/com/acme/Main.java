package com.acme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service that uses Jackson itself, before and after it logs. */
public final class Main {

  public static final class Chat {
    public String model;
    public List<String> messages;
  }

  private static final Logger log = LoggerFactory.getLogger(Main.class);

  public static void main(String[] args) throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    String chat = "{\"model\":\"gpt-5.4-mini\",\"messages\":[\"Hello\"]}";
    copy(mapper, chat);

    HttpRequest request =
        HttpRequest.newBuilder(URI.create(args[0] + "/v1/chat/completions"))
            .POST(BodyPublishers.ofString(chat))
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    log.error(
        "chat completion failed",
        new IllegalStateException(
            "OpenAI answered " + response.statusCode() + ": " + response.body()));
    JsonNode answer = mapper.readTree(response.body());
    log.error("chat completion failed: {}", answer);

    copy(mapper, chat);
    System.exit(0);
  }

  private static void copy(ObjectMapper mapper, String chat) throws Exception {
    String copy = mapper.writeValueAsString(mapper.readValue(chat, Chat.class));
    if (!mapper.readTree(copy).equals(mapper.readTree(chat))) {
      throw new IllegalStateException(copy);
    }
  }
}
