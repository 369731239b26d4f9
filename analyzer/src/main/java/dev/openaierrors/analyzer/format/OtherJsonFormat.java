package dev.openaierrors.analyzer.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Any other JSON object a line: the names that fields usually have. */
class OtherJsonFormat extends JsonFormat {

  private static final Set<String> OWN =
      Set.of(
          "@timestamp",
          "@version",
          "timestamp",
          "time",
          "ts",
          "datetime",
          "date",
          "level",
          "severity",
          "log.level",
          "lvl",
          "levelname",
          "logger",
          "logger_name",
          "loggerName",
          "log.logger",
          "name",
          "thread",
          "thread_name",
          "threadName",
          "message",
          "msg",
          "short_message",
          "stack_trace",
          "stacktrace",
          "stackTrace",
          "exception",
          "error.stack_trace");

  OtherJsonFormat() {
    super("json", "JSON lines");
  }

  @Override
  boolean fits(JsonNode line) {
    return true;
  }

  /** Stands for all of them, too: where events begin is the same. */
  @Override
  JsonFormat formatOf(JsonNode line) {
    return LogFormats.jsonFormatOf(line);
  }

  @Override
  void read(JsonNode line, ParsedEvent event) {
    event.time = firstTime(line, "@timestamp", "timestamp", "time", "ts", "datetime", "date");
    event.level = Levels.of(first(line, "level", "severity", "log.level", "lvl", "levelname"));
    event.logger = first(line, "logger", "logger_name", "loggerName", "log.logger", "name");
    event.thread = first(line, "thread", "thread_name", "threadName", "process.thread.name");
    event.service = first(line, "service", "service.name", "app");
    event.messageAndTrace(orEmpty(first(line, "message", "msg", "log", "short_message", "event")));
    event.trace(
        first(line, "stack_trace", "stacktrace", "stackTrace", "exception", "error.stack_trace"));
  }

  @Override
  Set<String> ownFields() {
    return OWN;
  }

  private static @Nullable String first(JsonNode line, String... names) {
    for (String name : names) {
      String text = text(line, name);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private static @Nullable LogTime firstTime(JsonNode line, String... names) {
    for (String name : names) {
      LogTime time = JsonTimes.of(node(line, name));
      if (time != null) {
        return time;
      }
    }
    return null;
  }
}
