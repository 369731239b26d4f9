package dev.openaierrors.formats;

import java.util.Map;
import java.util.Set;

/** Reads the zone behind a time: an offset, or an abbreviation that has one meaning only. */
final class Zones {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 5;

  /** In quarters of an hour east of Greenwich. */
  private static final Map<String, Integer> QUARTERS =
      Map.ofEntries(
          Map.entry("UTC", 0),
          Map.entry("GMT", 0),
          Map.entry("UT", 0),
          Map.entry("WET", 0),
          Map.entry("WEST", 4),
          Map.entry("CET", 4),
          Map.entry("MEZ", 4),
          Map.entry("WAT", 4),
          Map.entry("CEST", 8),
          Map.entry("MESZ", 8),
          Map.entry("EET", 8),
          Map.entry("SAST", 8),
          Map.entry("CAT", 8),
          Map.entry("EEST", 12),
          Map.entry("MSK", 12),
          Map.entry("EAT", 12),
          Map.entry("TRT", 12),
          Map.entry("PKT", 20),
          Map.entry("NPT", 23),
          Map.entry("ICT", 28),
          Map.entry("WIB", 28),
          Map.entry("SGT", 32),
          Map.entry("HKT", 32),
          Map.entry("AWST", 32),
          Map.entry("PHT", 32),
          Map.entry("JST", 36),
          Map.entry("KST", 36),
          Map.entry("ACST", 38),
          Map.entry("AEST", 40),
          Map.entry("ACDT", 42),
          Map.entry("AEDT", 44),
          Map.entry("NZST", 48),
          Map.entry("NZDT", 52),
          Map.entry("BRT", -12),
          Map.entry("ART", -12),
          Map.entry("NDT", -10),
          Map.entry("NST", -14),
          Map.entry("ADT", -12),
          Map.entry("EDT", -16),
          Map.entry("EST", -20),
          Map.entry("CDT", -20),
          Map.entry("MDT", -24),
          Map.entry("MST", -28),
          Map.entry("PDT", -28),
          Map.entry("PST", -32),
          Map.entry("AKDT", -32),
          Map.entry("AKST", -36),
          Map.entry("HST", -40));

  /** Of these, several zones are called so, hours apart. */
  private static final Set<String> AMBIGUOUS =
      Set.of("IST", "CST", "BST", "AST", "GST", "AMT", "SST", "ECT", "WST", "LMT", "PYT");

  private Zones() {}

  /** Perhaps {@code CEST}, {@code (UTC)}, {@code GMT+2}; the place is behind it. */
  static void name(Cursor c, Head h) {
    int before = c.at();
    c.skip(' ');
    boolean bracket = c.skip('(');
    int begin = c.at();
    byte[] bytes = c.bytes();
    int end = begin;
    while (end < c.end() && end - begin <= LONGEST && bytes[end] >= 'A' && bytes[end] <= 'Z') {
      end++;
    }
    int length = end - begin;
    boolean whole = length >= SHORTEST && length <= LONGEST && isEndOfName(c, end);
    if (!whole || !named(c.text(begin, end), h)) {
      c.to(before);
      return;
    }
    c.to(end);
    if (bracket) {
      c.skip(')');
    }
    if (h.zoned && h.offsetSeconds == 0) {
      more(c, h);
    }
  }

  /** Skips {@code [Europe/Berlin]}, as Java writes it behind an offset. */
  static void region(Cursor c) {
    int before = c.at();
    if (c.skip('[')) {
      boolean named = c.startsWith("UTC]") || c.startsWith("GMT]");
      while (!c.isAtEnd() && c.peek() != ']' && c.peek() != ' ') {
        named |= c.peek() == '/';
        c.to(c.at() + 1);
      }
      if (named && c.skip(']')) {
        return;
      }
    }
    c.to(before);
  }

  /** Whether what stands there is no part of a zone any more. */
  static boolean isEnd(Cursor c, int at) {
    return at >= c.end() || " \t])|,;>\"".indexOf(c.bytes()[at]) >= 0;
  }

  private static boolean isEndOfName(Cursor c, int at) {
    return isEnd(c, at) || ":+-".indexOf(c.bytes()[at]) >= 0;
  }

  private static boolean named(String name, Head h) {
    Integer quarters = QUARTERS.get(name);
    if (quarters != null) {
      h.zoned = true;
      h.offsetSeconds = quarters * 900;
      return true;
    }
    if (AMBIGUOUS.contains(name)) {
      h.unknownZone = name;
      return true;
    }
    return false;
  }

  /** {@code GMT+2}, {@code UTC-03:30}, {@code GMT+0200}. */
  private static void more(Cursor c, Head h) {
    int before = c.at();
    int sign = c.skip('+') ? 1 : c.skip('-') ? -1 : 0;
    int digits = c.at();
    int hours = sign == 0 ? -1 : c.number(1, 2);
    int minutes = hours >= 0 && c.skip(':') ? c.number(2, 2) : 0;
    if (sign != 0 && hours < 0) {
      int both = c.to(digits).number(4, 4);
      hours = both < 0 ? -1 : both / 100;
      minutes = both % 100;
    }
    if (hours < 0) {
      c.to(before);
      return;
    }
    h.offsetSeconds = sign * (3600 * hours + 60 * Math.max(0, minutes));
  }
}
