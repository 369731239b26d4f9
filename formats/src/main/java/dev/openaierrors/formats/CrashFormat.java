package dev.openaierrors.formats;

/**
 * What a runtime prints of what nobody caught, between the events of any log: it says no level and
 * does not go on with the event above it.
 */
final class CrashFormat extends TextFormat {

  private static final String[] BEGINS = {
    "Exception in thread \"",
    "Unhandled exception",
    "Unhandled Exception",
    "Uncaught exception",
    "Uncaught Exception",
    "UnhandledPromiseRejection",
    "PHP Fatal error: ",
    "Fatal error: Uncaught ",
    "panic: ",
    "terminate called after "
  };
  private static final String RUST = "thread '";
  private static final String PANICKED = "' panicked at";
  private static final int LONGEST_NAME = 80;

  CrashFormat() {
    super("crash", "a runtime's own words");
  }

  @Override
  boolean begins(Cursor c, Head h) {
    h.noTime();
    h.messageFrom = c.at();
    int first = c.peek();
    if (first == 't' && c.startsWith(RUST)) {
      return isPanic(c);
    }
    if (first == 'E'
        || first == 'U'
        || first == 'P'
        || first == 'F'
        || first == 'p'
        || first == 't') {
      for (String begin : BEGINS) {
        if (c.startsWith(begin)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isPanic(Cursor c) {
    int limit = Math.min(c.end(), c.at() + LONGEST_NAME);
    for (int at = c.at() + RUST.length(); at < limit; at++) {
      if (c.bytes()[at] == '\'') {
        return c.to(at).startsWith(PANICKED);
      }
    }
    return false;
  }
}
