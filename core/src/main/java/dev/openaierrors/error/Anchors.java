package dev.openaierrors.error;

/**
 * Chooses the piece of a phrase that stands for it in the gate: the one least met elsewhere, so
 * that few texts without an error are analysed for nothing.
 */
final class Anchors {

  // Open addressing, by numbers of six characters each: a set of strings takes ten times as long to
  // ask, at the start of every service.
  private static final int TABLE_LOG = 13;

  private static final long[] ORDINARY_GRAMS = ordinaryGrams();

  private Anchors() {}

  private static long[] ordinaryGrams() {
    long[] table = new long[1 << TABLE_LOG];
    long gram = 0;
    for (int i = 0; i < OrdinaryWords.TEXT.length(); i++) {
      gram = next(gram, OrdinaryWords.TEXT.charAt(i));
      if (i >= AnchorScan.GRAM - 1) {
        table[place(gram, table)] = gram;
      }
    }
    return table;
  }

  /** The last characters, each in a byte: phrases have few that are not ASCII. */
  private static long next(long gram, char c) {
    return gram >>> Byte.SIZE | (long) (c & 0xff) << (Byte.SIZE * (AnchorScan.GRAM - 1));
  }

  /** Where the gram is, or would be; there is always a free place. */
  private static int place(long gram, long[] table) {
    int place = (int) ((gram * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - TABLE_LOG));
    while (table[place] != 0 && table[place] != gram) {
      place = (place + 1) % table.length;
    }
    return place;
  }

  /**
   * The piece, of the length of all anchors, that stands for the phrase.
   *
   * @throws IllegalArgumentException if the phrase is shorter than that
   */
  static String of(String phrase) {
    if (phrase.length() < AnchorScan.WINDOW) {
      throw new IllegalArgumentException("'" + phrase + "' is too short");
    }
    int[] ordinariness = ordinariness(phrase);
    int best = 0;
    for (int begin = 1; begin < ordinariness.length; begin++) {
      // The later one of equals: sentences begin alike and end differently.
      best = ordinariness[begin] <= ordinariness[best] ? begin : best;
    }
    return phrase.substring(best, best + AnchorScan.WINDOW);
  }

  /**
   * Of each piece. A blank counts, too: where a text has a line end instead, it would be missed.
   */
  private static int[] ordinariness(String phrase) {
    int[] ofPieces = new int[phrase.length() - AnchorScan.WINDOW + 1];
    long gram = 0;
    for (int at = 0; at < phrase.length(); at++) {
      char c = phrase.charAt(at);
      if (c == ' ') {
        add(2, at - AnchorScan.WINDOW + 1, at, ofPieces);
      }
      gram = next(gram, c);
      int begin = at - AnchorScan.GRAM + 1;
      if (begin >= 0 && ORDINARY_GRAMS[place(gram, ORDINARY_GRAMS)] != 0) {
        add(3, at - AnchorScan.WINDOW + 1, begin, ofPieces);
      }
    }
    return ofPieces;
  }

  private static void add(int count, int first, int last, int[] ofPieces) {
    for (int i = Math.max(0, first); i <= last && i < ofPieces.length; i++) {
      ofPieces[i] += count;
    }
  }
}
