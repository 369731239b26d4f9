package dev.openaierrors.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of an event, as far as its text has them. */
public final class ParsedEvent {

  @Nullable LogTime time;
  @Nullable String level;
  @Nullable String logger;
  @Nullable String thread;
  @Nullable String service;
  long line;
  private String message = "";
  private @Nullable ParsedThrowable thrown;
  private String text = "";
  private @Nullable String trace;
  private boolean joined;
  private boolean told;
  private boolean madeOfMore;
  final List<Map.Entry<String, String>> pairs = new ArrayList<>();

  ParsedEvent() {}

  /** Null if the log does not say. */
  public @Nullable LogTime time() {
    return time;
  }

  /** One of the five names; null if the log does not say. */
  public @Nullable String level() {
    return level;
  }

  /** Null if not known. */
  public @Nullable String logger() {
    return logger;
  }

  /** Null if not known. */
  public @Nullable String thread() {
    return thread;
  }

  /** Null if not known. */
  public @Nullable String service() {
    return service;
  }

  /** How many lines were before its first, where a {@link LineReader} read it. */
  public long line() {
    return line;
  }

  /** What was logged. */
  public String message() {
    tell();
    return message;
  }

  /** The outermost throwable; null if none. */
  public @Nullable ParsedThrowable thrown() {
    tell();
    return thrown;
  }

  /** Value of this key in what the application added, such as the MDC; null if there is none. */
  public @Nullable String context(String key) {
    for (Map.Entry<String, String> pair : pairs) {
      String name = pair.getKey();
      // GELF puts a line before each.
      if (name.equals(key) || (name.startsWith("_") && name.substring(1).equals(key))) {
        return pair.getValue();
      }
    }
    return null;
  }

  /** What an error in it is judged by; null if that is more than text. */
  public @Nullable EventContent content(boolean routine) {
    return madeOfMore ? null : new EventContent(text, trace, joined, pairs, routine);
  }

  /** Takes this for the message. */
  void message(String words) {
    text = words;
    message = words;
    joined = false;
    told = true;
  }

  /** Takes this for the message and the stack trace below it, if there is one. */
  void messageAndTrace(String words) {
    text = words;
    joined = true;
    told = false;
  }

  /** Whether nothing is known of what was logged. */
  boolean isEmpty() {
    return text.isEmpty() && !hasTrace();
  }

  /** Takes this for the message, and what is in it for the stack trace where there is none. */
  void messageAbove(String words) {
    text = words;
    message = words;
    joined = !hasTrace();
    told = false;
  }

  /** Whether there is a stack trace besides the message. */
  boolean hasTrace() {
    return trace != null || thrown != null;
  }

  /** What is taken for the message, perhaps with a stack trace in it. */
  String words() {
    return text;
  }

  /** Takes for its own what an event says that is all of its message. */
  void takes(ParsedEvent inner) {
    tell();
    inner.tell();
    time = inner.time == null ? time : inner.time;
    level = inner.level == null ? level : inner.level;
    logger = inner.logger == null ? logger : inner.logger;
    thread = inner.thread == null ? thread : inner.thread;
    service = inner.service == null ? service : inner.service;
    text = inner.text;
    trace = inner.trace == null ? trace : inner.trace;
    joined = inner.joined;
    message = inner.message;
    thrown = inner.thrown == null ? thrown : inner.thrown;
    madeOfMore |= inner.madeOfMore;
    told = true;
    pairs.addAll(inner.pairs);
  }

  /** Takes this for the stack trace, if it is one and there is no throwable yet. */
  void trace(@Nullable String words) {
    if (words != null && !words.isBlank() && thrown() == null) {
      trace = words;
      told = false;
    }
  }

  /** Takes this for the throwable. */
  void thrown(@Nullable ParsedThrowable throwable) {
    thrown = throwable;
    madeOfMore |= throwable != null;
  }

  /** Takes a message and a throwable that were found in this text. */
  void found(String words, String itsMessage, @Nullable ParsedThrowable itsThrowable) {
    message(words);
    message = itsMessage;
    thrown = itsThrowable;
  }

  /** Takes what stands below the event's own line for its stack trace. */
  void below(String words) {
    String rest = words.strip();
    if (rest.isEmpty()) {
      return;
    }
    tell();
    madeOfMore = true;
    int begin = StackTrace.begin("\n" + rest);
    if (begin >= 0 && thrown == null) {
      thrown = StackTrace.parse(rest);
    } else {
      message = message + "\n" + rest;
    }
  }

  /** Tells the message from the stack trace, not before anybody asks. */
  private void tell() {
    if (told) {
      return;
    }
    told = true;
    if (trace != null) {
      thrown = StackTrace.parse(trace);
    } else if (joined) {
      int begin = StackTrace.begin(text);
      message = (begin < 0 ? text : text.substring(0, begin)).strip();
      thrown = begin < 0 ? null : StackTrace.parse(text.substring(begin));
    }
  }
}
