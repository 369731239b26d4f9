package dev.openaierrors.analyzer.output;

import dev.openaierrors.analyzer.report.Comparison;
import dev.openaierrors.analyzer.report.ErrorReport;

/** The part of the page that tells what differs from another report. */
final class HtmlComparison {

  private final ErrorReport report;
  private final Html html;

  HtmlComparison(ErrorReport report, Html html) {
    this.report = report;
    this.html = html;
  }

  void write(Comparison comparison) {
    html.raw("<section id=\"comparison\" aria-labelledby=\"comparison-title\">\n")
        .element("h2 id=\"comparison-title\"", ComparisonLines.title(comparison, report))
        .raw("\n");
    if (comparison.changes().isEmpty()) {
      html.element("p", "Nothing is new, gone, much more or much less.");
    } else {
      html.raw("<ul>");
      comparison.changes().forEach(this::change);
      html.raw("</ul>");
    }
    html.raw("</section>\n");
  }

  private void change(Comparison.Change change) {
    html.element(
        "li",
        change.type().id()
            + ": "
            + change.attribute().id()
            + " "
            + change.value()
            + ", "
            + ComparisonLines.amount(change));
  }
}
