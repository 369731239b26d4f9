package dev.openaierrors.analyzer.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Log4j2's own JSON layout: {@code instant} and {@code thrown} are objects. */
final class Log4jJsonFormat extends JsonFormat {

  private static final Set<String> OWN =
      Set.of(
          "instant",
          "timeMillis",
          "level",
          "loggerName",
          "thread",
          "message",
          "thrown",
          "loggerFqcn",
          "endOfBatch",
          "threadId",
          "threadPriority",
          "source");

  Log4jJsonFormat() {
    super("log4j2-json", "Log4j2 JSON");
  }

  private static final JsonThrowables.Names NAMES =
      new JsonThrowables.Names("name", "message", "extendedStackTrace", "class", "cause");

  @Override
  boolean fits(JsonNode line) {
    return line.has("instant") || (line.has("timeMillis") && line.has("loggerName"));
  }

  @Override
  void read(JsonNode line, ParsedEvent event) {
    event.time = time(line);
    event.level = Levels.of(text(line, "level"));
    event.logger = text(line, "loggerName");
    event.thread = text(line, "thread");
    event.message(orEmpty(text(line, "message")));
    JsonNode thrown = line.get("thrown");
    String trace = thrown == null ? null : text(thrown, "extendedStackTrace");
    if (trace == null) {
      event.thrown(JsonThrowables.of(thrown, NAMES));
    } else {
      event.trace(trace);
    }
  }

  @Override
  Set<String> ownFields() {
    return OWN;
  }

  private static @Nullable LogTime time(JsonNode line) {
    JsonNode instant = line.get("instant");
    return instant == null
        ? JsonTimes.of(line.get("timeMillis"))
        : JsonTimes.ofSeconds(
            instant.path("epochSecond").longValue(), instant.path("nanoOfSecond").longValue());
  }
}
