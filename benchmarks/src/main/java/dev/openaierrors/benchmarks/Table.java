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

/**
 * Writes the results of a run into the README, so that no figure there is typed by hand.
 *
 * <p>Of each benchmark and way, the median over the forks' medians is shown, and what the way adds
 * to the direct one.
 */
public final class Table {

  private static final String BEGIN = "<!-- table -->\n";
  private static final String END = "<!-- /table -->";

  private Table() {}

  /**
   * Takes the file that JMH wrote with {@code -rf json -prof gc}, and the README to write into.
   *
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    JsonNode results = new ObjectMapper().readTree(Path.of(arguments[0]).toFile());
    Map<String, Map<String, Cell>> rows = new LinkedHashMap<>();
    for (JsonNode result : results) {
      String name = result.path("benchmark").asText();
      String row = name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
      rows.computeIfAbsent(row, r -> new LinkedHashMap<>())
          .put(result.path("params").path("through").asText(), Cell.of(result));
    }
    Path readme = Path.of(arguments[1]);
    String text = Files.readString(readme);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    Files.writeString(readme, text.substring(0, begin) + table(rows) + text.substring(end));
  }

  private static String table(Map<String, Map<String, Cell>> rows) {
    StringBuilder table =
        new StringBuilder("| Benchmark | Way | ns | added ns | B | added B | regex costs |\n");
    table.append("|---|---|---:|---:|---:|---:|---:|\n");
    rows.forEach(
        (row, ways) -> {
          Cell direct = ways.get("direct");
          ways.forEach((way, cell) -> table.append(line(row, way, cell, direct, ways)));
        });
    return table.toString();
  }

  private static String line(
      String row, String way, Cell cell, Cell direct, Map<String, Cell> ways) {
    String ratio = "";
    if (way.equals("appender") && ways.containsKey("regex")) {
      double regex = ways.get("regex").nanos - direct.nanos;
      ratio = format(regex / Math.max(1, cell.nanos - direct.nanos)) + "x";
    }
    boolean first = way.equals("direct");
    return "| %s | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            row,
            way,
            format(cell.nanos),
            first ? "" : format(cell.nanos - direct.nanos),
            format(cell.bytes),
            first ? "" : format(cell.bytes - direct.bytes),
            ratio);
  }

  private static String format(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.1f" : "%,.0f", value);
  }

  /** Nanoseconds and bytes per event. */
  private record Cell(double nanos, double bytes) {

    static Cell of(JsonNode result) {
      List<Double> forks = new ArrayList<>();
      for (JsonNode fork : result.path("primaryMetric").path("rawData")) {
        List<Double> iterations = new ArrayList<>();
        fork.forEach(iteration -> iterations.add(iteration.asDouble()));
        forks.add(median(iterations));
      }
      JsonNode bytes = result.path("secondaryMetrics").path("gc.alloc.rate.norm");
      return new Cell(median(forks), bytes.path("score").asDouble());
    }

    private static double median(List<Double> values) {
      List<Double> sorted = values.stream().sorted().toList();
      return sorted.get(sorted.size() / 2);
    }
  }
}
