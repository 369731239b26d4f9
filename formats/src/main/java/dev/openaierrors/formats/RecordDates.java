package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.JsonNode;
import dev.openaierrors.formats.RecordFields.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the dates of objects and rows are written, which one of them alone may not show.
 *
 * @param order of three numbers, if the month's name is not one of them
 * @param given how times are written, as a user says; null if none does
 * @param isGuess whether day and month could as well be the other way round
 * @param said how many of the objects have a time as the user says
 */
record RecordDates(TimeShape order, @Nullable TimePattern given, boolean isGuess, int said) {

  /** Of a file of which nothing is known. */
  static final RecordDates UNKNOWN = new RecordDates(TimeShape.MONTH_FIRST, null, false, 0);

  private static final int MOST = 500;
  private static final int LONGEST = 60;

  /** Whether a text in this line begins as a date of three numbers does, the year not first. */
  static boolean mayBeIn(byte[] line) {
    Cursor c = new Cursor().on(line, 0, line.length);
    while (c.find('"')) {
      c.skip('"');
      int begin = c.at();
      int separator = c.number(1, 2) < 0 ? 0 : c.peek();
      boolean parted = separator == '/' || separator == '.' || separator == '-';
      if (parted && c.skip((char) separator) && c.number(1, 2) >= 0 && c.peek() == separator) {
        return true;
      }
      c.to(begin);
    }
    return false;
  }

  /** As the times of these objects show. */
  static RecordDates of(Iterable<? extends JsonNode> objects, @Nullable TimePattern given) {
    List<HeadLine> times = new ArrayList<>();
    int said = 0;
    for (JsonNode object : objects) {
      RecordFields fields = RecordFields.of(object);
      HeadLine time = times.size() < MOST ? ordered(fields) : null;
      if (time != null) {
        times.add(time);
      }
      said += given != null && isSaid(fields, given) ? 1 : 0;
    }
    if (times.isEmpty()) {
      return said == 0 ? UNKNOWN : new RecordDates(UNKNOWN.order, given, false, said);
    }
    OrderOf order = new OrderOf(times);
    return new RecordDates(order.shape(), given, said == 0 && order.isGuess(), said);
  }

  private static boolean isSaid(RecordFields fields, TimePattern given) {
    return fields.find(
            KnownKeys.TIME,
            one -> isText(one.value()) && whole(one.value().textValue().strip(), given) != null)
        != null;
  }

  /** Whether most of so many lines are objects with times as the user says. */
  boolean isSaid(int lines) {
    return said > 0 && 2 * said >= lines;
  }

  /** The time of an object if its date is three numbers; null if it is not. */
  private static @Nullable HeadLine ordered(RecordFields fields) {
    Field field = fields.find(KnownKeys.TIME, one -> isText(one.value()));
    if (field == null) {
      return null;
    }
    byte[] text = field.value().textValue().strip().getBytes(StandardCharsets.UTF_8);
    HeadFields parts = new HeadFields();
    Head head = new Head();
    head.clear();
    boolean timed = parts.read(new Cursor().on(text, 0, text.length), head, null);
    boolean ordered = timed && parts.shape instanceof TimeShape shape && shape.isOrder();
    return ordered && parts.timeFrom == 0
        ? new HeadLine(text, null, parts, head, null, false)
        : null;
  }

  /** What is not certain of them; null if all is. */
  @Nullable String warning() {
    return isGuess ? OrderOf.guessed(order) : null;
  }

  /** Whether it is text that is not too long for a time. */
  static boolean isText(JsonNode value) {
    return value.isTextual() && value.textValue().length() <= LONGEST;
  }

  /** In this form from its first character to the last one. */
  static @Nullable LogTime whole(String text, TimeForm form) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Cursor cursor = new Cursor().on(bytes, 0, bytes.length);
    Head head = new Head();
    head.clear();
    return form.reads(cursor, head) && cursor.isAtEnd() ? head.time() : null;
  }
}
