package dev.openaierrors.analyzer.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of calls that are logged at INFO, one that went well is passed over without being taken apart,
 * and one that failed is not.
 */
class RoutineEventsTest {

  private static final String HEAD = "2026-11-23 05:32:22,217 INFO  [com.acme.A] (http-1) ";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A throwable makes of a call and its status more than something told.
        "OpenAI call failed: 503 Service Unavailable: java.io.IOException: closed",
        "OpenAI call failed with 503 Service Unavailable\njava.io.IOException: closed\n\tat a.B.c(B.java:1)",
        "com.openai.errors.RateLimitException: 429: Rate limit reached for gpt-4o",
      })
  void whatFailedIsFound(String message) {
    String text = (HEAD + message + "\n" + HEAD + "served 7 orders\n").repeat(10);

    assertThat(Collected.ofText(folder, text).events).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"level\":\"INFO\",\"stack_trace\":\"a.Oops: closed\"",
        "\"level\":\"INFO\",\"exception\":\"a.Oops: closed\"",
        "\"level\": \"INFO\", \"error.stack_trace\": \"a.Oops: closed\"",
        "\"labels\":{\"level\":\"INFO\"},\"level\":\"WARN\"",
        "\"severity\":\"ERROR\",\"labels\":{\"level\":\"INFO\"}",
      })
  void whatFailedIsFoundInJson(String fields) {
    String failed = json(fields + ",\"message\":\"OpenAI call failed: 503 Service Unavailable\"");
    String text = (failed + json("\"level\":\"INFO\",\"message\":\"served\"")).repeat(10);

    assertThat(Collected.ofText(folder, text).events).hasSize(10);
  }

  @Test
  void whatIsOnlyToldOfAtInfoIsNoError() {
    String told = "\"level\":\"INFO\",\"message\":\"OpenAI call failed: 503 Service Unavailable\"";
    String text = (HEAD + "OpenAI call: 503 Service Unavailable\n" + json(told)).repeat(10);

    assertThat(Collected.ofText(folder, text).events).isEmpty();
  }

  @Test
  void allThatBelongsToAnEventBelowInfoIsPassedOver() {
    String trace = "com.openai.errors.RateLimitException: 429: Rate limit reached\n";
    String debug = HEAD.replace("INFO ", "DEBUG") + "see below\n" + trace + trace;
    String error = HEAD.replace("INFO ", "ERROR") + "see below\n" + trace + trace;

    assertThat(Collected.ofText(folder, (debug + error + debug).repeat(10)).events)
        .hasSize(10)
        .allMatch(event -> "ERROR".equals(event.level()));
  }

  @Test
  void anEventThatIsToldAgainKeepsWhatIsItsOwn() {
    String failed = "[com.acme.A] (http-1) api.openai.com said 401, Incorrect API key provided\n";
    String text =
        "2026-11-23 05:32:22,217 WARN  "
            + failed
            + "2026-11-23 05:32:23,500 ERROR "
            + failed.replace("http-1", "http-2");

    assertThat(Collected.ofText(folder, text).events)
        .extracting(AnalyzedEvent::level, AnalyzedEvent::thread)
        .containsExactly(tuple("WARN", "http-1"), tuple("ERROR", "http-2"));
  }

  private static String json(String fields) {
    return "{\"@timestamp\":\"2026-05-04T10:00:00Z\"," + fields + "}\n";
  }
}
