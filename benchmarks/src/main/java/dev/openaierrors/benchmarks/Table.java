package dev.openaierrors.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the results of runs into the README, so that no figure there is typed by hand. */
public final class Table {

  private static final String BEGIN = "<!-- table -->\n";
  private static final String END = "<!-- /table -->";
  private static final List<String> WAYS = List.of("direct", "wrapper", "appender", "regex");

  private Table() {}

  /**
   * Takes the README to write into, and the files that JMH wrote with {@code -prof gc -rf json},
   * one for each round.
   *
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2) {
      throw new IllegalArgumentException("wanted: the README and JMH's JSON files");
    }
    Map<String, Map<String, Cell>> rows = new LinkedHashMap<>();
    for (String file : List.of(arguments).subList(1, arguments.length)) {
      new ObjectMapper().readTree(Path.of(file).toFile()).forEach(result -> add(result, rows));
    }
    Path readme = Path.of(arguments[0]);
    Files.writeString(readme, filled(Files.readString(readme), table(rows)));
  }

  static String filled(String readme, String table) {
    int begin = readme.indexOf(BEGIN);
    int end = readme.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException(
          "the README has no lines '<!-- table -->' and '" + END + "'");
    }
    return readme.substring(0, begin + BEGIN.length()) + table + readme.substring(end);
  }

  private static void add(JsonNode result, Map<String, Map<String, Cell>> rows) {
    String name = result.path("benchmark").asText();
    StringBuilder row =
        new StringBuilder(name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1));
    String way = "direct";
    for (Map.Entry<String, JsonNode> parameter : result.path("params").properties()) {
      if (parameter.getKey().equals("through")) {
        way = parameter.getValue().asText();
      } else {
        row.append(", ").append(parameter.getValue().asText());
      }
    }
    rows.computeIfAbsent(row.toString(), r -> new LinkedHashMap<>())
        .computeIfAbsent(way, w -> new Cell())
        .add(result);
  }

  private static String table(Map<String, Map<String, Cell>> rows) {
    StringBuilder table =
        new StringBuilder("| Event | " + String.join(" | ", WAYS))
            .append(" | adds to direct | adds to wrapper | B | adds B to wrapper | regex costs |\n")
            .append("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
    rows.forEach((row, ways) -> table.append(line(row, ways)));
    return table.toString();
  }

  private static String line(String row, Map<String, Cell> ways) {
    List<String> cells = new ArrayList<>();
    cells.add(row);
    WAYS.forEach(way -> cells.add(ways.containsKey(way) ? ways.get(way).nanos() : ""));
    Cell direct = ways.get("direct");
    Cell wrapper = ways.get("wrapper");
    Cell ours = ways.get("appender");
    Cell regex = ways.get("regex");
    cells.add(added(ours, direct));
    cells.add(added(ours, wrapper));
    Cell shown = ours == null ? direct : ours;
    cells.add(shown == null ? "" : format(shown.bytes()));
    cells.add(ours == null || wrapper == null ? "" : format(ours.bytes() - wrapper.bytes()));
    cells.add(ratio(direct, ours, regex));
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String added(@Nullable Cell cell, @Nullable Cell to) {
    return cell == null || to == null
        ? ""
        : pair(cell.median() - to.median(), cell.best() - to.best());
  }

  /** How many times what the appender adds the expression adds; of nothing there is no multiple. */
  private static String ratio(@Nullable Cell direct, @Nullable Cell ours, @Nullable Cell regex) {
    if (direct == null || ours == null || regex == null || ours.median() - direct.median() < 1) {
      return "";
    }
    double added = regex.median() - direct.median();
    return format(added / (ours.median() - direct.median())) + "x";
  }

  private static String pair(double median, double best) {
    return format(median) + " / " + format(best);
  }

  private static String format(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 9.95 ? "%.1f" : "%,.0f", value)
        .replaceFirst("^-0\\.0$", "0.0");
  }

  /** All forks of one benchmark on one way. */
  private static final class Cell {

    private final List<Double> forks = new ArrayList<>();
    private final List<Double> iterations = new ArrayList<>();
    private final List<Double> bytes = new ArrayList<>();

    void add(JsonNode result) {
      for (JsonNode fork : result.path("primaryMetric").path("rawData")) {
        List<Double> times = new ArrayList<>();
        fork.forEach(iteration -> times.add(iteration.asDouble()));
        forks.add(median(times));
        iterations.addAll(times);
      }
      JsonNode perEvent =
          result.path("secondaryMetrics").path("gc.alloc.rate.norm").path("rawData");
      perEvent.forEach(fork -> fork.forEach(iteration -> bytes.add(iteration.asDouble())));
    }

    /** Nanoseconds per event: the median of the forks' medians. */
    double median() {
      return median(forks);
    }

    /** Nanoseconds per event of the fastest iteration. */
    double best() {
      return iterations.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    /** Bytes that are allocated per event. */
    double bytes() {
      return bytes.isEmpty() ? Double.NaN : median(bytes);
    }

    String nanos() {
      return pair(median(), best());
    }

    private static double median(List<Double> values) {
      List<Double> sorted = values.stream().sorted().toList();
      int middle = sorted.size() / 2;
      return sorted.size() % 2 == 1
          ? sorted.get(middle)
          : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
  }
}
