package dev.openaierrors.analyzer;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.IntStream;

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

  /**
   * Letters to change, to add, to leave out or to swap with the next; none where one is a whole
   * word of the other.
   */
  private static int distance(String given, String known) {
    String own = known.toLowerCase(Locale.ROOT);
    if (given.length() > 3 && ("_" + own + "_").contains("_" + given + "_")) {
      return 0;
    }
    int[] beforeLast = new int[own.length() + 1];
    int[] last = IntStream.rangeClosed(0, own.length()).toArray();
    for (int i = 1; i <= given.length(); i++) {
      int[] row = new int[own.length() + 1];
      row[0] = i;
      for (int j = 1; j <= own.length(); j++) {
        int change = last[j - 1] + (given.charAt(i - 1) == own.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(last[j], row[j - 1]));
        if (isSwapped(given, i, own, j)) {
          row[j] = Math.min(row[j], 1 + beforeLast[j - 2]);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[own.length()];
  }

  private static boolean isSwapped(String given, int i, String own, int j) {
    return i > 1
        && j > 1
        && given.charAt(i - 1) == own.charAt(j - 2)
        && given.charAt(i - 2) == own.charAt(j - 1);
  }
}
