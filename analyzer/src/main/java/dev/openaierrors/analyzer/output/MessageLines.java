package dev.openaierrors.analyzer.output;

import dev.openaierrors.analyzer.report.Count;
import dev.openaierrors.analyzer.report.ErrorReport;
import dev.openaierrors.analyzer.report.KindReport;
import dev.openaierrors.error.Printable;
import java.util.ArrayList;
import java.util.List;

/** What the messages of each kind look like, a line for each shape. */
final class MessageLines {

  private static final int MOST_KINDS = 5;

  private MessageLines() {}

  static List<String> of(ErrorReport report, Style style) {
    List<KindReport> kinds = report.kinds().subList(0, Math.min(MOST_KINDS, report.kinds().size()));
    int digits =
        kinds.stream()
            .flatMap(kind -> kind.shapes().top().stream())
            .mapToInt(shape -> Figures.number(shape.count()).length())
            .max()
            .orElse(0);
    List<String> lines = new ArrayList<>();
    for (KindReport kind : kinds) {
      String id = kind.kind().id();
      lines.add("  " + (kind.retryable() ? style.yellow(id) : style.red(id)));
      for (Count shape : kind.shapes().top()) {
        lines.add(line(Figures.number(shape.count()), digits, shape.name(), style));
      }
      if (kind.shapes().others() > 0) {
        lines.add(line(Figures.number(kind.shapes().others()), digits, "others", style));
      }
    }
    return lines;
  }

  private static String line(String count, int digits, String text, Style style) {
    String number = "    " + " ".repeat(Math.max(0, digits - count.length())) + count + "  ";
    int room = Math.max(20, style.width() - number.length());
    boolean fits = text.length() <= room;
    String cut = text.substring(0, fits ? text.length() : room - 3) + (fits ? "" : "...");
    return number + (style.unicode() && !fits ? Printable.truncate(text, room) : cut);
  }
}
