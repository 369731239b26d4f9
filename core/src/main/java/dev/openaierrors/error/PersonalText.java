package dev.openaierrors.error;

import java.util.Set;

/** Whether a line is in the words of a person. */
final class PersonalText {

  private static final Set<String> ASKING = WordList.set("why how what anyone can could");

  private PersonalText() {}

  /** Somebody asks, explains, or speaks of what is theirs; services do not. */
  static boolean isIn(Text text, int begin, int end) {
    boolean asks = false;
    for (int at = begin; at < end; at++) {
      if (text.at(at) == '?' && asks && (at + 1 >= end || !Chars.isWord(text.at(at + 1)))) {
        return true;
      }
      if (LineWords.isStart(text, begin, at) && (at == begin || isApart(text.at(at - 1)))) {
        int behind = text.wordEnd(at);
        String word = LineWords.lower(text, at, behind);
        if (isFirstPerson(word, text, behind, end)) {
          return true;
        }
        asks |= ASKING.contains(word);
        at = behind - 1;
      }
    }
    return false;
  }

  private static boolean isApart(char c) {
    return c == ' ' || c == '(' || Chars.isQuote(c);
  }

  private static boolean isFirstPerson(String word, Text text, int behind, int end) {
    boolean goesOn = text.is(behind, ' ') && behind + 1 < end && Chars.isLower(text.at(behind + 1));
    return switch (word) {
      case "my", "means" -> goesOn;
      case "i" ->
          goesOn
              || (text.isQuote(behind)
                  && behind + 1 < end
                  && "mv".indexOf(text.at(behind + 1)) >= 0);
      default -> false;
    };
  }
}
