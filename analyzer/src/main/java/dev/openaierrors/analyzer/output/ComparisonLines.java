package dev.openaierrors.analyzer.output;

import dev.openaierrors.analyzer.report.Comparison;
import dev.openaierrors.analyzer.report.Comparison.Change;
import dev.openaierrors.analyzer.report.ErrorReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What differs from another report, for people. */
public final class ComparisonLines {

  private ComparisonLines() {}

  /** Lines to be shown below a report. */
  public static List<String> of(Comparison comparison, ErrorReport report, Style style) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(style.bold(title(comparison, report)));
    if (comparison.changes().isEmpty()) {
      lines.add("  Nothing is new, gone, much more or much less.");
      return lines;
    }
    TextTable table = new TextTable(Style.plain(style.width() - 2), List.of("", "", "", ""));
    for (Change change : comparison.changes()) {
      table.row(
          List.of(change.type().id(), change.attribute().id(), change.value(), amount(change)));
    }
    List<String> rows = table.lines();
    rows.subList(1, rows.size()).forEach(line -> lines.add("  " + line));
    return lines;
  }

  static String title(Comparison comparison, ErrorReport report) {
    String span =
        comparison.before().first() == null
            ? ""
            : ", "
                + new Figures(report).span(comparison.before().first(), comparison.before().last());
    return "Compared with "
        + comparison.before().name()
        + ": "
        + Figures.number(comparison.before().events(), "error", "errors")
        + span;
  }

  /** As {@code 156, 40 before (3.9 times)}. */
  static String amount(Change change) {
    return switch (change.type()) {
      case NEW -> Figures.number(change.now());
      case GONE -> Figures.number(change.before()) + " before";
      case MORE, LESS ->
          Figures.number(change.now())
              + ", "
              + Figures.number(change.before())
              + " before ("
              + String.format(Locale.ROOT, "%.1f", (double) change.now() / change.before())
              + " times)";
    };
  }
}
