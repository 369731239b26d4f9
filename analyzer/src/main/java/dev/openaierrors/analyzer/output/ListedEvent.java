package dev.openaierrors.analyzer.output;

import dev.openaierrors.analyzer.input.AnalyzedEvent;
import dev.openaierrors.analyzer.report.Names;
import dev.openaierrors.error.ErrorField;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Printable;
import dev.openaierrors.error.Redactor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One event as lists have it: redacted, and on one line.
 *
 * @param line number of its first line; 0 if not known
 * @param limit which one was hit; null if none
 * @param waitMillis how long the answer asks to wait; null if it does not say
 * @param around lines of the log around its first one; empty if they are not asked for
 */
public record ListedEvent(
    @Nullable Instant time,
    String file,
    long line,
    OpenAiError error,
    @Nullable String level,
    @Nullable String logger,
    @Nullable String thread,
    @Nullable String service,
    @Nullable String limit,
    @Nullable String waitMillis,
    String message,
    @Nullable String thrown,
    List<NearLine> around) {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_MESSAGE = 1000;

  /**
   * A line of the log.
   *
   * @param number from 1 on
   * @param own whether the event begins with it
   */
  public record NearLine(long number, boolean own, String text) {

    /** Redacts the text. */
    public NearLine {
      text = clean(text, LONGEST_MESSAGE);
    }
  }

  /** Copies the lines. */
  public ListedEvent {
    around = List.copyOf(around);
  }

  /** What is listed of an event. */
  public static ListedEvent of(AnalyzedEvent event, List<NearLine> around) {
    OpenAiError error = event.error();
    return new ListedEvent(
        event.time(),
        Printable.of(event.file()),
        event.line(),
        error,
        event.level(),
        name(event.logger()),
        name(event.thread()),
        name(event.service()),
        error.field(ErrorField.LIMIT),
        error.field(ErrorField.RETRY_AFTER_MS),
        clean(event.message(), LONGEST_MESSAGE),
        event.thrown() == null ? null : clean(event.thrown(), LONGEST_MESSAGE),
        around);
  }

  private static @Nullable String name(@Nullable String name) {
    return Names.of(name, LONGEST_NAME);
  }

  private static String clean(String text, int max) {
    return Printable.line(Objects.requireNonNullElse(Redactor.sample(text, max), ""), max);
  }

  /** Where it stands: {@code app.log:17}. */
  String place() {
    return line == 0 ? file : file + ":" + line;
  }

  /** The message, and behind it what was thrown. */
  public String text() {
    return thrown == null || message.contains(thrown) ? message : message + " | " + thrown;
  }

  /** As {@code limit tpm, wait 1.4 s}; null if there is neither. */
  public @Nullable String limitAndWait() {
    List<String> parts = new ArrayList<>();
    if (limit != null) {
      parts.add("limit " + limit);
    }
    if (waitMillis != null) {
      double seconds = Long.parseLong(waitMillis) / 1000.0;
      parts.add(String.format(Locale.ROOT, seconds < 10 ? "wait %.1f s" : "wait %.0f s", seconds));
    }
    return parts.isEmpty() ? null : String.join(", ", parts);
  }
}
