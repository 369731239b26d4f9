package dev.openaierrors.formats;

/** {@code journalctl -o short-iso}: {@code 2026-05-04T10:03:21+0200 host app[4711]: text}. */
final class JournalIsoWrapping extends Wrapping {

  JournalIsoWrapping() {
    super("journal-iso", "journalctl -o short-iso");
  }

  @Override
  boolean unwrap(Cursor line, Unwrapped target) {
    Head head = new Head();
    head.clear();
    if (!Cursor.isDigit(line.peek()) || !Times.dateTime(line, head) || !head.zoned) {
      return false;
    }
    if (!line.skip(' ') || !SyslogText.hostAndTag(line, target) || target.key.indexOf('[') < 0) {
      return false;
    }
    target.time = head.time();
    return true;
  }
}
