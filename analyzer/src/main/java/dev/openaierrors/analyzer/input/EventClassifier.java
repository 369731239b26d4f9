package dev.openaierrors.analyzer.input;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.formats.EventContent;
import dev.openaierrors.formats.ParsedEvent;
import dev.openaierrors.formats.ParsedEventView;
import dev.openaierrors.formats.ParsedThrowable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks core what error events of one file carry. For any number of threads. */
final class EventClassifier {

  /** The logger of our own alerts, whole and as patterns shorten it: they repeat an error. */
  private static final String ALERTS = "openai.alerts";

  private static final String ALERTS_SHORT = "o.alerts";
  private static final int MAX_MESSAGE = 4000;
  private static final int MAX_NAME = 256;

  private final ErrorAnalyzer analyzer;
  private final String file;
  private final List<String> contextKeys;
  private final ParsedEventView view = new ParsedEventView();
  private final KnownEvents knownEvents;

  /**
   * For the events of a file.
   *
   * @param contextKeys keys of the context whose values are wanted
   */
  EventClassifier(ErrorAnalyzer analyzer, String file, List<String> contextKeys) {
    this(analyzer, file, contextKeys, new KnownEvents());
  }

  /** As the other, of which others share what is known. */
  EventClassifier(
      ErrorAnalyzer analyzer, String file, List<String> contextKeys, KnownEvents known) {
    this.analyzer = analyzer;
    knownEvents = known;
    this.file = file;
    this.contextKeys = contextKeys;
  }

  /** As the other, of an event that a reader of lines put together. */
  @Nullable UntimedEvent classify(ParsedEvent parsed, long offset, int day) {
    return classify(parsed, offset, parsed.line(), day);
  }

  /**
   * The error in an event; null if there is none.
   *
   * @param offset of its first byte
   * @param line lines before its first
   * @param day midnights since the first event of the window, where times have no date
   */
  @Nullable UntimedEvent classify(ParsedEvent parsed, long offset, long line, int day) {
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
            name(parsed.service()),
            verdict.message(),
            verdict.thrown(),
            file,
            offset,
            line,
            error,
            context(parsed));
    return new UntimedEvent(found, parsed.time(), day);
  }

  private Map<String, String> context(ParsedEvent event) {
    if (contextKeys.isEmpty()) {
      return Map.of();
    }
    Map<String, String> context = new HashMap<>();
    for (String key : contextKeys) {
      String value = event.context(key);
      if (value != null) {
        context.put(key, cut(value));
      }
    }
    return context;
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
