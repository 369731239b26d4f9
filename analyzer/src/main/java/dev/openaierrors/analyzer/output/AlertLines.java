package dev.openaierrors.analyzer.output;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertText;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.analyzer.report.ErrorReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What rules would have told, for a terminal: what is open at the end, then the newest first. */
final class AlertLines {

  private static final int MOST_ALERTS = 15;
  // With fewer columns, what an alert says would be a pillar at the right.
  private static final int ROOM_FOR_SENTENCES = 100;

  private final ErrorReport report;
  private final Figures figures;
  private final Style style;
  private final List<String> lines = new ArrayList<>();

  private AlertLines(ErrorReport report, Figures figures, Style style) {
    this.report = report;
    this.figures = figures;
    this.style = style;
  }

  /** The lines of it, behind an empty one. */
  static List<String> of(ErrorReport report, Figures figures, Style style) {
    AlertLines alerts = new AlertLines(report, figures, style);
    alerts.alerts();
    return alerts.lines;
  }

  private void alerts() {
    String rules = report.rules() == null ? "the default rules" : "the rules of " + report.rules();
    lines.add("");
    if (report.isTimeless()) {
      lines.add(style.bold("Episodes, alerts") + "  " + ReportWords.NOT_TOLD);
      return;
    }
    if (report.alerts().isEmpty()) {
      lines.add(style.bold("Alerts") + "  none by " + rules);
      return;
    }
    String whom = report.alertsByService() ? " of each service" : "";
    lines.add(style.bold("Alerts") + "  what " + rules + " would have told" + whom);
    open();
    Style narrower = new Style(style.color(), style.unicode(), style.width() - 2);
    TextTable table = new TextTable(narrower, List.of("", "", "", "", ""));
    if (style.width() < ROOM_FOR_SENTENCES) {
      table.below();
    }
    List<Alert> shown = ReportWords.newestFirst(report, MOST_ALERTS);
    for (Alert alert : shown) {
      table.cells(
          List.of(
              TextTable.Cell.of(figures.time(alert.times().at())),
              new TextTable.Cell(alert.state().id(), look(alert)),
              new TextTable.Cell(
                  alert.severity().id(),
                  alert.severity() == Severity.CRITICAL ? style::red : UnaryOperator.identity()),
              TextTable.Cell.of(alert.rule()),
              TextTable.Cell.of(alert.text().title() + ". " + summary(alert))));
    }
    for (String line : table.lines()) {
      if (!line.isBlank()) {
        lines.add("  " + line);
      }
    }
    long more = report.alerts().size() - shown.size() + report.alertsLeftOut();
    if (more > 0) {
      lines.add(style.faint("  and " + Figures.number(more) + " more; --format json has more"));
    }
  }

  /** What is open when the log ends, since that is what somebody has to look at. */
  private void open() {
    String rules =
        Verdict.latest(report.alerts()).stream()
            .filter(alert -> alert.state().isOpen())
            .map(Alert::rule)
            .distinct()
            .collect(Collectors.joining(", "));
    if (!rules.isEmpty()) {
      TextTable.wrap("open at the end: " + rules, style.width() - 2)
          .forEach(line -> lines.add("  " + style.bold(line)));
    }
  }

  private UnaryOperator<String> look(Alert alert) {
    if (!alert.state().isOpen()) {
      return style::green;
    }
    return alert.severity() == Severity.CRITICAL ? style::red : style::yellow;
  }

  private static String summary(Alert alert) {
    String affected = alert.state().isOpen() ? AlertText.affected(alert) : "";
    return firstSentence(alert.text().summary()) + affected;
  }

  /** What is said with every alert of a state need not be said in every line. */
  private static String firstSentence(String text) {
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end);
  }
}
