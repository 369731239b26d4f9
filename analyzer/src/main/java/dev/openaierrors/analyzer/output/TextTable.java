package dev.openaierrors.analyzer.output;

import java.util.ArrayList;
import java.util.List;

/** Rows under a head, in columns; the last column is wrapped to the width of the screen. */
public final class TextTable {

  private static final String GAP = "  ";

  private final Style style;
  private final List<String> head;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table without rows. */
  public TextTable(Style style, List<String> head) {
    this.style = style;
    this.head = List.copyOf(head);
  }

  /** Adds a row of plain text. */
  public void row(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  /** The lines of it. */
  public List<String> lines() {
    int last = head.size() - 1;
    int[] widths = new int[last];
    int before = 0;
    for (int i = 0; i < last; i++) {
      widths[i] = head.get(i).length();
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
      before += widths[i] + GAP.length();
    }
    List<String> lines = new ArrayList<>();
    for (String line : lines(head, widths, before)) {
      lines.add(style.bold(line));
    }
    for (List<String> row : rows) {
      lines.addAll(lines(row, widths, before));
    }
    return lines;
  }

  private List<String> lines(List<String> row, int[] widths, int before) {
    StringBuilder first = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i);
      first.append(cell).append(" ".repeat(widths[i] - cell.length())).append(GAP);
    }
    int room = style.width() - before;
    List<String> wrapped = room < 20 ? List.of(row.get(widths.length)) : wrap(last(row), room);
    List<String> lines = new ArrayList<>();
    for (String part : wrapped) {
      String start = lines.isEmpty() ? first.toString() : " ".repeat(before);
      lines.add((start + part).stripTrailing());
    }
    return lines;
  }

  private static String last(List<String> row) {
    return row.get(row.size() - 1);
  }

  /** The text in lines of at most {@code width} characters, broken at spaces where it can be. */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (rest.length() > width) {
      int at = rest.lastIndexOf(' ', width);
      int end = at <= 0 ? width : at;
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }
}
