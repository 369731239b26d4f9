package dev.openaierrors.formats;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A throwable as a stack trace shows it. */
public final class ParsedThrowable {

  private static final int MAX_MESSAGE = 65_536;

  private final String className;
  private final StringBuilder message;
  final List<String> frames = new ArrayList<>();
  final List<ParsedThrowable> suppressed = new ArrayList<>();
  @Nullable ParsedThrowable cause;

  ParsedThrowable(String className, String message) {
    this.className = className;
    this.message = new StringBuilder(message);
  }

  /** Fully qualified, as far as the log has it. */
  public String className() {
    return className;
  }

  /** Empty if it has none. */
  public String message() {
    return message.toString();
  }

  void goOn(String line) {
    if (message.length() < MAX_MESSAGE) {
      message.append('\n').append(line);
    }
  }
}
