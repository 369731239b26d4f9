package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times in JSON: text as in other lines, or a number since 1970 in whatever unit. */
final class JsonTimes {

  private static final int NANOS = 1_000_000_000;
  private static final int MAX_DIGITS = 40;

  private JsonTimes() {}

  /** Null if it is no time. */
  static @Nullable LogTime of(@Nullable JsonNode node) {
    if (node == null) {
      return null;
    }
    if (node.isNumber()) {
      // What is too large for a floating-point number has no decimal value.
      if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
        return null;
      }
      return ofNumber(node.decimalValue());
    }
    return node.isTextual() ? ofText(node.textValue()) : null;
  }

  private static @Nullable LogTime ofText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Cursor cursor = new Cursor().on(bytes, 0, bytes.length);
    Head head = new Head();
    head.clear();
    if (Times.dateTime(cursor, head)) {
      cursor.skipBlanks();
      // What is not understood behind it may change it; Go repeats the zone.
      return head.zoned || cursor.isAtEnd() ? head.time() : null;
    }
    if (text.isEmpty() || text.length() > MAX_DIGITS || !isNumber(text)) {
      return null;
    }
    return ofNumber(new BigDecimal(text));
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(c -> Cursor.isDigit(c) || c == '.')
        && text.chars().filter(c -> c == '.').count() <= 1
        && Cursor.isDigit(text.charAt(0))
        && Cursor.isDigit(text.charAt(text.length() - 1));
  }

  /** Seconds, milliseconds, microseconds or nanoseconds: only one of them is in our time. */
  static @Nullable LogTime ofNumber(BigDecimal since1970) {
    int digits = since1970.precision() - since1970.scale();
    if (digits < 9 || digits > 20 || since1970.signum() < 0) {
      return null;
    }
    int shift = digits <= 11 ? 0 : digits <= 14 ? 3 : digits <= 17 ? 6 : 9;
    BigDecimal seconds = since1970.movePointLeft(shift);
    long whole = seconds.setScale(0, RoundingMode.FLOOR).longValueExact();
    int nano =
        seconds.subtract(BigDecimal.valueOf(whole)).multiply(BigDecimal.valueOf(NANOS)).intValue();
    return ofSeconds(whole, nano);
  }

  static @Nullable LogTime ofSeconds(long seconds, long nano) {
    try {
      return LogTime.of(Instant.ofEpochSecond(seconds, nano));
    } catch (DateTimeException | ArithmeticException outOfThisWorld) {
      return null;
    }
  }
}
