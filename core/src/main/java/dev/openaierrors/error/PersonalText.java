package dev.openaierrors.error;

import java.util.Set;

/** Whether a line is in the words of a person. */
final class PersonalText {

  private static final Set<String> ASKING = WordList.set("why how what anyone can could");
  private static final int MAX_QUOTED = 200;

  private PersonalText() {}

  /**
   * Somebody asks, explains, or speaks of what is theirs, in the sentence that the error stands in;
   * services do not.
   *
   * @param error where it begins
   */
  static boolean isIn(Text text, int begin, int end, int error) {
    boolean asks = false;
    for (int at = begin; at < end; at++) {
      char c = text.at(at);
      if (c == '?' && asks && at > error && (at + 1 >= end || !Chars.isWord(text.at(at + 1)))) {
        return true;
      }
      if (endsSentence(text, at, end)) {
        if (at > error) {
          return false;
        }
        asks = false;
      }
      if (LineWords.isStart(text, begin, at) && (at == begin || isApart(text.at(at - 1)))) {
        int behind = text.wordEnd(at);
        String word = LineWords.lower(text, at, behind);
        if (isFirstPerson(word, text, behind, end)) {
          return true;
        }
        asks |= at < error && ASKING.contains(word) && !text.startsWith(behind, " not ");
        at = behind - 1;
      } else {
        at = quotationEnd(text, at, Math.min(end, error));
      }
    }
    return false;
  }

  private static boolean endsSentence(Text text, int at, int end) {
    return ".!?".indexOf(text.at(at)) >= 0
        && at + 2 < end
        && text.at(at + 1) == ' '
        && Character.isUpperCase(text.at(at + 2));
  }

  /** Where a quotation ends that opens there and closes before the error; else where it is. */
  private static int quotationEnd(Text text, int open, int error) {
    char c = text.at(open);
    if (c != '"' && c != '\u201c') {
      return open;
    }
    int close = text.indexOf(c == '"' ? c : '\u201d', open + 1, Math.min(error, open + MAX_QUOTED));
    return close < 0 ? open : close;
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
