package dev.openaierrors.analyzer.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Log4j2's LogstashJsonEventLayoutV1: the throwable is an object with the trace as text. */
final class Log4jLogstashFormat extends JsonFormat {

  private static final Set<String> OWN =
      Set.of(
          "@timestamp",
          "@version",
          "message",
          "logger_name",
          "thread_name",
          "level",
          "source_host",
          "exception",
          "file",
          "class",
          "method",
          "line_number");

  Log4jLogstashFormat() {
    super("log4j2-logstash", "Log4j2 Logstash JSON");
  }

  @Override
  boolean fits(JsonNode line) {
    return has(line, "@timestamp")
        && (has(line, "source_host") || has(line, "exception.stacktrace"));
  }

  @Override
  void read(JsonNode line, ParsedEvent event) {
    event.time = JsonTimes.of(line.get("@timestamp"));
    event.level = Levels.of(text(line, "level"));
    event.logger = text(line, "logger_name");
    event.thread = text(line, "thread_name");
    event.message(orEmpty(text(line, "message")));
    event.trace(text(line, "exception.stacktrace"));
  }

  @Override
  Set<String> ownFields() {
    return OWN;
  }
}
