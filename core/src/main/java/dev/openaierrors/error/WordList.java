package dev.openaierrors.error;

import java.util.Set;

/** Lists of single words, written as one text with blanks between them. */
final class WordList {

  private WordList() {}

  static Set<String> set(String words) {
    return Set.of(array(words));
  }

  static String[] array(String words) {
    return words.split(" ", -1);
  }
}
