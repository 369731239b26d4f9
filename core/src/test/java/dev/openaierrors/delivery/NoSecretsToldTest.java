package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.delivery.HttpPost.Timeouts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No URL and no key is in anything that is told to anybody but the destination. */
class NoSecretsToldTest {

  private static final Timeouts LONG = new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(30));

  @ParameterizedTest
  @EnumSource
  void notEvenIfTheServerRepeatsThem(HttpDestination destination) throws Exception {
    try (Loopback server = Loopback.that(NoSecretsToldTest::echo)) {
      List<String> said = new ArrayList<>();
      List<DeliveryNews> news = new ArrayList<>();
      AlertSink sink = destination.at(server.uri("/"), LONG);
      Deliveries deliveries =
          new Deliveries(List.of(Destination.of(sink)), Runnable::run, said::add, news::add);
      Instant now = DeliveryBench.START;
      for (int second = 0; second < 120; second++) {
        deliveries.offer(List.of(TestAlert.firing("t" + second)));
        deliveries.tick(now.plusSeconds(second));
      }
      deliveries.close(Duration.ofSeconds(30));

      assertThat(server.requests).as("each refused differently").hasSizeGreaterThan(3);
      assertThat(said).isNotEmpty();
      assertThat(said).allSatisfy(NoSecretsToldTest::holdsNoSecret);
      assertThat(news)
          .as("told elsewhere, too, and which destination it is")
          .isNotEmpty()
          .allSatisfy(one -> assertThat(one.destination()).endsWith(" (127.0.0.1)"))
          .allSatisfy(one -> holdsNoSecret(one.toString()));
      assertThat(sink.name() + sink + deliveries.counts()).satisfies(t -> holdsNoSecret(t));
    }
  }

  /** Refuses with all that it got, in different wrappings. */
  private static Reply echo(Loopback.Request request) {
    String all = request.line() + " " + request.headers() + " " + request.body();
    int turn = Math.floorMod(request.body().hashCode(), 3);
    String body =
        switch (turn) {
          case 0 -> "invalid " + HttpDestination.SECRET + " " + all;
          case 1 -> "{\"error\":\"" + all.replace("\"", "\\\"") + "\"}";
          default -> all;
        };
    return Reply.status("403 Forbidden", body);
  }

  private static void holdsNoSecret(String told) {
    String basic =
        Base64.getEncoder()
            .encodeToString(("admin:" + HttpDestination.SECRET).getBytes(StandardCharsets.UTF_8));
    assertThat(told.toLowerCase(Locale.ROOT))
        .doesNotContain(
            HttpDestination.SECRET,
            HttpDestination.SECRET.substring(0, 8),
            "t0secret1",
            "b0secret2",
            "://",
            "/v2/enqueue",
            "/hook",
            basic.toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invalid token s3cr3tk3y1234",
        "see https://status.example/x",
        "{\"message\":\"bad\",\"key\":\"R0UT1NGK3Y999\"}",
        "token=QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo",
      })
  void whatLooksLikeAKeyIsCut(String answer) {
    assertThat(new Reason(List.of()).of(answer))
        .contains("[…]")
        .doesNotContain("s3cr3tk3y1234", "status.example", "R0UT1NGK3Y999", "QUJDREVG");
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_payload", "channel_is_archived", "Event object is invalid"})
  void whatExplainsTheRefusalIsKept(String answer) {
    assertThat(new Reason(List.of(HttpDestination.SECRET)).of(answer)).isEqualTo(answer);
  }

  static List<URI> wrong() {
    String secret = HttpDestination.SECRET;
    return List.of(
        URI.create("ftp://user:" + secret + "@example.org/" + secret),
        URI.create(secret),
        URI.create("https:///" + secret),
        URI.create("https://under_score.example/" + secret),
        URI.create("https://example.org:99999/" + secret));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongUrlIsRefusedWithoutRepeatingIt(URI url) {
    assertThatThrownBy(() -> AlertSinks.slack(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("url: ")
        .hasMessageEndingWith(".")
        .satisfies(failure -> holdsNoSecretPart(failure.getMessage()));
  }

  private static void holdsNoSecretPart(@Nullable String told) {
    assertThat(told).doesNotContain(HttpDestination.SECRET, "example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "content-length", "bad name", "", "Authorization"})
  void aWrongHeaderIsRefusedWithoutRepeatingItsValue(String name) {
    String value = HttpDestination.SECRET + (name.equals("Authorization") ? "\n" : "");
    assertThatThrownBy(
            () -> AlertSinks.webhook(URI.create("https://example.org"), Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("header: ")
        .satisfies(failure -> holdsNoSecretPart(failure.getMessage()));
  }
}
