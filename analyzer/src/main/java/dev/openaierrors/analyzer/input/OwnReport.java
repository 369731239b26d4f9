package dev.openaierrors.analyzer.input;

import dev.openaierrors.error.ErrorKind;
import java.nio.charset.StandardCharsets;

/**
 * Tells what this command has written itself from logs: reports and lists are often kept beside
 * them, and the messages in them would count once more.
 */
final class OwnReport {

  static final String NOTE = "It is a report of openai-errors, which is no log.";

  private static final String CSV = "time,file,line,kind,retryable,";

  /** Where a report in JSON has named its form. */
  private static final int BEGIN = 200;

  private static final String ERROR = " OpenAI error";
  private static final String ERRORS = " OpenAI errors";
  private static final String GAP = "  ";
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
    int schema = text.indexOf("\"openai-errors-report/");
    return (schema >= 0 && schema < BEGIN)
        || (text.startsWith("{\"time\":")
            && text.contains("\"file\":")
            && text.contains("\"line\":")
            && text.contains("\"retryable\":")
            && text.contains("\"retry_after_ms\":"));
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
    return at > 0
        ? isCount(text, at)
        : text.startsWith("Nothing could be read")
            || text.startsWith("No OpenAI errors in ")
            || text.startsWith("No OpenAI errors\n")
            || text.startsWith("No OpenAI errors<");
  }

  /** Others count them, too, and go on in other words. */
  private static boolean isCount(String text, int at) {
    String begin = text.startsWith(ERRORS, at) ? ERRORS : ERROR;
    int end = at + begin.length();
    return text.startsWith(begin, at)
        && (end == text.length()
            || "\r\n<".indexOf(text.charAt(end)) >= 0
            || text.startsWith(" in ", end)
            || text.startsWith(" from ", end));
  }

  /** A line with a time, perhaps a place, and the kind, two blanks between them. */
  private static boolean isListed(String text) {
    int time = text.startsWith("-") ? 1 : LENGTH_OF_TIME;
    int first = time + GAP.length();
    if (!text.startsWith(GAP, time) || text.lastIndexOf('\n', first) >= 0) {
      return false;
    }
    int second = text.indexOf(GAP, first) + GAP.length();
    int end = text.indexOf(GAP, second);
    return second >= first + GAP.length()
        && (isKind(text, first, second - GAP.length()) || (end > 0 && isKind(text, second, end)));
  }

  private static boolean isKind(String text, int from, int to) {
    return ErrorKind.fromId(text.substring(from, to)) != null;
  }
}
