package com.acme;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Nobody catches what its controller throws, so Micronaut logs it. */
public class Main {

  public static void main(String[] args) throws Exception {
    Map<String, Object> properties = Map.of("micronaut.server.port", -1, "api", args[0]);
    EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, properties);
    HttpRequest request = HttpRequest.newBuilder(server.getURI().resolve("/chat")).build();
    HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    System.exit(0);
  }

  @Controller("/chat")
  static class Chat {

    private final String api;

    Chat(@io.micronaut.context.annotation.Value("${api}") String api) {
      this.api = api;
    }

    @Get
    String chat() throws Exception {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(api + "/v1/chat/completions"))
              .POST(BodyPublishers.ofString("{}"))
              .build();
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      throw new IllegalStateException("chat completion failed: 429 " + answer.body());
    }
  }
}
