package dev.openaierrors.analyzer.output;

import dev.openaierrors.analyzer.input.FileFacts;
import dev.openaierrors.analyzer.report.ErrorReport;
import java.util.ArrayList;
import java.util.List;

/**
 * What else a reader of a report has to know: what was taken for what, and what could not be told.
 */
final class Notes {

  private static final int MOST = 10;

  private Notes() {}

  /** A sentence each; of very many the first, and how many more there are. */
  static List<String> of(ErrorReport report) {
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
    if (notes.size() <= MOST) {
      return notes;
    }
    List<String> first = new ArrayList<>(notes.subList(0, MOST));
    first.add(Figures.number(notes.size() - MOST) + " more such notes; --format json has all");
    return first;
  }
}
