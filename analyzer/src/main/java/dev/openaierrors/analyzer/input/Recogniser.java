package dev.openaierrors.analyzer.input;

import dev.openaierrors.analyzer.format.EventBytes;
import dev.openaierrors.analyzer.format.EventContent;
import dev.openaierrors.analyzer.format.EventReader;
import dev.openaierrors.analyzer.format.LogTime;
import dev.openaierrors.analyzer.format.ParsedEvent;
import dev.openaierrors.analyzer.format.ParsedEventView;
import dev.openaierrors.analyzer.format.ParsedThrowable;
import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.OpenAiError;
import org.jspecify.annotations.Nullable;

/** Asks core about an event. Keeps a buffer: for one thread. */
final class Recogniser {

  /** The logger of our own alerts, whole and as patterns shorten it: they repeat an error. */
  private static final String ALERTS = "openai.alerts";

  private static final String ALERTS_SHORT = "o.alerts";
  private static final int MAX_MESSAGE = 4000;
  private static final int MAX_NAME = 256;

  private final ErrorAnalyzer analyzer;
  private final String file;
  private final ParsedEventView view = new ParsedEventView();
  private final EventBytes event = new EventBytes();
  private final KnownEvents knownEvents;

  Recogniser(ErrorAnalyzer analyzer, String file, KnownEvents knownEvents) {
    this.analyzer = analyzer;
    this.file = file;
    this.knownEvents = knownEvents;
  }

  /** Where to put the bytes of the next event. */
  byte[] room(int length) {
    return event.room(length);
  }

  /** What the log around an event says of it, where the event itself does not. */
  record Around(@Nullable LogTime time, @Nullable String level, @Nullable String service) {

    static final Around NOTHING = new Around(null, null, null);
  }

  /** The error in the event of so many bytes in the {@link #room}; null if there is none. */
  @Nullable Found recognise(EventReader reader, int length, long offset, Around around, int day) {
    ParsedEvent parsed = reader.parse(event.filled(length));
    if (parsed == null) {
      return null;
    }
    if (parsed.level() == null && around.level() != null) {
      parsed.levelAround(around.level());
    }
    if (ALERTS.equals(parsed.logger()) || ALERTS_SHORT.equals(parsed.logger())) {
      return null;
    }
    Verdict verdict = verdict(parsed);
    OpenAiError error = verdict.error();
    if (error == null) {
      return null;
    }
    AnalyzedEvent found =
        new AnalyzedEvent(
            null,
            parsed.level(),
            name(parsed.logger()),
            name(parsed.thread()),
            name(parsed.service() == null ? around.service() : parsed.service()),
            verdict.message(),
            verdict.thrown(),
            file,
            offset,
            error);
    return new Found(found, parsed.time() == null ? around.time() : parsed.time(), day);
  }

  private Verdict verdict(ParsedEvent event) {
    EventContent content = event.content(view.isRoutine(event));
    Verdict known = content == null ? null : knownEvents.get(content);
    if (known != null) {
      return known;
    }
    OpenAiError error = analyzer.analyze(view, event);
    Verdict verdict =
        error == null
            ? Verdict.NONE
            : new Verdict(error, cut(event.message()), thrown(event.thrown()));
    if (content != null) {
      knownEvents.put(content, verdict);
    }
    return verdict;
  }

  private static @Nullable String thrown(@Nullable ParsedThrowable thrown) {
    if (thrown == null) {
      return null;
    }
    return cut(
        thrown.message().isEmpty()
            ? thrown.className()
            : thrown.className() + ": " + thrown.message());
  }

  /** Names are kept by the thousand. */
  private static @Nullable String name(@Nullable String name) {
    return name == null || name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
  }

  private static String cut(String text) {
    return text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE);
  }
}
