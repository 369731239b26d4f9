package dev.openaierrors.analyzer.input;

import dev.openaierrors.error.ErrorKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells what this command has written itself from logs: reports and lists are often kept beside
 * them, and the messages in them would count once more.
 */
final class OwnReport {

  static final String NOTE = "It is a report of openai-errors, which is no log.";

  /** How a report begins in which there is none. */
  private static final List<String> OF_NOTHING =
      List.of(
          "No OpenAI errors in ",
          "No OpenAI errors\n",
          "No OpenAI errors<",
          "Nothing could be read");

  private static final String CSV = "time,file,line,kind,retryable,";
  private static final int LENGTH_OF_TIME = "2026-05-04 10:00:00".length();

  private OwnReport() {}

  /** Whether a file is one that begins so. */
  static boolean begins(byte[] begin, int length) {
    String text = new String(begin, 0, length, StandardCharsets.UTF_8);
    return text.startsWith(CSV)
        || (text.startsWith("{") && isJson(text))
        || (text.startsWith("<!DOCTYPE html>") && isHeadline(behind(text, "<title>")))
        || (text.startsWith("## ") && isHeadline(text.substring(3)))
        || isHeadline(text)
        || isListed(text);
  }

  private static boolean isJson(String text) {
    return text.contains("\"openai-errors-report/")
        || (text.startsWith("{\"time\":")
            && Stream.of("\"file\":", "\"line\":", "\"retryable\":", "\"retry_after_ms\":")
                .allMatch(text::contains));
  }

  private static String behind(String text, String mark) {
    int at = text.indexOf(mark);
    return at < 0 ? "" : text.substring(at + mark.length());
  }

  /** {@code 1,234 OpenAI errors in …}, {@code No OpenAI errors in …}. */
  private static boolean isHeadline(String text) {
    int at = 0;
    while (at < text.length() && "0123456789,".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at == 0
        ? OF_NOTHING.stream().anyMatch(text::startsWith)
        : text.startsWith(" OpenAI error", at);
  }

  /** A line with a time, perhaps a place, and the kind, two blanks between them. */
  private static boolean isListed(String text) {
    String[] parts = text.substring(0, Math.max(0, text.indexOf('\n'))).split("  ", 4);
    boolean timed = parts[0].equals("-") || parts[0].length() == LENGTH_OF_TIME;
    return parts.length == 4
        && timed
        && (ErrorKind.fromId(parts[1]) != null || ErrorKind.fromId(parts[2]) != null);
  }
}
