package dev.openaierrors.analyzer;

import dev.openaierrors.analyzer.input.AnalyzedEvent;
import dev.openaierrors.analyzer.input.NearLines;
import dev.openaierrors.analyzer.output.EventList;
import dev.openaierrors.analyzer.output.ListedEvent;
import dev.openaierrors.analyzer.output.ListedEvent.NearLine;
import dev.openaierrors.analyzer.output.Style;
import dev.openaierrors.analyzer.report.ErrorReport;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists events while they are read; nothing of them is kept. */
final class Listing {

  /** Reads all there is to be read. */
  interface Reading {

    /**
     * Reads it.
     *
     * @param shown takes each event as it comes; null if nobody does
     * @param live whether that is seen at once, so that no progress is shown
     */
    ErrorReport read(Analysis.@Nullable Shown shown, boolean live) throws IOException;
  }

  /** The same, where it is known who sees it. */
  interface ShownReading {
    ErrorReport read(Analysis.Shown shown) throws IOException;
  }

  private final Analysis analysis;
  private final int around;
  private @Nullable ErrorReport report;

  /**
   * A list of nothing yet.
   *
   * @param around lines to show around each event
   */
  Listing(Analysis analysis, int around) {
    this.analysis = analysis;
    this.around = around;
  }

  /** A list in this form. */
  static EventList in(ReportFormat format, Output out, Style style, ZoneId zone)
      throws IOException {
    return switch (format) {
      case JSON -> EventList.json(out);
      case CSV -> EventList.csv(out);
      default -> EventList.text(out, style, zone);
    };
  }

  /** Reads and lists, each event at once if somebody waits for it. */
  void write(EventList list, Output out, boolean atOnce, ShownReading reading) throws IOException {
    Analysis.Shown shown =
        new Analysis.Shown() {
          @Override
          public boolean show(AnalyzedEvent event) throws IOException {
            list.add(ListedEvent.of(event, near(event)));
            if (atOnce) {
              out.flush();
            }
            return !out.isClosed();
          }
        };
    report = reading.read(shown);
  }

  /** What was read, when all is listed. */
  ErrorReport report() {
    return Objects.requireNonNull(report);
  }

  private List<NearLine> near(AnalyzedEvent event) {
    List<NearLine> near = new ArrayList<>();
    if (around > 0) {
      NearLines lines = analysis.around(event, around);
      for (int i = 0; i < lines.lines().size(); i++) {
        int place = i - lines.before();
        near.add(new NearLine(event.line() + place, place == 0, lines.lines().get(i)));
      }
    }
    return near;
  }
}
