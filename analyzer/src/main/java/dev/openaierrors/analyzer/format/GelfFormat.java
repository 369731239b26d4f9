package dev.openaierrors.analyzer.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * Graylog's GELF: {@code short_message}, the trace in {@code full_message}, levels as syslog
 * numbers.
 */
final class GelfFormat extends JsonFormat {

  private static final Set<String> OWN =
      Set.of(
          "version",
          "host",
          "short_message",
          "full_message",
          "timestamp",
          "level",
          "_level_name",
          "_process_pid",
          "_process_thread_name",
          "_log_logger",
          "_logger",
          "_thread",
          "_error_type",
          "_error_message",
          "_error_stack_trace");

  GelfFormat() {
    super("gelf", "GELF");
  }

  @Override
  boolean fits(JsonNode line) {
    return line.has("short_message");
  }

  @Override
  void read(JsonNode line, ParsedEvent event) {
    event.time = JsonTimes.of(line.get("timestamp"));
    JsonNode level = line.get("level");
    event.level = level != null && level.isInt() ? Levels.ofSyslog(level.intValue()) : null;
    event.logger = text(line, line.has("_log_logger") ? "_log_logger" : "_logger");
    event.thread =
        text(line, line.has("_process_thread_name") ? "_process_thread_name" : "_thread");
    event.service = text(line, "host");
    String message = orEmpty(text(line, "short_message"));
    event.message(message);
    String trace = text(line, "_error_stack_trace");
    String full = orEmpty(text(line, "full_message"));
    // Log4j2 writes the trace alone, Spring Boot the message above it.
    int begin = StackTrace.begin("\n" + full);
    event.trace(trace != null || begin < 0 ? trace : full.substring(begin - 1));
    if (event.thrown() == null && full.length() > message.length()) {
      event.message(full);
    }
  }

  @Override
  Set<String> ownFields() {
    return OWN;
  }
}
