package dev.openaierrors.formats;

/** Syslog of RFC 3164, and journalctl: {@code May 4 10:03:21 host app[4711]: text}. */
final class OldSyslogWrapping extends Wrapping {

  OldSyslogWrapping() {
    super("syslog-3164", "syslog (RFC 3164), journalctl");
  }

  @Override
  boolean hidesWords() {
    return false;
  }

  @Override
  boolean unwrap(Cursor line, Unwrapped target) {
    int priority = -1;
    if (line.skip('<')) {
      priority = line.number(1, 3);
      line.skip('>');
    }
    Head head = target.parts.head;
    head.clear();
    if (!Times.syslog(line, head)
        || !line.blanks()
        || !SyslogText.hostAndTag(line, target, false)) {
      return false;
    }
    head.timed = true;
    target.level = priority < 0 ? null : Levels.ofSyslog(priority & 7);
    return true;
  }
}
