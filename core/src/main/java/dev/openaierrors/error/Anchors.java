package dev.openaierrors.error;

/**
 * Chooses the piece of a phrase that stands for it in the gate: the one least met elsewhere, so
 * that few texts without an error are analysed for nothing.
 */
final class Anchors {

  /** What ordinary log lines are made of. */
  private static final String ORDINARY =
      """
       request requests response responses server service unavailable error calling message messages \
      exception runtimeexception current currently exceeded limit limits limit reached token tokens \
      access denied account invalid missing parameter value provided please not found is not \
      does not could not has been must be the for the of the supported unsupported not supported \
      connection timeout timed out internal server error permission organization authorization \
      authentication header subscription insufficient maximum length content number failed \
      while processing your you with because already expired closed process deployment context \
      completion version configuration parse rate limit deactivated upstream gateway not authorized \
      too large violation of unrecognized com.openai invalid_type _error _not_found _exceeded _request \
      """;

  // Open addressing, by numbers of six characters each: a set of strings takes ten times as long to
  // ask, at the start of every service.
  private static final int TABLE_LOG = 11;

  private static final long[] ORDINARY_GRAMS = ordinaryGrams();

  private Anchors() {}

  private static long[] ordinaryGrams() {
    long[] table = new long[1 << TABLE_LOG];
    long gram = 0;
    for (int i = 0; i < ORDINARY.length(); i++) {
      gram = next(gram, ORDINARY.charAt(i));
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
