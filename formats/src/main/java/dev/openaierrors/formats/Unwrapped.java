package dev.openaierrors.formats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A line without what was wrapped around it. Reused. Of what stood around it, only places are kept,
 * until somebody asks: nobody asks about most lines.
 */
final class Unwrapped {

  /** Characters of a name; there may be many that are kept. */
  private static final int MAX_NAME = 256;

  private static final long PRIME = 0x100000001b3L;

  byte[] bytes = {};
  int from;
  int to;
  String key = "";
  boolean partial;
  @Nullable LogTime time;
  @Nullable String level;
  @Nullable String logger;
  @Nullable String service;

  /** Whether nothing stood around it, so that it belongs to the line before. */
  boolean alone;

  /** What stood around it. */
  final HeadParts parts = new HeadParts();

  /** What looks at lines that are objects; null if nothing does. */
  @Nullable JsonGlance glance;

  /** Room for the head of a line that is not written as it is. */
  final byte[] head = new byte[512];

  private long hash;

  /** What stood around what stood around it; null if nothing did yet. */
  private @Nullable Unwrapped around;

  private @Nullable Unwrapped outer;

  void set(byte[] content, int begin, int end) {
    bytes = content;
    from = begin;
    to = end;
    key = "";
    partial = false;
    time = null;
    level = null;
    logger = null;
    service = null;
    outer = null;
    hash = 0;
    parts.clear();
  }

  /** Where the outer one of two wrappings is taken off to. */
  Unwrapped around() {
    Unwrapped first = around;
    if (first == null) {
      first = new Unwrapped();
      around = first;
    }
    return first;
  }

  /** What is not known by the inner wrapping is known by the outer one, in {@link #around}. */
  void completedByAround() {
    outer = around;
  }

  /** The line itself. */
  byte[] copy() {
    return Arrays.copyOfRange(bytes, from, to);
  }

  /** So much of it that its place can be found; bytes that are not ASCII are no text here. */
  String beginning() {
    int length = Math.min(to - from, LineEnds.MOST_COMPARED);
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }

  /** What tells lines apart that others may stand between: a container, a process. */
  String key() {
    String own = parts.isEmpty() ? key : parts.text();
    String whole = outer == null ? own : outer.key() + '\n' + own;
    return whole.length() <= MAX_NAME
        ? whole
        : whole.substring(0, MAX_NAME) + '#' + whole.hashCode();
  }

  /** The same of lines of the same key, and of others by no chance that anybody meets. */
  long keyHash() {
    if (hash != 0) {
      return hash;
    }
    long hash = outer == null ? PRIME : outer.keyHash() * PRIME;
    if (!parts.isEmpty()) {
      return hash ^ parts.hash();
    }
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * PRIME;
    }
    return hash;
  }

  /** Takes these bytes for more of what makes the key, of which there is only the hash. */
  void addToKey(byte[] more, int begin, int end) {
    hash = hash == 0 ? PRIME : hash;
    for (int i = begin; i < end; i++) {
      hash = (hash ^ more[i]) * PRIME;
    }
    hash = (hash ^ ' ') * PRIME;
  }

  /** Whether the line goes on in the next one of the same key. */
  boolean isPartial() {
    return partial || (outer != null && outer.isPartial());
  }

  /** When it was written; null if not known. */
  @Nullable LogTime time() {
    LogTime own = time != null ? time : parts.head.time();
    return outer != null && (own == null || own.isTimeOfDay()) ? outer.time() : own;
  }

  /** Null if not known. */
  @Nullable String level() {
    return level == null && outer != null ? outer.level() : level;
  }

  /** Null if not known. */
  @Nullable String logger() {
    return logger == null && outer != null ? outer.logger() : logger;
  }

  /** Null if not known. */
  @Nullable String service() {
    String name = service != null ? service : parts.service();
    if (name == null && outer != null) {
      return outer.service();
    }
    return name == null || name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
  }

  /** Whether it only opens what follows, as the first line of a body that is written in lines. */
  boolean opens() {
    return to - from == 1 && (bytes[from] == '{' || bytes[from] == '[');
  }

  /** Whether it is one of a stack trace. */
  boolean isFrame() {
    return from < to && TextLines.isFrame(new Cursor().on(bytes, from, to));
  }

  /** Whether a stack trace begins with it. */
  boolean isTraceHead() {
    return TextLines.isTraceHead(bytes, from, to);
  }

  /** Whether something stood around it, and it looks as if nothing was above it. */
  boolean isAtLeft() {
    return !alone && PlainFormat.isAtLeft(new Cursor().on(bytes, from, to));
  }

  /** Puts so much of the line as {@code target} has room for into it; returns how much. */
  int head(byte[] target) {
    int length = Math.min(to - from, target.length);
    System.arraycopy(bytes, from, target, 0, length);
    return length;
  }
}
