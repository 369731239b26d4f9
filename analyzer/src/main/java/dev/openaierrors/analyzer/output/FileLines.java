package dev.openaierrors.analyzer.output;

import dev.openaierrors.analyzer.input.FileFacts;
import dev.openaierrors.analyzer.report.ErrorReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was read, a line for each file: nobody shall take what was not understood for no error. */
final class FileLines {

  /** Of more than these, those alike are summed up. */
  private static final int MOST = 20;

  /** Of files that are larger, only a part of the events is counted. */
  private static final long COUNTED_BYTES = 4 << 20;

  private final Figures figures;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  private FileLines(Figures figures, int width) {
    this.figures = figures;
    this.width = width;
  }

  static List<String> of(ErrorReport report, Figures figures, int width) {
    FileLines all = new FileLines(figures, width);
    List<FileFacts> files =
        report.files().stream()
            .filter(file -> file.format() != null || file.failure() != null)
            .toList();
    if (files.size() <= MOST) {
      all.each(files);
    } else {
      all.summedUp(files);
    }
    return all.lines;
  }

  private void each(List<FileFacts> files) {
    files.forEach(file -> line(name(file), what(file)));
  }

  private void summedUp(List<FileFacts> files) {
    Map<String, List<FileFacts>> alike = new LinkedHashMap<>();
    List<FileFacts> odd = new ArrayList<>();
    for (FileFacts file : files) {
      if (isOdd(file)) {
        odd.add(file);
      } else {
        alike.computeIfAbsent(String.valueOf(file.format()), format -> new ArrayList<>()).add(file);
      }
    }
    alike.forEach((format, some) -> line(Figures.number(some.size(), "file", "files"), sum(some)));
    each(odd.subList(0, Math.min(MOST, odd.size())));
    if (odd.size() > MOST) {
      lines.add("  and " + Figures.number(odd.size() - MOST) + " more; --format json has all");
    }
  }

  /** Something that a sum would hide. */
  private static boolean isOdd(FileFacts file) {
    return file.failure() != null || file.first() == null;
  }

  private String sum(List<FileFacts> files) {
    FileFacts sum = files.get(0);
    for (FileFacts file : files.subList(1, files.size())) {
      sum =
          new FileFacts(
              sum.name(),
              sum.format(),
              sum.bytes() + file.bytes(),
              sum.events() + file.events(),
              sum.found() + file.found(),
              Figures.earlier(sum.first(), file.first()),
              Figures.later(sum.last(), file.last()),
              false,
              null,
              List.of());
    }
    return what(sum);
  }

  private static String name(FileFacts file) {
    return file.name().equals("-") ? "standard input" : file.name();
  }

  private String what(FileFacts file) {
    List<String> parts = new ArrayList<>();
    if (file.format() != null) {
      parts.add(file.bytes() == 0 ? "empty" : file.format());
    }
    if (file.events() > 0) {
      parts.add(events(file));
      parts.add(span(file));
    }
    String known = String.join(", ", parts);
    @Nullable String failure = file.failure();
    return failure == null ? known : known.isEmpty() ? failure : known + ". " + failure;
  }

  private String span(FileFacts file) {
    return file.first() == null || file.last() == null
        ? "times unknown"
        : figures.span(file.first(), file.last());
  }

  private static String events(FileFacts file) {
    long exact = file.events();
    if (file.bytes() <= COUNTED_BYTES) {
      return Figures.number(exact, "event", "events");
    }
    long digit = 1;
    while (exact / digit >= 1000) {
      digit *= 10;
    }
    return "about " + Figures.number((exact + digit / 2) / digit * digit) + " events";
  }

  private void line(String name, String what) {
    if (2 + name.length() + 2 + what.length() <= width) {
      lines.add("  " + name + "  " + what);
      return;
    }
    lines.add("  " + name);
    TextTable.wrap(what, width - 6).forEach(part -> lines.add("      " + part));
  }
}
