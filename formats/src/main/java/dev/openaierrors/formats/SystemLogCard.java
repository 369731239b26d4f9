package dev.openaierrors.formats;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Home Assistant's page of what was logged, as it is copied: who logged it stands some lines above
 * the messages, and below that the place in the code. What these are called depends on the language
 * of the page.
 */
final class SystemLogCard {

  private static final String LOGGER = "Logger: ";
  private static final String CODE = ".py:";
  private static final int MOST = 2048;
  private static final int LONGEST_LABEL = 48;

  private SystemLogCard() {}

  /** Who logged the message that begins there; null if that does not stand above it. */
  static @Nullable String logger(byte[] bytes, int from) {
    int least = Math.max(0, from - MOST);
    int start = from;
    boolean code = false;
    while (start > least) {
      start = LogBytes.lineStart(bytes, start - 1, least);
      int end = LogBytes.lineEnd(bytes, start, from);
      String line = new String(bytes, start, end - start, StandardCharsets.UTF_8).strip();
      if (code || line.startsWith(LOGGER)) {
        String name = value(line);
        return name != null && Words.isLogger(name) ? name : null;
      }
      String place = value(line);
      code = place != null && isCode(place);
    }
    return null;
  }

  /** What stands behind a label, whose colon may be a wide one; null if there is no label. */
  private static @Nullable String value(String line) {
    int limit = Math.min(line.length(), LONGEST_LABEL);
    for (int i = 1; i < limit; i++) {
      if (line.charAt(i) == ':' || line.charAt(i) == '\uff1a') {
        return line.substring(i + 1).strip();
      }
    }
    return null;
  }

  /** {@code helpers/entity.py:942}, and nothing else. */
  private static boolean isCode(String text) {
    int at = text.lastIndexOf(CODE);
    int number = at + CODE.length();
    return at > 0
        && text.indexOf(' ') < 0
        && number < text.length()
        && text.chars().skip(number).allMatch(Cursor::isDigit);
  }
}
