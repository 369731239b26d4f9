package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The formats that the lines of a file are taken for, and what is wrapped around them. */
public final class FormatSet {

  private static final int WRAPPED_OF_TEN = 8;
  private static final int MAX_JSON_LINES = 10;
  private static final int MAX_RECORDS = 500;

  private final @Nullable Wrapping wrapping;
  private final List<LogFormat> formats;
  private final String title;
  private final List<String> warnings;
  private final boolean restOfTrace;

  private FormatSet(
      @Nullable Wrapping wrapping,
      List<LogFormat> formats,
      String title,
      List<String> warnings,
      boolean restOfTrace) {
    this.restOfTrace = restOfTrace;
    this.warnings = List.copyOf(warnings);
    this.wrapping = wrapping;
    this.formats = List.copyOf(formats);
    this.title = title;
  }

  /** What a file is taken for of which these are some lines. */
  public static FormatSet detect(byte[] sample, int length) {
    return detect(sample, length, null);
  }

  /**
   * What a file is taken for of which these are some lines.
   *
   * @param given how its times are written, as a user says; null to find out
   */
  public static FormatSet detect(byte[] sample, int length, @Nullable TimePattern given) {
    return detect(TextSample.lines(sample, length), given, true);
  }

  private static FormatSet detect(
      List<byte[]> lines, @Nullable TimePattern given, boolean mayBeIndented) {
    Wrapping outer = wrappingOf(lines, given, mayBeIndented);
    if (outer == null) {
      return detect(null, lines, given);
    }
    List<byte[]> content = unwrapped(outer, lines, Integer.MAX_VALUE);
    Wrapping inner = wrappingOf(content, given, true);
    if (inner == null) {
      return detect(outer, content, given);
    }
    Wrapping both = new NestedWrapping(outer, inner);
    return detect(both, unwrapped(both, lines, Integer.MAX_VALUE), given);
  }

  /** What is around the lines: a known wrapping, or else what they all begin with. */
  private static @Nullable Wrapping wrappingOf(
      List<byte[]> lines, @Nullable TimePattern given, boolean mayBeIndented) {
    int mayDiffer = lines.size() * (10 - WRAPPED_OF_TEN) / 10;
    for (Wrapping wrapping : LogFormats.WRAPPINGS) {
      boolean most = !unwrapped(wrapping, lines, mayDiffer).isEmpty();
      Wrapping fitting = most ? wrapping.of(lines, given, TextSample::areText) : null;
      if (fitting != null) {
        return fitting;
      }
    }
    Wrapping head = HeadLearner.learn(lines);
    if (head != null && !LayoutFinder.areDatesIn(lines, head)) {
      return head;
    }
    return mayBeIndented ? IndentWrapping.learn(lines) : null;
  }

  /** As {@link #detect(byte[], int, TimePattern)}, of the lines made of a document. */
  public static FormatSet detect(
      LogDocument document, byte[] sample, int length, @Nullable TimePattern given) {
    CsvTable table = document.table();
    FormatSet set =
        table == null
            // What stood around its events is blanks now.
            ? detect(TextSample.lines(sample, length), given, false)
            : ofTable(table, sample, length, given);
    String inner = set.title.equals(document.title()) ? "" : ", " + set.title;
    return new FormatSet(set.wrapping, set.formats, document.title() + inner, set.warnings, false);
  }

  private static FormatSet ofTable(
      CsvTable table, byte[] sample, int length, @Nullable TimePattern given) {
    List<byte[]> lines = TextSample.lines(sample, length);
    Wrapping text = new CsvTextWrapping(table).of(lines, given, TextSample::areText);
    if (text != null) {
      return detect(text, unwrapped(text, lines, Integer.MAX_VALUE), given);
    }
    List<ObjectNode> rows = new ArrayList<>();
    for (byte[] line : lines) {
      ObjectNode row = rows.size() < MAX_RECORDS ? table.row(line, 0, line.length) : null;
      if (row != null) {
        rows.add(row);
      }
    }
    RecordDates dates = RecordDates.of(rows, given);
    return new FormatSet(
        null, List.of(new CsvFormat(table, dates)), "CSV", with(List.of(), dates.warning()), false);
  }

  private static List<String> with(List<String> warnings, @Nullable String more) {
    List<String> all = new ArrayList<>(warnings);
    if (more != null) {
      all.add(more);
    }
    return all;
  }

  /** The ids by which a format, or what is wrapped around one, can be asked for. */
  public static List<String> ids() {
    return LogFormats.ids();
  }

  /**
   * What a user says it is.
   *
   * @throws IllegalArgumentException if there is no such format
   */
  public static FormatSet forced(String id, byte[] sample, int length) {
    LogFormat format = LogFormats.byId(id);
    if (format != null) {
      return new FormatSet(null, List.of(format), format.title(), List.of(), false);
    }
    for (Wrapping wrapping : LogFormats.WRAPPINGS) {
      if (wrapping.id().equals(id)) {
        return detect(
            wrapping,
            unwrapped(wrapping, TextSample.lines(sample, length), Integer.MAX_VALUE),
            null);
      }
    }
    throw new IllegalArgumentException("There is no format '" + id + "'.");
  }

  private static FormatSet detect(
      @Nullable Wrapping wrapping, List<byte[]> lines, @Nullable TimePattern given) {
    RecordDates around =
        wrapping instanceof RecordWrapping records ? records.dates() : RecordDates.UNKNOWN;
    RecordDates dates = RecordDates.of(objects(lines, given != null), given);
    boolean said = around.said() > 0 || dates.isSaid(lines.size());
    FormatCount counted = FormatCount.of(lines, said ? null : given);
    List<LogFormat> found = counted.frequent();
    if (areJsonLines(lines, found)) {
      found.remove(JsonFormat.ANY);
      found.add(0, JsonFormat.LINES);
    }
    if (found.isEmpty()) {
      found.add(LogFormats.PLAIN);
    }
    String title = title(found.get(0), lines);
    boolean json = found.get(0) instanceof JsonFormat;
    if (json) {
      // Line ends in a JSON log are escaped: what looks like a line of its own is one.
      for (LogFormat format : LogFormats.TEXT) {
        if (!found.contains(format) && !(format instanceof Slf4jSimpleFormat)) {
          found.add(format);
        }
      }
    } else if (!found.contains(JsonFormat.ANY) && found.get(0) != LogFormats.PLAIN) {
      found.add(JsonFormat.STRAY);
    }
    found.add(LogFormats.CRASH);
    found.replaceAll(format -> format instanceof JsonFormat one ? one.dated(dates) : format);
    String whole = wrapping == null ? title : wrapping.title() + ", " + title;
    boolean dated = TextSample.areDated(lines, found.get(0));
    String guess = json ? dates.warning() : dated ? null : around.warning();
    return new FormatSet(
        wrapping, found, whole, with(counted.warnings(), guess), TextLines.areRestOfTrace(lines));
  }

  /** Those with a date of three numbers, or all. */
  private static List<JsonNode> objects(List<byte[]> lines, boolean all) {
    List<JsonNode> objects = new ArrayList<>();
    for (byte[] line : lines) {
      boolean object =
          objects.size() < MAX_RECORDS
              && JsonLines.isObject(line)
              && (all || RecordDates.mayBeIn(line));
      JsonNode read = object ? JsonLine.parse(line, 0, line.length) : null;
      if (read != null) {
        objects.add(read);
      }
    }
    return objects;
  }

  private static boolean areJsonLines(List<byte[]> lines, List<LogFormat> found) {
    Head parts = new Head();
    Cursor cursor = new Cursor();
    List<LogFormat> learned =
        found.stream().filter(format -> format instanceof LayoutFormat).toList();
    int known = 0;
    int text = 0;
    for (byte[] line : lines) {
      LogFormat format = FormatCount.formatOf(line, cursor, parts);
      known += format == JsonFormat.ANY ? 1 : 0;
      boolean head =
          format == null
              ? !JsonLines.isObject(line) && begins(learned, line, cursor, parts)
              : format != JsonFormat.ANY;
      text += head ? 1 : 0;
    }
    return JsonLines.are(lines, known, text);
  }

  private static boolean begins(List<LogFormat> formats, byte[] line, Cursor cursor, Head head) {
    for (LogFormat format : formats) {
      head.clear();
      if (format.begins(cursor.on(line, 0, line.length), head)) {
        return true;
      }
    }
    return false;
  }

  private static String title(LogFormat format, List<byte[]> lines) {
    if (!(format instanceof JsonFormat)) {
      return format.title();
    }
    Map<String, Integer> counts = new HashMap<>();
    lines.stream()
        .limit(MAX_JSON_LINES)
        .map(line -> JsonLine.parse(line, 0, line.length))
        .forEach(
            line -> {
              if (line != null) {
                counts.merge(JsonDialects.of(line).title(), 1, Integer::sum);
              }
            });
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(format.title());
  }

  /**
   * What is inside of the lines.
   *
   * @param mayDiffer how many of them may not be wrapped so; if more are not, there is nothing
   */
  private static List<byte[]> unwrapped(Wrapping wrapping, List<byte[]> lines, int mayDiffer) {
    List<byte[]> inner = new ArrayList<>();
    Unwrapped unwrapped = new Unwrapped();
    Cursor cursor = new Cursor();
    int different = 0;
    for (byte[] line : lines) {
      if (wrapping.unwrap(cursor.on(line, 0, line.length), unwrapped)) {
        byte[] text = unwrapped.copy();
        if (text.length > 0) {
          inner.add(text);
        }
      } else if (++different > mayDiffer) {
        return List.of();
      }
    }
    return inner;
  }

  /** In words. */
  public String title() {
    return title;
  }

  /** What is not certain of its times, each a sentence. */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * Whether there is something by which to know it: a format, or what is wrapped around one. Blanks
   * also stand before the lines of a long stack trace.
   */
  public boolean isRecognised() {
    return isKnownInside() || (isWrapped() && !(wrapping instanceof IndentWrapping));
  }

  /** Whether there is something by which to know an event. */
  boolean isKnownInside() {
    return formats.get(0) != LogFormats.PLAIN;
  }

  /** Whether it is the rest of a stack trace, whose head was cut off. */
  public boolean isRestOfTrace() {
    return restOfTrace;
  }

  /** Whether of the lines of an event the last one comes first. */
  public boolean isNewestFirst() {
    return wrapping != null && wrapping.isNewestFirst();
  }

  /** Whether each line has to be unwrapped. */
  public boolean isWrapped() {
    return wrapping != null;
  }

  /** Whether some lines of a wrapped log belong to those before them, as they are not wrapped. */
  boolean keepsTogether() {
    return wrapping != null && wrapping.keepsTogether();
  }

  /** Whether the times of most events have no date. */
  public boolean hasTimeOnly() {
    return wrapping == null && formats.get(0).hasTimeOnly();
  }

  /** These formats, and those that this part of the file has besides. */
  public FormatSet and(FormatSet other) {
    List<LogFormat> all = new ArrayList<>(formats);
    other.formats.stream().filter(format -> !all.contains(format)).forEach(all::add);
    boolean known =
        all.stream().anyMatch(one -> one != LogFormats.PLAIN && one != LogFormats.CRASH);
    all.removeIf(format -> format == LogFormats.PLAIN && known);
    return new FormatSet(wrapping, all, title, warnings, restOfTrace);
  }

  @Nullable Wrapping wrapping() {
    return wrapping;
  }

  List<LogFormat> formats() {
    return formats;
  }
}
