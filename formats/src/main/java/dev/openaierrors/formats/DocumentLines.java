package dev.openaierrors.formats;

import java.io.InputStream;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How lines are made of a document.
 *
 * @param title what it is, in words
 * @param maker makes of a document a stream of its events, each a line
 * @param change does the same, where that takes no more and no fewer bytes; null otherwise
 */
record DocumentLines(
    String title, UnaryOperator<InputStream> maker, @Nullable Supplier<ByteChange> change) {

  /** By other bytes. */
  static DocumentLines rewritten(String title, UnaryOperator<InputStream> maker) {
    return new DocumentLines(title, maker, null);
  }

  /** In place. */
  static DocumentLines changed(String title, Supplier<ByteChange> change) {
    return new DocumentLines(title, in -> new ChangedInput(in, change.get()), change);
  }
}
