package dev.openaierrors.formats;

import java.nio.charset.StandardCharsets;

/** The line of a service, in its own layout, that is the message of an object or a row. */
final class InnerText {

  private InnerText() {}

  /** Takes from it what nothing around it says: its level, and who logged it. */
  static void complete(ParsedEvent event) {
    String text = event.level == null ? event.words().strip() : "";
    LogFormat layout = text.isEmpty() ? null : LayoutFinder.layoutOf(text);
    if (layout == null) {
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Head head = new Head();
    head.clear();
    int end = Math.min(LogBytes.lineEnd(bytes, 0, bytes.length), Head.BYTES);
    if (layout.begins(new Cursor().on(bytes, 0, end), head) && head.level != null) {
      ParsedEvent inside = new ParsedEvent();
      layout.parse(new EventBytes().of(bytes, 0, bytes.length), head, inside);
      take(inside, text, event);
    }
  }

  private static void take(ParsedEvent inside, String text, ParsedEvent event) {
    event.level = inside.level;
    event.thread = event.thread == null ? inside.thread : event.thread;
    String logger = inside.logger;
    boolean sure =
        logger != null && (Words.isLogger(logger) || text.contains(" in " + logger + ":"));
    event.logger = event.logger == null && sure ? logger : event.logger;
  }
}
