package dev.openaierrors.analyzer.input;

import dev.openaierrors.analyzer.format.LogTime;
import dev.openaierrors.analyzer.format.Unwrapped;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An event that is being put together of unwrapped lines. */
final class WrappedEvent {

  private final long offset;
  private final @Nullable LogTime time;
  private final @Nullable String level;
  private final @Nullable String service;
  private byte[] bytes;
  private int length;
  private boolean partial;

  WrappedEvent(Unwrapped first, long offset) {
    this.offset = offset;
    time = first.time();
    level = first.level();
    service = first.service();
    partial = first.isPartial();
    bytes = first.copy();
    length = bytes.length;
  }

  /** Adds a line, or more of one; of what is too long, only the begin is kept. */
  void add(Unwrapped more) {
    byte[] content = more.copy();
    int feed = partial ? 0 : 1;
    partial = more.isPartial();
    int size = length + feed + content.length;
    if (size > WindowReader.LONGEST_EVENT) {
      return;
    }
    if (size > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size, 2 * bytes.length));
    }
    if (feed > 0) {
      bytes[length] = '\n';
    }
    System.arraycopy(content, 0, bytes, length + feed, content.length);
    length = size;
  }

  boolean isPartial() {
    return partial;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  long offset() {
    return offset;
  }

  Recogniser.Around around() {
    return new Recogniser.Around(time, level, service);
  }
}
