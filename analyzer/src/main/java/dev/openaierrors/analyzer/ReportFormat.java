package dev.openaierrors.analyzer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a report or a list is written. */
enum ReportFormat {
  /** For a terminal. */
  TEXT(true, true, "txt"),
  /** For programs; a list has an object a line. */
  JSON(true, true, "ndjson", "jsonl"),
  /** One page. */
  HTML(true, false, "htm"),
  /** For a ticket. */
  MARKDOWN(true, false, "md"),
  /** For a spreadsheet. */
  CSV(false, true);

  private final boolean report;
  private final boolean list;
  private final List<String> also;

  ReportFormat(boolean report, boolean list, String... also) {
    this.report = report;
    this.list = list;
    this.also = List.of(also);
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The format of this name.
   *
   * @param ofList whether it is of a list, not of a report
   * @throws UsageError if there is none
   */
  static ReportFormat parse(String text, boolean ofList) {
    String given = text.strip().toLowerCase(Locale.ROOT);
    List<String> ids = new ArrayList<>();
    ReportFormat found = null;
    for (ReportFormat format : values()) {
      boolean fits = ofList ? format.list : format.report;
      if (fits) {
        ids.add(format.id());
      }
      found = format.id().equals(given) || format.also.contains(given) ? format : found;
    }
    if (found != null && (ofList ? found.list : found.report)) {
      return found;
    }
    String trouble =
        found == null
            ? "is no format" + NearMiss.of(text, ids)
            : ofList ? "is no form of a list" : "is for a list only (--list)";
    throw new UsageError(
        "--format: '" + text + "' " + trouble + "; there are " + String.join(", ", ids));
  }
}
