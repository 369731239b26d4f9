package dev.openaierrors.formats;

/** {@code journalctl -o short-iso}: {@code 2026-05-04T10:03:21+0200 host app[4711]: text}. */
final class JournalIsoWrapping extends Wrapping {

  JournalIsoWrapping() {
    super("journal-iso", "journalctl -o short-iso");
  }

  @Override
  boolean hidesWords() {
    return false;
  }

  @Override
  boolean unwrap(Cursor line, Unwrapped target) {
    Head head = target.parts.head;
    head.clear();
    if (!Cursor.isDigit(line.peek()) || !Times.dateTime(line, head) || !head.zoned) {
      return false;
    }
    if (!line.skip(' ') || !SyslogText.hostAndTag(line, target, true)) {
      return false;
    }
    head.timed = true;
    return true;
  }
}
