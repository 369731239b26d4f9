package dev.openaierrors.benchmarks;

import java.util.List;
import java.util.Random;

/** Messages as services log them, the same in every run. */
final class Messages {

  /** As many as are rotated, a power of two. */
  static final int COUNT = 64;

  /** A payload of 600 characters. */
  static final String PAYLOAD =
      """
      {
        "error": {
          "message": "Rate limit reached for gpt-5.4-mini in organization org-example on tokens \
      per min (TPM): Limit 30000, Used 29411, Requested 1281. Please try again in 1.384s. Visit \
      https://platform.openai.com/account/rate-limits to learn more. You can increase your rate \
      limit by adding a payment method to your account, or by asking for a higher tier, once the \
      account has been in use for long and what was spent has been paid; until then, it is \
      best to send fewer tokens, and to spread them over time.",
          "type": "tokens",
          "param": null,
          "code": "rate_limit_exceeded"
        }
      }\
      """;

  // Many words that stand in errors as well: what tells the two apart has to be told in any log.
  private static final List<String> SENTENCES =
      List.of(
          "Order %d of customer %d was accepted for delivery by warehouse north-%d",
          "Connection %d of pool main returned after %d ms, %d idle, maximum length of the queue 64",
          "GET /api/v2/articles/%d?page=%d answered with status 200 in %d ms",
          "Committed offset %d of partition prices-%d in group reports-%d",
          "Cache region articles holds %d entries, %d hits, %d misses since the last report",
          "Job nightly-export-%d finished: %d rows written, %d skipped because the postal code is missing",
          "User %d signed in from the web client, session %d, %d devices known",
          "Scheduled task %d waits for lock %d, held by node-%d",
          "Published event StockChanged(article=%d, amount=%d) to topic stock.v%d",
          "Payment %d over %d.%d EUR was authorized by the bank",
          "Authorization header missing in request %d from 10.3.%d.%d, answering 401",
          "Token of tenant %d refreshed, the new token expires in %d minutes, %d tokens in use",
          "Retrying call %d of the inventory service, the server returned 503, attempt %d of %d",
          "Slow query: SELECT id, state FROM shipments WHERE carrier = %d took %d ms, limit %d ms",
          "Rate limiter of the partner API lets %d requests a second pass, %d in flight, %d queued",
          "Could not parse optional header X-Client-Version %d.%d.%d, the default version is used",
          "The server is shutting down: %d active requests, waiting for up to %d s, node-%d takes over",
          "Organization %d has %d members in %d projects, permissions are up to date");

  private static final List<String> CALLS =
      List.of(
          "com.acme.orders.OrderService.accept(OrderService.java:%d)",
          "com.acme.orders.web.OrderController.post(OrderController.java:%d)",
          "org.example.web.DispatcherServlet.service(DispatcherServlet.java:%d)",
          "org.example.http.HttpRequestExecutor.invoke(HttpRequestExecutor.java:%d)",
          "org.example.tx.TransactionInterceptor.proceed(TransactionInterceptor.java:%d)",
          "java.base/java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:%d)",
          "java.base/java.lang.Thread.run(Thread.java:%d)");

  private Messages() {}

  /**
   * Messages of exactly this length, none of which carries an OpenAI error: sentences, and stack
   * traces where it is long.
   */
  static String[] ofLength(int length) {
    Random random = new Random(length);
    String[] messages = new String[COUNT];
    for (int i = 0; i < COUNT; i++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < length) {
        boolean frame = length > 1_000 && random.nextInt(12) > 0;
        text.append(frame ? "\n\tat " : text.isEmpty() ? "" : "; ")
            .append(filled(frame ? CALLS : SENTENCES, random));
      }
      messages[i] = text.substring(0, length);
    }
    return messages;
  }

  private static String filled(List<String> texts, Random random) {
    return texts
        .get(random.nextInt(texts.size()))
        .formatted(random.nextInt(100_000), random.nextInt(200), random.nextInt(100));
  }

  /** An exception with causes, three in all, of a call that has nothing to do with OpenAI. */
  static Throwable unrelated() {
    return framed(
        new IllegalStateException(
            "Order 4711 cannot be delivered",
            framed(
                new RuntimeException(
                    "Warehouse north-7 refused the request",
                    framed(new IllegalArgumentException("article 815 is not in stock"))))));
  }

  /** What a client throws for {@link #PAYLOAD}, with ten frames. */
  static Throwable refused() {
    return framed(new RuntimeException("HTTP 429 - " + PAYLOAD));
  }

  private static <T extends Throwable> T framed(T throwable) {
    StackTraceElement[] frames = new StackTraceElement[10];
    for (int i = 0; i < frames.length; i++) {
      frames[i] =
          new StackTraceElement("com.acme.orders.Step" + i, "run", "Step" + i + ".java", 40 + i);
    }
    throwable.setStackTrace(frames);
    return throwable;
  }
}
