package dev.openaierrors.analyzer.output;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.analyzer.report.Comparison;
import dev.openaierrors.analyzer.report.Count;
import dev.openaierrors.analyzer.report.Episode;
import dev.openaierrors.analyzer.report.ErrorReport;
import dev.openaierrors.analyzer.report.KindReport;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report for a ticket or a pull request. What a log says is no mark-up and calls nobody. */
public final class MarkdownReport {

  private static final int MOST_EPISODES = 12;
  private static final int MOST_ALERTS = 15;
  private static final int MOST_FILES = 20;

  /** Takes no room, and parts what would be a link or a name. */
  private static final String NOTHING = "\u200b";

  private final ErrorReport report;
  private final Writer target;
  private final Figures figures;

  private MarkdownReport(ErrorReport report, Writer target) {
    this.report = report;
    this.target = target;
    this.figures = new Figures(report);
  }

  /** Writes a report; leaves the target open. */
  public static void write(ErrorReport report, Writer target) throws IOException {
    write(report, null, target);
  }

  /** Writes a report and what differs from another; leaves the target open. */
  public static void write(ErrorReport report, @Nullable Comparison comparison, Writer target)
      throws IOException {
    MarkdownReport markdown = new MarkdownReport(report, target);
    markdown.summary();
    if (report.events() > 0) {
      markdown.verdict();
      markdown.kinds();
      markdown.episodes();
      markdown.alerts();
      markdown.messages();
    }
    if (comparison != null) {
      markdown.comparison(comparison);
    }
    markdown.files();
    markdown.notes();
    target.flush();
  }

  private void line(String text) throws IOException {
    target.write(text + "\n");
  }

  private void section(String title) throws IOException {
    line("");
    line("### " + title);
    line("");
  }

  private void summary() throws IOException {
    line("## " + ReportWords.headline(report));
    if (report.interrupted()) {
      line("");
      line(ReportWords.INTERRUPTED);
    }
    if (report.events() == 0) {
      return;
    }
    line("");
    String untimed =
        report.untimed() == 0 ? "" : "; " + Figures.number(report.untimed()) + " without a time";
    line(figures.span(report.first(), report.last()) + untimed + ".");
    if (report.notRetryable() > 0) {
      line(
          Figures.number(report.notRetryable()) + " cannot be fixed by retrying; action required.");
    }
  }

  private void verdict() throws IOException {
    for (Verdict.Story story : Verdict.of(report, figures)) {
      line("");
      line("**" + story.weight().label() + ":** " + plain(story.what()));
      for (String fix : story.fixes()) {
        line("- " + plain(fix));
      }
    }
  }

  private void kinds() throws IOException {
    section("Kinds");
    line("| Errors | Kind | Retry helps | First | Last | Where |");
    line("|---:|---|---|---|---|---|");
    for (KindReport kind : report.kinds()) {
      line(
          "| "
              + String.join(
                  " | ",
                  Figures.number(kind.events()),
                  code(kind.kind().id()),
                  ReportWords.retryHelps(kind),
                  figures.time(kind.first()),
                  figures.time(kind.last()),
                  inCell(code(ReportWords.where(kind))))
              + " |");
    }
  }

  private void episodes() throws IOException {
    if (report.episodes().isEmpty()) {
      return;
    }
    section("Episodes");
    List<Episode> all = report.episodes();
    for (Episode episode : all.subList(0, Math.min(MOST_EPISODES, all.size()))) {
      String time = figures.time(episode.from()) + " to " + figures.time(episode.to());
      line("- " + time + " " + code(episode.kind().id()) + ": " + ReportWords.sentence(episode));
    }
    more(all.size() + report.episodesLeftOut() - Math.min(MOST_EPISODES, all.size()));
  }

  private void alerts() throws IOException {
    section("Alerts");
    if (report.alerts().isEmpty()) {
      line("None.");
      return;
    }
    List<Alert> all = report.alerts();
    for (Alert alert : all.subList(0, Math.min(MOST_ALERTS, all.size()))) {
      line(
          "- "
              + figures.time(alert.times().at())
              + " "
              + alert.state().id()
              + ", "
              + alert.severity().id()
              + ", "
              + code(alert.rule())
              + ": "
              + plain(alert.text().title())
              + ". "
              + plain(alert.text().summary()));
    }
    more(all.size() + report.alertsLeftOut() - Math.min(MOST_ALERTS, all.size()));
  }

  private void messages() throws IOException {
    section("Messages");
    for (KindReport kind : report.kinds()) {
      for (Count shape : kind.shapes().top()) {
        String count = Figures.number(shape.count());
        line("- " + count + " " + code(kind.kind().id()) + ": " + code(shape.name()));
      }
    }
  }

  private void comparison(Comparison comparison) throws IOException {
    section(plain(ComparisonLines.title(comparison, report)));
    if (comparison.changes().isEmpty()) {
      line("Nothing is new, gone, much more or much less.");
      return;
    }
    line("| Change | Of | Value | Errors |");
    line("|---|---|---|---|");
    for (Comparison.Change change : comparison.changes()) {
      line(
          "| "
              + String.join(
                  " | ",
                  change.type().id(),
                  change.attribute().id(),
                  inCell(code(change.value())),
                  ComparisonLines.amount(change))
              + " |");
    }
  }

  private void files() throws IOException {
    List<String> files = FileLines.of(report, figures, Integer.MAX_VALUE);
    if (files.isEmpty()) {
      return;
    }
    section("Read");
    for (String file : files.subList(0, Math.min(MOST_FILES, files.size()))) {
      line("- " + code(file.strip()));
    }
    more(files.size() - Math.min(MOST_FILES, files.size()));
  }

  /** What a reader has to know of how the log was read. */
  private void notes() throws IOException {
    List<String> notes = Notes.of(report);
    if (!notes.isEmpty()) {
      section("Notes");
      for (String note : notes) {
        line("- " + plain(note));
      }
    }
  }

  private void more(long left) throws IOException {
    if (left > 0) {
      line("- and " + Figures.number(left) + " more");
    }
  }

  /** As it is. */
  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text.replace('`', '\'') + "`";
  }

  /** A bar with a backslash before it parts no cells, unless that has one before itself. */
  private static String inCell(String text) {
    StringBuilder cell = new StringBuilder();
    boolean even = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      cell.append(c == '|' ? (even ? "\\" : "\\\\") : "").append(c);
      even = c != '\\' || !even;
    }
    return cell.toString();
  }

  /** As text, of which nothing is a mark, a link or a name that is told. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain.append(text.regionMatches(true, i - 3, "www.", 0, 4) ? NOTHING : "");
      plain.append("\\`*_<>[]|#~".indexOf(c) >= 0 ? "\\" : "").append(c);
      plain.append(c == '@' || text.startsWith("://", i) ? NOTHING : "");
    }
    return plain.toString();
  }
}
