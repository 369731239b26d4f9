package dev.openaierrors.analyzer.input;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as an application logs it, whatever is written of it.
 *
 * @param trace below the message; empty if there is none
 * @param kind of the error that it carries; null if none
 */
record Logged(
    Instant time,
    String level,
    String thread,
    String logger,
    String message,
    String trace,
    @Nullable String kind) {

  private static final String QUOTA =
      """
      {
        "error": {
          "message": "You exceeded your current quota, please check your plan and billing details.",
          "type": "insufficient_quota",
          "param": null,
          "code": "insufficient_quota"
        }
      }""";

  private static final String FRAMES =
      "\n\tat shop.Chat.ask(Chat.java:41)\n\tat shop.Main.run(Main.java:12)";

  /** Twelve events of a morning, of which five carry an error. */
  static final List<Logged> MORNING =
      List.of(
          fine(0, "main", "shop.Main", "up"),
          new Logged(
              at(61),
              "WARN",
              "worker-1",
              "shop.Chat",
              "attempt 1 of 3 failed",
              "com.openai.errors.RateLimitException: 429: Rate limit reached for gpt-5.4-mini in"
                  + " organization org-1 on tokens per min (TPM): Limit 200000, Used 199000,"
                  + " Requested 1200. Please try again in 60ms."
                  + FRAMES,
              "rate_limit_exceeded"),
          fine(75, "worker-2", "shop.Orders", "order 7 placed"),
          new Logged(
              at(140),
              "ERROR",
              "worker-1",
              "shop.Chat",
              "no answer",
              "java.lang.IllegalStateException: gave up"
                  + FRAMES
                  + "\nCaused by: java.io.IOException: status 429 of api.openai.com, answer "
                  + QUOTA
                  + "\n\tat shop.Http.post(Http.java:77)\n\t... 2 more",
              "insufficient_quota"),
          fine(141, "worker-2", "shop.Orders", "order 8 placed"),
          new Logged(
              at(600),
              "ERROR",
              "worker-3",
              "shop.Search",
              "401 from api.openai.com, Incorrect API key provided",
              "",
              "invalid_api_key"),
          fine(601, "worker-2", "shop.Orders", "order 9 placed"),
          new Logged(
              at(1900),
              "ERROR",
              "worker-2",
              "shop.Search",
              "nothing found",
              "java.lang.IllegalStateException: no embedding"
                  + FRAMES
                  + "\nCaused by: com.openai.errors.OpenAIIoException: Request failed"
                  + "\n\tat com.openai.client.okhttp.OkHttpClient.execute(OkHttpClient.kt:82)"
                  + "\n\t... 2 more\nCaused by: java.net.SocketTimeoutException: timeout\n\t... 5 more",
              "timeout"),
          fine(1901, "worker-1", "shop.Orders", "order 10 placed"),
          new Logged(
              at(2400),
              "WARN",
              "worker-1",
              "shop.Chat",
              "attempt 2 of 3 failed",
              "com.openai.errors.InternalServerException: 500: The server had an error while"
                  + " processing your request. Sorry about that!"
                  + FRAMES,
              "server_error"),
          fine(2401, "worker-3", "shop.Orders", "order 11 placed"),
          new Logged(
              at(3000),
              "ERROR",
              "worker-3",
              "shop.Orders",
              "order 12 lost",
              "java.lang.NullPointerException: no customer" + FRAMES,
              null));

  private static Instant at(int second) {
    return Instant.parse("2026-05-04T09:15:00.123Z").plusSeconds(second);
  }

  private static Logged fine(int second, String thread, String logger, String message) {
    return new Logged(at(second), "INFO", thread, logger, message, "", null);
  }

  /** As a console shows it, without any layout. */
  String text() {
    return trace.isEmpty() ? message : message + "\n" + trace;
  }
}
