package dev.openaierrors.analyzer.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What logstash-logback-encoder writes. */
final class LogstashFormat extends JsonFormat {

  private static final Set<String> OWN =
      Set.of(
          "@timestamp",
          "@version",
          "message",
          "logger_name",
          "thread_name",
          "level",
          "level_value",
          "stack_trace",
          "service",
          "app",
          "HOSTNAME");

  LogstashFormat() {
    super("logstash", "Logstash JSON");
  }

  @Override
  boolean fits(JsonNode line) {
    return has(line, "@timestamp", "message")
        && (has(line, "logger_name") || has(line, "level_value"));
  }

  @Override
  void read(JsonNode line, ParsedEvent event) {
    event.time = JsonTimes.of(line.get("@timestamp"));
    event.level = Levels.of(text(line, "level"));
    event.logger = text(line, "logger_name");
    event.thread = text(line, "thread_name");
    event.service = text(line, "service");
    event.message(orEmpty(text(line, "message")));
    event.trace(text(line, "stack_trace"));
  }

  @Override
  Set<String> ownFields() {
    return OWN;
  }
}
