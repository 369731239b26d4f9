package dev.openaierrors.analyzer;

import java.util.Collection;
import java.util.Locale;

/** What somebody may have meant by a word that is not known. */
final class NearMiss {

  private static final int LONGEST = 40;

  private NearMiss() {}

  /**
   * A question that goes on behind a complaint, such as {@code ; did you mean insufficient_quota?};
   * empty if nothing is near.
   */
  static String of(String word, Collection<String> known) {
    String given = word.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    String nearest = "";
    int least = Integer.MAX_VALUE;
    for (String one : known) {
      int distance = given.length() > LONGEST ? least : distance(given, one);
      if (distance < least) {
        least = distance;
        nearest = one;
      }
    }
    return least <= Math.max(1, given.length() / 3) ? "; did you mean " + nearest + "?" : "";
  }

  /** Letters to change, to add or to leave out; none where one is a whole word of the other. */
  private static int distance(String given, String known) {
    String own = known.toLowerCase(Locale.ROOT);
    if (given.length() > 3 && ("_" + own + "_").contains("_" + given + "_")) {
      return 0;
    }
    int[] row = new int[own.length() + 1];
    for (int j = 0; j <= own.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= given.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= own.length(); j++) {
        int change = diagonal + (given.charAt(i - 1) == own.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[own.length()];
  }
}
