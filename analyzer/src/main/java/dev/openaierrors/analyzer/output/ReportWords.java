package dev.openaierrors.analyzer.output;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.analyzer.report.Episode;
import dev.openaierrors.analyzer.report.ErrorReport;
import dev.openaierrors.analyzer.report.Facet;
import dev.openaierrors.analyzer.report.KindReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What every form of a report says in the same words, and in the same order. */
final class ReportWords {

  /** Of a log without times. */
  static final String NOT_TOLD = "could not be told: none of the errors has a time";

  /** Of one that somebody has ended. */
  static final String INTERRUPTED = "The reading was ended before the end.";

  private ReportWords() {}

  /** What was found, in a few words. */
  static String headline(ErrorReport report) {
    if (report.events() == 0) {
      if (report.nothingWasRead()) {
        return "Nothing could be read";
      }
      String none = "No OpenAI errors";
      return report.incomplete()
          ? none + " in what could be read"
          : report.interrupted() ? none + " in what was read" : none;
    }
    return Figures.number(report.events(), "OpenAI error", "OpenAI errors");
  }

  /** Whether sending the same requests again can help. */
  static String retryHelps(KindReport kind) {
    if (kind.retryableEvents() == 0) {
      return "no";
    }
    return kind.retryableEvents() == kind.events()
        ? "yes"
        : Figures.number(kind.retryableEvents()) + " of them";
  }

  /** Models and limits where most of the errors name one, else who logged. */
  static String where(KindReport kind) {
    String named = named(kind, kind.events() / 2);
    if (!named.isEmpty()) {
      return named;
    }
    return kind.loggers().top().isEmpty() ? named(kind, 0) : logger(kind.loggers());
  }

  private static String named(KindReport kind, long least) {
    List<String> parts = new ArrayList<>();
    for (Facet facet : List.of(kind.models(), kind.limits())) {
      if (facet.events() > least) {
        parts.add(Figures.facet(facet, 1));
      }
    }
    return String.join("; ", parts);
  }

  /** Without its package, for which a line has no room. */
  private static String logger(Facet loggers) {
    String text = Figures.facet(loggers, 1);
    int end = text.indexOf(' ');
    return text.substring(text.lastIndexOf('.', Math.max(0, end)) + 1);
  }

  /** What an episode was, after its time and kind. */
  static String sentence(Episode episode) {
    StringBuilder text = new StringBuilder();
    text.append(Figures.number(episode.events(), "error", "errors"));
    text.append(" in ");
    text.append(Figures.duration(Duration.between(episode.from(), episode.to())));
    text.append(", up to ").append(Figures.number(episode.peakPerMinute())).append(" a minute");
    if (episode.retriedInVain() > 0) {
      text.append(", ")
          .append(episode.retriedPercent())
          .append(" % of them retried without success");
    }
    return text.toString();
  }

  /** So many alerts at the most, the last one first. */
  static List<Alert> newestFirst(ErrorReport report, int most) {
    List<Alert> alerts = new ArrayList<>(report.alerts());
    Collections.reverse(alerts);
    return alerts.subList(0, Math.min(most, alerts.size()));
  }
}
