package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Levels as JSON and tables have them: more names than lines of text use, and numbers. */
final class RecordLevels {

  private static final int MAX_DIGITS = 5;

  /** Of a field that may say something else, not all letters are levels. */
  private static final Set<String> LETTERS = Set.of("I", "W", "E", "F", "D");

  private RecordLevels() {}

  /** One of the five names; null if the field is no level. */
  static @Nullable String of(RecordFields.Field field) {
    return of(field.name(), field.value());
  }

  /**
   * One of the five names; null if it is no level.
   *
   * @param key what the field is called, which tells what its numbers mean
   */
  static @Nullable String of(String key, JsonNode value) {
    if (value.isIntegralNumber()) {
      return ofNumber(key, value.asLong());
    }
    return value.isTextual() ? ofText(key, value.textValue().strip()) : null;
  }

  /** Whether this is no name of a level. */
  static boolean isNumber(JsonNode value) {
    return value.isNumber() || (value.isTextual() && isNumber(value.textValue().strip()));
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_DIGITS
        && text.chars().allMatch(c -> Cursor.isDigit(c));
  }

  /** Whether a field of this name has the numbers of but one library. */
  static boolean isTelling(String key) {
    return key.endsWith("severitylevel")
        || key.endsWith("severitynumber")
        || key.endsWith("loglevel")
        || key.endsWith("levelno");
  }

  private static @Nullable String ofText(String key, String text) {
    String known = KnownKeys.LEVEL.isVague(key) ? Levels.of(text) : LevelNames.ofName(text);
    if (known != null) {
      return known;
    }
    if (isNumber(text)) {
      return ofNumber(key, Long.parseLong(text));
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "default", "normal", "ok", "information" -> "INFO";
      case "fail", "failure" -> "ERROR";
      default -> LETTERS.contains(text) ? Levels.ofLetter(text.charAt(0)) : null;
    };
  }

  private static @Nullable String ofNumber(String key, long number) {
    if (key.endsWith("severitylevel")) {
      return ofFive(number);
    }
    if (key.endsWith("severitynumber")) {
      return number < 1 || number > 24 ? null : ofFive((number - 1) / 4 - 1);
    }
    if (key.endsWith("loglevel")) {
      return ofFive(number - 1);
    }
    if (key.endsWith("levelno")) {
      return ofFive(number / 10 - 1);
    }
    if (key.endsWith("status")) {
      return null;
    }
    if (key.endsWith("severity") && number > 8 && number <= 24) {
      // OpenTelemetry's: those of Bunyan go on from level to level in tens.
      return ofFive((number - 1) / 4 - 1);
    }
    return number < 0 ? null : number < 8 ? Levels.ofSyslog((int) number) : ofSteps(number);
  }

  /** From 0, which is DEBUG, to 4; what is below DEBUG is -1. */
  private static @Nullable String ofFive(long number) {
    if (number < -1 || number > 5) {
      return null;
    }
    return number < 0
        ? "TRACE"
        : number == 0 ? "DEBUG" : number == 1 ? "INFO" : number == 2 ? "WARN" : "ERROR";
  }

  /** Bunyan's tens from 10 on, Monolog's hundreds from 100 on, Logback's thousands. */
  private static @Nullable String ofSteps(long number) {
    if (number >= 5000) {
      return number > 50_000 ? null : ofFive(number / 10_000 - 1);
    }
    if (number >= 100) {
      return number > 600 ? null : ofFive(number / 100 - 1);
    }
    return number < 10 || number > 60 ? null : ofFive(number / 10 - 2);
  }
}
