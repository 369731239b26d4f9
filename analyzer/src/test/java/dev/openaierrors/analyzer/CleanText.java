package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

/** What may be shown on a terminal: line feeds, and what can be seen. */
final class CleanText {

  private CleanText() {}

  static void check(String text) {
    int bad =
        text.codePoints()
            .filter(c -> c != '\n' && isUnfit(Character.getType(c)))
            .findFirst()
            .orElse(-1);
    assertThat(bad).as(() -> "U+" + Integer.toHexString(bad)).isEqualTo(-1);
  }

  private static boolean isUnfit(int type) {
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
