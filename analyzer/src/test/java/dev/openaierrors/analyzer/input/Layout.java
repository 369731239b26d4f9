package dev.openaierrors.analyzer.input;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

/** How frameworks write an event. What is said of the event: time, level, logger and thread. */
enum Layout {
  BOOT(
      "tflwv",
      e -> iso(e) + "Z " + pad(e) + " 7 --- [shop] [" + right(e.thread()) + "] " + logger(e)),
  BOOT_2(
      "tflwv",
      e -> local(e, '.') + " " + pad(e) + " 7 --- [" + right(e.thread()) + "] " + logger(e)),
  LOGBACK(
      "tflwv",
      e ->
          local(e, ',')
              + " "
              + e.level()
              + " ["
              + e.thread()
              + "] "
              + e.logger()
              + " - "
              + e.text()),
  LOGBACK_THREAD_FIRST(
      "tflwv",
      e -> local(e, '.') + " [" + e.thread() + "] " + pad(e) + " " + e.logger() + " - " + e.text()),
  LOGBACK_BASIC(
      "dflwv",
      e -> clock(e) + " [" + e.thread() + "] " + e.level() + " " + e.logger() + " -- " + e.text()),
  LOG4J2(
      "tflwv",
      e ->
          local(e, ',') + " " + e.level() + " " + e.logger() + " [" + e.thread() + "] " + e.text()),
  LOG4J2_BASIC(
      "dflwv",
      e -> clock(e) + " [" + e.thread() + "] " + e.level() + " " + e.logger() + " - " + e.text()),
  JUL("tlv", e -> jul(e)),
  WILDFLY(
      "tflwv",
      e ->
          local(e, ',')
              + " "
              + e.level()
              + "  ["
              + e.logger()
              + "] ("
              + e.thread()
              + ") "
              + e.message()
              + (e.trace().isEmpty() ? "" : ": " + e.trace())),
  TOMCAT(
      "tfwv",
      e ->
          format(e, "dd-MMM-yyyy HH:mm:ss.SSS")
              + " "
              + julLevel(e)
              + " ["
              + e.thread()
              + "] "
              + e.logger()
              + ".ask "
              + e.message()
              + (e.trace().isEmpty() ? "" : "\n\t" + e.trace())),
  DROPWIZARD(
      "tflv",
      e ->
          String.format("%-5s", e.level())
              + " ["
              + local(e, ',')
              + "] "
              + e.logger()
              + ": "
              + e.message()
              + (e.trace().isEmpty()
                  ? ""
                  : "\n! " + e.trace().replace("\n\t", "\n").replace("\n", "\n! "))),
  HELIDON(
      "tlwv",
      e ->
          format(e, "yyyy.MM.dd HH:mm:ss")
              + " "
              + julLevel(e)
              + " "
              + e.logger()
              + " !"
              + e.thread()
              + "!: "
              + e.text()),
  /** No layout that is known, but it begins with a time. */
  DATED(
      "tfv",
      e -> local(e, '.') + " | " + e.level() + "  | " + e.logger() + ":ask:41 - " + e.text()),
  PLAIN("", Logged::text),
  SIMPLE("lwv", e -> "[" + e.thread() + "] " + e.level() + " " + e.logger() + " - " + e.text()),
  LOGSTASH(
      "tflwv",
      e ->
          "{\"@timestamp\":\""
              + iso(e)
              + "Z\",\"@version\":\"1\",\"message\":\""
              + e.message()
              + "\",\"logger_name\":\""
              + e.logger()
              + "\",\"thread_name\":\""
              + e.thread()
              + "\",\"level\":\""
              + e.level()
              + "\""
              + (e.trace().isEmpty() ? "" : ",\"stack_trace\":\"" + escaped(e.trace()) + "\"")
              + "}"),
  ECS(
      "tflwv",
      e ->
          "{\"@timestamp\":\""
              + iso(e)
              + "Z\",\"log.level\":\""
              + e.level()
              + "\",\"message\":\""
              + e.message()
              + "\",\"process.thread.name\":\""
              + e.thread()
              + "\",\"log.logger\":\""
              + e.logger()
              + "\""
              + (e.trace().isEmpty()
                  ? ""
                  : ",\"error.type\":\"x\",\"error.stack_trace\":\"" + escaped(e.trace()) + "\"")
              + "}"),
  QUARKUS_JSON(
      "tflwv",
      e ->
          "{\"timestamp\":\""
              + iso(e)
              + "Z\",\"sequence\":1,\"loggerClassName\":\"x\",\"loggerName\":\""
              + e.logger()
              + "\",\"level\":\""
              + e.level()
              + "\",\"message\":\""
              + escaped(e.text())
              + "\",\"threadName\":\""
              + e.thread()
              + "\"}");

  private final String says;
  private final Function<Logged, String> write;

  /**
   * A layout.
   *
   * @param says t: a time, d: one without a date, f: of fractions of a second, l: the logger, w:
   *     the thread
   */
  Layout(String says, Function<Logged, String> write) {
    this.says = says;
    this.write = write;
  }

  String write(Logged event) {
    return write.apply(event);
  }

  boolean saysTime() {
    return says.indexOf('t') >= 0;
  }

  boolean saysTimeOfDay() {
    return says.indexOf('d') >= 0;
  }

  boolean saysFraction() {
    return says.indexOf('f') >= 0;
  }

  boolean saysLevel() {
    return says.indexOf('v') >= 0;
  }

  boolean saysLogger() {
    return says.indexOf('l') >= 0;
  }

  boolean saysThread() {
    return says.indexOf('w') >= 0;
  }

  private static String iso(Logged event) {
    return format(event, "yyyy-MM-dd'T'HH:mm:ss.SSS");
  }

  private static String local(Logged event, char separator) {
    return format(event, "yyyy-MM-dd HH:mm:ss" + separator + "SSS");
  }

  private static String clock(Logged event) {
    return format(event, "HH:mm:ss.SSS");
  }

  private static String format(Logged event, String pattern) {
    return format(event.time(), pattern);
  }

  /** In English and UTC. */
  static String format(Instant time, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
        .withZone(ZoneOffset.UTC)
        .format(time);
  }

  private static String pad(Logged event) {
    return String.format("%5s", event.level());
  }

  private static String right(String thread) {
    return String.format("%15s", thread);
  }

  private static String logger(Logged event) {
    return String.format("%-40s : %s", event.logger(), event.text());
  }

  private static String julLevel(Logged event) {
    return switch (event.level()) {
      case "ERROR" -> "SEVERE";
      case "WARN" -> "WARNING";
      default -> event.level();
    };
  }

  private static String jul(Logged event) {
    String head = format(event, "MMM dd, yyyy h:mm:ss a").replace("am", "AM");
    return head + " " + event.logger() + " ask\n" + julLevel(event) + ": " + event.text();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\t", "\\t");
  }
}
