package dev.openaierrors.formats;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Reads stack traces: those of the JDK, of Logback and Log4j, and those with the root first. */
final class StackTrace {

  private static final String CAUSED = "Caused by: ";
  private static final String SUPPRESSED = "Suppressed: ";
  private static final String WRAPPED = "Wrapped by: ";
  private static final String IN_THREAD = "Exception in thread ";
  private static final int MAX_THROWABLES = 64;
  private static final int MAX_FRAMES = 200;
  private static final int LONGEST_CLASS = 300;

  private final Deque<Level> levels = new ArrayDeque<>();
  private @Nullable ParsedThrowable root;
  private @Nullable ParsedThrowable current;
  private int throwables;

  private StackTrace() {}

  /** Throwables of one indentation: the latest of each may get a cause. */
  private record Level(int indent, ParsedThrowable latest) {}

  /** Where in an event's text, behind its first line, a stack trace begins; -1 if nowhere. */
  static int begin(String text) {
    int end = text.indexOf('\n');
    while (end >= 0) {
      int line = end + 1;
      end = text.indexOf('\n', line);
      if (isHeader(text, line, end < 0 ? text.length() : end)) {
        return line;
      }
    }
    return -1;
  }

  /** The outermost throwable of a stack trace; null if it is none. */
  static @Nullable ParsedThrowable parse(String text) {
    StackTrace trace = new StackTrace();
    int line = 0;
    while (line < text.length()) {
      int end = text.indexOf('\n', line);
      trace.line(text, line, end < 0 ? text.length() : end);
      line = end < 0 ? text.length() : end + 1;
    }
    trace.causeInMessage();
    return trace.root;
  }

  /** Whoever wraps an exception without words has its name in the message, and it as the cause. */
  private void causeInMessage() {
    ParsedThrowable last = root;
    while (last != null && last.cause != null) {
      last = last.cause;
    }
    String message = last == null ? "" : last.message();
    int end = classEnd(message, 0, message.length());
    boolean named = end < message.length() && message.charAt(end) == ':';
    if (last != null && named && isHeader(message, 0, end)) {
      ParsedThrowable cause = throwable(message, 0, message.length());
      cause.frames.addAll(last.frames);
      last.cause = cause;
    }
  }

  private void line(String text, int from, int to) {
    int begin = afterMarks(text, from, to);
    int indent = begin - from;
    if (begin >= to) {
      return;
    }
    if (text.startsWith(CAUSED, begin) && current != null) {
      cause(throwable(text, begin + CAUSED.length(), to), indent);
    } else if (text.startsWith(SUPPRESSED, begin) && current != null) {
      suppressed(throwable(text, begin + SUPPRESSED.length(), to), indent);
    } else if (text.startsWith(WRAPPED, begin) && root != null) {
      wrapper(throwable(text, begin + WRAPPED.length(), to));
    } else if (root == null) {
      int caused = text.startsWith(CAUSED, begin) ? CAUSED.length() : 0;
      outermost(throwable(text, begin + caused + threadLength(text, begin, to), to), indent);
    } else if (current != null) {
      within(current, text, from, begin, to);
    }
  }

  /** Room for another of a trace that is endless; the last one takes what it cannot be. */
  private boolean isFull() {
    return ++throwables > MAX_THROWABLES;
  }

  private void outermost(ParsedThrowable thrown, int indent) {
    root = thrown;
    current = thrown;
    levels.push(new Level(indent, thrown));
  }

  private void cause(ParsedThrowable thrown, int indent) {
    while (levels.size() > 1 && levels.element().indent() > indent) {
      levels.pop();
    }
    if (isFull()) {
      return;
    }
    levels.pop().latest().cause = thrown;
    levels.push(new Level(indent, thrown));
    current = thrown;
  }

  private void suppressed(ParsedThrowable thrown, int indent) {
    while (levels.size() > 1 && levels.element().indent() >= indent) {
      levels.pop();
    }
    if (isFull()) {
      return;
    }
    levels.element().latest().suppressed.add(thrown);
    levels.push(new Level(indent, thrown));
    current = thrown;
  }

  private void wrapper(ParsedThrowable thrown) {
    if (isFull()) {
      return;
    }
    thrown.cause = root;
    root = thrown;
    current = thrown;
    levels.clear();
    levels.push(new Level(0, thrown));
  }

  private static void within(ParsedThrowable thrown, String text, int from, int begin, int to) {
    String frame = frameClass(text, begin, to);
    if (frame != null) {
      if (thrown.frames.size() < MAX_FRAMES) {
        thrown.frames.add(frame);
      }
    } else if (!isOmission(text, begin, to)) {
      thrown.goOn(text.substring(from, to));
    }
  }

  /** Blanks, and the exclamation mark that Dropwizard puts before each line. */
  private static int afterMarks(String text, int from, int to) {
    int at = from;
    while (at < to && (text.charAt(at) <= ' ' || (at == from && text.charAt(at) == '!'))) {
      at++;
    }
    return at;
  }

  private static int threadLength(String text, int begin, int to) {
    if (!text.startsWith(IN_THREAD, begin)) {
      return 0;
    }
    int quote = find('"', text, begin + IN_THREAD.length(), to);
    while (quote + 1 < to && text.charAt(quote + 1) != ' ') {
      quote = find('"', text, quote + 1, to);
    }
    return quote + 1 < to ? quote + 2 - begin : 0;
  }

  private static ParsedThrowable throwable(String text, int begin, int to) {
    int end = classEnd(text, begin, to);
    if (end <= begin) {
      return new ParsedThrowable("", text.substring(begin, to));
    }
    int message = end < to && text.charAt(end) == ':' ? end + 1 : end;
    return new ParsedThrowable(text.substring(begin, end), text.substring(message, to).strip());
  }

  private static int classEnd(String text, int begin, int to) {
    int end = begin;
    while (end < to && end - begin < LONGEST_CLASS && isOfName(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOfName(char c) {
    return Character.isJavaIdentifierPart(c) || c == '.' || c == '/' || c == '@';
  }

  /** Whether the line begins with the name of an exception, perhaps with what it caused. */
  static boolean isHeader(String text, int from, int to) {
    int begin = afterMarks(text, from, to);
    if (text.startsWith(CAUSED, begin) && isClass(text, begin + CAUSED.length(), to)) {
      return true;
    }
    return isClass(text, begin + threadLength(text, begin, to), to);
  }

  private static boolean isClass(String text, int begin, int to) {
    int end = classEnd(text, begin, to);
    int dot = findBack('.', text, end, begin);
    if (dot <= begin || dot + 1 >= end || !Character.isUpperCase(text.charAt(dot + 1))) {
      return false;
    }
    if (end < to && text.charAt(end) != ':' && text.charAt(end) != '\r') {
      return false;
    }
    String name = text.substring(dot + 1, end);
    return name.contains("Exception")
        || name.contains("Error")
        || name.contains("Throwable")
        || followedByFrame(text, to);
  }

  private static boolean followedByFrame(String text, int lineEnd) {
    int next = lineEnd + 1;
    int end = next < text.length() ? text.indexOf('\n', next) : -1;
    int to = end < 0 ? text.length() : end;
    return next < to && frameClass(text, afterMarks(text, next, to), to) != null;
  }

  /** The class of {@code at x.Y.method(Y.java:1)}; null if the line is no frame. */
  private static @Nullable String frameClass(String text, int begin, int to) {
    if (!text.startsWith("at ", begin)) {
      return null;
    }
    int bracket = find('(', text, begin, to);
    if (bracket >= to) {
      return null;
    }
    int module = findBack('/', text, bracket, begin);
    int name = module > begin ? module + 1 : begin + 3;
    int dot = findBack('.', text, bracket, begin);
    return dot > name ? text.substring(name, dot) : text.substring(name, bracket);
  }

  /** Within the line: the text may have very many, and each be asked for what it does not have. */
  private static int find(char c, String text, int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) != c) {
      at++;
    }
    return Math.min(at, to);
  }

  /** The last one before {@code to}; less than {@code from} if there is none from there on. */
  private static int findBack(char c, String text, int to, int from) {
    int at = to - 1;
    while (at >= from && text.charAt(at) != c) {
      at--;
    }
    return at;
  }

  private static boolean isOmission(String text, int begin, int to) {
    return text.startsWith("... ", begin)
        && begin + 4 < to
        && Character.isDigit(text.charAt(begin + 4));
  }
}
