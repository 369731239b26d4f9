package dev.openaierrors.formats;

import org.jspecify.annotations.Nullable;

/** Lines in the order that a sample of them showed. */
final class LayoutFormat extends TextFormat {

  private static final int LONGEST_LOGGER = 120;

  private final Layout layout;

  LayoutFormat(Layout layout) {
    super("dated", title(layout));
    this.layout = layout;
  }

  private static String title(Layout layout) {
    if (layout.timeLast()) {
      return "lines that end with a time";
    }
    if (layout.shape() == TimeShape.NONE) {
      return "lines that begin with a level";
    }
    return layout.prefix().isEmpty() ? "lines that begin with a time" : "lines with a time";
  }

  Layout layout() {
    return layout;
  }

  @Override
  boolean hasTimeOnly() {
    return layout.shape() == TimeShape.TIME_ONLY;
  }

  @Override
  boolean begins(Cursor c, Head h) {
    int begin = c.at();
    HeadFields fields = new HeadFields();
    if (!fields.read(c, h, layout.shape())
        || fields.opened != layout.opened()
        || !fields.hasPrefix(layout.prefix())) {
      return false;
    }
    if (layout.shape() == TimeShape.NONE && !fields.beginsWithLevel()) {
      return false;
    }
    int count = common(fields);
    for (int i = 0; i < count && h.level == null; i++) {
      h.level = fields.level(i);
    }
    if (h.level == null) {
      h.level = ofPhp(c.to(fields.start));
    }
    if (h.level == null && layout.hasLevel() && fields.style != layout.style()) {
      // Another one's time, in a message that goes on.
      return false;
    }
    h.messageFrom = message(c, fields, count);
    if (layout.thread() >= 0 && layout.thread() < count) {
      h.threadFrom = fields.from(layout.thread());
      h.threadTo = fields.to(layout.thread());
    }
    for (int i = 0; i < count && h.threadTo == 0; i++) {
      int end = fields.nameTo(c, i);
      if (end > fields.from(i) && c.bytes()[end] == '/') {
        // A game's {@code [Server thread/ERROR]}.
        h.threadFrom = fields.from(i);
        h.threadTo = end;
      }
    }
    logger(c, h, fields, count);
    if (layout.timeLast()) {
      LastTime.read(c.on(c.bytes(), begin, c.end()), h);
    }
    return true;
  }

  /** PHP says it in the message. */
  private static @Nullable String ofPhp(Cursor c) {
    if (!c.skip("PHP ")) {
      return null;
    }
    boolean worst = c.startsWith("Fatal error:") || c.startsWith("Parse error:");
    return worst ? "ERROR" : c.startsWith("Warning:") ? "WARN" : c.find(':') ? Levels.INFO : null;
  }

  /** A word that no bracket is around may be the message's: it belongs to both. */
  private static int message(Cursor c, HeadFields fields, int count) {
    if (count == fields.before) {
      return fields.start;
    }
    int last = count - 1;
    boolean bare =
        fields.type(last) == HeadFields.WORD
            || (fields.type(last) == HeadFields.NAME && fields.end(last) == ':');
    boolean both = bare && !Words.isPlace(c.text(fields.from(last), fields.to(last)));
    return both ? fields.from(last) : fields.behind(last);
  }

  /** How many of the layout's fields this line has. */
  private int common(HeadFields fields) {
    int i = fields.before;
    int most = Math.min(fields.count(), layout.fields());
    while (i < most && layout.suffix().charAt(i - fields.before) == fields.type(i)) {
      i++;
    }
    return i;
  }

  private void logger(Cursor c, Head h, HeadFields fields, int count) {
    if (layout.twoLines()) {
      h.loggerFrom = fields.start;
      h.loggerTo = c.to(fields.start).word() ? c.at() : fields.start;
      h.messageFrom = c.end();
      return;
    }
    if (layout.logger() >= 0) {
      int place = layout.logger();
      if (place < count) {
        boolean other = place + 1 < fields.count() && isVersion(c, fields, place);
        place += other ? 1 : 0;
        h.loggerFrom = fields.from(place);
        h.loggerTo = fields.to(place);
        h.messageFrom = other ? Math.max(h.messageFrom, fields.behind(place)) : h.messageFrom;
      }
      return;
    }
    if (layout.loggerPlace() == Layout.LoggerPlace.AT_LEVEL) {
      for (int i = 0; i < count; i++) {
        int end = fields.nameTo(c, i);
        if (end > fields.from(i) && c.bytes()[end] != '/') {
          h.loggerFrom = fields.from(i);
          h.loggerTo = end;
        }
      }
      return;
    }
    boolean untimed = layout.shape() == TimeShape.NONE;
    if (untimed || layout.loggerPlace() == Layout.LoggerPlace.BRACKETS) {
      int place = bracketed(c, fields);
      if (place >= 0 && (!untimed || place == count)) {
        h.loggerFrom = fields.from(place);
        h.loggerTo = fields.to(place);
        h.messageFrom = fields.behind(place);
      }
    }
  }

  /**
   * Whether a version stands in brackets before those of the logger, as where something is wrong.
   */
  private static boolean isVersion(Cursor c, HeadFields fields, int place) {
    return fields.type(place) == '['
        && fields.type(place + 1) == '['
        && Words.isVersion(c.text(fields.from(place), fields.to(place)))
        && Words.isLogger(c.text(fields.from(place + 1), fields.to(place + 1)));
  }

  /** The first field in brackets that is a logger's name; -1 if none is. */
  static int bracketed(Cursor c, HeadFields fields) {
    for (int i = fields.before; i < fields.count(); i++) {
      if (fields.type(i) == '[' && Words.isLogger(c.text(fields.from(i), fields.to(i)))) {
        return i;
      }
    }
    return -1;
  }

  @Override
  void parse(EventBytes event, Head head, ParsedEvent target) {
    super.parse(event, head, target);
    if (target.logger != null) {
      target.logger = Words.loggerOnly(target.logger);
    }
    if (layout.loggerPlace() == Layout.LoggerPlace.LINE_END) {
      target.logger = loggerAtEnd(event.decode(0, event.firstLineEnd()));
    }
    if (layout.timeLast()) {
      head.noTime();
      LastTime.read(new Cursor().on(event.bytes(), 0, event.firstLineEnd()), head);
      target.time = head.time();
    }
    if (layout.twoLines()) {
      secondLine(event, target);
    }
  }

  /** The level and the message stand there. */
  static void secondLine(EventBytes event, ParsedEvent target) {
    int begin = Math.min(event.firstLineEnd() + 1, event.end());
    int colon = levelEnd(event.bytes(), begin, event.end());
    String level =
        colon < 0
            ? null
            : LevelNames.of(new Cursor().on(event.bytes(), begin, colon), begin, colon, true);
    target.level = level;
    target.messageAndTrace(
        level == null ? event.decode(begin, event.end()) : event.decode(colon + 2, event.end()));
  }

  /** Where the colon of a line stands that begins with a level; -1 if there is none. */
  static int levelEnd(byte[] bytes, int from, int to) {
    int limit = Math.min(to, from + 40);
    for (int i = from; i + 1 < limit && bytes[i] != '\n'; i++) {
      if (bytes[i] == ':' && bytes[i + 1] == ' ') {
        return i;
      }
    }
    return -1;
  }

  /** The name in {@code text (c.a.Chat:42)}; null if there is none. */
  static @Nullable String loggerAtEnd(String line) {
    int end = line.length() - 1;
    int begin = line.lastIndexOf('(');
    if (begin < 0 || line.charAt(end) != ')' || end - begin > LONGEST_LOGGER) {
      return null;
    }
    String name = line.substring(begin + 1, end);
    return Words.of(name) == Words.LOGGER ? Words.loggerOnly(name) : null;
  }
}
