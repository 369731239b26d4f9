package dev.openaierrors.formats;

import org.jspecify.annotations.Nullable;

/** Reads an event that was put together, if an OpenAI error may be in it. Reused. */
final class EventScan {

  private final LogBytes scanned = new LogBytes(1 << 16);

  /** Null if it carries no error for certain, or was logged below INFO. */
  @Nullable ParsedEvent parse(EventReader reader, OpenEvent event) {
    scanned.cut(0);
    scanned.add(event.bytes(), 0, event.length());
    if (scanned.aligned().next(0, event.length()) < 0) {
      return null;
    }
    ParsedEvent parsed = reader.parse(event.bytes(), 0, event.length());
    if (parsed != null) {
      event.completes(parsed);
    }
    return parsed;
  }
}
