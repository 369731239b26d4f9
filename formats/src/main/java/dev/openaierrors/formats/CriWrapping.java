package dev.openaierrors.formats;

/** Kubernetes' container runtimes: {@code 2016-10-06T00:17:09.669794202Z stdout F text}. */
final class CriWrapping extends Wrapping {

  CriWrapping() {
    super("cri", "Kubernetes CRI");
  }

  @Override
  boolean hidesWords() {
    return false;
  }

  @Override
  boolean unwrap(Cursor line, Unwrapped target) {
    Head head = target.parts.head;
    head.clear();
    if (!Cursor.isDigit(line.peek()) || !Times.dateTime(line, head) || !line.skip(' ')) {
      return false;
    }
    String key = line.startsWith("stdout ") ? "stdout" : line.startsWith("stderr ") ? "stderr" : "";
    if (key.isEmpty()) {
      return false;
    }
    line.to(line.at() + key.length() + 1);
    boolean partial = line.peek() == 'P';
    if (!partial && line.peek() != 'F') {
      return false;
    }
    line.word();
    line.skip(' ');
    target.set(line.bytes(), line.at(), line.end());
    target.key = key;
    target.partial = partial;
    head.timed = true;
    return true;
  }
}
