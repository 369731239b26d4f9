package dev.openaierrors.error;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

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

  private static final Set<String> ORDINARY_GRAMS = Set.copyOf(pieces(ORDINARY, AnchorScan.GRAM));

  private Anchors() {}

  /**
   * The piece, of the length of all anchors, that stands for the phrase.
   *
   * @throws IllegalArgumentException if the phrase is shorter than that
   */
  static String of(String phrase) {
    return pieces(phrase, AnchorScan.WINDOW).stream()
        // The later one of equals: sentences begin alike and end differently.
        .reduce((a, b) -> ordinariness(b) <= ordinariness(a) ? b : a)
        .orElseThrow(() -> new IllegalArgumentException("'" + phrase + "' is too short"));
  }

  /** A blank counts, too: where a text has a line end instead, the anchor would be missed. */
  private static long ordinariness(String anchor) {
    long blanks = anchor.chars().filter(c -> c == ' ').count();
    long shared = pieces(anchor, AnchorScan.GRAM).stream().filter(ORDINARY_GRAMS::contains).count();
    return 3L * shared + 2L * blanks;
  }

  private static List<String> pieces(String text, int length) {
    return IntStream.rangeClosed(0, text.length() - length)
        .mapToObj(begin -> text.substring(begin, begin + length))
        .toList();
  }
}
