package dev.openaierrors.analyzer.output;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.analyzer.input.FileFacts;
import dev.openaierrors.analyzer.report.Count;
import dev.openaierrors.analyzer.report.Episode;
import dev.openaierrors.analyzer.report.ErrorReport;
import dev.openaierrors.analyzer.report.KindReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A report in a few sentences, the worst first: what happened, whether it goes on, what to do. In
 * the words of the rules, since those are what an alert would have said.
 */
final class Verdict {

  /** How many kinds are told of; a longer answer is a list. */
  static final int MOST = 3;

  private static final int MOST_FIXES = 2;
  // What failed that shortly before the end of a log needs no further word on when that was.
  private static final Duration AT_THE_END = Duration.ofMinutes(1);

  /** What is asked of whoever reads it. */
  enum Weight {
    /** Nothing works until somebody acts. */
    ACT("act now"),
    /** These requests fail until somebody changes something. */
    FIX("fix"),
    /** It passes, and less load makes it pass. */
    SLOW_DOWN("slow down"),
    /** It passes by itself. */
    WATCH("watch");

    private final String label;

    Weight(String label) {
      this.label = label;
    }

    /** In words. */
    String label() {
      return label;
    }
  }

  /**
   * What is said of one kind.
   *
   * @param kind which
   * @param weight what is asked
   * @param what what happened, a sentence
   * @param fixes what to do, a sentence each
   */
  record Story(KindReport kind, Weight weight, String what, List<String> fixes) {

    /** Copies the list. */
    Story {
      fixes = List.copyOf(fixes);
    }
  }

  private final ErrorReport report;
  private final Figures figures;
  private final Collection<Alert> latest;

  private Verdict(ErrorReport report, Figures figures) {
    this.report = report;
    this.figures = figures;
    this.latest = latest(report.alerts());
  }

  /** The stories of the worst kinds, worst first. */
  static List<Story> of(ErrorReport report, Figures figures) {
    Verdict verdict = new Verdict(report, figures);
    return report.kinds().stream()
        .map(verdict::story)
        .sorted(Comparator.comparing(Story::weight))
        .limit(MOST)
        .toList();
  }

  /** The last alert of every incident. */
  static Collection<Alert> latest(List<Alert> alerts) {
    Map<String, Alert> latest = new LinkedHashMap<>();
    alerts.forEach(alert -> latest.put(alert.id(), alert));
    return latest.values();
  }

  /** When the log ends; null if it has no times. */
  static @Nullable Instant end(ErrorReport report) {
    return report.files().stream()
        .map(FileFacts::last)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(report.last());
  }

  private Story story(KindReport kind) {
    List<Alert> own = latest.stream().filter(alert -> alert.cause().kind() == kind.kind()).toList();
    Alert worst = null;
    for (Alert alert : own) {
      worst = worst == null || isWorse(alert, worst) ? alert : worst;
    }
    boolean open = own.stream().anyMatch(alert -> alert.state().isOpen());
    String what = headline(kind, worst) + " " + when(kind, open) + ": " + howMuch(kind) + ".";
    return new Story(kind, weight(kind, worst), what, fixes(kind));
  }

  private static boolean isWorse(Alert alert, Alert other) {
    return rank(alert.severity()) > rank(other.severity());
  }

  private static int rank(Severity severity) {
    return switch (severity) {
      case INFO -> 0;
      case WARNING -> 1;
      case CRITICAL -> 2;
    };
  }

  private static Weight weight(KindReport kind, @Nullable Alert worst) {
    if (worst != null && worst.severity() == Severity.CRITICAL) {
      return Weight.ACT;
    }
    if (!kind.retryable()) {
      return Weight.FIX;
    }
    return kind.limits().top().isEmpty() && !kind.kind().id().contains("limit")
        ? Weight.WATCH
        : Weight.SLOW_DOWN;
  }

  /** As an alert has it, without the service, which may be one of several. */
  private static String headline(KindReport kind, @Nullable Alert worst) {
    if (worst == null) {
      return kind.kind().id();
    }
    String title = worst.text().title();
    int end = title.indexOf(": ");
    return end < 0 ? title : title.substring(0, end);
  }

  private String when(KindReport kind, boolean open) {
    Instant first = kind.first();
    Instant last = kind.last();
    if (first == null || last == null) {
      return "at unknown times";
    }
    Episode main = main(kind);
    if (open) {
      return "since "
          + figures.time(main == null ? first : main.from())
          + ", and it goes on"
          + beforeTheEnd(last);
    }
    Instant from = main == null ? first : main.from();
    Instant to = main == null ? last : main.to();
    if (figures.time(from).equals(figures.time(to))) {
      return "at " + figures.time(from);
    }
    String often = main == null && kind.events() > 2 ? "now and then " : "";
    return often + "from " + figures.time(from) + " to " + figures.time(to);
  }

  private String beforeTheEnd(Instant last) {
    Instant end = end(report);
    Duration before = end == null ? Duration.ZERO : Duration.between(last, end);
    return before.compareTo(AT_THE_END) <= 0
        ? " at the end of the log"
        : " (last failure " + Figures.duration(before) + " before the end of the log)";
  }

  /** The episode that holds most of them; null if none does. */
  private @Nullable Episode main(KindReport kind) {
    return report.episodes().stream()
        .filter(episode -> episode.kind() == kind.kind())
        .filter(episode -> 2 * episode.events() > kind.events())
        .findFirst()
        .orElse(null);
  }

  private static String howMuch(KindReport kind) {
    String failed = Figures.number(kind.failures(), "failed request", "failed requests");
    long calls = kind.retries().calls();
    if (calls == 0) {
      return failed;
    }
    Duration waited = kind.retries().waited();
    String after =
        waited.toSeconds() == 0 ? "" : ", after " + Figures.duration(waited) + " of waiting in all";
    return failed + ", " + Figures.number(calls) + " of them retries in vain" + after;
  }

  private static List<String> fixes(KindReport kind) {
    List<Count> fixes = kind.fixes().top();
    List<String> said = new ArrayList<>();
    for (Count fix : fixes.subList(0, Math.min(MOST_FIXES, fixes.size()))) {
      said.add((fixes.size() > 1 ? "(" + Figures.number(fix.count()) + ") " : "") + fix.name());
    }
    return said;
  }
}
