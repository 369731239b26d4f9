package dev.openaierrors.error;

import java.util.HashSet;
import java.util.Set;

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

  private static final Set<String> ORDINARY_GRAMS = ordinaryGrams();

  private Anchors() {}

  private static Set<String> ordinaryGrams() {
    Set<String> grams = new HashSet<>();
    for (int begin = 0; begin + AnchorScan.GRAM <= ORDINARY.length(); begin++) {
      grams.add(ORDINARY.substring(begin, begin + AnchorScan.GRAM));
    }
    return grams;
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
    for (int at = 0; at < phrase.length(); at++) {
      if (phrase.charAt(at) == ' ') {
        add(2, at - AnchorScan.WINDOW + 1, at, ofPieces);
      }
      int end = at + AnchorScan.GRAM;
      if (end <= phrase.length() && ORDINARY_GRAMS.contains(phrase.substring(at, end))) {
        add(3, end - AnchorScan.WINDOW, at, ofPieces);
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
