package dev.openaierrors.formats;

/** Python's logging without a configuration: {@code ERROR:app.chat:text}. */
final class PythonFormat extends TextFormat {

  PythonFormat() {
    super("python", "Python logging without configuration");
  }

  @Override
  boolean begins(Cursor c, Head h) {
    if (!Levels.read(c, h) || !c.skip(':')) {
      return false;
    }
    h.loggerFrom = c.at();
    while (isOfName(c.peek())) {
      c.to(c.at() + 1);
    }
    h.loggerTo = c.at();
    return h.loggerTo > h.loggerFrom && c.skip(':') && message(c, h);
  }

  private static boolean isOfName(int b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || Cursor.isDigit(b)
        || b == '_'
        || b == '.'
        || b == '-';
  }
}
