package dev.openaierrors.formats;

/** {@code docker compose logs}: {@code shop-1 | text}. */
final class ComposeWrapping extends Wrapping {

  private static final int LONGEST_NAME = 80;

  ComposeWrapping() {
    super("compose", "docker compose logs");
  }

  @Override
  boolean hidesWords() {
    return false;
  }

  @Override
  boolean isConstant() {
    return true;
  }

  @Override
  boolean unwrap(Cursor line, Unwrapped target) {
    int begin = line.at();
    while (line.at() - begin < LONGEST_NAME && isOfName(line.peek())) {
      line.to(line.at() + 1);
    }
    int end = line.at();
    if (end == begin || Cursor.isDigit(line.bytes()[begin])) {
      return false;
    }
    if (!line.blanks() || !line.skip('|')) {
      return false;
    }
    line.skip(' ');
    target.set(line.bytes(), line.at(), line.end());
    target.parts.name(line.bytes(), begin, end);
    return true;
  }

  private static boolean isOfName(int b) {
    return b == '-' || b == '_' || b == '.' || (b > 0 && Character.isLetterOrDigit(b));
  }
}
