package dev.openaierrors.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * What a service does not catch is logged by others, and told by the Actuator. With one logging
 * framework on the class path only, as services have it: Spring logs to Log4j where it sees it.
 */
@Tag("alone")
class UncaughtTest {

  private static final Duration SOON = Duration.ofSeconds(15);

  private final HttpClient client = HttpClient.newHttpClient();
  private final PrintStream before = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void listenNoMore() {
    System.setOut(before);
  }

  private static ConfigurableApplicationContext start(String... properties) {
    List<String> arguments = new ArrayList<>(List.of(properties));
    arguments.add("--server.port=0");
    arguments.add("--logging.register-shutdown-hook=false");
    return SpringApplication.run(Chat.class, arguments.toArray(String[]::new));
  }

  @Test
  void isEnrichedAndCountedOnce() throws Exception {
    try (ConfigurableApplicationContext service =
        start(
            "--management.endpoints.web.exposure.include=openaierrors,info,metrics",
            "--openai.errors.alert.quota.when=first")) {
      for (String path : List.of("/controller", "/async", "/reactor")) {
        send(service, "GET", path);
      }
      for (String place : List.of("controller", "async", "scheduled", "reactor")) {
        eventually(
            () ->
                assertThat(eventsOf(place))
                    .as(place)
                    .singleElement()
                    .asString()
                    .contains("[insufficient_quota retryable=false]"));
      }
      eventually(
          () ->
              assertThat(send(service, "GET", "/actuator/openaierrors").body())
                  .contains("\"insufficient_quota\":4", "\"OPENAI\"", "quota critical")
                  .contains("\"samples\":{\"insufficient_quota\":\"20"));
      assertThat(
              send(service, "GET", "/actuator/metrics/openai.errors?tag=kind:insufficient_quota")
                  .body())
          .contains("\"value\":4.0");
      assertThat(send(service, "GET", "/actuator/info").body())
          .contains("\"openaiErrors\":{")
          .contains("\"open\":1");
      assertThat(send(service, "POST", "/actuator/openaierrors/test").statusCode()).isEqualTo(204);
      assertThat(send(service, "POST", "/actuator/openaierrors/tset").statusCode()).isEqualTo(400);
      String mute = "{\"rule\": \"quota\", \"until\": \"2h\"}";
      assertThat(send(service, "POST", "/actuator/openaierrors/mute", mute).statusCode())
          .isEqualTo(204);
      assertThat(send(service, "GET", "/actuator/openaierrors").body())
          .contains("\"muted\":[\"quota until ");
      String unknown = mute.replace("quota", "qouta");
      assertThat(send(service, "POST", "/actuator/openaierrors/mute", unknown).statusCode())
          .isEqualTo(400);
      eventually(() -> assertThat(all()).contains("[TEST]"));
    }
  }

  /** Trouble at OpenAI is no reason to take the service out of service. */
  @Test
  void isShownByHealthOnlyWhereThatIsAskedFor() throws Exception {
    try (ConfigurableApplicationContext service =
        start(
            "--management.health.openaierrors.enabled=true",
            "--management.endpoint.health.show-details=always",
            "--openai.errors.alert.quota.when=first")) {
      eventually(
          () ->
              assertThat(send(service, "GET", "/actuator/health").body())
                  .contains("\"openaierrors\":{", "\"status\":\"DEGRADED\"", "quota critical"));
      HttpResponse<String> health = send(service, "GET", "/actuator/health");
      assertThat(health.statusCode()).isEqualTo(200);
      assertThat(health.body()).matches("\\{\"status\":\"UP\".*|.*\"status\":\"UP\"}");
    }
    try (ConfigurableApplicationContext service =
        start("--management.endpoint.health.show-details=always")) {
      assertThat(send(service, "GET", "/actuator/health").body()).doesNotContain("openai");
    }
  }

  /** Nobody sees it who was not let. */
  @Test
  void isNotShownUnlessTheEndpointIsExposed() throws Exception {
    try (ConfigurableApplicationContext service = start()) {
      assertThat(send(service, "GET", "/actuator/openaierrors").statusCode()).isEqualTo(404);
    }
  }

  private static void eventually(ThrowingRunnable assertion) {
    await().atMost(SOON).untilAsserted(assertion);
  }

  private String all() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** The events about the failure at this place, each with its stack trace. */
  private List<String> eventsOf(String place) {
    return Stream.of(all().split("(?m)^(?=\\d{4}-\\d\\d-\\d\\dT)"))
        .filter(event -> event.contains("in " + place + ":"))
        .filter(event -> !event.contains("openai.alerts"))
        .toList();
  }

  private HttpResponse<String> send(
      ConfigurableApplicationContext service, String method, String path) throws Exception {
    return send(service, method, path, "");
  }

  private HttpResponse<String> send(
      ConfigurableApplicationContext service, String method, String path, String body)
      throws Exception {
    String port = service.getEnvironment().getProperty("local.server.port");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static RuntimeException refused(String place) {
    return new IllegalStateException(
        "in "
            + place
            + ": 429 You exceeded your current quota, please check your plan and billing"
            + " details. (from https://api.openai.com/v1)");
  }

  /** A service that catches nothing. */
  @EnableAutoConfiguration
  @EnableAsync
  @EnableScheduling
  @RestController
  static class Chat {

    @Bean
    Jobs jobs() {
      return new Jobs();
    }

    private final ObjectProvider<Jobs> jobs;

    Chat(ObjectProvider<Jobs> jobs) {
      this.jobs = jobs;
    }

    @GetMapping("/controller")
    String controller() {
      throw refused("controller");
    }

    @GetMapping("/async")
    String async() {
      jobs.getObject().work();
      return "later";
    }

    @GetMapping("/reactor")
    String reactor() {
      Operators.onErrorDropped(refused("reactor"), Context.empty());
      return Mono.just("dropped").block();
    }
  }

  /** What is done aside. */
  static class Jobs {

    @Async
    public void work() {
      throw refused("async");
    }

    @Scheduled(initialDelay = 10, fixedDelay = 3_600_000)
    public void clean() {
      throw refused("scheduled");
    }
  }
}
