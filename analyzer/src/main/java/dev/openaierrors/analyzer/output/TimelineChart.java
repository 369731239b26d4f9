package dev.openaierrors.analyzer.output;

import dev.openaierrors.analyzer.report.Episode;
import dev.openaierrors.analyzer.report.ErrorReport;
import dev.openaierrors.analyzer.report.Timeline;
import dev.openaierrors.error.ErrorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The timeline as a picture: a bar for each bucket, stacked by kind, and the episodes below. */
final class TimelineChart {

  private static final double WIDTH = 1000;
  private static final double LEFT = 46;
  private static final double RIGHT = 12;
  private static final double TOP = 12;
  private static final double HEIGHT = 190;
  private static final double LANE = 12;
  private static final double WIDEST_BAR = 40;
  private static final int LABELS = 6;

  private final ErrorReport report;
  private final KindColors colors;
  private final Figures figures;
  private final Html html;
  private final List<Timeline.Bucket> buckets;
  private final double step;
  private final long top;

  TimelineChart(ErrorReport report, KindColors colors, Figures figures, Html html) {
    this.report = report;
    this.colors = colors;
    this.figures = figures;
    this.html = html;
    this.buckets = report.timeline().buckets();
    this.step = (WIDTH - LEFT - RIGHT) / Math.max(1, buckets.size());
    this.top = roundUp(Math.max(1, report.timeline().peak()));
  }

  /** The smallest of 1, 2, 4, 5, 10, 20, … that is not below the peak. */
  static long roundUp(long peak) {
    for (long power = 1; ; power *= 10) {
      for (long factor : new long[] {1, 2, 4, 5, 6, 8}) {
        if (factor * power >= peak) {
          return factor * power;
        }
      }
    }
  }

  void write() {
    double lanes = kindsWithEpisodes().isEmpty() ? 0 : kindsWithEpisodes().size() * LANE + 10;
    double bottom = TOP + HEIGHT;
    html.raw(
        String.format(
            Locale.ROOT,
            "<svg class=\"chart\" role=\"img\" aria-labelledby=\"chart-title chart-desc\""
                + " viewBox=\"0 0 %.0f %.0f\">",
            WIDTH,
            bottom + 24 + lanes));
    html.raw("<title id=\"chart-title\">Errors over time, by kind</title>");
    html.raw("<desc id=\"chart-desc\">").text(description()).raw("</desc>");
    grid();
    for (int i = 0; i < buckets.size(); i++) {
      bar(i, bottom);
    }
    labels(bottom);
    if (lanes > 0) {
      lanes(bottom + 30);
    }
    html.raw("</svg>\n");
  }

  private List<ErrorKind> kindsWithEpisodes() {
    return colors.own().stream()
        .filter(kind -> report.episodes().stream().anyMatch(episode -> episode.kind() == kind))
        .toList();
  }

  private String description() {
    return "A bar stands for "
        + Figures.duration(report.timeline().width())
        + "; the highest for "
        + Figures.number(report.timeline().peak(), "error", "errors")
        + ". The episodes below say the same in words.";
  }

  private void grid() {
    for (int part = 0; part <= 2; part++) {
      double y = TOP + HEIGHT * part / 2;
      line(y);
      if (top % 2 == 0 || part != 1) {
        label(LEFT - 8, y + 4, "end", Figures.number(top * (2 - part) / 2));
      }
    }
  }

  private void line(double y) {
    html.raw(
        String.format(
            Locale.ROOT,
            "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>",
            LEFT,
            WIDTH - RIGHT,
            y,
            y));
  }

  private void label(double x, double y, String anchor, String text) {
    html.raw(
        String.format(
            Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", x, y, anchor));
    html.text(text).raw("</text>");
  }

  private void bar(int index, double bottom) {
    Timeline.Bucket bucket = buckets.get(index);
    if (bucket.events() == 0) {
      return;
    }
    double width = Math.min(WIDEST_BAR, Math.max(0.8, step * 0.84));
    double x = LEFT + step * index + (step - width) / 2;
    double y = bottom;
    html.raw("<g><title>").text(title(bucket)).raw("</title>");
    for (ErrorKind kind : colors.own()) {
      y = part(kind, bucket.counts().getOrDefault(kind, 0L), x, y, width);
    }
    long others = 0;
    for (Map.Entry<ErrorKind, Long> count : bucket.counts().entrySet()) {
      others += colors.own().contains(count.getKey()) ? 0 : count.getValue();
    }
    if (others > 0) {
      rect(KindColors.OTHERS, x, y - height(others), width, height(others));
    }
    html.raw("</g>");
  }

  private double part(ErrorKind kind, long events, double x, double y, double width) {
    if (events == 0) {
      return y;
    }
    double height = height(events);
    rect(colors.of(kind), x, y - height, width, height);
    return y - height;
  }

  private double height(long events) {
    return HEIGHT * events / top;
  }

  private void rect(String type, double x, double y, double width, double height) {
    html.raw(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
            type,
            x,
            y,
            width,
            height));
  }

  private String title(Timeline.Bucket bucket) {
    StringBuilder title = new StringBuilder(figures.time(bucket.start()));
    bucket.counts().entrySet().stream()
        .sorted(Map.Entry.<ErrorKind, Long>comparingByValue().reversed())
        .forEach(
            count ->
                title
                    .append(", ")
                    .append(count.getKey().id())
                    .append(' ')
                    .append(Figures.number(count.getValue())));
    return title.toString();
  }

  private void labels(double bottom) {
    int every = Math.max(1, (buckets.size() + LABELS - 1) / LABELS);
    for (int i = 0; i < buckets.size(); i += every) {
      // The last label has no room unless a good part of the step is left for it.
      if (i == 0 || buckets.size() - i > every / 2) {
        label(LEFT + step * i, bottom + 18, "start", figures.time(buckets.get(i).start()));
      }
    }
  }

  /** A line for each of the kinds that have a colour, with a bar where an episode was. */
  private void lanes(double y) {
    Instant start = buckets.get(0).start();
    Duration all = report.timeline().width().multipliedBy(buckets.size());
    double perMilli = (WIDTH - LEFT - RIGHT) / all.toMillis();
    for (ErrorKind kind : kindsWithEpisodes()) {
      rect("lane", LEFT, y + LANE / 2 - 2, WIDTH - LEFT - RIGHT, 1);
      for (Episode episode : report.episodes()) {
        if (episode.kind() == kind) {
          double from = LEFT + perMilli * Duration.between(start, episode.from()).toMillis();
          double to = LEFT + perMilli * Duration.between(start, episode.to()).toMillis();
          String text =
              kind.id()
                  + ", "
                  + figures.time(episode.from())
                  + " to "
                  + figures.time(episode.to())
                  + ": "
                  + TextReport.sentence(episode);
          html.raw("<g><title>").text(text).raw("</title>");
          rect(colors.of(kind), from, y, Math.max(3, to - from), LANE - 4);
          html.raw("</g>");
        }
      }
      y += LANE;
    }
  }
}
