package dev.openaierrors.analyzer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The log of a service of which is known what stands in it: whoever counts, has to come to the same
 * numbers. Of the same seed it is the same.
 */
final class ServiceLog {

  private static final List<Fault> FAULTS =
      List.of(
          new Fault(
              "insufficient_quota",
              "ERROR",
              "OpenAI: 429 You exceeded your current quota, please check your plan and billing"
                  + " details. insufficient_quota"),
          new Fault(
              "rate_limit_exceeded",
              " WARN",
              "OpenAI: 429 Rate limit reached for %s in organization org-Ab3dEf6hIj9kLm2n on tokens"
                  + " per min (TPM): Limit 30000, Used 29000, Requested 2000. rate_limit_exceeded"),
          new Fault(
              "invalid_api_key",
              "ERROR",
              "OpenAI: 401 Incorrect API key provided: sk-ab**yz. You can find your API key at"
                  + " https://platform.openai.com/account/api-keys."),
          new Fault(
              "model_not_found",
              "ERROR",
              "OpenAI: 404 The model `%s` does not exist or you do not have access to it."
                  + " model_not_found"),
          new Fault(
              "server_error",
              " WARN",
              "OpenAI: 500 The server had an error while processing your request. Sorry about"
                  + " that!"));
  private static final List<String> MODELS = List.of("gpt-4o", "gpt-4o-mini", "o3", "gpt-5");
  private static final List<String> LOGGERS =
      List.of("com.acme.chat.Answers", "com.acme.search.Index", "org.example.Batch");

  private final List<Line> lines = new ArrayList<>();

  /** What goes wrong, as it is logged; a model stands where the text has a place for it. */
  private record Fault(String kind, String level, String text) {}

  /** A line: of an error also what it is. */
  record Line(Instant at, String kind, String level, String model, String logger, String text) {

    boolean isError() {
      return !kind.isEmpty();
    }
  }

  private ServiceLog() {}

  /** So many lines, of which about a third tell of errors; two are never of the same moment. */
  static ServiceLog of(long seed, int size) {
    Random random = new Random(seed);
    ServiceLog log = new ServiceLog();
    Instant at = Logs.MORNING;
    for (int i = 0; i < size; i++) {
      boolean pause = random.nextInt(size / 4 + 1) == 0;
      at = at.plusMillis(pause ? 3_600_000 : 1 + random.nextInt(20_000));
      log.lines.add(random.nextInt(3) == 0 ? error(at, random) : quiet(at, random));
    }
    return log;
  }

  private static Line error(Instant at, Random random) {
    Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
    boolean named = fault.text.contains("%s");
    String model = named ? MODELS.get(random.nextInt(MODELS.size())) : "";
    String text = named ? fault.text.formatted(model) : fault.text;
    return line(at, fault.kind, fault.level, model, text, random);
  }

  private static Line quiet(Instant at, Random random) {
    return line(at, "", " INFO", "", "Order " + random.nextInt(1000) + " was paid", random);
  }

  private static Line line(
      Instant at, String kind, String level, String model, String message, Random random) {
    String logger = LOGGERS.get(random.nextInt(LOGGERS.size()));
    String thread = "worker-" + random.nextInt(9);
    String text = new Logs().line(at, level, thread, logger, message).toString();
    return new Line(at, kind, level.strip(), model, logger, text);
  }

  List<Line> lines() {
    return lines;
  }

  List<Line> errors() {
    return lines.stream().filter(Line::isError).toList();
  }

  /** How many errors there are by one of their attributes; those that lack it are not counted. */
  Map<String, Long> count(Function<Line, String> attribute) {
    return errors().stream()
        .map(attribute)
        .filter(value -> !value.isEmpty())
        .collect(Collectors.groupingBy(value -> value, TreeMap::new, Collectors.counting()));
  }

  static String text(List<Line> lines) {
    return lines.stream().map(Line::text).collect(Collectors.joining());
  }

  @Override
  public String toString() {
    return text(lines);
  }
}
