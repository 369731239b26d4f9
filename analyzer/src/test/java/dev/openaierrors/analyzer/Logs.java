package dev.openaierrors.analyzer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/** Logs of a service, as Spring Boot writes them. */
final class Logs {

  static final Instant MORNING = Instant.parse("2026-05-04T10:00:00Z");

  private final StringBuilder text = new StringBuilder();

  /** Something that is no error. */
  Logs quiet(Instant at) {
    return line(at, " INFO", "main", "com.acme.Shop", "Order 17 was paid");
  }

  Logs quota(Instant at, String thread) {
    return line(
        at,
        "ERROR",
        thread,
        "com.acme.ChatService",
        "OpenAI call failed: 429 {\"error\":{\"message\":\"You exceeded your current quota, please"
            + " check your plan and billing details.\",\"type\":\"insufficient_quota\","
            + "\"param\":null,\"code\":\"insufficient_quota\"}}");
  }

  Logs rateLimit(Instant at, String thread) {
    return line(
        at,
        " WARN",
        thread,
        "com.acme.ChatService",
        "OpenAI call failed: 429 {\"error\":{\"message\":\"Rate limit reached for gpt-4o in"
            + " organization org-abcdefghijklmnop on tokens per min (TPM): Limit 30000, Used 29000,"
            + " Requested 2000. Please try again in 2s.\",\"type\":\"tokens\",\"param\":null,"
            + "\"code\":\"rate_limit_exceeded\"}}");
  }

  Logs line(Instant at, String level, String thread, String logger, String message) {
    text.append(
        String.format(
            Locale.ROOT,
            "%tFT%<tT.%<tLZ %s 1 --- [shop] [%15s] %-40s : %s%n",
            at.atZone(ZoneOffset.UTC),
            level,
            thread,
            logger,
            message));
    return this;
  }

  Path in(Path folder, String name) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
