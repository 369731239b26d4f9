package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a table with a line of text each. */
final class CsvTextWrapping extends RecordWrapping {

  private final CsvTable table;

  CsvTextWrapping(CsvTable table) {
    this(table, false, RecordDates.UNKNOWN);
  }

  private CsvTextWrapping(CsvTable table, boolean newestFirst, RecordDates dates) {
    super("csv-text", "text in CSV", newestFirst, dates);
    this.table = table;
  }

  @Override
  RecordWrapping of(List<byte[]> lines, boolean back, RecordDates dates) {
    return new CsvTextWrapping(table, back, dates);
  }

  @Override
  @Nullable ObjectNode record(Cursor line) {
    return table.row(line.bytes(), line.at(), line.end());
  }
}
