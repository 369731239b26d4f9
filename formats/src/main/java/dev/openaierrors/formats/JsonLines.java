package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Tells files of which each line is an object from text in which objects stand. */
final class JsonLines {

  private static final int MAX_LOOKED_AT = 10;

  /** Where fewer lines are objects, these may be what the others speak of. */
  private static final int OBJECTS_OF_TEN = 8;

  private JsonLines() {}

  /**
   * Whether these lines are such a file's: more of them are objects than begin an event of text,
   * and they begin as a log's do, or nearly all are objects that say what a log says.
   *
   * @param known how many of the lines are known to be a log's by what they begin with
   * @param text how many begin an event of text
   */
  static boolean are(List<byte[]> lines, int known, int text) {
    int objects = 0;
    for (byte[] line : lines) {
      objects += isObject(line) ? 1 : 0;
    }
    if (objects <= text || objects == 0) {
      return false;
    }
    return objects == known || (areNearlyAll(objects, lines) && areOfALog(lines));
  }

  /** But for what goes on with others, such as a stack trace that was printed. */
  private static boolean areNearlyAll(int objects, List<byte[]> lines) {
    int all = 0;
    for (byte[] line : lines) {
      all += isObject(line) || !(isBlank(line) || TextLines.goesOn(line)) ? 1 : 0;
    }
    return objects * 10 >= all * OBJECTS_OF_TEN;
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b > ' ' || b < 0) {
        return false;
      }
    }
    return true;
  }

  /** An object from its first character to the last one. */
  static boolean isObject(byte[] line) {
    int end = line.length;
    while (end > 0 && line[end - 1] <= ' ' && line[end - 1] >= 0) {
      end--;
    }
    return end > 1 && line[end - 1] == '}' && JsonLine.beginsObject(new Cursor().on(line, 0, end));
  }

  private static boolean areOfALog(List<byte[]> lines) {
    int looked = 0;
    int ofALog = 0;
    for (byte[] line : lines) {
      if (looked < MAX_LOOKED_AT && isObject(line)) {
        looked++;
        JsonNode object = JsonLine.parse(line, 0, line.length);
        ofALog += object != null && isOfALog(RecordFields.of(object)) ? 1 : 0;
      }
    }
    return 2 * ofALog >= looked && looked > 0;
  }

  /** Whether an object says when something was, or how bad it was and what. */
  static boolean isOfALog(RecordFields fields) {
    return RecordEvents.time(fields, RecordDates.UNKNOWN) != null
        || (RecordEvents.level(fields) != null
            && RecordEvents.text(fields, KnownKeys.MESSAGE) != null);
  }
}
