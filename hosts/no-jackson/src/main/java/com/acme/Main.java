package com.acme;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class Main {

  private static final Logger log = LoggerFactory.getLogger(Main.class);

  public static void main(String[] args) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(args[0] + "/v1/chat/completions"))
            .POST(BodyPublishers.ofString("{\"model\": \"gpt-5.4-mini\"}"))
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    log.error(
        "chat completion failed",
        new IllegalStateException(
            "OpenAI answered " + response.statusCode() + ": " + response.body()));
    System.exit(0);
  }
}
