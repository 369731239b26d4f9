package dev.openaierrors.formats;

/** The time that ends a line. */
final class LastTime {

  private static final int LONGEST = 36;
  private static final int SHORTEST = 8;

  private LastTime() {}

  /** Reads it; false if the line does not end with one. */
  static boolean read(Cursor c, Head h) {
    int begin = c.at();
    int end = c.end();
    byte[] bytes = c.bytes();
    int stop = end;
    while (stop > begin
        && (bytes[stop - 1] == ' ' || bytes[stop - 1] == ']' || bytes[stop - 1] == ')')) {
      stop--;
    }
    c.on(bytes, begin, stop);
    boolean found = false;
    for (int at = Math.max(begin + 1, stop - LONGEST); at <= stop - SHORTEST && !found; at++) {
      byte before = bytes[at - 1];
      if (before == ' ' || before == '[' || before == '(' || before == '\t') {
        c.to(at);
        found = TimeShape.ISO.reads(c, h) && c.isAtEnd();
      }
    }
    if (!found) {
      h.noTime();
    }
    c.on(bytes, begin, end);
    return found;
  }
}
