package dev.openaierrors.analyzer.output;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Rows under a head, in columns; the last column is wrapped to the width of the screen. A column
 * whose head begins with {@code #} is of numbers, which stand at its right.
 */
public final class TextTable {

  private static final String GAP = "  ";

  /** With less room than this the last column goes below the others. */
  private static final int NARROWEST = 16;

  private static final int INDENT = 4;

  private final Style style;
  private final List<String> head;
  private final List<List<Cell>> rows = new ArrayList<>();
  private final boolean[] numbers;
  private boolean below;

  /** A table without rows. */
  public TextTable(Style style, List<String> head) {
    this.style = style;
    this.head = head.stream().map(name -> name.startsWith("#") ? name.substring(1) : name).toList();
    this.numbers = new boolean[head.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = head.get(i).startsWith("#");
    }
  }

  /**
   * A cell.
   *
   * @param text plain text
   * @param look how it is shown, without a change of its width
   */
  record Cell(String text, UnaryOperator<String> look) {

    /** Shown as the text that it is. */
    static Cell of(String text) {
      return new Cell(text, UnaryOperator.identity());
    }
  }

  /** Puts the last column of every row on lines of its own. */
  TextTable below() {
    below = true;
    return this;
  }

  /** Adds a row of plain text. */
  public void row(List<String> cells) {
    cells(cells.stream().map(Cell::of).toList());
  }

  /** Adds a row; how its last cell looks is ignored. */
  void cells(List<Cell> cells) {
    rows.add(List.copyOf(cells));
  }

  /** The lines of it. */
  public List<String> lines() {
    int last = head.size() - 1;
    int[] widths = new int[last];
    int before = 0;
    for (int i = 0; i < last; i++) {
      widths[i] = head.get(i).length();
      for (List<Cell> row : rows) {
        widths[i] = Math.max(widths[i], row.get(i).text().length());
      }
      before += widths[i] + GAP.length();
    }
    List<String> lines = new ArrayList<>();
    for (String line : lines(head.stream().map(Cell::of).toList(), widths, before)) {
      lines.add(style.bold(line));
    }
    for (List<Cell> row : rows) {
      lines.addAll(lines(row, widths, before));
    }
    return lines;
  }

  private List<String> lines(List<Cell> row, int[] widths, int before) {
    StringBuilder first = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      Cell cell = row.get(i);
      String shown = cell.look().apply(cell.text());
      String room = " ".repeat(widths[i] - cell.text().length());
      first.append(numbers[i] ? room + shown : shown + room).append(GAP);
    }
    int room = style.width() - before;
    boolean under = below || room < NARROWEST;
    int indent = under ? INDENT : before;
    List<String> lines = new ArrayList<>();
    if (under) {
      lines.add(first.toString().stripTrailing());
    }
    for (String part : wrap(last(row), style.width() - indent)) {
      String start = lines.isEmpty() ? first.toString() : " ".repeat(indent);
      if (!part.isEmpty() || lines.isEmpty()) {
        lines.add((start + part).stripTrailing());
      }
    }
    return lines;
  }

  private static String last(List<Cell> row) {
    return row.get(row.size() - 1).text();
  }

  /** Not in the middle of a character. */
  private static int whole(String text, int end) {
    return end > 1 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }

  /** The text in lines of at most {@code width} characters, broken at spaces where it can be. */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (rest.length() > width) {
      int at = rest.lastIndexOf(' ', width);
      int end = at <= 0 ? whole(rest, width) : at;
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }
}
