package dev.openaierrors.analyzer.report;

/**
 * All files of a report, of which only so many are named.
 *
 * @param files how many there are
 * @param bytes read of them, uncompressed
 * @param failed how many could not be read, or not to their end
 */
public record Totals(long files, long bytes, long failed) {

  /** Of no file. */
  static final Totals NONE = new Totals(0, 0, 0);

  Totals and(long more, boolean hasFailed) {
    return new Totals(files + 1, bytes + more, failed + (hasFailed ? 1 : 0));
  }
}
