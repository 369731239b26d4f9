package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Rows of a table with a line of text each. */
final class CsvTextWrapping extends RecordWrapping {

  private final CsvTable table;

  CsvTextWrapping(CsvTable table, boolean newestFirst) {
    super("csv-text", "text in CSV", newestFirst);
    this.table = table;
  }

  @Override
  Wrapping newestFirst() {
    return new CsvTextWrapping(table, true);
  }

  @Override
  @Nullable ObjectNode record(Cursor line) {
    return table.row(line.bytes(), line.at(), line.end());
  }
}
