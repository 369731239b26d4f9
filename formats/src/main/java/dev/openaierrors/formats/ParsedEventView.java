package dev.openaierrors.formats;

import dev.openaierrors.error.LogEventView;
import org.jspecify.annotations.Nullable;

/** How core reads an event of a file: as it would have read the framework's. */
public final class ParsedEventView implements LogEventView<ParsedEvent, ParsedThrowable> {

  /** A view; it has no state. */
  public ParsedEventView() {}

  @Override
  public @Nullable String loggerName(ParsedEvent event) {
    return event.logger;
  }

  @Override
  public boolean isRoutine(ParsedEvent event) {
    return event.level != null && !event.level.equals("WARN") && !event.level.equals("ERROR");
  }

  @Override
  public @Nullable CharSequence message(ParsedEvent event) {
    return event.message();
  }

  @Override
  public int keyValueCount(ParsedEvent event) {
    return event.pairs.size();
  }

  @Override
  public @Nullable String key(ParsedEvent event, int index) {
    return event.pairs.get(index).getKey();
  }

  @Override
  public @Nullable Object value(ParsedEvent event, int index) {
    return event.pairs.get(index).getValue();
  }

  @Override
  public @Nullable ParsedThrowable thrown(ParsedEvent event) {
    return event.thrown();
  }

  @Override
  public @Nullable String className(ParsedThrowable thrown) {
    return thrown.className();
  }

  @Override
  public @Nullable String thrownMessage(ParsedThrowable thrown) {
    return thrown.message();
  }

  @Override
  public @Nullable ParsedThrowable cause(ParsedThrowable thrown) {
    return thrown.cause;
  }

  @Override
  public int suppressedCount(ParsedThrowable thrown) {
    return thrown.suppressed.size();
  }

  @Override
  public @Nullable ParsedThrowable suppressed(ParsedThrowable thrown, int index) {
    return thrown.suppressed.get(index);
  }

  @Override
  public int frameCount(ParsedThrowable thrown) {
    return thrown.frames.size();
  }

  @Override
  public @Nullable String frameClass(ParsedThrowable thrown, int index) {
    return thrown.frames.get(index);
  }

  @Override
  public @Nullable Throwable throwable(ParsedThrowable thrown) {
    return null;
  }
}
