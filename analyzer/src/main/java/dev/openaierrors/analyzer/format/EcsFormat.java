package dev.openaierrors.analyzer.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * The Elastic Common Schema with dotted names: co.elastic's encoder, Log4j2's EcsLayout, Spring
 * Boot 3.4.
 */
final class EcsFormat extends JsonFormat {

  private static final Set<String> OWN =
      Set.of(
          "@timestamp",
          "log.level",
          "log.logger",
          "process.thread.name",
          "process.pid",
          "service.name",
          "service.version",
          "service.environment",
          "service.node.name",
          "event.dataset",
          "ecs.version",
          "message",
          "error.type",
          "error.message",
          "error.stack_trace",
          "host.name");

  EcsFormat() {
    super("ecs", "ECS JSON");
  }

  @Override
  boolean fits(JsonNode line) {
    return line.has("log.level") || line.has("ecs.version");
  }

  @Override
  void read(JsonNode line, ParsedEvent event) {
    readFields(line, event);
  }

  /** The same names, whether they are dotted or stand for nested objects. */
  static void readFields(JsonNode line, ParsedEvent event) {
    event.time = JsonTimes.of(line.get("@timestamp"));
    event.level = Levels.of(text(line, "log.level"));
    event.logger = text(line, "log.logger");
    event.thread = text(line, "process.thread.name");
    event.service = text(line, "service.name");
    event.message(orEmpty(text(line, "message")));
    event.trace(text(line, "error.stack_trace"));
  }

  @Override
  Set<String> ownFields() {
    return OWN;
  }
}
