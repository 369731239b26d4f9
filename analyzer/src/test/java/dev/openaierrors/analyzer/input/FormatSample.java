package dev.openaierrors.analyzer.input;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A log in one of the formats: an ordinary event, one that carries an error far down its stack
 * trace, and an ordinary one.
 *
 * @param text three events; the second was logged at 10:03:21.5 on 4 May 2026, UTC
 * @param zone {@code UTC} where the text is in UTC, {@code local} where it is two hours later
 * @param level of the second event
 * @param logger of the second event, empty if the format does not say
 * @param thread of the second event, empty if the format does not say
 */
record FormatSample(
    String name,
    String title,
    String text,
    String zone,
    String level,
    String logger,
    String thread) {

  private static final String BODY =
      """
      java.lang.IllegalStateException: the assistant gave up
      \tat shop.chat.Assistant.ask(Assistant.java:41)END
      \tat shop.chat.Main.main(Main.java:12)END
      Caused by: java.io.IOException: status 429, answer {
        "error": {
          "message": "You exceeded your current quota, please check your plan and billing details.",
          "type": "insufficient_quota",
          "param": null,
          "code": "insufficient_quota"
        }
      }
      \tat shop.chat.Http.post(Http.java:77)END
      \t... 2 MORE
      """;
  private static final String TRACE = BODY.replace("END", "").replace("MORE", "more");
  private static final String LOGBACK_TRACE =
      BODY.replace("END", "").replace("MORE", "common frames omitted");
  private static final String BOOT_TRACE =
      "\n" + BODY.replace("END", " ~[classes/:na]").replace("MORE", "common frames omitted") + "\n";
  private static final String ROOT_FIRST =
      """
      java.io.IOException: status 429, answer {
        "error": {
          "message": "You exceeded your current quota, please check your plan and billing details.",
          "code": "insufficient_quota"
        }
      }
      \tat shop.chat.Http.post(Http.java:77)
      \t... 2 common frames omitted
      Wrapped by: java.lang.IllegalStateException: the assistant gave up
      \tat shop.chat.Assistant.ask(Assistant.java:41)
      """;
  private static final String ESCAPED =
      TRACE.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t");
  private static final String CAUSE_MESSAGE =
      "status 429: {\\n  \\\"error\\\": {\\n    \\\"message\\\": \\\"You exceeded your current quota,"
          + " please check your plan and billing details.\\\",\\n    \\\"code\\\":"
          + " \\\"insufficient_quota\\\"\\n  }\\n}";

  /** Every row of the formats that are promised. */
  static List<FormatSample> all() {
    return Stream.of(textFormats(), jsonFormats(), wrappings()).flatMap(List::stream).toList();
  }

  private static FormatSample of(
      String name,
      String title,
      String zone,
      String who,
      String line1,
      String line2,
      String line3) {
    String[] parts = who.split("\\|", -1);
    return new FormatSample(
        name,
        title,
        line1 + "\n" + line2 + "\n" + line3 + "\n",
        zone,
        parts[0],
        parts[1],
        parts[2]);
  }

  private static List<FormatSample> textFormats() {
    return List.of(
        of(
            "Spring Boot 2",
            "Spring Boot",
            "local",
            "ERROR|shop.chat.Assistant|nio-8080-exec-3",
            "2026-05-04 12:03:20.100  INFO 812 --- [           main] shop.chat.Main                : up",
            "2026-05-04 12:03:21.500 ERROR 812 --- [nio-8080-exec-3] shop.chat.Assistant           :"
                + " no answer\n"
                + BOOT_TRACE.stripTrailing()
                + "\n",
            "2026-05-04 12:03:22.700  INFO 812 --- [           main] shop.chat.Main                : on"),
        of(
            "Spring Boot 3",
            "Spring Boot",
            "UTC",
            "ERROR|shop.chat.Assistant|nio-8080-exec-3",
            "2026-05-04T10:03:20.100Z  INFO 812 --- [shop] [           main] shop.chat.Main : up",
            "2026-05-04T10:03:21.500Z ERROR 812 --- [shop] [nio-8080-exec-3] shop.chat.Assistant :"
                + " no answer\n"
                + BOOT_TRACE,
            "2026-05-04T10:03:22.700Z  INFO 812 --- [shop] [           main] shop.chat.Main : on"),
        of(
            "Spring Boot in colour",
            "Spring Boot",
            "UTC",
            "ERROR|shop.chat.Assistant|main",
            "\u001b[2m2026-05-04T12:03:20.100+02:00\u001b[0;39m \u001b[32m INFO\u001b[0;39m"
                + " \u001b[35m812\u001b[0;39m \u001b[2m--- [main]\u001b[0;39m"
                + " \u001b[36mshop.chat.Main\u001b[0;39m \u001b[2m:\u001b[0;39m up",
            "\u001b[2m2026-05-04T12:03:21.500+02:00\u001b[0;39m \u001b[31mERROR\u001b[0;39m"
                + " \u001b[35m812\u001b[0;39m \u001b[2m--- [main]\u001b[0;39m"
                + " \u001b[36mshop.chat.Assistant\u001b[0;39m \u001b[2m:\u001b[0;39m no answer\n"
                + BOOT_TRACE,
            "\u001b[2m2026-05-04T12:03:22.700+02:00\u001b[0;39m \u001b[32m INFO\u001b[0;39m"
                + " \u001b[35m812\u001b[0;39m \u001b[2m--- [main]\u001b[0;39m"
                + " \u001b[36mshop.chat.Main\u001b[0;39m \u001b[2m:\u001b[0;39m on"),
        of(
            "Logback without configuration",
            "Logback without configuration, Micronaut",
            "local",
            "ERROR|shop.chat.Assistant|pool-1-thread-2",
            "12:03:20.100 [main] INFO shop.chat.Main -- up",
            "12:03:21.500 [pool-1-thread-2] ERROR shop.chat.Assistant -- no answer\n"
                + LOGBACK_TRACE,
            "12:03:22.700 [main] INFO shop.chat.Main -- on"),
        of(
            "Logback pattern",
            "Logback pattern",
            "local",
            "ERROR|shop.chat.Assistant|pool-1-thread-2",
            "2026-05-04 12:03:20,100 INFO  [main] shop.chat.Main - up",
            "2026-05-04 12:03:21,500 ERROR [pool-1-thread-2] shop.chat.Assistant - no answer\n"
                + LOGBACK_TRACE,
            "2026-05-04 12:03:22,700 INFO  [main] shop.chat.Main - on"),
        of(
            "Dropwizard",
            "Dropwizard",
            "local",
            "ERROR|shop.chat.Assistant|",
            "INFO  [2026-05-04 12:03:20,100] shop.chat.Main: up",
            "ERROR [2026-05-04 12:03:21,500] shop.chat.Assistant: no answer\n"
                + ROOT_FIRST.stripTrailing().replaceAll("(?m)^", "! "),
            "INFO  [2026-05-04 12:03:22,700] shop.chat.Main: on"),
        of(
            "Root cause first",
            "Dropwizard",
            "local",
            "ERROR|shop.chat.Assistant|",
            "INFO  [2026-05-04 12:03:20,100] shop.chat.Main: up",
            "ERROR [2026-05-04 12:03:21,500] shop.chat.Assistant: no answer\n" + ROOT_FIRST,
            "INFO  [2026-05-04 12:03:22,700] shop.chat.Main: on"),
        of(
            "Micronaut",
            "Logback without configuration, Micronaut",
            "local",
            "ERROR|shop.chat.Assistant|io-executor-1",
            "\u001b[36m12:03:20.100\u001b[0;39m \u001b[1;30m[main]\u001b[0;39m \u001b[34mINFO"
                + " \u001b[0;39m \u001b[35mshop.chat.Main\u001b[0;39m - up",
            "\u001b[36m12:03:21.500\u001b[0;39m \u001b[1;30m[io-executor-1]\u001b[0;39m"
                + " \u001b[1;31mERROR\u001b[0;39m \u001b[35mshop.chat.Assistant\u001b[0;39m - no"
                + " answer\n"
                + LOGBACK_TRACE,
            "\u001b[36m12:03:22.700\u001b[0;39m \u001b[1;30m[main]\u001b[0;39m \u001b[34mINFO"
                + " \u001b[0;39m \u001b[35mshop.chat.Main\u001b[0;39m - on"),
        of(
            "Log4j2 without configuration",
            "Log4j2 without configuration",
            "UTC",
            "ERROR||worker 7",
            "2026-05-04T10:03:20.100200300Z main INFO up",
            "2026-05-04T10:03:21.500000000Z worker 7 ERROR no answer\n" + TRACE,
            "2026-05-04T10:03:22.700200300Z main INFO on"),
        of(
            "Log4j2 without any pattern",
            "lines without a time",
            "none",
            "||",
            "up",
            "no answer\n" + TRACE,
            "on"),
        of(
            "Log4j2 pattern",
            "Log4j2 pattern",
            "local",
            "ERROR|s.c.Assistant|worker-7",
            "2026-05-04 12:03:20,100 INFO s.c.Main [main] up",
            "2026-05-04 12:03:21,500 ERROR s.c.Assistant [worker-7] no answer\n" + TRACE,
            "2026-05-04 12:03:22,700 INFO s.c.Main [main] on"),
        of(
            "Quarkus",
            "Quarkus, WildFly",
            "local",
            "ERROR|sho.cha.Assistant|executor-thread-1",
            "2026-05-04 12:03:20,100 INFO  [sho.cha.Main] (main) up",
            "2026-05-04 12:03:21,500 ERROR [sho.cha.Assistant] (executor-thread-1) no answer: "
                + TRACE,
            "2026-05-04 12:03:22,700 INFO  [sho.cha.Main] (main) on"),
        of(
            "java.util.logging",
            "java.util.logging",
            "second",
            "ERROR|shop.chat.Assistant|",
            "May 04, 2026 12:03:20 PM shop.chat.Main main\nINFO: up",
            "May 04, 2026 12:03:21 PM shop.chat.Assistant ask\nSEVERE: no answer\n" + TRACE,
            "May 04, 2026 12:03:22\u202fPM shop.chat.Main main\nINFO: on"),
        of(
            "Tomcat",
            "Tomcat",
            "local",
            "ERROR|shop.chat.Assistant.ask|http-nio-8080-exec-3",
            "04-May-2026 12:03:20.100 INFO [main] shop.chat.Main.main up",
            "04-May-2026 12:03:21.500 SEVERE [http-nio-8080-exec-3] shop.chat.Assistant.ask no answer\n"
                + TRACE
                    .replace("\tat", "\t\tat")
                    .replace("Caused", "\tCaused")
                    .replace("java.lang.Ill", "\tjava.lang.Ill"),
            "04-May-2026 12:03:22.700 INFO [main] shop.chat.Main.main on"),
        of(
            "Helidon",
            "Helidon",
            "second",
            "ERROR|shop.chat.Assistant|helidon-1",
            "2026.05.04 12:03:20 INFO shop.chat.Main !main!: up",
            "2026.05.04 12:03:21 SEVERE shop.chat.Assistant !helidon-1!: no answer\n" + TRACE,
            "2026.05.04 12:03:22 INFO shop.chat.Main !main!: on"),
        of(
            "SLF4J simple",
            "SLF4J simple",
            "none",
            "ERROR|shop.chat.Assistant|worker-7",
            "[main] INFO shop.chat.Main - up",
            "[worker-7] ERROR shop.chat.Assistant - no answer\n" + TRACE,
            "[main] INFO shop.chat.Main - on"));
  }

  private static List<FormatSample> jsonFormats() {
    return List.of(
        of(
            "Logstash",
            "Logstash JSON",
            "UTC",
            "ERROR|shop.chat.Assistant|worker-7",
            "{\"@timestamp\":\"2026-05-04T10:03:20.100Z\",\"@version\":\"1\",\"message\":\"up\",\"logger_name\":\"shop.chat.Main\",\"thread_name\":\"main\",\"level\":\"INFO\",\"level_value\":20000}",
            "{\"@timestamp\":\"2026-05-04T12:03:21.5+02:00\",\"@version\":\"1\",\"message\":\"no"
                + " answer\",\"logger_name\":\"shop.chat.Assistant\",\"thread_name\":\"worker-7\",\"level\":\"ERROR\",\"level_value\":40000,\"stack_trace\":\""
                + ESCAPED
                + "\",\"traceId\":\"77\"}",
            "{\"@timestamp\":\"2026-05-04T10:03:22.700Z\",\"@version\":\"1\",\"message\":\"on\",\"logger_name\":\"shop.chat.Main\",\"thread_name\":\"main\",\"level\":\"INFO\",\"level_value\":20000}"),
        of(
            "ECS, dotted",
            "ECS JSON",
            "UTC",
            "ERROR|shop.chat.Assistant|worker-7",
            "{\"@timestamp\":\"2026-05-04T10:03:20.100Z\",\"log.level\": \"INFO\",\"message\":\"up\",\"ecs.version\": \"1.2.0\"}",
            "{\"@timestamp\":\"2026-05-04T10:03:21.500Z\",\"log.level\":\"ERROR\",\"message\":\"no"
                + " answer\",\"ecs.version\":"
                + " \"1.2.0\",\"process.thread.name\":\"worker-7\",\"log.logger\":\"shop.chat.Assistant\",\"error.type\":\"x\",\"error.stack_trace\":\""
                + ESCAPED
                + "\"}",
            "{\"@timestamp\":\"2026-05-04T10:03:22.700Z\",\"log.level\": \"INFO\",\"message\":\"on\",\"ecs.version\": \"1.2.0\"}"),
        of(
            "ECS, nested",
            "ECS JSON, nested",
            "UTC",
            "ERROR|shop.chat.Assistant|worker-7",
            "{\"@timestamp\":\"2026-05-04T10:03:20.1Z\",\"log\":{\"level\":\"INFO\",\"logger\":\"shop.chat.Main\"},\"message\":\"up\",\"ecs\":{\"version\":\"8.11\"}}",
            "{\"@timestamp\":\"2026-05-04T10:03:21.5Z\",\"log\":{\"level\":\"ERROR\",\"logger\":\"shop.chat.Assistant\"},\"process\":{\"thread\":{\"name\":\"worker-7\"}},\"message\":\"no"
                + " answer\",\"error\":{\"type\":\"x\",\"message\":\"the assistant gave up\",\"stack_trace\":\""
                + ESCAPED
                + "\"},\"ecs\":{\"version\":\"8.11\"}}",
            "{\"@timestamp\":\"2026-05-04T10:03:22.7Z\",\"log\":{\"level\":\"INFO\",\"logger\":\"shop.chat.Main\"},\"message\":\"on\",\"ecs\":{\"version\":\"8.11\"}}"),
        of(
            "Log4j2 Logstash layout",
            "Log4j2 Logstash JSON",
            "UTC",
            "ERROR|shop.chat.Assistant|worker-7",
            "{\"mdc\":{},\"@version\":1,\"source_host\":\"h\",\"message\":\"up\",\"@timestamp\":\"2026-05-04T10:03:20.100+0000\",\"level\":\"INFO\"}",
            "{\"mdc\":{\"user\":\"7\"},\"exception\":{\"exception_class\":\"x\",\"stacktrace\":\""
                + ESCAPED
                + "\"},\"@version\":1,\"source_host\":\"h\",\"message\":\"no"
                + " answer\",\"thread_name\":\"worker-7\",\"@timestamp\":\"2026-05-04T12:03:21.500+0200\",\"level\":\"ERROR\",\"logger_name\":\"shop.chat.Assistant\"}",
            "{\"mdc\":{},\"@version\":1,\"source_host\":\"h\",\"message\":\"on\",\"@timestamp\":\"2026-05-04T10:03:22.700+0000\",\"level\":\"INFO\"}"),
        of(
            "Google Cloud",
            "Google Cloud JSON",
            "UTC",
            "ERROR|shop.chat.Assistant|worker-7",
            "{\"timestampSeconds\":1777889000,\"timestampNanos\":100000000,\"severity\":\"INFO\",\"message\":\"up\"}",
            "{\"timestampSeconds\":1777889001,\"timestampNanos\":500000000,\"severity\":\"ERROR\",\"message\":\"no answer\\n"
                + ESCAPED
                + "\",\"thread\":\"worker-7\",\"logger\":\"shop.chat.Assistant\"}",
            "{\"timestampSeconds\":1777889002,\"timestampNanos\":700000000,\"severity\":\"INFO\",\"message\":\"on\"}"),
        of(
            "GELF",
            "GELF",
            "UTC",
            "ERROR|shop.chat.Assistant|worker-7",
            "{\"version\":\"1.1\",\"host\":\"h\",\"short_message\":\"up\",\"timestamp\":1777889000.1,\"level\":6}",
            "{\"version\":\"1.1\",\"host\":\"h\",\"short_message\":\"no answer\",\"full_message\":\""
                + ESCAPED
                + "\",\"timestamp\":1777889001.500,\"level\":3,\"_logger\":\"shop.chat.Assistant\",\"_thread\":\"worker-7\"}",
            "{\"version\":\"1.1\",\"host\":\"h\",\"short_message\":\"on\",\"timestamp\":1777889002.7,\"level\":6}"),
        of(
            "Log4j2 JSON layout",
            "Log4j2 JSON",
            "UTC",
            "ERROR|shop.chat.Assistant|worker-7",
            "{\"instant\":{\"epochSecond\":1777889000,\"nanoOfSecond\":1},\"thread\":\"main\",\"level\":\"INFO\",\"loggerName\":\"shop.chat.Main\",\"message\":\"up\"}",
            "{\"instant\":{\"epochSecond\":1777889001,\"nanoOfSecond\":500000000},\"thread\":\"worker-7\",\"level\":\"ERROR\",\"loggerName\":\"shop.chat.Assistant\",\"message\":\"no"
                + " answer\",\"thrown\":{\"message\":\""
                + CAUSE_MESSAGE
                + "\",\"name\":\"java.io.IOException\",\"extendedStackTrace\":[{\"class\":\"shop.chat.Http\",\"method\":\"post\"}]}}",
            "{\"instant\":{\"epochSecond\":1777889002,\"nanoOfSecond\":1},\"thread\":\"main\",\"level\":\"INFO\",\"loggerName\":\"shop.chat.Main\",\"message\":\"on\"}"),
        of(
            "Logback JSON encoder",
            "Logback JSON",
            "UTC",
            "ERROR|shop.chat.Assistant|worker-7",
            "{\"sequenceNumber\":0,\"timestamp\":1777889000100,\"level\":\"INFO\",\"threadName\":\"main\",\"loggerName\":\"shop.chat.Main\",\"message\":\"up\",\"throwable\":null}",
            "{\"sequenceNumber\":0,\"timestamp\":1777889001500,\"level\":\"ERROR\",\"threadName\":\"worker-7\",\"loggerName\":\"shop.chat.Assistant\",\"message\":\"no"
                + " answer\",\"throwable\":{\"className\":\"java.lang.IllegalStateException\",\"message\":\"gave"
                + " up\",\"stepArray\":[{\"className\":\"shop.chat.Assistant\"}],\"cause\":{\"className\":\"java.io.IOException\",\"message\":\""
                + CAUSE_MESSAGE
                + "\",\"stepArray\":[]}}}",
            "{\"sequenceNumber\":0,\"timestamp\":1777889002700,\"level\":\"INFO\",\"threadName\":\"main\",\"loggerName\":\"shop.chat.Main\",\"message\":\"on\",\"throwable\":null}"),
        of(
            "Quarkus JSON",
            "Quarkus JSON",
            "UTC",
            "ERROR|shop.chat.Assistant|worker-7",
            "{\"timestamp\":\"2026-05-04T10:03:20.1Z\",\"sequence\":1,\"loggerClassName\":\"x\",\"loggerName\":\"shop.chat.Main\",\"level\":\"INFO\",\"message\":\"up\"}",
            "{\"timestamp\":\"2026-05-04T10:03:21.5Z\",\"sequence\":2,\"loggerClassName\":\"x\",\"loggerName\":\"shop.chat.Assistant\",\"level\":\"ERROR\",\"message\":\"no"
                + " answer\",\"threadName\":\"worker-7\",\"exception\":{\"refId\":1,\"exceptionType\":\"java.lang.IllegalStateException\",\"message\":\"gave"
                + " up\",\"frames\":[{\"class\":\"shop.chat.Assistant\"}],\"causedBy\":{\"exception\":{\"refId\":2,\"exceptionType\":\"java.io.IOException\",\"message\":\""
                + CAUSE_MESSAGE
                + "\"}}}}",
            "{\"timestamp\":\"2026-05-04T10:03:22.7Z\",\"sequence\":3,\"loggerClassName\":\"x\",\"loggerName\":\"shop.chat.Main\",\"level\":\"INFO\",\"message\":\"on\"}"));
  }

  private static List<FormatSample> wrappings() {
    String inner =
        "2026-05-04 12:03:20,100 INFO  [main] shop.chat.Main - up\n"
            + "2026-05-04 12:03:21,500 ERROR [worker-7] shop.chat.Assistant - no answer\n"
            + LOGBACK_TRACE
            + "2026-05-04 12:03:22,700 INFO  [main] shop.chat.Main - on\n";
    String who = "ERROR|shop.chat.Assistant|worker-7";
    String title = "Logback pattern";
    return List.of(
        wrap("Docker JSON file", "Docker JSON file, " + title, who, inner, FormatSample::docker),
        wrap(
            "Kubernetes CRI",
            "Kubernetes CRI, " + title,
            who,
            inner,
            line -> "2026-05-04T10:03:21.9Z stdout F " + line),
        wrap(
            "docker compose logs",
            "docker compose logs, " + title,
            who,
            inner,
            line -> "shop-1  | " + line),
        wrap(
            "kubectl logs --prefix",
            "kubectl logs --prefix, " + title,
            who,
            inner,
            line -> "[pod/shop-7d9/app] " + line),
        wrap(
            "syslog, old",
            "syslog (RFC 3164), journalctl, " + title,
            who,
            inner,
            line -> "<11>May  4 12:03:21 h shop[4711]: " + line.replace("\t", "#011")),
        wrap(
            "syslog",
            "syslog, " + title,
            who,
            inner,
            line -> "<11>1 2026-05-04T10:03:21.9Z h shop 4711 - - " + line),
        wrap(
            "journalctl",
            "syslog (RFC 3164), journalctl, " + title,
            who,
            inner,
            line -> "May 04 12:03:21 h shop[4711]: " + line),
        wrap(
            "journalctl -o short-iso",
            "journalctl -o short-iso, " + title,
            who,
            inner,
            line -> "2026-05-04T12:03:21+0200 h shop[4711]: " + line),
        wrap(
            "journalctl -o json",
            "journalctl -o json, " + title,
            who,
            inner,
            line ->
                "{\"__REALTIME_TIMESTAMP\":\"1777889001900000\",\"PRIORITY\":\"6\",\"_PID\":\"4711\",\"MESSAGE\":\""
                    + line.replace("\"", "\\\"").replace("\t", "\\t")
                    + "\"}"));
  }

  private static String docker(String line) {
    return "{\"log\":\""
        + line.replace("\"", "\\\"").replace("\t", "\\t")
        + "\\n\",\"stream\":\"stdout\",\"time\":\"2026-05-04T10:03:21.9Z\"}";
  }

  private static FormatSample wrap(
      String name, String title, String who, String inner, UnaryOperator<String> wrapping) {
    String text = String.join("\n", inner.lines().map(wrapping).toList()) + "\n";
    String[] parts = who.split("\\|", -1);
    return new FormatSample(name, title, text, "local", parts[0], parts[1], parts[2]);
  }

  @Override
  public String toString() {
    return name;
  }
}
