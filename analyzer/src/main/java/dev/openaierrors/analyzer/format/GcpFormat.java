package dev.openaierrors.analyzer.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Google Cloud's structured logging: {@code severity}, and the stack trace in the message or beside
 * it.
 */
final class GcpFormat extends JsonFormat {

  private static final Set<String> OWN =
      Set.of(
          "timestampSeconds",
          "timestampNanos",
          "timestamp",
          "time",
          "@timestamp",
          "severity",
          "message",
          "logger",
          "thread",
          "exception",
          "stack_trace",
          "context.logger",
          "context.thread",
          "serviceContext",
          "logging.googleapis.com/sourceLocation",
          "logging.googleapis.com/insertId",
          "logging.googleapis.com/trace",
          "logging.googleapis.com/spanId");

  GcpFormat() {
    super("gcp", "Google Cloud JSON");
  }

  @Override
  boolean fits(JsonNode line) {
    return line.has("severity") && (line.has("message") || line.has("timestampSeconds"));
  }

  @Override
  void read(JsonNode line, ParsedEvent event) {
    event.time = time(line);
    event.level = Levels.of(text(line, "severity"));
    event.logger = text(line, line.has("logger") ? "logger" : "context.logger");
    event.thread = text(line, line.has("thread") ? "thread" : "context.thread");
    event.messageAndTrace(orEmpty(text(line, "message")));
    event.trace(text(line, line.has("exception") ? "exception" : "stack_trace"));
  }

  @Override
  Set<String> ownFields() {
    return OWN;
  }

  private static @Nullable LogTime time(JsonNode line) {
    JsonNode seconds = line.get("timestampSeconds");
    if (seconds != null) {
      return JsonTimes.ofSeconds(seconds.asLong(), line.path("timestampNanos").asLong());
    }
    JsonNode time = line.has("timestamp") ? line.get("timestamp") : line.get("time");
    return JsonTimes.of(time == null ? line.get("@timestamp") : time);
  }
}
