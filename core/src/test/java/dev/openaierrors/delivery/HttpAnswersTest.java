package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.DeliveryException;
import dev.openaierrors.delivery.HttpPost.Timeouts;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a destination makes of what a server answers, or does not. */
class HttpAnswersTest {

  private static final Timeouts LONG = new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(30));
  private static final Timeouts SHORT =
      new Timeouts(Duration.ofMillis(300), Duration.ofMillis(300));
  private static final Alert ALERT = TestAlert.firing("01JD5");

  private Loopback server;

  @BeforeEach
  void start() throws Exception {
    server = Loopback.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  /** Sends one alert, which fails. */
  private DeliveryException failure(HttpDestination destination, Timeouts timeouts) {
    return failure(destination, server.uri("/"), timeouts);
  }

  private static DeliveryException failure(
      HttpDestination destination, URI url, Timeouts timeouts) {
    AlertSink sink = destination.at(url, timeouts);
    try {
      DeliveryException failure =
          catchThrowableOfType(DeliveryException.class, () -> sink.send(ALERT));
      assertThat(failure).isNotNull();
      return failure;
    } finally {
      sink.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void successIsSuccess(HttpDestination destination) throws Exception {
    server.next(Reply.ok()).next(Reply.status("202 Accepted", "{}")).next(noContent());
    AlertSink sink = destination.at(server.uri("/"), LONG);

    sink.send(ALERT);
    sink.send(ALERT);
    sink.send(ALERT);
    sink.close();

    assertThat(server.requests).hasSize(3);
    assertThat(server.requests.get(0).line()).startsWith("POST /");
    assertThat(server.requests.get(0).headers()).containsEntry("content-type", "application/json");
  }

  private static Reply noContent() {
    return Reply.status("204 No Content", "");
  }

  @ParameterizedTest
  @EnumSource
  void aRefusalIsFinalAndSaysWhy(HttpDestination destination) {
    server.next(Reply.status("400 Bad Request", "{\"message\":\"invalid_payload\"}"));

    DeliveryException failure = failure(destination, LONG);

    assertThat(failure.retryable()).isFalse();
    assertThat(failure)
        .hasMessageStartingWith("HTTP 400: ")
        .hasMessageContaining("invalid_payload");
  }

  @ParameterizedTest
  @ValueSource(strings = {"401 Unauthorized", "403 Forbidden", "404 Not Found", "410 Gone"})
  void soAreOthers(String status) {
    server.next(Reply.status(status, "no_service"));

    DeliveryException failure = failure(HttpDestination.SLACK, LONG);

    assertThat(failure.retryable()).isFalse();
    assertThat(failure).hasMessage("HTTP " + status.substring(0, 3) + ": no_service");
  }

  @ParameterizedTest
  @EnumSource
  void tooMuchIsTriedAgainWhenTheServerSays(HttpDestination destination) {
    server.next(Reply.status("429 Too Many Requests", "", "Retry-After: 17"));

    DeliveryException failure = failure(destination, LONG);

    assertThat(failure.retryable()).isTrue();
    assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(17));
  }

  @Test
  void theServerMaySayItAsADate() {
    Instant until = Instant.now().plusSeconds(120);
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.ofInstant(until, ZoneOffset.UTC));
    server.next(Reply.status("503 Service Unavailable", "", "Retry-After: " + date));

    Duration wait = Objects.requireNonNull(failure(HttpDestination.SLACK, LONG).retryAfter());

    assertThat(wait).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(120));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-5", "99999999999999999999", "1e9", "Mon, 99 Foo 2026"})
  void whatIsNotUnderstoodIsNoWait(String header) {
    server.next(Reply.status("429 Too Many Requests", "", "Retry-After: " + header));

    DeliveryException failure = failure(HttpDestination.SLACK, LONG);

    assertThat(failure.retryable()).isTrue();
    assertThat(failure.retryAfter()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"408 Request Timeout", "425 Too Early", "500 Oops", "502 Bad Gateway"})
  void anErrorOfTheServerIsTriedAgain(String status) {
    server.next(Reply.status(status, "down"));

    assertThat(failure(HttpDestination.WEBHOOK, LONG).retryable()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatDoesNotAnswerIsGivenUpSoon(HttpDestination destination) {
    server.next(Reply.hang());

    DeliveryException failure = failure(destination, SHORT);

    assertThat(failure.retryable()).isTrue();
    assertThat(failure).hasMessage("no answer within 300 ms");
  }

  @Test
  void aServerThatStopsInTheMiddleIsGivenUpSoon() {
    server.next(Reply.hangInTheBody());

    assertThat(failure(HttpDestination.WEBHOOK, SHORT)).hasMessage("no answer within 300 ms");
  }

  @Test
  void anAnswerWithoutEndIsNotReadToItsEnd() {
    server.next(Reply.endless());

    DeliveryException failure = failure(HttpDestination.WEBHOOK, LONG);

    assertThat(failure).hasMessageStartingWith("HTTP 400: more more");
    assertThat(failure.getMessage()).hasSizeLessThan(200);
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionThatBreaksIsTriedAgain(HttpDestination destination) {
    server.next(Reply.reset());

    DeliveryException failure = failure(destination, LONG);

    assertThat(failure.retryable()).isTrue();
    assertThat(failure).hasMessageStartingWith("the connection failed");
  }

  @Test
  void soIsOneToAServerOfAnotherSort() {
    server.next(Reply.garbage());

    assertThat(failure(HttpDestination.WEBHOOK, LONG).retryable()).isTrue();
  }

  @Test
  void nobodyThere() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    DeliveryException failure =
        failure(HttpDestination.WEBHOOK, URI.create("http://127.0.0.1:" + port), LONG);

    assertThat(failure.retryable()).isTrue();
    assertThat(failure).hasMessage("connection refused");
  }

  @Test
  void aHostThatIsNotKnown() {
    DeliveryException failure =
        failure(HttpDestination.WEBHOOK, URI.create("http://no-such-host.invalid"), LONG);

    assertThat(failure.retryable()).isTrue();
    assertThat(failure).hasMessage("unknown host");
  }

  @ParameterizedTest
  @ValueSource(strings = {"301 Moved", "302 Found", "307 Temporary", "308 Permanent"})
  void aRedirectIsNotFollowed(String status) throws Exception {
    try (Loopback elsewhere = Loopback.start()) {
      server.next(Reply.status(status, "", "Location: " + elsewhere.uri("/")));

      DeliveryException failure = failure(HttpDestination.WEBHOOK, LONG);

      assertThat(failure.retryable()).isFalse();
      assertThat(failure).hasMessageContaining("redirect");
      assertThat(elsewhere.requests).isEmpty();
    }
  }

  @Test
  void aServerThatIsAwayForTenSecondsGetsEverything() throws Exception {
    int port = server.port();
    List<String> said = new ArrayList<>();
    AlertSink sink = HttpDestination.WEBHOOK.at(server.uri("/"), LONG);
    Deliveries deliveries =
        new Deliveries(
            List.of(Destination.of(sink)), Runnable::run, said::add, told -> {}, () -> 0);
    server.close();
    deliveries.offer(List.of(TestAlert.firing("a"), TestAlert.firing("b")));

    Instant now = DeliveryBench.START;
    for (int second = 0; second < 60; second++) {
      if (second == 10) {
        server = Loopback.startOn(port);
      }
      deliveries.tick(now.plusSeconds(second));
    }
    deliveries.close(Duration.ofSeconds(30));

    assertThat(server.requests).hasSize(2);
    assertThat(said).isEmpty();
  }
}
