package dev.openaierrors.analyzer.output;

import dev.openaierrors.analyzer.report.ErrorReport;
import dev.openaierrors.analyzer.report.KindReport;
import dev.openaierrors.error.ErrorKind;
import java.util.ArrayList;
import java.util.List;

/** Colours of a page: the kinds seen most have one each, all others share one. */
final class KindColors {

  static final String OTHERS = "kx";
  private static final int COLORS = 6;

  private final List<ErrorKind> own = new ArrayList<>();
  private final boolean others;

  KindColors(ErrorReport report) {
    for (KindReport kind : report.kinds()) {
      if (own.size() < COLORS) {
        own.add(kind.kind());
      }
    }
    others = report.kinds().size() > own.size();
  }

  /** The kinds that have a colour of their own, most first. */
  List<ErrorKind> own() {
    return own;
  }

  /** Whether there are kinds without. */
  boolean hasOthers() {
    return others;
  }

  /** The class that gives a kind its colour. */
  String of(ErrorKind kind) {
    int index = own.indexOf(kind);
    return index < 0 ? OTHERS : "k" + index;
  }
}
