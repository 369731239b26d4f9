package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.AlertText;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.error.Printable;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Many notices in one: the last state of each incident, the worst first. Bounded, so of very many
 * incidents the less severe are only counted.
 */
final class Digest {

  /** How many incidents are kept apart at most. */
  static final int CAPACITY = 64;

  private static final int NAMED = 10;
  private static final int LONGEST_TITLE = 100;

  /** The worst first, of these what is open, of these the newest. */
  static final Comparator<Alert> WORST_FIRST =
      Comparator.comparing(Alert::severity, Comparator.reverseOrder())
          .thenComparing(alert -> !alert.state().isOpen())
          .thenComparing(alert -> alert.times().at(), Comparator.reverseOrder());

  private final Map<String, Alert> last = new LinkedHashMap<>();
  private final boolean ofQuietHours;
  private int notices;
  private boolean full;

  private Digest(boolean ofQuietHours) {
    this.ofQuietHours = ofQuietHours;
  }

  /** Of notices that are more than a destination should get. */
  static Digest ofTooMany() {
    return new Digest(false);
  }

  /** Of incidents that were held back, each of which is added once. */
  static Digest ofQuietHours() {
    return new Digest(true);
  }

  void add(Alert alert) {
    notices++;
    if (!last.containsKey(alert.id()) && last.size() == CAPACITY) {
      full = true;
      Alert least = Collections.max(last.values(), WORST_FIRST);
      if (alert.severity().compareTo(least.severity()) <= 0) {
        return;
      }
      last.remove(least.id());
    }
    last.put(alert.id(), alert);
  }

  /** Adds some of which nothing else is known any more. */
  void addUnknown(int more) {
    notices += more;
    full |= more > 0;
  }

  boolean isCritical() {
    return last.values().stream().anyMatch(alert -> alert.severity() == Severity.CRITICAL);
  }

  int notices() {
    return notices;
  }

  private List<Alert> sorted() {
    return last.values().stream().sorted(WORST_FIRST).toList();
  }

  /** The digest of all that were added, of which there must be one. */
  Alert alert() {
    List<Alert> sorted = sorted();
    Alert worst = sorted.get(0);
    return new Alert(
        "digest-" + Long.toString(latest().toEpochMilli(), 36),
        AlertState.DIGEST,
        "digest",
        "",
        worst.severity(),
        worst.cause().withoutDetails(),
        worst.origin(),
        Alert.Times.past(latest(), first(), lastSeen()),
        new Alert.Counts(
            sum(alert -> alert.counts().failures()),
            sum(alert -> alert.counts().repeats()),
            0,
            0,
            null),
        Alert.Progress.NONE,
        Map.of("rule", rules()),
        null,
        new Alert.Text(
            AlertText.title(title(), worst.origin()),
            summary(sorted),
            cause(),
            worst.text().fix(),
            worst.text().nextStep(),
            worst.text().guide(),
            worst.text().runbook(),
            worst.text().logLink()));
  }

  private long sum(ToLongFunction<Alert> number) {
    return last.values().stream().mapToLong(number).sum();
  }

  private String title() {
    return ofQuietHours
        ? "%s OpenAI incident%s in quiet hours".formatted(notices, notices == 1 ? "" : "s")
        : "and %s more OpenAI alerts".formatted(notices);
  }

  private String cause() {
    return ofQuietHours
        ? "Quiet hours held these notices back."
        : "There were more notices than the %s an hour that one destination gets."
            .formatted(Pace.AN_HOUR);
  }

  /** Which incidents, and how they are. */
  private String summary(List<Alert> sorted) {
    StringBuilder summary = new StringBuilder();
    for (Alert alert : sorted.subList(0, Math.min(NAMED, sorted.size()))) {
      summary.append(summary.isEmpty() ? "" : "; ").append(words(alert));
    }
    int more = sorted.size() - NAMED;
    if (more > 0) {
      // Whether what was not kept apart were incidents of their own, nobody knows any more.
      summary.append(full ? "; and more than " : "; and ").append(more).append(" more");
    }
    return summary.toString();
  }

  private static String words(Alert alert) {
    long failures = alert.counts().failures();
    return "[%s] %s (rule %s, %s failure%s)"
        .formatted(
            alert.state().id().toUpperCase(Locale.ROOT),
            Printable.truncate(alert.text().title(), LONGEST_TITLE),
            alert.rule(),
            failures,
            failures == 1 ? "" : "s");
  }

  /** How many incidents of each rule. */
  private Map<String, Long> rules() {
    Map<String, Long> rules = new LinkedHashMap<>();
    last.values().forEach(alert -> rules.merge(alert.rule(), 1L, Long::sum));
    return rules;
  }

  private Instant latest() {
    return times().map(Alert.Times::at).max(Instant::compareTo).orElseThrow();
  }

  private Instant first() {
    return times().map(Alert.Times::startsAt).min(Instant::compareTo).orElseThrow();
  }

  private Instant lastSeen() {
    return times().map(Alert.Times::lastSeen).max(Instant::compareTo).orElseThrow();
  }

  private Stream<Alert.Times> times() {
    return last.values().stream().map(Alert::times);
  }
}
