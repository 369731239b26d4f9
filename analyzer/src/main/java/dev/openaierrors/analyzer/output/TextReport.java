package dev.openaierrors.analyzer.output;

import dev.openaierrors.analyzer.report.Count;
import dev.openaierrors.analyzer.report.Episode;
import dev.openaierrors.analyzer.report.ErrorReport;
import dev.openaierrors.analyzer.report.KindReport;
import dev.openaierrors.analyzer.report.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** A report for a terminal: what happened first, details below. */
public final class TextReport {

  private static final int MOST_EPISODES = 12;
  private static final int MOST_FIXES = 5;
  private static final int ROWS_OF_TIMELINE = 4;
  private static final int TICKS = 4;

  private final ErrorReport report;
  private final Style style;
  private final Figures figures;
  private final List<Verdict.Story> verdict;
  private final List<String> lines = new ArrayList<>();

  private TextReport(ErrorReport report, Style style) {
    this.report = report;
    this.style = style;
    this.figures = new Figures(report);
    this.verdict = Verdict.of(report, figures);
  }

  /** The lines of it. */
  public static List<String> lines(ErrorReport report, Style style) {
    TextReport text = new TextReport(report, style);
    text.summary();
    if (report.events() > 0) {
      text.verdict();
      text.kinds();
      text.timeline();
      text.episodes();
      text.fixes();
      text.lines.addAll(AlertLines.of(report, text.figures, style));
      text.messages();
    }
    text.files(style.width());
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

  /** What happened and what to do, before any number. */
  private void verdict() {
    for (Verdict.Story story : verdict) {
      String label = sentenceCase(story.weight().label()) + ": ";
      lines.add("");
      List<String> wrapped = TextTable.wrap(label + story.what(), style.width() - 2);
      String rest = wrapped.get(0).substring(Math.min(label.length(), wrapped.get(0).length()));
      lines.add(style.bold(look(story.weight()).apply(label.strip())) + " " + rest);
      wrapped.stream().skip(1).forEach(line -> lines.add("  " + line));
      for (String fix : story.fixes()) {
        String arrow = style.or("\u2192 ", "> ");
        List<String> parts = TextTable.wrap(arrow + fix, style.width() - 4);
        lines.add("  " + parts.get(0));
        parts.stream().skip(1).forEach(line -> lines.add("    " + line));
      }
    }
  }

  private static String sentenceCase(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private UnaryOperator<String> look(Verdict.Weight weight) {
    return switch (weight) {
      case ACT, FIX -> style::red;
      case SLOW_DOWN, WATCH -> style::yellow;
    };
  }

  private void kinds() {
    lines.add("");
    TextTable table =
        new TextTable(style, List.of("#errors", "kind", "retry helps", "first", "last", "where"));
    for (KindReport kind : report.kinds()) {
      UnaryOperator<String> look = kind.retryable() ? style::yellow : style::red;
      table.cells(
          List.of(
              TextTable.Cell.of(Figures.number(kind.events())),
              new TextTable.Cell(kind.kind().id(), look),
              new TextTable.Cell(ReportWords.retryHelps(kind), look),
              TextTable.Cell.of(figures.time(kind.first())),
              TextTable.Cell.of(figures.time(kind.last())),
              TextTable.Cell.of(ReportWords.where(kind))));
    }
    lines.addAll(table.lines());
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
    lines.add(style.bold("Timeline") + style.faint("  a column is " + Figures.width(column)));
    for (KindReport kind : shown) {
      String name = kind.kind().id() + " ".repeat(label - kind.kind().id().length());
      String peak = "max " + Figures.number(line.peak(kind.kind()));
      String bars = line.of(kind.kind(), style.unicode());
      String colored = kind.retryable() ? style.yellow(bars) : style.red(bars);
      lines.add(name + "  " + colored + "  " + style.faint(peak));
    }
    lines.add(style.faint(" ".repeat(label + 2) + axis(line.columns(), column)));
  }

  /** Times below the columns at which they begin, as many as have room; the end at the end. */
  private String axis(int columns, Duration column) {
    Timeline timeline = report.timeline();
    Instant start = timeline.buckets().get(0).start();
    Instant end = start.plus(timeline.width().multipliedBy(timeline.buckets().size()));
    String last = figures.time(end);
    StringBuilder axis = new StringBuilder();
    int apart = Math.max((columns + TICKS - 1) / TICKS, last.length() + 4);
    for (int at = 0; at == 0 || at + 2 * last.length() < columns; at += apart) {
      axis.append(" ".repeat(Math.max(0, at - axis.length())));
      axis.append(figures.time(start.plus(column.multipliedBy(at))));
    }
    int between = columns - axis.length() - last.length();
    if (between < 1) {
      return axis.toString();
    }
    return axis + " ".repeat(between) + last;
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
      String what = ReportWords.sentence(episode);
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

  /** Of the kinds of which the verdict said nothing. */
  private void fixes() {
    List<KindReport> others = new ArrayList<>(report.kinds());
    verdict.forEach(story -> others.remove(story.kind()));
    if (others.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(style.bold("What to do about the others"));
    for (KindReport kind : others.subList(0, Math.min(MOST_FIXES, others.size()))) {
      List<Count> fixes = kind.fixes().top();
      for (Count fix : fixes.subList(0, Math.min(2, fixes.size()))) {
        String of = fixes.size() > 1 ? " (" + Figures.number(fix.count()) + ")" : "";
        wrapped(kind.kind().id() + of + ": ", fix.name());
      }
    }
    if (others.size() > MOST_FIXES) {
      lines.add(style.faint("  and the rest: openai-errors explain KIND"));
    }
  }

  private void wrapped(String label, String text) {
    List<String> wrapped = TextTable.wrap(label + text, style.width() - 4);
    lines.add("  " + wrapped.get(0));
    wrapped.stream().skip(1).forEach(line -> lines.add("    " + line));
  }

  private void messages() {
    lines.add("");
    lines.add(style.bold("Messages") + style.faint("  # is a number; --list shows each"));
    lines.addAll(MessageLines.of(report, style));
  }

  private void files(int width) {
    List<String> files = FileLines.of(report, figures, width);
    if (!files.isEmpty()) {
      lines.add("");
      lines.add(style.bold("Read"));
      lines.addAll(files);
    }
  }

  private void troubles() {
    List<String> notes = Notes.of(report);
    if (!notes.isEmpty()) {
      lines.add("");
      notes.forEach(note -> lines.add(style.faint("Note: " + note)));
    }
  }
}
