package dev.openaierrors.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What speaks for it that a head stands before each line: what the lines are without it. */
final class HeadTrial {

  private static final int QUARTER_HOUR = 900;
  private static final int MINUTE = 60;
  private static final int OF_TEN = 10;
  private static final int MOST_BLANKS = 40;

  private final HeadWrapping wrapping;
  private final int lines;

  /** Lines behind which an event of a known layout begins, but not only by its time. */
  private int events;

  /** Of these, JSON. */
  private int objects;

  /** Lines of which the rest begins with a time, and no more is known of it. */
  private int dated;

  private int agreeing;
  private int disagreeing;

  /** Lines that are part of a stack trace for certain. */
  private int frames;

  /** Lines with nothing behind the head, or what only goes on with others. */
  private int others;

  /** Lines behind which an event of a layout begins that only they show. */
  private int laidOut;

  private final List<byte[]> texts = new ArrayList<>();

  private int fewestBlanks = Integer.MAX_VALUE;
  private int fewestBlanksOfAny = Integer.MAX_VALUE;
  private int firstColumn = -1;
  private boolean oneColumn = true;
  private boolean oneGap = true;

  private HeadTrial(HeadWrapping wrapping, int lines) {
    this.wrapping = wrapping;
    this.lines = lines;
  }

  /** Lines that begin an event of a layout that says more than a time. */
  static int specific(List<byte[]> lines) {
    Cursor cursor = new Cursor();
    Head head = new Head();
    int specific = 0;
    for (byte[] line : lines) {
      LogFormat format = format(line, 0, line.length, cursor, head);
      specific += format != null && !(format instanceof DatedFormat) ? 1 : 0;
    }
    return specific;
  }

  private static @Nullable LogFormat format(
      byte[] bytes, int from, int to, Cursor cursor, Head head) {
    for (LogFormat format : LogFormats.TEXT) {
      head.clear();
      if (format.begins(cursor.on(bytes, from, to), head)) {
        return format;
      }
    }
    head.clear();
    return from < to && JsonFormat.ANY.begins(cursor.on(bytes, from, to), head)
        ? JsonFormat.ANY
        : null;
  }

  /** Tries it on these lines. */
  static HeadTrial of(HeadWrapping head, List<byte[]> lines) {
    // How far the text is from the head tell those lines that begin an event.
    HeadTrial first = new HeadTrial(head, lines.size());
    first.look(lines, true);
    boolean padded = first.oneColumn && !first.oneGap;
    HeadWrapping parted =
        head.parted(
            Math.max(1, Math.min(MOST_BLANKS, first.blanks())), padded ? first.firstColumn : -1);
    HeadTrial second = new HeadTrial(parted, lines.size());
    second.look(lines, false);
    return second;
  }

  /** Between the head and the text. */
  private int blanks() {
    return fewestBlanks == Integer.MAX_VALUE ? fewestBlanksOfAny : fewestBlanks;
  }

  private void look(List<byte[]> all, boolean skipsBlanks) {
    Cursor cursor = new Cursor();
    Unwrapped line = new Unwrapped();
    Head inner = new Head();
    for (byte[] bytes : all) {
      if (!wrapping.unwrap(cursor.on(bytes, 0, bytes.length), line)) {
        continue;
      }
      int from = line.from;
      int end = cursor.at();
      while (skipsBlanks && from < line.to && (bytes[from] == ' ' || bytes[from] == '\t')) {
        from++;
      }
      LogFormat format = format(bytes, from, line.to, cursor, inner);
      if (format != null) {
        event(format, inner, line);
        measure(bytes, end, from);
      } else if (from < line.to) {
        fewestBlanksOfAny = Math.min(fewestBlanksOfAny, blanksAround(bytes, end));
      }
      boolean frame = format == null && TextLines.isFrame(cursor.on(bytes, from, line.to));
      frames += frame ? 1 : 0;
      others += frame || from >= line.to || bytes[from] == '}' || bytes[from] == ']' ? 1 : 0;
      texts.add(Arrays.copyOfRange(bytes, from, line.to));
    }
  }

  /** Tabulators are of the text. */
  private static int blanksAround(byte[] bytes, int end) {
    int from = end;
    int to = end;
    while (from > 0 && bytes[from - 1] == ' ') {
      from--;
    }
    while (to < bytes.length && bytes[to] == ' ') {
      to++;
    }
    return to - from;
  }

  private void measure(byte[] bytes, int end, int from) {
    int gap = from - end;
    int at = end;
    while (at > 0 && (bytes[at - 1] == ' ' || bytes[at - 1] == '\t')) {
      at--;
      gap++;
    }
    oneGap &= fewestBlanks == Integer.MAX_VALUE || gap == fewestBlanks;
    fewestBlanks = Math.min(fewestBlanks, gap);
    oneColumn &= firstColumn < 0 || firstColumn == from;
    firstColumn = from;
  }

  private void event(LogFormat format, Head inner, Unwrapped line) {
    boolean onlyDated = format instanceof DatedFormat;
    dated += onlyDated ? 1 : 0;
    events += onlyDated ? 0 : 1;
    objects += format instanceof JsonFormat ? 1 : 0;
    Head outer = line.parts.head;
    if (inner.timed && outer.timed) {
      int apart = Math.floorMod(second(inner) - second(outer), QUARTER_HOUR);
      boolean same = apart <= MINUTE || apart >= QUARTER_HOUR - MINUTE;
      agreeing += same ? 1 : 0;
      disagreeing += same ? 0 : 1;
    }
  }

  private static int second(Head head) {
    return 3600 * head.hour + 60 * head.minute + head.second;
  }

  /**
   * Whether there is no doubt.
   *
   * @param known whether most lines are of a known layout as they are
   */
  boolean isCertain(boolean known) {
    int few = Math.min(2, lines);
    boolean traces = frames >= 2;
    if (disagreeing * OF_TEN > agreeing + disagreeing || (known && !traces)) {
      return false;
    }
    boolean twice = agreeing >= few && (2 * agreeing >= lines || traces);
    boolean json = objects >= few && 2 * objects >= lines;
    if (wrapping.has(HeadToken.LEVEL) && wrapping.last() != HeadToken.COLON) {
      return twice;
    }
    if (wrapping.has(HeadToken.TIME)) {
      return twice || traces || json || isBeforeLayout();
    }
    return traces || (events > 0 && 2 * events >= lines) || isBeforeLayout();
  }

  /**
   * Whether most texts begin an event of a layout that they show by themselves, and others none: a
   * layout's own first field does not stand before these.
   */
  private boolean isBeforeLayout() {
    if (others < 2) {
      return false;
    }
    List<LogFormat> layouts =
        FormatCount.of(texts, null).frequent().stream()
            .filter(format -> format instanceof LayoutFormat one && isOwn(one.layout()))
            .toList();
    laidOut =
        (int)
            (layouts.isEmpty()
                ? 0
                : texts.stream().filter(text -> TextSample.begins(text, layouts)).count());
    return 2 * laidOut >= lines;
  }

  /** Whether it begins with a time, or, where the head has none, with a level. */
  private boolean isOwn(Layout layout) {
    return layout.prefix().isEmpty()
        && (layout.shape() != TimeShape.NONE || !wrapping.has(HeadToken.TIME));
  }

  /** Whether more of what is behind this head is understood. */
  boolean beats(HeadTrial other) {
    return score() > other.score();
  }

  private int score() {
    return 4 * events + laidOut + (dated > 0 && agreeing > 0 ? 3 * dated : dated) + 2 * frames;
  }

  HeadWrapping wrapping() {
    return wrapping;
  }
}
