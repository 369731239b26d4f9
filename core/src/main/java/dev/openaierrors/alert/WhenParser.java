package dev.openaierrors.alert;

import dev.openaierrors.error.Printable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads the words of conditions. */
final class WhenParser {

  private static final String EXPECTED =
      "write first, explicit code, 3 in 10m, 3 in 10m over 2 minutes, 3 spread over 15m in 1h,"
          + " 10 of 15 minutes, 20% of 50 in 10m, or again; join alternatives by or";
  private static final int LONGEST = 400;
  private static final int SHOWN = 60;

  private final List<String> words;

  private WhenParser(List<String> words) {
    this.words = words;
  }

  static List<When> parse(String text) {
    if (text.length() > LONGEST) {
      throw wrong(text);
    }
    List<When> conditions = new ArrayList<>();
    List<String> one = new ArrayList<>();
    for (String word : (text.strip() + " or").split("\\s+", -1)) {
      if (word.equalsIgnoreCase("or")) {
        conditions.add(new WhenParser(List.copyOf(one)).condition());
        one.clear();
      } else {
        one.add(word);
      }
    }
    return List.copyOf(conditions);
  }

  private When condition() {
    String text = String.join(" ", words).toLowerCase(Locale.ROOT);
    return switch (text) {
      case "" -> throw wrong("");
      case "first" -> new When.First();
      case "explicit code" -> new When.ExplicitCode();
      case "again" -> When.Spread.AGAIN;
      default -> counted();
    };
  }

  private When counted() {
    int in = at("in");
    int of = at("of");
    int spread = at("spread");
    if (of == 1 && words.size() == 4 && isMinutes(3)) {
      return new When.ActiveMinutes(number(0), number(2));
    }
    if (of == 1 && in == 3 && words.get(0).endsWith("%")) {
      String percent = words.get(0);
      return new When.ShareOfCalls(
          number(percent.substring(0, percent.length() - 1)), number(2), duration(4, words.size()));
    }
    if (spread == 1 && in > 3 && at("over") == 2) {
      return new When.Spread(number(0), duration(3, in), duration(in + 1, words.size()));
    }
    if (in == 1) {
      int over = at("over");
      if (over < 0) {
        return new When.Count(number(0), duration(2, words.size()), 1);
      }
      if (over == words.size() - 3 && isMinutes(over + 2)) {
        return new When.Count(number(0), duration(2, over), number(over + 1));
      }
    }
    throw wrong();
  }

  private int at(String word) {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).equalsIgnoreCase(word)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isMinutes(int index) {
    return Arrays.asList("minute", "minutes", "min", "m")
        .contains(words.get(index).toLowerCase(Locale.ROOT));
  }

  private int number(int index) {
    return number(words.get(index));
  }

  private int number(String word) {
    if (word.isEmpty() || word.length() > 9) {
      throw wrong();
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') {
        throw wrong();
      }
    }
    return Integer.parseInt(word);
  }

  private Duration duration(int from, int to) {
    if (from >= to) {
      throw wrong();
    }
    return Durations.parse(String.join(" ", words.subList(from, to)));
  }

  private InvalidValueException wrong() {
    return wrong(String.join(" ", words));
  }

  private static InvalidValueException wrong(String text) {
    return InvalidValueException.misspelt(
        "'" + Printable.beginning(text, SHOWN) + "' is no condition", EXPECTED);
  }
}
