package dev.openaierrors.formats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How many lines of a sample are of which format. */
final class FormatCount {

  // A format counts if one in so many events has it: others are quoted in somebody's message.
  private static final int ONE_IN = 50;
  private static final int MOST_ORDERS = 500;

  private final Map<LogFormat, Integer> counts = new LinkedHashMap<>();
  private final TreeSet<String> unknownZones = new TreeSet<>();
  private final List<String> warnings = new ArrayList<>();
  private final @Nullable TimePattern given;
  private final Head head = new Head();
  private final Cursor cursor = new Cursor();
  private final List<byte[]> orders = new ArrayList<>();
  private int events;

  private FormatCount(@Nullable TimePattern given) {
    this.given = given;
  }

  /**
   * Counts these lines.
   *
   * @param given how their times are written, as a user says; null to find out
   */
  static FormatCount of(List<byte[]> lines, @Nullable TimePattern given) {
    FormatCount count = new FormatCount(given);
    if (given == null || !count.count(lines, List.of())) {
      if (given != null) {
        count.warnings.add("No line has a time as --time-format '" + given + "' says.");
        count.counts.clear();
        count.events = 0;
      }
      new FormatCount(null).into(count, lines);
    }
    return count;
  }

  private void into(FormatCount target, List<byte[]> lines) {
    count(lines, LogFormats.KNOWN);
    target.counts.putAll(counts);
    target.events = events;
    target.warnings.addAll(warnings);
  }

  /** Whether a layout was found out. */
  private boolean count(List<byte[]> lines, List<LogFormat> known) {
    LayoutFinder layouts = new LayoutFinder(given);
    for (int i = 0; i < lines.size(); i++) {
      byte[] line = lines.get(i);
      LogFormat format = formatOf(line, known);
      if (format != null) {
        counts.merge(format, 1, Integer::sum);
        events++;
      }
      if (format instanceof WebSphereFormat) {
        orders.add(line);
      }
      if (format == null || format.isLoose()) {
        layouts.add(line, i + 1 < lines.size() ? lines.get(i + 1) : null, format);
      }
    }
    int before = counts.size();
    learn(layouts);
    order();
    unknownZones.addAll(layouts.unknownZones());
    for (String zone : unknownZones) {
      warnings.add(
          "The zone "
              + zone
              + " of its times can be several; they are taken for the zone of --zone.");
    }
    warnings.addAll(layouts.warnings());
    return counts.size() > before;
  }

  /** Tells day and month of WebSphere's dates apart. */
  private void order() {
    List<HeadLine> lines = new ArrayList<>();
    for (byte[] line : orders.subList(0, Math.min(MOST_ORDERS, orders.size()))) {
      HeadFields fields = new HeadFields();
      head.clear();
      if (fields.read(cursor.on(line, 0, line.length), head, null)
          && fields.shape instanceof TimeShape shape
          && shape.isOrder()) {
        lines.add(new HeadLine(line, null, fields, head.halves, null, null, false));
      }
    }
    OrderOf order = new OrderOf(lines);
    if (lines.isEmpty() || order.shape() == TimeShape.MONTH_FIRST) {
      return;
    }
    for (LogFormat format : List.copyOf(counts.keySet())) {
      if (format instanceof WebSphereFormat) {
        int count = counts.getOrDefault(format, 0);
        counts.remove(format);
        counts.put(new WebSphereFormat(order.shape()), count);
      }
    }
  }

  /** Adds the layouts that lines have which are of no known format. */
  private void learn(LayoutFinder layouts) {
    List<LogFormat> kept = new ArrayList<>();
    for (LogFormat format : List.copyOf(counts.keySet())) {
      int count = counts.getOrDefault(format, 0);
      if (format.isLoose() && layouts.isAccident(format, count)) {
        counts.remove(format);
        events -= count;
      } else {
        kept.add(format);
      }
    }
    for (LayoutFinder.Found found : layouts.find(events, kept)) {
      counts.put(found.format(), found.lines());
      events += found.lines();
    }
  }

  private @Nullable LogFormat formatOf(byte[] line, List<LogFormat> known) {
    LogFormat format = formatOf(line, known, cursor, head);
    if (format != null && head.unknownZone != null) {
      unknownZones.add(head.unknownZone);
    }
    return format;
  }

  /** The known format of which an event begins with this line; null if there is none. */
  static @Nullable LogFormat formatOf(byte[] line, Cursor cursor, Head head) {
    return formatOf(line, LogFormats.KNOWN, cursor, head);
  }

  private static @Nullable LogFormat formatOf(
      byte[] line, List<LogFormat> known, Cursor cursor, Head head) {
    if (line.length == 0) {
      return null;
    }
    for (LogFormat format : known) {
      head.clear();
      if (format.begins(cursor.on(line, 0, line.length), head)) {
        return format;
      }
    }
    return JsonFormat.ANY.begins(cursor.on(line, 0, line.length), head) ? JsonFormat.ANY : null;
  }

  /** The formats that count, the most frequent first. */
  List<LogFormat> frequent() {
    List<LogFormat> found = new ArrayList<>(counts.keySet());
    found.removeIf(format -> counts.getOrDefault(format, 0) * ONE_IN < events);
    // A stable sort: of equals, the more special one is first in the list of all.
    found.sort((a, b) -> counts.getOrDefault(b, 0) - counts.getOrDefault(a, 0));
    return found;
  }

  List<String> warnings() {
    return warnings;
  }
}
