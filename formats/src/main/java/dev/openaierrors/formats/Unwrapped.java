package dev.openaierrors.formats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A line without what was wrapped around it. Reused. */
final class Unwrapped {

  /** Characters of a name; there may be many that are kept. */
  private static final int MAX_NAME = 256;

  byte[] bytes = {};
  int from;
  int to;
  String key = "";
  boolean partial;
  @Nullable LogTime time;
  @Nullable String level;
  @Nullable String service;

  void set(byte[] content, int begin, int end) {
    bytes = content;
    from = begin;
    to = end;
    key = "";
    partial = false;
    time = null;
    level = null;
    service = null;
  }

  /** The line itself. */
  byte[] copy() {
    return Arrays.copyOfRange(bytes, from, to);
  }

  /** What tells lines apart that others may stand between: a container, a process. */
  String key() {
    return key.length() <= MAX_NAME ? key : key.substring(0, MAX_NAME) + '#' + key.hashCode();
  }

  /** Whether the line goes on in the next one of the same key. */
  boolean isPartial() {
    return partial;
  }

  /** When it was written; null if not known. */
  @Nullable LogTime time() {
    return time;
  }

  /** Null if not known. */
  @Nullable String level() {
    return level;
  }

  /** Null if not known. */
  @Nullable String service() {
    return service == null || service.length() <= MAX_NAME
        ? service
        : service.substring(0, MAX_NAME);
  }

  /** Puts so much of the line as {@code target} has room for into it; returns how much. */
  int head(byte[] target) {
    int length = Math.min(to - from, target.length);
    System.arraycopy(bytes, from, target, 0, length);
    return length;
  }
}
