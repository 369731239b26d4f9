package dev.openaierrors.delivery;

/** Text that Slack shows as it is: it calls nobody and is no markup of Slack's. */
final class SlackText {

  // Nothing that is seen, but the word is no longer one that Slack knows.
  private static final String BREAK = "\u200b";

  private SlackText() {}

  /** The text, escaped, at most {@code most} characters long then. */
  static String of(String text, int most) {
    StringBuilder escaped = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      String next = escape(point);
      at += Character.charCount(point);
      boolean fits = escaped.length() + next.length() + (at < text.length() ? 1 : 0) <= most;
      if (!fits) {
        return escaped.append('…').toString();
      }
      escaped.append(next);
    }
    return escaped.toString();
  }

  private static String escape(int point) {
    return switch (point) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '@' -> "@" + BREAK;
      default -> Character.toString(point);
    };
  }
}
