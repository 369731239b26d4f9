package dev.openaierrors.formats;

/**
 * java.util.logging, two lines to a head: {@code Nov 23, 2026 5:32:20 AM c.a.A call} and {@code
 * SEVERE: text}.
 */
final class JulFormat extends TextFormat {

  private static final int LONGEST_LEVEL = 20;

  JulFormat() {
    super("jul", "java.util.logging");
  }

  @Override
  boolean begins(Cursor c, Head h) {
    if (!Times.american(c, h) || !c.blanks()) {
      return false;
    }
    h.loggerFrom = c.at();
    h.loggerTo = c.end();
    if (c.word()) {
      h.loggerTo = c.at();
    }
    h.messageFrom = c.end();
    return true;
  }

  @Override
  void parse(EventBytes event, Head head, ParsedEvent target) {
    super.parse(event, head, target);
    int begin = Math.min(event.firstLineEnd() + 1, event.end());
    String text = event.decode(begin, event.end());
    int colon = text.indexOf(": ");
    // The names of months are the same in several languages, those of levels are not.
    target.level =
        colon < 0 || colon > LONGEST_LEVEL ? null : LevelNames.ofName(text.substring(0, colon));
    target.messageAndTrace(target.level == null ? text : text.substring(colon + 2));
  }
}
