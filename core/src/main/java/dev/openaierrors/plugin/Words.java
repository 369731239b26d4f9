package dev.openaierrors.plugin;

import dev.openaierrors.error.Printable;
import dev.openaierrors.error.Redactor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists of words in a configuration: splitting them, and guessing what a misspelt one meant. */
final class Words {

  private static final int LONGEST = 60;
  private static final int LONGEST_QUOTED = 120;

  private Words() {}

  /** Splits at commas and white space; empty words are dropped. */
  static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.strip().split("[,\\s]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** "did you mean 'x'? " when a known word is near, and the known words. */
  static String advice(String word, Collection<String> known) {
    String near = nearest(word, known);
    String guess = near == null ? "" : "did you mean '" + near + "'? ";
    return guess + "Known: " + String.join(", ", known);
  }

  /** The known word with the fewest typing errors in {@code word}; null if none is near. */
  static @Nullable String nearest(String word, Collection<String> known) {
    String wanted = normal(word);
    String best = null;
    int fewest = Math.max(1, wanted.length() / 3) + 1;
    for (String candidate : known) {
      int distance = distance(wanted, normal(candidate), fewest);
      if (distance < fewest) {
        fewest = distance;
        best = candidate;
      }
    }
    return best;
  }

  /** Text of a configuration, fit to be repeated in a message: short, and of what can be seen. */
  static String quote(String text) {
    // Somebody may have put a key where a word belongs.
    String redacted = Redactor.clean(Printable.beginning(text, LONGEST), LONGEST_QUOTED);
    return "'" + Objects.requireNonNullElse(redacted, "") + "'";
  }

  /** Whether it is a letter or a digit of ASCII. */
  static boolean isPlain(int c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }

  /** A name of several words, with hyphens and without capitals: {@code min-severity}. */
  static String hyphened(String name) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isCapital = c >= 'A' && c <= 'Z';
      out.append(isCapital ? "-" : "").append(isCapital ? (char) (c - 'A' + 'a') : c);
    }
    return out.toString();
  }

  private static String normal(String word) {
    String shortened = word.length() > 60 ? word.substring(0, 60) : word;
    return shortened.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /** Levenshtein distance, adjacent letters swapped counting as one error. */
  private static int distance(String a, String b, int enough) {
    if (Math.abs(a.length() - b.length()) >= enough) {
      return enough;
    }
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        d[i][j] = swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
      }
    }
    return d[a.length()][b.length()];
  }
}
