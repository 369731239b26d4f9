package dev.openaierrors.delivery;

import dev.openaierrors.error.Redactor;
import java.util.List;
import java.util.Locale;

/** What a server says of its refusal, fit to be told: short, on one line, without secrets. */
final class Reason {

  private static final String CUT = "[…]";
  private static final int LONGEST = 120;
  private static final int LONGEST_READ = 2_048;
  private static final int LONGEST_WORD = 24;
  private static final int SHORTEST_KEY = 12;
  private static final int SHORTEST_SECRET = 4;

  private final List<String> secrets;

  /**
   * For an endpoint with these secrets.
   *
   * @param secrets what the server may repeat and nobody must read
   */
  Reason(List<String> secrets) {
    this.secrets =
        secrets.stream()
            .filter(secret -> secret.length() >= SHORTEST_SECRET)
            .map(secret -> secret.toLowerCase(Locale.ROOT))
            .toList();
  }

  String of(String answer) {
    StringBuilder told = new StringBuilder();
    String redacted = Redactor.clean(answer, LONGEST_READ);
    String plain = redacted == null ? "" : redacted.replace("[redacted]", CUT);
    for (String word : plain.split("[^!-~\u2026]+", -1)) {
      if (told.length() + word.length() >= LONGEST) {
        return told.isEmpty() ? "" : told + " …";
      }
      if (!word.isEmpty()) {
        told.append(told.isEmpty() ? "" : " ").append(isSecret(word) ? CUT : word);
      }
    }
    return told.toString();
  }

  private boolean isSecret(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.contains("://")
        || longestRun(word) > LONGEST_WORD
        || (longestRun(word) >= SHORTEST_KEY && word.chars().anyMatch(Character::isDigit))
        || secrets.stream().anyMatch(lower::contains);
  }

  /** JSON puts many words next to each other; a key is one of them. */
  private static int longestRun(String word) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      run = Character.isLetterOrDigit(c) || "-+/=".indexOf(c) >= 0 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
