package dev.openaierrors.analyzer.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Quarkus with JSON: the exception as nested objects, or formatted as text. */
final class QuarkusJsonFormat extends JsonFormat {

  private static final Set<String> OWN =
      Set.of(
          "timestamp",
          "sequence",
          "loggerClassName",
          "loggerName",
          "level",
          "message",
          "threadName",
          "threadId",
          "ndc",
          "hostName",
          "processName",
          "processId",
          "exception",
          "stackTrace");

  QuarkusJsonFormat() {
    super("quarkus-json", "Quarkus JSON");
  }

  private static final JsonThrowables.Names NAMES =
      new JsonThrowables.Names("exceptionType", "message", "frames", "class", "causedBy.exception");

  @Override
  boolean fits(JsonNode line) {
    return line.has("loggerClassName") || (line.has("loggerName") && line.has("sequence"));
  }

  @Override
  void read(JsonNode line, ParsedEvent event) {
    event.time = JsonTimes.of(line.get("timestamp"));
    event.level = Levels.of(text(line, "level"));
    event.logger = text(line, "loggerName");
    event.thread = text(line, "threadName");
    event.message(orEmpty(text(line, "message")));
    event.thrown(JsonThrowables.of(line.get("exception"), NAMES));
    event.trace(text(line, "stackTrace"));
  }

  @Override
  Set<String> ownFields() {
    return OWN;
  }
}
