package dev.openaierrors.analyzer.format;

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
  String message = "";
  @Nullable ParsedThrowable thrown;
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

  /** What was logged. */
  public String message() {
    return message;
  }

  /** The outermost throwable; null if none. */
  public @Nullable ParsedThrowable thrown() {
    return thrown;
  }

  /** Takes the level of what is around the event. */
  public void levelAround(String name) {
    level = name;
  }

  /** Tells the message from the stack trace below it. */
  void messageAndTrace(String text) {
    int trace = StackTrace.begin(text);
    message = (trace < 0 ? text : text.substring(0, trace)).strip();
    if (trace >= 0) {
      thrown = StackTrace.parse(text.substring(trace));
    }
  }

  /** Takes what stands below the event's own line for its stack trace. */
  void below(String text) {
    String rest = text.strip();
    if (rest.isEmpty()) {
      return;
    }
    int trace = StackTrace.begin("\n" + rest);
    if (trace >= 0 && thrown == null) {
      thrown = StackTrace.parse(rest);
    } else {
      message = message + "\n" + rest;
    }
  }
}
