package dev.openaierrors.analyzer;

import dev.openaierrors.analyzer.input.AnalyzedEvent;
import dev.openaierrors.analyzer.output.Style;
import dev.openaierrors.error.Printable;
import dev.openaierrors.error.Redactor;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One line for each event as it comes. */
final class LiveLines implements Analysis.Shown {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final Environment environment;
  private final Style style;
  private final ZoneId zone;

  LiveLines(Environment environment, Style style, ZoneId zone) {
    this.environment = environment;
    this.style = style;
    this.zone = zone;
  }

  /** Shows an event; false if nobody reads it any more. */
  @Override
  public boolean isAtOnce() {
    return true;
  }

  @Override
  public boolean show(AnalyzedEvent event) {
    Instant time = event.time();
    String at = time == null ? "-" : TIME.format(time.atZone(zone));
    String kind = event.error().kind().id();
    String named = event.error().retryable() ? style.yellow(kind) : style.red(kind);
    String message = Redactor.sample(event.message(), style.width());
    environment
        .out()
        .println(at + "  " + named + "  " + (message == null ? "" : Printable.of(message)));
    return !environment.out().checkError();
  }
}
