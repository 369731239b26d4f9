package dev.openaierrors.analyzer.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Logback's JsonEncoder: milliseconds, and the throwable as nested objects. */
final class LogbackJsonFormat extends JsonFormat {

  private static final Set<String> OWN =
      Set.of(
          "sequenceNumber",
          "timestamp",
          "nanoseconds",
          "level",
          "loggerName",
          "threadName",
          "message",
          "formattedMessage",
          "throwable",
          "context");

  LogbackJsonFormat() {
    super("logback-json", "Logback JSON");
  }

  private static final JsonThrowables.Names NAMES =
      new JsonThrowables.Names("className", "message", "stepArray", "className", "cause");

  @Override
  boolean fits(JsonNode line) {
    return line.has("sequenceNumber") || (line.has("loggerName") && line.has("throwable"));
  }

  @Override
  void read(JsonNode line, ParsedEvent event) {
    event.time = JsonTimes.of(line.get("timestamp"));
    event.level = Levels.of(text(line, "level"));
    event.logger = text(line, "loggerName");
    event.thread = text(line, "threadName");
    String formatted = text(line, "formattedMessage");
    event.message(formatted != null ? formatted : orEmpty(text(line, "message")));
    event.thrown(JsonThrowables.of(line.get("throwable"), NAMES));
  }

  @Override
  Set<String> ownFields() {
    return OWN;
  }
}
