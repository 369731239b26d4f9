package dev.openaierrors.analyzer.output;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.analyzer.report.Episode;
import dev.openaierrors.analyzer.report.ErrorReport;
import dev.openaierrors.analyzer.report.Timeline;
import dev.openaierrors.error.ErrorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The timeline as a picture: a bar for each bucket, stacked by kind, alerts above, and below a lane
 * for each kind with its episodes. Once for a wide screen and once for a narrow one, since text in
 * a picture that shrinks cannot be read.
 */
final class TimelineChart {

  /** For which width of a screen. */
  enum Size {
    /** A desk, or paper. */
    WIDE("wide", 1000, 6),
    /** A telephone. */
    NARROW("narrow", 380, 3);

    private final String id;
    private final double width;
    private final int labels;

    Size(String id, double width, int labels) {
      this.id = id;
      this.width = width;
      this.labels = labels;
    }
  }

  private static final double LEFT = 46;
  private static final double RIGHT = 12;
  private static final double TOP = 34;
  private static final double HEIGHT = 190;
  private static final double LANE = 28;
  private static final double LANE_BAR = 8;
  private static final double WIDEST_BAR = 40;

  private final ErrorReport report;
  private final KindColors colors;
  private final Figures figures;
  private final Html html;
  private final Size size;
  private final List<Timeline.Bucket> buckets;
  private final double step;
  private final long top;

  TimelineChart(ErrorReport report, KindColors colors, Figures figures, Html html, Size size) {
    this.report = report;
    this.colors = colors;
    this.figures = figures;
    this.html = html;
    this.size = size;
    this.buckets = report.timeline().buckets();
    this.step = (size.width - LEFT - RIGHT) / Math.max(1, buckets.size());
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
    int lanes = colors.own().size() + (colors.hasOthers() ? 1 : 0);
    double bottom = TOP + HEIGHT;
    html.raw(
        String.format(
            Locale.ROOT,
            "<svg class=\"chart %1$s\" role=\"img\" aria-labelledby=\"chart-title-%1$s"
                + " chart-desc-%1$s\" viewBox=\"0 0 %2$.0f %3$.0f\">",
            size.id,
            size.width,
            bottom + 28 + lanes * LANE));
    html.raw("<title id=\"chart-title-" + size.id + "\">Errors over time, by kind</title>");
    html.raw("<desc id=\"chart-desc-" + size.id + "\">").text(description()).raw("</desc>");
    label(LEFT, 12, "start", "errors in " + Figures.width(report.timeline().width()));
    grid();
    for (int i = 0; i < buckets.size(); i++) {
      bar(i, bottom);
    }
    labels(bottom);
    alerts();
    lanes(bottom + 26);
    html.raw("</svg>\n");
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

  /** A mark where an alert began or ended: a flag in the colour of its severity. */
  private void alerts() {
    for (Alert alert : report.alerts()) {
      boolean begins = alert.state() == AlertState.FIRING || alert.state() == AlertState.REOPENED;
      if (begins || alert.state() == AlertState.RESOLVED) {
        String at = figures.time(alert.times().at());
        html.raw("<g><title>")
            .text(at + ", " + alert.state().id() + ": " + alert.text().title())
            .raw("</title>");
        double x = x(alert.times().at());
        rect("mark " + look(alert, begins), x, TOP - 12, 1, HEIGHT + 12);
        html.raw(
            String.format(
                Locale.ROOT,
                "<path class=\"mark %s\" d=\"M%.1f %.1fl9 4l-9 4z\"/></g>",
                look(alert, begins),
                x,
                TOP - 12));
      }
    }
  }

  private static String look(Alert alert, boolean begins) {
    return begins ? alert.severity().id() : "over";
  }

  private double x(Instant time) {
    Instant start = buckets.get(0).start();
    Duration all = report.timeline().width().multipliedBy(buckets.size());
    double part = (double) Duration.between(start, time).toMillis() / all.toMillis();
    return LEFT + (size.width - LEFT - RIGHT) * Math.max(0, Math.min(1, part));
  }

  private void line(double y) {
    html.raw(
        String.format(
            Locale.ROOT,
            "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>",
            LEFT,
            size.width - RIGHT,
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
    int every = Math.max(1, (buckets.size() + size.labels - 1) / size.labels);
    for (int i = 0; i < buckets.size(); i += every) {
      // The last label has no room unless a good part of the step is left for it.
      if (i == 0 || buckets.size() - i > every / 2) {
        label(LEFT + step * i, bottom + 18, "start", figures.time(buckets.get(i).start()));
      }
    }
  }

  /** A line for each of the kinds that have a colour, with a bar where an episode was. */
  private void lanes(double y) {
    double top = y;
    for (ErrorKind kind : colors.own()) {
      lane(top, colors.of(kind), kind.id());
      for (Episode episode : report.episodes()) {
        if (episode.kind() == kind) {
          episode(episode, top + LANE - LANE_BAR - 2);
        }
      }
      top += LANE;
    }
    if (colors.hasOthers()) {
      lane(top, KindColors.OTHERS, "other kinds");
    }
  }

  private void lane(double y, String color, String name) {
    rect(color, LEFT, y + 6, 10, 10);
    label(LEFT + 16, y + 15, "start", name);
    rect("lane", LEFT, y + LANE - LANE_BAR / 2 - 2, size.width - LEFT - RIGHT, 1);
  }

  private void episode(Episode episode, double y) {
    double from = x(episode.from());
    String text =
        episode.kind().id()
            + ", "
            + figures.time(episode.from())
            + " to "
            + figures.time(episode.to())
            + ": "
            + ReportWords.sentence(episode);
    html.raw("<g><title>").text(text).raw("</title>");
    rect(colors.of(episode.kind()), from, y, Math.max(3, x(episode.to()) - from), LANE_BAR);
    html.raw("</g>");
  }
}
