package dev.openaierrors.formats;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Home Assistant's page of what was logged, as it is copied: who logged it stands some lines above
 * the messages, behind {@code Logger:} in every language.
 */
final class SystemLogCard {

  private static final String LOGGER = "Logger: ";
  private static final int MOST = 2048;

  private SystemLogCard() {}

  /** Who logged the message that begins there; null if that does not stand above it. */
  static @Nullable String logger(byte[] bytes, int from) {
    int least = Math.max(0, from - MOST);
    int start = from;
    while (start > least) {
      start = LogBytes.lineStart(bytes, start - 1, least);
      Cursor line = new Cursor().on(bytes, start, LogBytes.lineEnd(bytes, start, from));
      if (line.skip(LOGGER)) {
        String name =
            new String(bytes, line.at(), line.end() - line.at(), StandardCharsets.UTF_8).strip();
        return Words.isLogger(name) ? name : null;
      }
    }
    return null;
  }
}
