package dev.openaierrors.formats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** The line of a service, in its own layout, that is the message of an object or a row. */
final class InnerText {

  private InnerText() {}

  /** Takes from it what nothing around it says: its level, and who logged it. */
  static void complete(ParsedEvent event) {
    String text = event.level == null ? event.words().strip() : "";
    LogFormat layout = text.isEmpty() ? null : layoutOf(text);
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

  /** The layout of a single event, if it has a time and a level; null if it has not. */
  private static @Nullable LogFormat layoutOf(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] line = Arrays.copyOf(bytes, LogBytes.lineEnd(bytes, 0, bytes.length));
    LogFormat known = FormatCount.formatOf(line, new Cursor(), new Head());
    if (known != null) {
      return known instanceof JsonFormat ? null : known;
    }
    HeadFields fields = new HeadFields();
    Head head = new Head();
    head.clear();
    boolean timed = fields.read(new Cursor().on(line, 0, line.length), head, null);
    return timed && fields.hasLevel()
        ? new LayoutFormat(
            new LayoutOf(
                    Collections.nCopies(2, new HeadLine(line, null, fields, head, null, false)))
                .layout())
        : null;
  }
}
