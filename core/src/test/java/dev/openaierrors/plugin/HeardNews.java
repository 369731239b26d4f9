package dev.openaierrors.plugin;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertListener;
import dev.openaierrors.alert.AlertListeners;
import dev.openaierrors.alert.ErrorGroup;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.error.ErrorKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** A listener that remembers what it is told from when it was added until it is closed. */
public final class HeardNews implements AlertListener, AutoCloseable {

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
  private final Map<String, Long> before = new LinkedHashMap<>();

  /** What opened, changed and closed: the word, the rule and the severity. */
  public final List<String> incidents = new CopyOnWriteArrayList<>();

  private HeardNews() {}

  /** Hears all from now on; what was counted before, by other tests too, is left out. */
  public static HeardNews add() {
    HeardNews news = new HeardNews();
    AlertListeners.add(news);
    news.counts.forEach((name, count) -> news.before.put(name, count.sum()));
    news.incidents.clear();
    return news;
  }

  /** Failures of this kind. */
  public long failures(ErrorKind kind) {
    return count(kind.id());
  }

  /** Repeats of failures of this kind. */
  public long repeats(ErrorKind kind) {
    return count("again " + kind.id());
  }

  /** Notices of this destination with this outcome. */
  public long notices(String destination, Outcome outcome) {
    return count(destination + " " + outcome.id());
  }

  /** Whether anything is known of this destination, be it that nothing came of it. */
  public boolean knows(String destination) {
    return counts.containsKey(destination + " " + Outcome.DELIVERED.id());
  }

  private long count(String name) {
    LongAdder count = counts.get(name);
    return (count == null ? 0 : count.sum()) - before.getOrDefault(name, 0L);
  }

  private void add(String name, long count) {
    counts.computeIfAbsent(name, it -> new LongAdder()).add(count);
  }

  @Override
  public void errors(ErrorGroup group, long failures, long repeats) {
    add(group.kind().id(), failures);
    add("again " + group.kind().id(), repeats);
  }

  @Override
  public void opened(Alert alert) {
    note("opened", alert);
  }

  @Override
  public void changed(Alert alert, Severity severity) {
    note("changed from " + severity.id(), alert);
  }

  @Override
  public void closed(Alert alert) {
    note("closed", alert);
  }

  private void note(String word, Alert alert) {
    incidents.add("%s %s %s".formatted(word, alert.rule(), alert.severity().id()));
  }

  @Override
  public void notices(String destination, Outcome outcome, long count) {
    add(destination + " " + outcome.id(), count);
  }

  @Override
  public void close() {
    AlertListeners.remove(this);
  }
}
