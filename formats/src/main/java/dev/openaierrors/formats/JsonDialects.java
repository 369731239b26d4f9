package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** How events are written as JSON objects. A new way is a row here. */
final class JsonDialects {

  /** Any other object: the names that fields usually have. */
  static final JsonDialect OTHER =
      new JsonDialectBuilder("json", "JSON lines")
          .first(
              "timestamp time ts datetime date asctime eventtime level severity lvl logger"
                  + " logger_name loggerName thread thread_name threadName exception msg log mdc"
                  + " service")
          .time("@timestamp timestamp time ts datetime date")
          .level("level severity log.level lvl levelname")
          .logger("logger logger_name loggerName log.logger name")
          .thread("thread thread_name threadName process.thread.name")
          .service("service service.name app kubernetes.labels.app")
          .messageAndTrace("message msg log short_message event")
          .trace("stack_trace stacktrace stackTrace exception error.stack_trace")
          .own(
              "@timestamp @version timestamp time ts datetime date level severity log.level lvl"
                  + " levelname logger logger_name loggerName log.logger name thread thread_name"
                  + " threadName message msg short_message stack_trace stacktrace stackTrace"
                  + " exception error.stack_trace")
          .build();

  /** Where two fit, the earlier one is meant; the last fits all. */
  static final List<JsonDialect> ALL =
      List.of(
          // Graylog's: levels are syslog's numbers.
          new JsonDialectBuilder("gelf", "GELF")
              .marks("short_message")
              .first("version host short_message")
              .time("timestamp")
              .logger("_log_logger _logger")
              .thread("_process_thread_name _thread")
              .service("host")
              .message("short_message")
              .trace("_error_stack_trace")
              .own(
                  "version host short_message full_message timestamp level _level_name _process_pid"
                      + " _process_thread_name _log_logger _logger _thread _error_type"
                      + " _error_message _error_stack_trace")
              .more(JsonDialects::gelf)
              .build(),
          // Log4j2's own layout.
          new JsonDialectBuilder("log4j2-json", "Log4j2 JSON")
              .marks("instant", "timeMillis loggerName")
              .first("instant")
              .time("timeMillis")
              .level("level")
              .logger("loggerName")
              .thread("thread")
              .message("message")
              .thrown(
                  new JsonThrowables.Names(
                      "thrown", "name", "message", "extendedStackTrace", "class", "cause"))
              .own(
                  "instant timeMillis level loggerName thread message thrown loggerFqcn endOfBatch"
                      + " threadId threadPriority source")
              .more(JsonDialects::instant)
              .build(),
          // Logback's JsonEncoder.
          new JsonDialectBuilder("logback-json", "Logback JSON")
              .marks("sequenceNumber", "loggerName throwable")
              .first("sequenceNumber")
              .time("timestamp")
              .level("level")
              .logger("loggerName")
              .thread("threadName")
              .message("formattedMessage message")
              .thrown(
                  new JsonThrowables.Names(
                      "throwable", "className", "message", "stepArray", "className", "cause"))
              .own(
                  "sequenceNumber timestamp nanoseconds level loggerName threadName message"
                      + " formattedMessage throwable context")
              .build(),
          new JsonDialectBuilder("quarkus-json", "Quarkus JSON")
              .marks("loggerClassName", "loggerName sequence")
              .time("timestamp")
              .level("level")
              .logger("loggerName")
              .thread("threadName")
              .message("message")
              .thrown(
                  new JsonThrowables.Names(
                      "exception",
                      "exceptionType",
                      "message",
                      "frames",
                      "class",
                      "causedBy.exception"))
              .trace("stackTrace")
              .own(
                  "timestamp sequence loggerClassName loggerName level message threadName threadId"
                      + " ndc hostName processName processId exception stackTrace")
              .build(),
          // Log4j2's LogstashJsonEventLayoutV1.
          new JsonDialectBuilder("log4j2-logstash", "Log4j2 Logstash JSON")
              .marks(
                  "@timestamp source_host",
                  "@timestamp exception/stacktrace",
                  "@timestamp exception.stacktrace")
              .first("source_host")
              .time("@timestamp")
              .level("level")
              .logger("logger_name")
              .thread("thread_name")
              .message("message")
              .trace("exception.stacktrace")
              .own(
                  "@timestamp @version message logger_name thread_name level source_host exception"
                      + " file class method line_number")
              .build(),
          // What logstash-logback-encoder writes.
          new JsonDialectBuilder("logstash", "Logstash JSON")
              .marks("@timestamp message logger_name", "@timestamp message level_value")
              .first("@timestamp @version")
              .time("@timestamp")
              .level("level")
              .logger("logger_name")
              .thread("thread_name")
              .service("service service.name app kubernetes.labels.app")
              .message("message")
              .trace("stack_trace")
              .own(
                  "@timestamp @version message logger_name thread_name level level_value"
                      + " stack_trace service app HOSTNAME")
              .build(),
          // The Elastic Common Schema, as Spring Boot writes it from 3.5 on.
          new JsonDialectBuilder("ecs-nested", "ECS JSON, nested")
              .marks("@timestamp log/level", "@timestamp log.level log")
              .time("@timestamp")
              .level("log.level")
              .logger("log.logger")
              .thread("process.thread.name")
              .service("service.name kubernetes.labels.app")
              .message("message")
              .trace("error.stack_trace")
              .own("@timestamp log process service ecs message error host event")
              .build(),
          // The same as co.elastic's encoder, Log4j2's EcsLayout and Spring Boot 3.4 write it.
          new JsonDialectBuilder("ecs", "ECS JSON")
              .marks("log.level", "ecs.version")
              .first("log.level")
              .time("@timestamp")
              .level("log.level")
              .logger("log.logger")
              .thread("process.thread.name")
              .service("service.name kubernetes.labels.app")
              .message("message")
              .trace("error.stack_trace")
              .own(
                  "@timestamp log.level log.logger process.thread.name process.pid service.name"
                      + " service.version service.environment service.node.name event.dataset"
                      + " ecs.version message error.type error.message error.stack_trace host.name")
              .build(),
          new JsonDialectBuilder("nextcloud", "Nextcloud")
              .marks("reqId app message level time")
              .first("reqId")
              .time("time")
              .logger("app")
              .message("message")
              .own("reqId level time remoteAddr user app method url message userAgent version")
              .more(JsonDialects::nextcloud)
              .build(),
          // Google Cloud's structured logging.
          new JsonDialectBuilder("gcp", "Google Cloud JSON")
              .marks("severity message", "severity timestampSeconds")
              .first("timestampSeconds")
              .time("timestamp time @timestamp")
              .level("severity")
              .logger("logger context.logger")
              .thread("thread context.thread")
              .service("serviceContext.service")
              .messageAndTrace("message")
              .trace("exception stack_trace")
              .own(
                  "timestampSeconds timestampNanos timestamp time @timestamp severity message"
                      + " logger thread exception stack_trace context.logger context.thread"
                      + " serviceContext logging.googleapis.com/sourceLocation"
                      + " logging.googleapis.com/insertId logging.googleapis.com/trace"
                      + " logging.googleapis.com/spanId")
              .more(JsonDialects::seconds)
              .build(),
          OTHER);

  private JsonDialects() {}

  /** The one in which this object is written. */
  static JsonDialect of(JsonNode line) {
    for (JsonDialect dialect : ALL) {
      if (dialect.fits(line)) {
        return dialect;
      }
    }
    return OTHER;
  }

  /** Its levels are numbers of its own, and an exception is an object. */
  private static void nextcloud(JsonNode line, ParsedEvent event) {
    int level = line.path("level").asInt(-1);
    event.level =
        level < 0
            ? null
            : level < 2 ? (level == 0 ? "DEBUG" : "INFO") : level == 2 ? "WARN" : "ERROR";
    JsonNode thrown = line.path("exception");
    if (thrown.hasNonNull("Exception")) {
      event.trace(thrown.path("Exception").asText() + ": " + thrown.path("Message").asText());
    }
  }

  /** Log4j2 writes the trace alone into the full message, Spring Boot the message above it. */
  private static void gelf(JsonNode line, ParsedEvent event) {
    JsonNode level = line.get("level");
    event.level = level != null && level.isInt() ? Levels.ofSyslog(level.intValue()) : null;
    String full = JsonFields.orEmpty(JsonFields.text(line, "full_message"));
    int begin = StackTrace.begin("\n" + full);
    event.trace(begin < 0 ? null : full.substring(begin - 1));
    if (event.thrown() == null && full.length() > event.message().length()) {
      event.message(full);
    }
  }

  private static void instant(JsonNode line, ParsedEvent event) {
    JsonNode instant = line.get("instant");
    if (instant != null && !instant.isObject()) {
      event.time = JsonTimes.of(instant);
    } else if (instant != null) {
      long seconds = instant.path("epochSecond").longValue();
      event.time = JsonTimes.ofSeconds(seconds, instant.path("nanoOfSecond").longValue());
    }
  }

  private static void seconds(JsonNode line, ParsedEvent event) {
    JsonNode seconds = line.get("timestampSeconds");
    if (seconds != null) {
      event.time = JsonTimes.ofSeconds(seconds.asLong(), line.path("timestampNanos").asLong());
    }
  }
}
