package dev.openaierrors.fuzz;

import com.sun.management.ThreadMXBean;
import dev.openaierrors.error.ErrorField;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Particulars;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What must hold of results. */
final class Check {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_FIX = 300;
  private static final int LONGEST_MESSAGE = 300;

  /**
   * Far above what any text takes, also under a fuzzer's instrumentation and on a busy machine: it
   * tells linear work from quadratic, not a fast machine from a slow one.
   */
  private static final long MOST_NANOS = 2_000_000_000L;

  private static final int TRIALS = 3;

  private Check() {}

  static void that(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  static void same(@Nullable Object one, @Nullable Object other, String what, Object of) {
    if (!Objects.equals(one, other)) {
      throw new AssertionError(
          "%s:%n  one   %s%n  other %s%n  of    %s"
              .formatted(what, shown(one), shown(other), shown(of)));
    }
  }

  /**
   * Runs something whose garbage and processor time, not that of other threads, have limits.
   *
   * @param mostBytes that may be allocated
   */
  static <T extends @Nullable Object> T bounded(String what, long mostBytes, Supplier<T> work) {
    for (int trial = 1; ; trial++) {
      long bytes = THREADS.getCurrentThreadAllocatedBytes();
      long nanos = THREADS.getCurrentThreadCpuTime();
      T result = work.get();
      nanos = THREADS.getCurrentThreadCpuTime() - nanos;
      bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
      if (bytes <= mostBytes && nanos <= MOST_NANOS) {
        return result;
      }
      // The first time may load classes, compile, or wait for the machine.
      if (trial == TRIALS) {
        throw new AssertionError(
            "%s takes %,d bytes and %,d ms".formatted(what, bytes, nanos / 1_000_000));
      }
    }
  }

  /** Everything of it is fit to be written anywhere. */
  static void clean(@Nullable OpenAiError error) {
    if (error == null) {
      return;
    }
    for (Map.Entry<String, String> field : error.fields().entrySet()) {
      boolean fix = field.getKey().equals(ErrorField.FIX.key());
      cleanText(field.getKey(), field.getValue(), fix ? LONGEST_FIX : LONGEST_NAME);
    }
    that(ErrorKind.fromId(error.kind().id()) == error.kind(), "kind is one of the ids");
    Particulars more = error.particulars();
    cleanText("message", more.message(), LONGEST_MESSAGE);
    cleanText("organization", more.organization(), LONGEST_NAME);
    cleanText("project", more.project(), LONGEST_NAME);
    cleanText("key", more.key(), 4);
    cleanText("host", more.host(), LONGEST_NAME);
    that(
        error.answer().retryAfter() == null || !error.answer().retryAfter().isNegative(),
        "a wait is no debt");
  }

  /** On one line, printable, not blank, and short. */
  static void cleanText(String what, @Nullable String text, int most) {
    if (text == null) {
      return;
    }
    if (text.isBlank() || text.length() > most) {
      throw new AssertionError(what + " is blank or too long: " + shown(text));
    }
    shown(what, text);
  }

  /** Nothing that a terminal or a page would take for an order. */
  static void shown(String what, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean bad =
          switch (Character.getType(c)) {
            case Character.CONTROL,
                Character.FORMAT,
                Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR ->
                true;
            case Character.SURROGATE -> !isPaired(text, i);
            default -> false;
          };
      if (bad) {
        throw new AssertionError(
            "%s has U+%04X at %d: %s".formatted(what, (int) c, i, shown(text)));
      }
    }
  }

  private static boolean isPaired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }

  private static String shown(@Nullable Object value) {
    String text = String.valueOf(value);
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), 2_000); i++) {
      char c = text.charAt(i);
      shown.append(c >= ' ' && c < 127 ? String.valueOf(c) : "\\u%04x".formatted((int) c));
    }
    return shown.toString();
  }
}
