package dev.openaierrors.formats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds out in which order the lines of a sample have time, level, thread and logger: of what only
 * a few lines look like, nobody knows whether it is their layout or their message.
 */
final class LayoutFinder {

  private static final int MOST_LINES = 3000;
  private static final int MOST_DIFFERENT = 64;
  private static final int MOST_TRIED = 200;

  private final Map<String, List<HeadLine>> groups = new LinkedHashMap<>();
  private final List<HeadLine> untimed = new ArrayList<>();
  private final Head head = new Head();
  private final Cursor cursor = new Cursor();
  private final Set<String> zones = new TreeSet<>();
  private final List<String> warnings = new ArrayList<>();
  private int begins;
  private int lines;

  private final @Nullable TimePattern given;

  /** For times that are written so; null for any. */
  LayoutFinder(@Nullable TimePattern given) {
    this.given = given;
  }

  /** A layout, and how many lines of the sample have it. */
  record Found(LayoutFormat format, int lines) {}

  /**
   * Takes a line that no other format knows for certain.
   *
   * @param next line behind it; null if there is none
   * @param loose the format that it might be of; null if there is none
   */
  void add(byte[] line, byte @Nullable [] next, @Nullable LogFormat loose) {
    if (lines++ >= MOST_LINES || line.length == 0) {
      return;
    }
    if (LogFormats.PLAIN.begins(cursor.on(line, 0, line.length), head)) {
      begins++;
    } else {
      return;
    }
    HeadFields fields = new HeadFields();
    head.clear();
    boolean last = given == null && LastTime.read(cursor.on(line, 0, line.length), head);
    boolean timed = fields.read(cursor.on(line, 0, line.length), head, given);
    if (last && (!timed || fields.before > 0)) {
      timed = false;
    }
    if (timed) {
      HeadLine one = new HeadLine(line, next, fields, head, loose, false);
      groupOf(fields).add(one);
      return;
    }
    if (given != null) {
      return;
    }
    boolean any = fields.read(cursor.on(line, 0, line.length), head, TimeShape.NONE);
    if (any && fields.beginsWithLevel()) {
      untimed.add(new HeadLine(line, next, fields, head, loose, last));
    }
  }

  /** What zones are called in the layouts that were found, if that can mean several. */
  Set<String> unknownZones() {
    return zones;
  }

  /** What is not certain of them. */
  List<String> warnings() {
    return warnings;
  }

  private List<HeadLine> groupOf(HeadFields fields) {
    boolean ordered = fields.shape instanceof TimeShape known && known.isOrder();
    String kind = ordered ? "ORDER" : String.valueOf(fields.shape);
    String key = kind + fields.opened + fields.prefix();
    List<HeadLine> group = groups.get(key);
    if (group == null) {
      group = new ArrayList<>();
      if (groups.size() < MOST_DIFFERENT) {
        groups.put(key, group);
      }
    }
    return group;
  }

  /** How many lines look as if this format was meant, but not only they do. */
  boolean isAccident(LogFormat loose, int count) {
    for (List<HeadLine> group : groups.values()) {
      long of = group.stream().filter(line -> line.loose() == loose).count();
      if (of * 2 > count) {
        return of * 5 < group.size() * 4L || tellsMore(loose, group);
      }
    }
    return false;
  }

  /** Whether the lines have a logger where the format would have none. */
  private static boolean tellsMore(LogFormat loose, List<HeadLine> group) {
    if (!(loose instanceof Log4jDefaultFormat)) {
      return false;
    }
    Layout layout = new LayoutOf(group).layout();
    return layout.thread() >= 0
        && (layout.logger() >= 0 || layout.loggerPlace() != Layout.LoggerPlace.NOWHERE);
  }

  /**
   * The layouts of the lines that were added.
   *
   * @param known events of the sample that are of other formats
   * @param kept formats that lines are of which might be of them
   */
  List<Found> find(int known, List<LogFormat> kept) {
    List<Found> found = new ArrayList<>();
    int largest = known;
    for (List<HeadLine> group : groups.values()) {
      group.removeIf(line -> kept.contains(line.loose()));
      largest = Math.max(largest, group.size());
    }
    int timed = 0;
    boolean twoLines = false;
    for (List<HeadLine> group : groups.values()) {
      if (group.isEmpty()) {
        continue;
      }
      LayoutOf layout = new LayoutOf(group);
      LayoutFormat format = new LayoutFormat(layout.layout());
      if (counts(format.layout(), group.size(), largest)) {
        warn(group, layout);
        found.add(new Found(format, group.size()));
        timed += group.size();
        twoLines |= format.layout().twoLines();
      }
    }
    boolean others = twoLines || (known + timed) * 4 > untimed.size();
    if (!untimed.isEmpty() && !others && untimed.size() * 2 >= begins) {
      found.add(new Found(new LayoutFormat(new LayoutOf(untimed).layout()), untimed.size()));
    }
    return found;
  }

  /** Whether what seems to be a head is the date of a time that goes on behind it. */
  static boolean areDatesIn(List<byte[]> lines, Wrapping seeming) {
    HeadFields fields = new HeadFields();
    Head head = new Head();
    Cursor cursor = new Cursor();
    Unwrapped inner = new Unwrapped();
    int cut = 0;
    int all = 0;
    for (byte[] line : lines.subList(0, Math.min(MOST_TRIED, lines.size()))) {
      if (seeming.unwrap(cursor.on(line, 0, line.length), inner)) {
        int from = inner.from;
        boolean timed = fields.read(cursor.on(line, 0, line.length), head, null);
        all++;
        cut += timed && fields.timeFrom < from && from < fields.timeTo ? 1 : 0;
      }
    }
    return cut * 2 > all;
  }

  private void warn(List<HeadLine> group, LayoutOf layout) {
    for (HeadLine line : group) {
      if (line.unknownZone() != null) {
        zones.add(line.unknownZone());
      }
    }
    if (layout.mayBeOtherOrder()) {
      warnings.add(OrderOf.guessed(layout.layout().shape()));
    }
  }

  /**
   * Times stand in messages, too. Where many lines have another layout, one that has no level, or
   * words before its time, is a message that goes on.
   */
  private boolean counts(Layout layout, int size, int largest) {
    boolean level =
        layout.suffix().indexOf(HeadFields.LEVEL) >= 0
            || layout.prefix().indexOf(HeadFields.LEVEL) >= 0;
    if (given != null) {
      return size * 10 > largest;
    }
    if (size == largest) {
      return layout.prefix().isEmpty() || level || size * 2 >= begins;
    }
    return (level && layout.prefix().length() <= 2)
        || (layout.prefix().isEmpty() && size * 3 > largest);
  }
}
