package dev.openaierrors.analyzer.format;

/** How the events of a log look: where one begins, and what its parts are. Stateless. */
public abstract class LogFormat {

  static final String DIGITS = "0123456789";

  /** For a format whose events may begin with anything. */
  static final String ANY = "";

  private final String id;
  private final String title;
  private final String firstBytes;

  LogFormat(String id, String title, String firstBytes) {
    this.id = id;
    this.title = title;
    this.firstBytes = firstBytes;
  }

  /** The name by which a user asks for it. */
  public final String id() {
    return id;
  }

  /** What it is, in a few words. */
  public final String title() {
    return title;
  }

  /** ASCII characters of which the first of an event is one; empty if it may be any byte. */
  final String firstBytes() {
    return firstBytes;
  }

  /** Whether an event may begin with this byte. */
  final boolean mayBegin(byte b) {
    return firstBytes.isEmpty() || firstBytes.indexOf(b) >= 0;
  }

  /** Whether an event begins with this line; if it does, its parts are in {@code head}. */
  abstract boolean begins(Cursor line, Head head);

  /** Whether the times of its events have no date. */
  boolean hasTimeOnly() {
    return false;
  }

  /** Whether an event that begins so was logged below INFO, as far as that is cheap to see. */
  boolean isBelowInfo(byte[] bytes, int from, int to, Head head) {
    return Levels.isBelowInfo(head.level);
  }

  /**
   * Whether an event that is no longer than this line was logged at INFO and has no throwable;
   * false where that is not certain.
   */
  boolean isRoutine(LogBytes log, int from, int to, Head head) {
    return "INFO".equals(head.level);
  }

  /** The event that begins with this head. */
  abstract void parse(EventBytes event, Head head, ParsedEvent target);
}
