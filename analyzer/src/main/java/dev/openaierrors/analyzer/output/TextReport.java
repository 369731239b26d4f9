package dev.openaierrors.analyzer.output;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertText;
import dev.openaierrors.analyzer.input.FileFacts;
import dev.openaierrors.analyzer.report.Count;
import dev.openaierrors.analyzer.report.Episode;
import dev.openaierrors.analyzer.report.ErrorReport;
import dev.openaierrors.analyzer.report.Facet;
import dev.openaierrors.analyzer.report.KindReport;
import dev.openaierrors.analyzer.report.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A report for a terminal: what happened first, details below. */
public final class TextReport {

  private static final int MOST_EPISODES = 12;
  private static final int MOST_ALERTS = 15;
  private static final int MOST_FIXES = 5;
  private static final int ROWS_OF_TIMELINE = 4;

  /** Of a log without times. */
  static final String NOT_TOLD = "could not be told: none of the errors has a time";

  private final ErrorReport report;
  private final Style style;
  private final Figures figures;
  private final List<String> lines = new ArrayList<>();

  private TextReport(ErrorReport report, Style style) {
    this.report = report;
    this.style = style;
    this.figures = new Figures(report);
  }

  /** The lines of it. */
  public static List<String> lines(ErrorReport report, Style style) {
    TextReport text = new TextReport(report, style);
    text.summary();
    if (report.events() > 0) {
      text.kinds();
      text.timeline();
      text.episodes();
      text.fixes();
      text.alerts();
    }
    text.troubles();
    return List.copyOf(text.lines);
  }

  private void summary() {
    String where = files() + notAll();
    if (report.events() == 0) {
      lines.add(
          report.nothingWasRead()
              ? "Nothing could be read of " + where
              : style.green("No OpenAI errors") + " in " + where);
      return;
    }
    String failures =
        report.failures() < report.events()
            ? " from " + Figures.number(report.failures(), "failed request", "failed requests")
            : "";
    lines.add(
        style.bold(Figures.number(report.events(), "OpenAI error", "OpenAI errors") + failures)
            + " in "
            + where);
    String untimed =
        report.untimed() == 0 ? "" : "; " + Figures.number(report.untimed()) + " without a time";
    lines.add(figures.span(report.first(), report.last()) + untimed);
    if (report.notRetryable() > 0) {
      lines.add(
          style.red(Figures.number(report.notRetryable()) + " cannot be fixed by retrying")
              + "; action required.");
    }
  }

  /** What was not read, so that nobody takes no error there for no error at all. */
  private String notAll() {
    String ended = report.interrupted() ? ", not read to the end" : "";
    long failed = report.totals().failed();
    if (failed == 0 || report.nothingWasRead()) {
      return ended;
    }
    return ended
        + (report.totals().files() == 1
            ? ", which could not be read to its end"
            : "; " + Figures.number(failed) + " of them could not be read, or not to the end");
  }

  private String files() {
    String size = " (" + Figures.bytes(report.totals().bytes()) + ")";
    if (report.totals().files() == 1 && report.files().size() == 1) {
      String name = report.files().get(0).name();
      return (name.equals("-") ? "standard input" : name) + size;
    }
    return Figures.number(report.totals().files(), "file", "files") + size;
  }

  private void kinds() {
    lines.add("");
    TextTable table =
        new TextTable(style, List.of("errors", "kind", "retry helps", "first", "last", "where"));
    for (KindReport kind : report.kinds()) {
      table.row(
          List.of(
              Figures.number(kind.events()),
              kind.kind().id(),
              retryHelps(kind),
              figures.time(kind.first()),
              figures.time(kind.last()),
              where(kind)));
    }
    lines.addAll(table.lines());
  }

  static String retryHelps(KindReport kind) {
    if (kind.retryableEvents() == 0) {
      return "no";
    }
    return kind.retryableEvents() == kind.events()
        ? "yes"
        : Figures.number(kind.retryableEvents()) + " of them";
  }

  /** Models and limits where most of the errors name one, else who logged. */
  private static String where(KindReport kind) {
    String named = named(kind, kind.events() / 2);
    if (!named.isEmpty()) {
      return named;
    }
    return kind.loggers().top().isEmpty() ? named(kind, 0) : logger(kind.loggers());
  }

  private static String named(KindReport kind, long least) {
    List<String> parts = new ArrayList<>();
    for (Facet facet : List.of(kind.models(), kind.limits())) {
      if (facet.events() > least) {
        parts.add(Figures.facet(facet, 1));
      }
    }
    return String.join("; ", parts);
  }

  /** Without its package, for which a line has no room. */
  private static String logger(Facet loggers) {
    String text = Figures.facet(loggers, 1);
    int end = text.indexOf(' ');
    return text.substring(text.lastIndexOf('.', Math.max(0, end)) + 1);
  }

  private void timeline() {
    Timeline timeline = report.timeline();
    if (timeline.buckets().size() < 2) {
      return;
    }
    List<KindReport> shown =
        report.kinds().stream()
            .filter(kind -> kind.first() != null)
            .limit(ROWS_OF_TIMELINE)
            .toList();
    int label = shown.stream().mapToInt(kind -> kind.kind().id().length()).max().orElse(0);
    Sparkline line = new Sparkline(timeline, Math.max(10, style.width() - label - 14));
    Duration column = timeline.width().multipliedBy(line.bucketsPerColumn());
    lines.add("");
    lines.add(style.bold("Timeline") + style.faint("  a column is " + Figures.duration(column)));
    for (KindReport kind : shown) {
      String name = kind.kind().id() + " ".repeat(label - kind.kind().id().length());
      String peak = "max " + Figures.number(line.peak(kind.kind()));
      String bars = line.of(kind.kind(), style.unicode());
      String colored = kind.retryable() ? style.yellow(bars) : style.red(bars);
      lines.add(name + "  " + colored + "  " + style.faint(peak));
    }
    List<Timeline.Bucket> buckets = timeline.buckets();
    String begin = figures.time(buckets.get(0).start());
    Instant endTime = buckets.get(buckets.size() - 1).start().plus(timeline.width());
    String end = figures.time(endTime);
    int between = Math.max(1, line.columns() - begin.length() - end.length());
    lines.add(style.faint(" ".repeat(label + 2) + begin + " ".repeat(between) + end));
  }

  private void episodes() {
    if (report.episodes().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(style.bold("Episodes"));
    List<Episode> shown = largest();
    for (Episode episode : shown) {
      String time =
          figures.time(episode.from()) + style.or("\u2013", "-") + figures.time(episode.to());
      String kind = episode.kind().id();
      String head = (episode.kind().retryable() ? style.yellow(kind) : style.red(kind));
      String what = sentence(episode);
      boolean fits = 6 + time.length() + kind.length() + what.length() <= style.width();
      lines.add("  " + time + "  " + head + (fits ? "  " + what : ""));
      if (!fits) {
        TextTable.wrap(what, style.width() - 6).forEach(line -> lines.add("      " + line));
      }
    }
    long more = report.episodes().size() - shown.size() + report.episodesLeftOut();
    if (more > 0) {
      lines.add(style.faint("  and " + Figures.number(more) + " smaller; --format json has more"));
    }
  }

  private List<Episode> largest() {
    return report.episodes().stream()
        .sorted(Comparator.comparingLong(Episode::events).reversed())
        .limit(MOST_EPISODES)
        .sorted(Comparator.comparing(Episode::from))
        .toList();
  }

  /** What an episode was, after its time and kind. */
  static String sentence(Episode episode) {
    StringBuilder text = new StringBuilder();
    text.append(Figures.number(episode.events(), "error", "errors"));
    text.append(" in ");
    text.append(Figures.duration(Duration.between(episode.from(), episode.to())));
    text.append(", up to ").append(Figures.number(episode.peakPerMinute())).append(" a minute");
    if (episode.retriedInVain() > 0) {
      text.append(", ")
          .append(episode.retriedPercent())
          .append(" % of them retried without success");
    }
    return text.toString();
  }

  private void fixes() {
    lines.add("");
    lines.add(style.bold("What to do"));
    for (KindReport kind : report.kinds().subList(0, Math.min(MOST_FIXES, report.kinds().size()))) {
      List<Count> fixes = kind.fixes().top();
      for (Count fix : fixes.subList(0, Math.min(2, fixes.size()))) {
        String of = fixes.size() > 1 ? " (" + Figures.number(fix.count()) + ")" : "";
        wrapped(kind.kind().id() + of + ": ", fix.name());
      }
    }
    if (report.kinds().size() > MOST_FIXES) {
      lines.add(style.faint("  the others: openai-errors explain KIND"));
    }
  }

  private void wrapped(String label, String text) {
    List<String> wrapped = TextTable.wrap(label + text, style.width() - 4);
    lines.add("  " + wrapped.get(0));
    wrapped.stream().skip(1).forEach(line -> lines.add("    " + line));
  }

  private void alerts() {
    String rules = report.rules() == null ? "the default rules" : "the rules of " + report.rules();
    lines.add("");
    if (report.isTimeless()) {
      lines.add(style.bold("Episodes, alerts") + "  " + NOT_TOLD);
      return;
    }
    if (report.alerts().isEmpty()) {
      lines.add(style.bold("Alerts") + "  none by " + rules);
      return;
    }
    String whom = report.alertsByService() ? " of each service" : "";
    lines.add(style.bold("Alerts") + "  what " + rules + " would have told" + whom);
    TextTable table = new TextTable(Style.plain(style.width() - 2), List.of("", "", "", "", ""));
    List<Alert> shown = report.alerts().subList(0, Math.min(MOST_ALERTS, report.alerts().size()));
    for (Alert alert : shown) {
      table.row(
          List.of(
              figures.time(alert.times().at()),
              alert.state().id(),
              alert.severity().id(),
              alert.rule(),
              alert.text().title() + ". " + summary(alert)));
    }
    for (String line : table.lines().subList(1, table.lines().size())) {
      lines.add("  " + line);
    }
    long more = report.alerts().size() - shown.size() + report.alertsLeftOut();
    if (more > 0) {
      lines.add(style.faint("  and " + Figures.number(more) + " more; --format json has more"));
    }
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

  private void troubles() {
    List<String> notes = new ArrayList<>();
    for (FileFacts file : report.files()) {
      for (String warning : file.warnings()) {
        notes.add(file.name() + ": " + warning);
      }
    }
    long assumed = report.files().stream().filter(FileFacts::zoneAssumed).count();
    if (assumed > 0 && report.events() > 0) {
      String what =
          report.files().size() == 1
              ? "the log's times name"
              : Figures.number(assumed) + " of the files have times that name";
      notes.add(what + " no zone; " + report.zone().getId() + " is assumed (--zone)");
    }
    if (report.untimed() > 0) {
      notes.add(
          Figures.number(report.untimed(), "error has", "errors have")
              + " no time, so no episode and no alert counts "
              + (report.untimed() == 1 ? "it" : "them")
              + "; if the log has times, --time-format says how they look, as 'dd.MM.yyyy HH:mm:ss'");
    }
    if (!notes.isEmpty()) {
      lines.add("");
      notes.stream().limit(10).forEach(note -> lines.add(style.faint("Note: " + note)));
    }
  }
}
