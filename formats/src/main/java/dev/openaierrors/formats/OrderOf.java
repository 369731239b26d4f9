package dev.openaierrors.formats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** In which order the numbers of the dates of a file stand: as they are valid, and go up. */
final class OrderOf {

  private static final int WEEK = 7;
  private static final int MONTHS = 60;

  private final List<HeadLine> lines;

  OrderOf(List<HeadLine> lines) {
    this.lines = lines;
  }

  TimeShape shape() {
    TimeShape best = TimeShape.DAY_FIRST;
    long least = Long.MAX_VALUE;
    for (TimeShape shape : preferred()) {
      long penalty = penalty(shape);
      if (penalty < least) {
        best = shape;
        least = penalty;
      }
    }
    return best;
  }

  /** Whether day and month could as well be the other way round; between dots, the day is first. */
  boolean isGuess() {
    TimeShape shape = shape();
    TimeShape other =
        shape == TimeShape.DAY_FIRST
            ? TimeShape.MONTH_FIRST
            : shape == TimeShape.MONTH_FIRST ? TimeShape.DAY_FIRST : null;
    return other != null
        && !lines.stream().allMatch(OrderOf::hasDot)
        && penalty(other) == penalty(shape)
        && !lines.stream().allMatch(OrderOf::isSame);
  }

  /** As the fifth of May. */
  private static boolean isSame(HeadLine line) {
    Head head = new Head();
    Cursor cursor = new Cursor().on(line.bytes(), 0, line.bytes().length);
    cursor.to(line.fields().timeFrom);
    return TimeShape.DAY_FIRST.reads(cursor, head) && head.day == head.month;
  }

  /** The most usual one first. */
  private List<TimeShape> preferred() {
    boolean halves = lines.stream().anyMatch(HeadLine::halves);
    boolean dots = lines.stream().allMatch(line -> hasDot(line));
    if ((halves || lines.stream().anyMatch(OrderOf::isBare)) && !dots) {
      return List.of(TimeShape.MONTH_FIRST, TimeShape.DAY_FIRST, TimeShape.YEAR_FIRST);
    }
    return lines.stream().allMatch(OrderOf::mayBeginWithYear)
        ? List.of(TimeShape.YEAR_FIRST, TimeShape.DAY_FIRST, TimeShape.MONTH_FIRST)
        : List.of(TimeShape.DAY_FIRST, TimeShape.MONTH_FIRST, TimeShape.YEAR_FIRST);
  }

  /** A first number without a leading zero, as only Americans write it. */
  private static boolean isBare(HeadLine line) {
    return line.bytes()[Math.min(line.fields().timeFrom + 1, line.bytes().length - 1)] == '/';
  }

  private static boolean hasDot(HeadLine line) {
    byte[] bytes = line.bytes();
    int at = line.fields().timeFrom;
    return at + 2 < bytes.length && (bytes[at + 1] == '.' || bytes[at + 2] == '.');
  }

  /** A year of our time, of two digits. */
  private static boolean mayBeginWithYear(HeadLine line) {
    byte[] bytes = line.bytes();
    int at = line.fields().timeFrom;
    return bytes[at] == '2' && Cursor.isDigit(bytes[at + 1]) && bytes[at + 1] >= '0';
  }

  /** What tools export often has the newest event first. */
  private long penalty(TimeShape shape) {
    List<HeadLine> back = new ArrayList<>(lines);
    Collections.reverse(back);
    return Math.min(penalty(shape, lines), penalty(shape, back));
  }

  /** Dates that cannot be count most, then those that are before the one before them. */
  private static long penalty(TimeShape shape, List<HeadLine> lines) {
    Head head = new Head();
    Cursor cursor = new Cursor();
    long penalty = 0;
    long last = Long.MIN_VALUE;
    for (HeadLine line : lines) {
      cursor.on(line.bytes(), 0, line.bytes().length);
      cursor.to(line.fields().timeFrom);
      if (!shape.reads(cursor, head)) {
        penalty += 1_000_000;
        continue;
      }
      long day = (head.year * 12L + head.month) * 31 + head.day;
      penalty += last == Long.MIN_VALUE || day == last ? 0 : day < last ? 1_000 : far(day - last);
      last = day;
    }
    return penalty;
  }

  /** Logs seldom leave out weeks, and still more seldom months. */
  private static long far(long days) {
    return days <= WEEK ? 0 : days <= MONTHS ? 1 : 10;
  }

  /** That it is not certain which of the numbers of its dates is the month. */
  static String guessed(TimeForm order) {
    return "Its dates are taken for "
        + (order == TimeShape.MONTH_FIRST ? "month/day" : "day/month")
        + ", which none of them proves; --time-format says which it is.";
  }
}
