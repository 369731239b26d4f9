package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The rows of a table. */
final class CsvFormat extends LogFormat {

  private final CsvTable table;
  private final RecordDates dates;

  CsvFormat(CsvTable table, RecordDates dates) {
    super("csv", "CSV");
    this.table = table;
    this.dates = dates;
  }

  @Override
  boolean begins(Cursor line, Head head) {
    head.timed = false;
    head.messageFrom = line.at();
    return !line.isAtEnd();
  }

  @Override
  boolean isTimedByHead() {
    return false;
  }

  @Override
  void parse(EventBytes event, Head head, ParsedEvent target) {
    ObjectNode row = table.row(event.bytes(), 0, event.firstLineEnd());
    if (row != null) {
      JsonFormat.read(row, null, dates, target);
    }
  }
}
