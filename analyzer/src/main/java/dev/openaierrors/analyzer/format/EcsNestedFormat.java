package dev.openaierrors.analyzer.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * The Elastic Common Schema with nested objects, as Spring Boot writes it from 3.5 on; its {@code
 * error} is the event's throwable.
 */
final class EcsNestedFormat extends JsonFormat {

  private static final Set<String> OWN =
      Set.of("@timestamp", "log", "process", "service", "ecs", "message", "error", "host", "event");

  EcsNestedFormat() {
    super("ecs-nested", "ECS JSON, nested");
  }

  @Override
  boolean fits(JsonNode line) {
    return has(line, "@timestamp", "log.level") && line.has("log");
  }

  @Override
  void read(JsonNode line, ParsedEvent event) {
    EcsFormat.readFields(line, event);
  }

  @Override
  Set<String> ownFields() {
    return OWN;
  }
}
