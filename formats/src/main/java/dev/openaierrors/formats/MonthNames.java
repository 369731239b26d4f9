package dev.openaierrors.formats;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The names of months in the languages that JVMs write logs in. */
final class MonthNames {

  /** What each begins with, whole or shortened, in small letters. */
  private static final String[][] STEMS = {
    {"jan", "ene", "gen", "янв", "一月", "1月", "1월"},
    {"feb", "fev", "fév", "фев", "二月", "2月", "2월"},
    {"mar", "mär", "mrz", "mrt", "maa", "мар", "三月", "3月", "3월"},
    {"apr", "avr", "abr", "апр", "四月", "4月", "4월"},
    {"may", "mai", "maj", "mei", "mag", "мая", "май", "五月", "5月", "5월"},
    {"jun", "juin", "giu", "июн", "六月", "6月", "6월"},
    {"jul", "juil", "lug", "июл", "七月", "7月", "7월"},
    {"aug", "aoû", "aou", "ago", "авг", "八月", "8月", "8월"},
    {"sep", "set", "сен", "九月", "9月", "9월"},
    {"oct", "okt", "ott", "out", "окт", "十月", "10月", "10월"},
    {"nov", "ноя", "十一月", "11月", "11월"},
    {"dec", "dez", "déc", "dic", "дек", "十二月", "12月", "12월"},
  };

  private static final int LONGEST = 24;
  private static final List<Name> NAMES = names();

  private MonthNames() {}

  private static final class Name {
    private final int month;
    private final byte[] stem;

    Name(int month, byte[] stem) {
      this.month = month;
      this.stem = stem;
    }
  }

  private static List<Name> names() {
    List<Name> names = new ArrayList<>();
    for (int i = 0; i < STEMS.length; i++) {
      for (String stem : STEMS[i]) {
        names.add(new Name(i + 1, stem.getBytes(StandardCharsets.UTF_8)));
      }
    }
    return List.copyOf(names);
  }

  /** Reads a name, and the dot of a shortened one; 0 if there is none. */
  static int read(Cursor c) {
    for (Name name : NAMES) {
      if (stands(name.stem, c)) {
        c.to(c.at() + name.stem.length);
        rest(c);
        c.skip('.');
        return name.month;
      }
    }
    return 0;
  }

  private static void rest(Cursor c) {
    int limit = c.at() + LONGEST;
    while (c.at() < limit && isOfName(c.peek())) {
      c.to(c.at() + 1);
    }
  }

  private static boolean isOfName(int b) {
    return b < 0 || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private static boolean stands(byte[] stem, Cursor c) {
    if (c.at() + stem.length > c.end()) {
      return false;
    }
    byte[] bytes = c.bytes();
    for (int i = 0; i < stem.length; i++) {
      byte b = bytes[c.at() + i];
      int small = b >= 'A' && b <= 'Z' ? b + 32 : b;
      if (small != stem[i]) {
        return false;
      }
    }
    return true;
  }
}
