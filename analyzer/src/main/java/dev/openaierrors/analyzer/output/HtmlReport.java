package dev.openaierrors.analyzer.output;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertText;
import dev.openaierrors.analyzer.input.FileFacts;
import dev.openaierrors.analyzer.report.Comparison;
import dev.openaierrors.analyzer.report.Episode;
import dev.openaierrors.analyzer.report.ErrorReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A report as one page: no script, nothing from elsewhere, and a policy that would not let anything
 * in. Fit for a mail, a ticket or a printer.
 */
public final class HtmlReport {

  private static final String STYLE = "report.css";
  private static final int MOST_ALERTS = 100;
  private static final int MOST_FILES = 200;

  private final ErrorReport report;
  private final Html html;
  private final Figures figures;
  private final KindColors colors;
  private final List<Verdict.Story> verdict;

  private HtmlReport(ErrorReport report, Html html) {
    this.report = report;
    this.html = html;
    this.figures = new Figures(report);
    this.colors = new KindColors(report);
    this.verdict = Verdict.of(report, figures);
  }

  /** Writes a report; leaves the target open. */
  public static void write(ErrorReport report, Writer target) throws IOException {
    write(report, null, target);
  }

  /** Writes a report and what differs from another; leaves the target open. */
  public static void write(ErrorReport report, @Nullable Comparison comparison, Writer target)
      throws IOException {
    try {
      new HtmlReport(report, new Html(target)).page(comparison);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    target.flush();
  }

  private void page(@Nullable Comparison comparison) throws IOException {
    head();
    html.raw("<body>\n<a class=\"skip\" href=\"#content\">Skip to the report</a>\n");
    header();
    html.raw("<main id=\"content\">\n");
    if (report.events() > 0) {
      new HtmlVerdict(verdict, html).write();
      timeline();
      episodes();
      new HtmlKinds(report, html, figures).write();
      alerts();
    }
    if (comparison != null) {
      new HtmlComparison(report, html).write(comparison);
    }
    files();
    html.raw("</main>\n<footer><p>Made by openai-errors. Keys, tokens, e-mail addresses and ids of")
        .raw(" organizations are redacted. Log events do not show requests that succeeded.</p>")
        .raw("</footer>\n</body>\n</html>\n");
  }

  private void head() throws IOException {
    String style = style();
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '")
        .raw("sha256-" + sha256(style))
        .raw("'; base-uri 'none'; form-action 'none'\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
        .raw("<title>")
        .text(tab())
        .raw("</title>\n<style>")
        .raw(style)
        .raw("</style>\n</head>\n");
  }

  private static String style() throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream(STYLE)) {
      if (in == null) {
        throw new IOException("the jar lacks " + STYLE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What a browser's tab says: of several reports, which one it is. */
  private String tab() {
    boolean one = report.totals().files() == 1 && report.files().size() == 1;
    String name = one ? report.files().get(0).name() : "";
    String of = name.isEmpty() || name.equals("-") ? "" : " in " + name;
    return ReportWords.headline(report)
        + of
        + (report.first() == null ? "" : ", " + figures.day(report.first()));
  }

  private void header() {
    html.raw("<header>\n").element("h1", ReportWords.headline(report));
    html.raw("\n<p class=\"faint\">").text(where()).raw("</p>\n");
    if (report.events() > 0) {
      html.raw("<nav aria-label=\"Sections\"><ul>");
      for (String section :
          List.of("Verdict", "Timeline", "Episodes", "Kinds", "Alerts", "Files")) {
        html.raw("<li><a href=\"#" + section.toLowerCase(Locale.ROOT) + "\">")
            .raw(section + "</a></li>");
      }
      html.raw("</ul></nav>\n");
    }
    html.raw("<dl class=\"tiles\">");
    tile("", "errors logged", Figures.number(report.events()));
    if (report.failures() < report.events()) {
      tile("", "failed requests", Figures.number(report.failures()));
    }
    tile(
        report.notRetryable() > 0 ? "act" : "",
        "not fixable by retrying",
        Figures.number(report.notRetryable()));
    long vain = report.kinds().stream().mapToLong(kind -> kind.retries().calls()).sum();
    if (vain > 0) {
      tile("", "retries in vain", Figures.number(vain));
    }
    html.raw("</dl>\n");
    notices();
    html.raw("</header>\n");
  }

  private String where() {
    String in =
        report.totals().files() == 1 && report.files().size() == 1
            ? report.files().get(0).name()
            : Figures.number(report.totals().files(), "file", "files");
    String span = report.events() == 0 ? "" : figures.span(report.first(), report.last()) + ", ";
    return span
        + (in.equals("-") ? "standard input" : in)
        + ", "
        + Figures.bytes(report.totals().bytes());
  }

  private void tile(String type, String label, String value) {
    html.raw("<div class=\"" + type + "\">")
        .element("dt", label)
        .element("dd", value)
        .raw("</div>");
  }

  private void notices() {
    if (report.interrupted()) {
      html.element("p class=\"notice\"", ReportWords.INTERRUPTED);
    }
    if (report.untimed() > 0) {
      html.element(
          "p class=\"notice\"",
          Figures.number(report.untimed(), "error has", "errors have")
              + " no time and are counted, but in no timeline, episode or alert.");
    }
    if (report.incomplete()) {
      html.element("p class=\"notice\"", "Some files could not be read; see Files.");
    }
  }

  private void timeline() {
    section("timeline", "Timeline");
    if (report.timeline().buckets().isEmpty()) {
      html.raw("<p>No event has a time.</p></section>\n");
      return;
    }
    for (TimelineChart.Size size : TimelineChart.Size.values()) {
      new TimelineChart(report, colors, figures, html, size).write();
    }
    html.raw("<p class=\"faint\">A bar is ")
        .text(Figures.width(report.timeline().width()))
        .raw("; times are ")
        .text(report.zone().getId())
        .raw(". Flags are alerts; the lines below the bars are the episodes.</p></section>\n");
  }

  private void section(String id, String title) {
    html.raw("<section id=\"" + id + "\" aria-labelledby=\"" + id + "-title\">\n")
        .element("h2 id=\"" + id + "-title\"", title)
        .raw("\n");
  }

  private void table(String label, List<String> head) {
    html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + label + "\">")
        .raw("<table class=\"cards\"><thead><tr>");
    for (String cell : head) {
      String type = cell.startsWith("#") ? " class=\"num\"" : "";
      html.element("th scope=\"col\"" + type, cell.replaceFirst("#", ""));
    }
    html.raw("</tr></thead><tbody>\n");
  }

  private void endOfTable() {
    html.raw("</tbody></table></div>\n");
  }

  private void episodes() {
    section("episodes", "Episodes");
    if (report.isTimeless()) {
      html.element("p", "They " + ReportWords.NOT_TOLD + ".");
    } else if (report.episodes().isEmpty()) {
      html.raw("<p>The errors came one by one; none of a kind came close together.</p>");
    } else {
      table(
          "Episodes",
          List.of("From", "To", "Kind", "#Errors", "#Most a minute", "#Retried without success"));
      report.episodes().forEach(this::episode);
      endOfTable();
    }
    if (report.episodesLeftOut() > 0) {
      html.element(
          "p class=\"faint\"",
          Figures.number(report.episodesLeftOut()) + " smaller ones left out.");
    }
    html.raw("</section>\n");
  }

  private void episode(Episode episode) {
    html.raw("<tr>")
        .element("td data-label=\"From\" class=\"time\"", figures.time(episode.from()))
        .element("td data-label=\"To\" class=\"time\"", figures.time(episode.to()))
        .element("th scope=\"row\" class=\"mono\"", episode.kind().id())
        .element("td data-label=\"Errors\" class=\"num\"", Figures.number(episode.events()))
        .element(
            "td data-label=\"Most a minute\" class=\"num\"",
            Figures.number(episode.peakPerMinute()))
        .element(
            "td data-label=\"Retried without success\" class=\"num\"",
            episode.retriedPercent() + " %")
        .raw("</tr>\n");
  }

  private void alerts() {
    section("alerts", "Alerts");
    String rules = report.rules() == null ? "The default rules" : "The rules of " + report.rules();
    if (report.isTimeless()) {
      html.element("p", "They " + ReportWords.NOT_TOLD + ".").raw("</section>\n");
      return;
    }
    if (report.alerts().isEmpty()) {
      html.element("p", rules + " would have told nothing.").raw("</section>\n");
      return;
    }
    html.element("p class=\"faint\"", rules + " would have told this, newest first.");
    table("Alerts", List.of("At", "State", "Severity", "Rule", "What"));
    ReportWords.newestFirst(report, MOST_ALERTS).forEach(this::alert);
    endOfTable();
    long more = Math.max(0, report.alerts().size() - MOST_ALERTS) + report.alertsLeftOut();
    if (more > 0) {
      html.element("p class=\"faint\"", Figures.number(more) + " more left out.");
    }
    html.raw("</section>\n");
  }

  private void alert(Alert alert) {
    boolean open = alert.state().isOpen();
    html.raw("<tr>")
        .element("td data-label=\"At\" class=\"time\"", figures.time(alert.times().at()))
        .raw("<td data-label=\"State\">")
        .element("span class=\"state " + (open ? "open" : "over") + "\"", alert.state().id())
        .raw("</td><td data-label=\"Severity\">")
        .element("span class=\"badge " + alert.severity().id() + "\"", alert.severity().id())
        .raw("</td>")
        .element("th scope=\"row\" class=\"mono\"", alert.rule())
        .raw("<td data-label=\"What\">")
        .text(alert.text().title())
        .raw("<br><span class=\"faint\">")
        .text(alert.text().summary())
        .text(open ? AlertText.affected(alert) : "")
        .raw("</span></td></tr>\n");
  }

  private void files() {
    section("files", "Files");
    table("Files", List.of("File", "Format", "#Size", "#Events", "#Errors", "From", "To"));
    report.files().stream().limit(MOST_FILES).forEach(this::file);
    endOfTable();
    long more = report.totals().files() - Math.min(MOST_FILES, report.files().size());
    if (more > 0) {
      html.element("p class=\"faint\"", Figures.number(more) + " more left out.");
    }
    html.raw("</section>\n");
  }

  private void file(FileFacts file) {
    html.raw("<tr><th scope=\"row\" class=\"mono\">").text(file.name());
    if (file.failure() != null) {
      html.raw("<br><span class=\"badge no\">").text(file.failure()).raw("</span>");
    }
    for (String warning : file.warnings()) {
      html.raw("<br><span class=\"faint\">").text(warning).raw("</span>");
    }
    html.raw("</th>")
        .element("td data-label=\"Format\"", file.format() == null ? "-" : file.format())
        .element("td data-label=\"Size\" class=\"num\"", Figures.bytes(file.bytes()))
        .element("td data-label=\"Events\" class=\"num\"", Figures.number(file.events()))
        .element("td data-label=\"Errors\" class=\"num\"", Figures.number(file.found()))
        .element("td data-label=\"From\" class=\"time\"", figures.fullTime(file.first()))
        .element("td data-label=\"To\" class=\"time\"", figures.fullTime(file.last()))
        .raw("</tr>\n");
  }
}
