package dev.openaierrors.error;

/** Single words that are looked for in place, without a copy of each word of a text. */
final class WordTable {

  private final String[] table;

  /** Of a text with blanks between the words, which are of ASCII in lower case. */
  WordTable(String words) {
    String[] all = WordList.array(words);
    table = new String[Integer.highestOneBit(all.length) << 2];
    for (String word : all) {
      char[] chars = word.toCharArray();
      table[place(chars, 0, chars.length)] = word;
    }
  }

  /** Whether what stands there, in any case, is one of them. */
  boolean holds(Text text, int from, int to) {
    return to > from && table[place(text.chars(), from, to)] != null;
  }

  /** Where the word is, or would be; there is always a free place. */
  private int place(char[] chars, int from, int to) {
    int hash = 0;
    for (int at = from; at < to; at++) {
      hash = 31 * hash + Chars.lower(chars[at]);
    }
    int place = (hash ^ hash >>> 12) & (table.length - 1);
    while (table[place] != null && !isIt(table[place], chars, from, to)) {
      place = (place + 1) & (table.length - 1);
    }
    return place;
  }

  private static boolean isIt(String word, char[] chars, int from, int to) {
    return word.length() == to - from && Chars.startsWith(chars, from, to, word);
  }
}
