package dev.openaierrors.analyzer;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertText;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.analyzer.input.AnalyzedEvent;
import dev.openaierrors.analyzer.output.ListedEvent;
import dev.openaierrors.analyzer.output.Style;
import dev.openaierrors.analyzer.replay.LiveReplay;
import dev.openaierrors.analyzer.replay.Rules;
import dev.openaierrors.error.Printable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;

/**
 * One line for each event as it comes, and one for each alert as it fires and resolves. While all
 * there is was read, time passes for the rules as it passes on the clock.
 */
final class LiveLines implements Analysis.Shown, AutoCloseable {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private static final long TICK_MILLIS = 1000;

  private final Environment environment;
  private final Style style;
  private final ZoneId zone;
  private final LiveReplay replay;
  private final Timer timer = new Timer("openai-errors-ticks", true);
  private boolean upToDate;

  LiveLines(Environment environment, Style style, ZoneId zone, Rules rules) {
    this.environment = environment;
    this.style = style;
    this.zone = zone;
    this.replay = new LiveReplay(rules);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            tick();
          }
        },
        TICK_MILLIS,
        TICK_MILLIS);
  }

  @Override
  public synchronized boolean show(AnalyzedEvent event) {
    upToDate = false;
    line(event(ListedEvent.of(event, List.of())));
    replay.add(event).forEach(this::alert);
    return !environment.out().checkError();
  }

  @Override
  public synchronized void idle() {
    upToDate = true;
    tick();
  }

  private synchronized void tick() {
    if (upToDate) {
      replay.until(environment.clock().instant()).forEach(this::alert);
    }
  }

  @Override
  public void close() {
    timer.cancel();
  }

  private String event(ListedEvent event) {
    String kind = event.error().kind().id();
    List<String> parts = new ArrayList<>();
    parts.add(time(event.time()));
    parts.add(event.error().retryable() ? style.yellow(kind) : style.red(kind));
    add(parts, event.service());
    add(parts, event.logger());
    add(parts, event.error().call().model());
    add(parts, event.limitAndWait());
    parts.add(Printable.truncate(event.text(), style.width()));
    return String.join("  ", parts);
  }

  private static void add(List<String> parts, @Nullable String part) {
    if (part != null) {
      parts.add(part);
    }
  }

  private void alert(Alert alert) {
    String state = alert.state().id().toUpperCase(Locale.ROOT);
    boolean grave = alert.severity() == Severity.CRITICAL;
    String colored =
        !alert.state().isOpen()
            ? style.green(state)
            : grave ? style.red(state) : style.yellow(state);
    String affected = alert.state().isOpen() ? AlertText.affected(alert) : "";
    line(
        String.join(
            "  ",
            time(alert.times().at()),
            style.bold(colored),
            alert.severity().id(),
            alert.rule(),
            alert.text().title() + ". " + alert.text().summary() + affected));
  }

  private String time(@Nullable Instant time) {
    return time == null ? "-" : TIME.format(time.atZone(zone));
  }

  private void line(String text) {
    environment.out().println(text.stripTrailing());
    environment.out().flush();
  }
}
