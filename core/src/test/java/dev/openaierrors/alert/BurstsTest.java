package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.OpenAiError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An hour and a half of a service's log, from its text to its alerts. */
class BurstsTest {

  private static final String RATE_LIMIT =
      "429 Too Many Requests: {\"error\": {\"message\": \"Rate limit reached for gpt-4o in"
          + " organization org-Qq1Ww2Ee3Rr4 on tokens per min (TPM): Limit 30000, Used 29%03d,"
          + " Requested 1900. Please try again in 2.1s.\", \"type\": \"tokens\", \"param\": null,"
          + " \"code\": \"rate_limit_exceeded\"}}";
  private static final String QUOTA =
      "Retry attempt 2 of 3 failed: {\"error\": {\"message\": \"You exceeded your current quota,"
          + " please check your plan and billing details. (%d)\", \"type\":"
          + " \"insufficient_quota\", \"param\": null, \"code\": \"insufficient_quota\"}}";
  private static final String OVERLOADED =
      "503 Service Unavailable: {\"error\": {\"message\": \"The engine is currently overloaded,"
          + " please try again later (%d)\", \"type\": \"service_unavailable_error\", \"code\":"
          + " \"server_is_overloaded\"}} from api.openai.com";
  private static final String SERVER_ERROR =
      "500: {\"error\": {\"message\": \"The server had an error while processing your request."
          + " Sorry about that! (%d)\", \"type\": \"server_error\", \"code\": null}} from"
          + " api.openai.com";

  private final ErrorAnalyzer analyzer = ErrorAnalyzer.create();
  private final AlertEngine engine =
      new AlertEngine(AlertRules.defaults(), new Origin("chat-api", "prod", null));
  private final List<Alert> alerts = new ArrayList<>();
  private int events;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void eachIncidentIsToldOnceAndResolvedOnceAndAStrayErrorToNobody(long seed) {
    Random random = new Random(seed);
    for (int minute = 0; minute < 90; minute++) {
      if (minute >= 10 && minute < 12) {
        burst(random, minute, 60, RATE_LIMIT);
      } else if (minute >= 30 && minute < 55) {
        burst(random, minute, 20, QUOTA);
      } else if (minute >= 62 && minute < 66) {
        burst(random, minute, 90, OVERLOADED, SERVER_ERROR);
      } else if (minute == 75) {
        burst(random, minute, 1, SERVER_ERROR);
      }
    }
    alerts.addAll(engine.onTime(minute(600)));

    assertThat(alerts.stream().map(it -> it.state().id() + " " + it.rule()))
        .containsExactly(
            "firing rate-limit-burst",
            "resolved rate-limit-burst",
            "firing quota",
            "firing outage",
            "resolved quota",
            "resolved outage");
    assertThat(alerts.get(0).times().at()).isBetween(minute(10), minute(11));
    assertThat(alerts.get(2).times().at()).isBetween(minute(30), minute(32));
    assertThat(alerts.get(2).text().nextStep()).contains("up to 3 attempts a call");
    assertThat(alerts.get(3).times().at()).isBetween(minute(62), minute(64));
    assertThat(alerts.get(3).times().startsAt()).isBetween(minute(62), minute(63));
    assertThat(alerts.get(4).times().lastSeen()).isBetween(minute(54), minute(55));
    assertThat(alerts.get(4).counts().failures() + alerts.get(4).counts().repeats())
        .isEqualTo(25 * 20);
  }

  private void burst(Random random, int minute, int count, String... texts) {
    random
        .longs(count, 0, 60_000)
        .sorted()
        .forEach(
            millis -> {
              String text = texts[random.nextInt(texts.length)].formatted(events++ % 1000);
              OpenAiError error = Objects.requireNonNull(analyzer.analyze(text), text);
              Instant at = minute(minute).plusMillis(millis);
              String thread = "worker-" + random.nextInt(8);
              alerts.addAll(
                  engine.onFailure(
                      new Failure(
                          at,
                          error,
                          new Failure.Source("com.acme.Chat", null, thread),
                          null,
                          text.hashCode())));
            });
  }

  private static Instant minute(int minute) {
    return Times.START.plus(Duration.ofMinutes(minute));
  }
}
