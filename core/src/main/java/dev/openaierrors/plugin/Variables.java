package dev.openaierrors.plugin;

import org.jspecify.annotations.Nullable;

/** Variables in a configuration that the framework did not find. */
final class Variables {

  private static final String UNDEFINED = "_IS_UNDEFINED";
  private static final String OPEN = "${";
  // Behind a colon, what stands in for a variable that is not there: it may be a secret.
  private static final char DEFAULT = '-';
  private static final int LONGEST = 60;

  private Variables() {}

  /**
   * The name of a variable that was not found, as either framework leaves it in a text: Logback
   * writes {@code NAME_IS_UNDEFINED}, Log4j leaves {@code ${env:NAME}}. Null if there is none.
   *
   * <p>Never more than a name, since what is around it may be a secret.
   */
  static @Nullable String unset(String text) {
    int end = text.indexOf(UNDEFINED);
    if (end > 0) {
      int start = end;
      while (start > 0 && end - start < LONGEST && isNamePart(text.charAt(start - 1))) {
        start--;
      }
      return text.substring(start, end);
    }
    int open = text.indexOf(OPEN);
    return open < 0 ? null : name(text, open + OPEN.length());
  }

  /** Behind the lookup that was to find it, as {@code env:}. */
  private static String name(String text, int from) {
    int start = from;
    int end = from;
    while (end < text.length() && end - start < LONGEST) {
      char c = text.charAt(end);
      if (c == ':'
          && start == from
          && end + 1 < text.length()
          && isNamePart(text.charAt(end + 1))
          && text.charAt(end + 1) != DEFAULT) {
        start = end + 1;
      } else if (!isNamePart(c)) {
        break;
      }
      end++;
    }
    return text.substring(start, end);
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '.'
        || c == '-';
  }
}
