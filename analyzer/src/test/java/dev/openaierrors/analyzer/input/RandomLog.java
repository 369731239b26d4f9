package dev.openaierrors.analyzer.input;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Makes logs of ordinary, nearly erroneous and erroneous events, long and short. */
final class RandomLog {

  private static final List<String> ERRORS =
      List.of(
          "429 - {\n  \"error\": {\n    \"message\": \"You exceeded your current quota, please check"
              + " your plan and billing details.\",\n    \"type\": \"insufficient_quota\",\n   "
              + " \"param\": null,\n    \"code\": \"insufficient_quota\"\n  }\n}",
          "no answer: 401 Unauthorized: {\"error\":{\"message\":\"Incorrect API key provided:"
              + " sk-ab**yz.\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"invalid_api_key\"}}",
          "gave up\ncom.openai.errors.RateLimitException: 429: Rate limit reached for gpt-4o in"
              + " organization org-x on tokens per min (TPM): Limit 30000, Used 29211\n\tat"
              + " com.openai.core.Handler.handle(Handler.kt:9)\n\tat shop.Main.main(Main.java:4)",
          "gave up\njava.lang.IllegalStateException: x\n\tat shop.A.b(A.java:1)\nCaused by:"
              + " java.net.SocketTimeoutException: timeout\n\tat"
              + " com.theokanning.openai.service.OpenAiService.execute(OpenAiService.java:264)",
          "{\"error\":{\"message\":\"Too many requests\",\"type\":\"requests\",\"param\":null,\"code\":null}}"
              + " status 429",
          "The server had an error while processing your request. Sorry about that! (503 from"
              + " https://api.openai.com/v1/chat/completions)",
          "OpenAI request failed: 429 Too Many Requests from https://api.openai.com/v1/embeddings",
          "calling OpenAI failed with status 500, rate limit reached",
          "openai.error.Timeout: Request timed out",
          "first of two\ncom.openai.errors.RateLimitException: 429: Rate limit reached\n"
              + "com.openai.errors.RateLimitException: 429: Rate limit reached for gpt-4o",
          "OpenAI error 401: check your plan and billing details");
  private static final List<String> OTHERS =
      List.of(
          "order 77 placed",
          "POST https://api.openai.com/v1/chat/completions 200 OK in 412 ms",
          "timeout after 30 s, code: \"timeout\"",
          "http.server.requests throughput=3, tokens=77, not_found",
          "answer {\n  \"object\": \"x\",\n  \"error\": null\n}",
          "trouble\njava.lang.NullPointerException: x\n\tat shop.A.b(A.java:1)\n\tat shop.C.d(C.java:2)",
          "gr\u00fc\u00df dich \u4f60\u597d",
          "",
          "  indented",
          "openai",
          "OpenAI request succeeded status=200 model=gpt-4o latency=812ms",
          "asking OpenAI, attempt 2 of 3",
          "OpenAI answered 503 Service Unavailable",
          "response from OpenAI: 200\n  openai-processing-ms: 12",
          "a parameter: param=7",
          "{\"error\":{\"message\":\"no such thing\",\"type\":\"tokens\"}}");

  private static final List<String> JSON_FIELDS =
      List.of(
          "",
          "",
          ",\"mdc\":{\"level\":\"ERROR\"}",
          ",\"mdc\":{\"level\":\"DEBUG\"}",
          ",\"stack_trace\":\"com.openai.errors.RateLimitException: 429: slow down\"",
          ",\"stack_trace\":\"java.lang.IllegalStateException: x\"",
          ",\"error\":{\"type\":\"x\"}");

  private final Random random;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private Instant time = Instant.parse("2026-05-04T10:00:00Z");

  private RandomLog(long seed) {
    random = new Random(seed);
  }

  /** A log of about so many bytes, in which one of so many events carries an error. */
  static byte[] of(long seed, int bytes, int oneIn) {
    RandomLog log = new RandomLog(seed);
    while (log.out.size() < bytes) {
      log.event(oneIn);
    }
    return log.out.toByteArray();
  }

  private void event(int oneIn) {
    time = time.plusMillis(random.nextInt(400));
    boolean error = random.nextInt(oneIn) == 0;
    String text = pick(error ? ERRORS : OTHERS);
    if (random.nextInt(60) == 0) {
      text = text + " x".repeat(random.nextInt(3000));
    }
    if (random.nextInt(8) == 0) {
      write(
          "{\"@timestamp\":\""
              + time
              + "\",\"level\":\""
              + level(error).strip()
              + "\",\"logger_name\":\"shop.J\",\"message\":\""
              + escaped(text)
              + "\""
              + pick(JSON_FIELDS)
              + "}");
    } else {
      write(time + " " + level(error) + " 7 --- [shop] [main] shop.Chat : " + text);
    }
    if (random.nextInt(50) == 0) {
      out.write(0);
      out.write(0xe4);
    }
    write(random.nextInt(10) == 0 ? "\r\n" : "\n");
  }

  private String level(boolean error) {
    return switch (random.nextInt(8)) {
      case 0 -> "ERROR";
      case 1 -> "DEBUG";
      case 2 -> " WARN";
      case 3 -> " INFO";
      default -> error ? "ERROR" : " INFO";
    };
  }

  private String pick(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\t", "\\t");
  }

  private void write(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
