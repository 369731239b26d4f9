package dev.openaierrors.analyzer.output;

import dev.openaierrors.analyzer.report.Count;
import dev.openaierrors.analyzer.report.ErrorReport;
import dev.openaierrors.analyzer.report.Facet;
import dev.openaierrors.analyzer.report.KindReport;
import dev.openaierrors.analyzer.report.Sample;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The part of the page that tells of every kind. */
final class HtmlKinds {

  private static final int TOP = 5;

  private final ErrorReport report;
  private final Html html;
  private final Figures figures;

  HtmlKinds(ErrorReport report, Html html, Figures figures) {
    this.report = report;
    this.html = html;
    this.figures = figures;
  }

  void write() {
    html.raw("<section id=\"kinds\" aria-labelledby=\"kinds-title\">\n")
        .raw("<h2 id=\"kinds-title\">Kinds</h2>\n");
    report.kinds().forEach(this::kind);
    html.raw("</section>\n");
  }

  private void kind(KindReport kind) {
    html.raw("<article class=\"kind\">\n<header>").element("h3", kind.kind().id());
    html.element("strong", Figures.number(kind.events(), "error", "errors"));
    badge(kind);
    html.raw("<span class=\"faint\">")
        .text(figures.time(kind.first()) + " to " + figures.time(kind.last()))
        .raw("</span></header>\n");
    html.element("p", kind.kind().cause()).raw("\n");
    for (Count fix : kind.fixes().top()) {
      boolean several = kind.fixes().top().size() > 1;
      html.raw("<p class=\"fix\">")
          .text((several ? Figures.number(fix.count()) + " of them: " : "") + fix.name())
          .raw("</p>\n");
    }
    html.raw("<dl>");
    Map<String, Facet> facets = facets(kind);
    facets.forEach(this::facet);
    String all =
        facets.entrySet().stream()
            .filter(facet -> isOne(facet.getValue()))
            .map(facet -> facet.getKey() + " " + facet.getValue().top().get(0).name())
            .collect(Collectors.joining(", "));
    if (!all.isEmpty()) {
      html.element("dt", "Always").element("dd", all);
    }
    html.raw("<dt>Page</dt><dd><a rel=\"noreferrer\" href=\"")
        .text(kind.kind().page())
        .raw("\">")
        .text(kind.kind().page())
        .raw("</a></dd></dl>\n");
    messages(kind);
    samples(kind);
    html.raw("</article>\n");
  }

  private void badge(KindReport kind) {
    if (kind.retryableEvents() == 0) {
      html.raw("<span class=\"badge no\">no retry helps</span>");
    } else if (kind.retryableEvents() == kind.events()) {
      html.raw("<span class=\"badge yes\">a retry can help</span>");
    } else {
      html.element(
          "span class=\"badge yes\"",
          "a retry can help " + Figures.number(kind.retryableEvents()) + " of them");
    }
  }

  private static Map<String, Facet> facets(KindReport kind) {
    Map<String, Facet> facets = new LinkedHashMap<>();
    facets.put("model", kind.models());
    facets.put("limit", kind.limits());
    facets.put("code", kind.codes());
    facets.put("logger", kind.loggers());
    facets.put("service", kind.services());
    return facets;
  }

  /** Whether all events that name one name the same: its count says nothing more. */
  private static boolean isOne(Facet facet) {
    return facet.top().size() == 1 && facet.others() == 0;
  }

  private void facet(String name, Facet facet) {
    if (!facet.top().isEmpty() && !isOne(facet)) {
      html.element("dt", Character.toUpperCase(name.charAt(0)) + name.substring(1) + "s")
          .element("dd", Figures.facet(facet, TOP));
    }
  }

  private void messages(KindReport kind) {
    if (kind.shapes().top().size() < 2) {
      return;
    }
    html.raw("<details>").element("summary", "Messages, without what differs");
    html.raw("<ul>");
    for (Count shape : kind.shapes().top()) {
      html.element("li", Figures.number(shape.count()) + "  " + shape.name());
    }
    html.raw("</ul></details>\n");
  }

  private void samples(KindReport kind) {
    if (kind.samples().isEmpty()) {
      return;
    }
    html.raw("<details>").element("summary", samplesOf(kind));
    for (Sample sample : kind.samples()) {
      html.raw("<div class=\"sample\"><span class=\"faint\">").text(origin(sample)).raw("</span>");
      html.element("pre", sample.message());
      if (sample.thrown() != null) {
        html.element("pre", sample.thrown());
      }
      html.raw("</div>\n");
    }
    html.raw("</details>\n");
  }

  private static String samplesOf(KindReport kind) {
    return Figures.number(kind.samples().size(), "sample", "samples") + " of " + kind.kind().id();
  }

  private String origin(Sample sample) {
    StringBuilder origin = new StringBuilder(figures.fullTime(sample.time()));
    for (String part : new String[] {sample.level(), sample.logger()}) {
      if (part != null) {
        origin.append("  ").append(part);
      }
    }
    origin.append("  ").append(sample.file());
    if (sample.line() > 0) {
      origin.append(':').append(sample.line());
    }
    if (sample.requestId() != null) {
      origin.append(", request ").append(sample.requestId());
    }
    return origin.toString();
  }
}
