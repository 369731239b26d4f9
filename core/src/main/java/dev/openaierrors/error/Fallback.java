package dev.openaierrors.error;

import java.util.Set;

/**
 * Whether an event says that the client turns to another model or service: then the call may still
 * succeed, though this attempt failed.
 */
final class Fallback {

  /** How that is said; each is one of {@link Phrases}. */
  static final String[] WORDINGS = {
    "falling back",
    "falls back",
    "fall back to",
    "fell back",
    "fallback to",
    "using fallback",
    "trying fallback",
    "switching to model",
    "switching to fallback",
    "switching to backup",
  };

  private static final Set<String> BEFORE =
      WordList.set(
          "no not without never cannot before after while when error failed failure couldn tried t"
              + " unable");
  private static final Set<String> BEHIND =
      WordList.set("failed fails failing fail unavailable disabled exhausted unsuccessful not");
  private static final Set<String> REASON =
      WordList.set("after because since as for due when while if unless until");
  private static final int LONGEST = 80;
  private static final int WORDS_BEFORE = 2;

  private Fallback() {}

  /** Whether one of these phrases, that are not quoted, says so. */
  static boolean isTold(Text text, PhraseMatch[] told) {
    for (PhraseMatch match : told) {
      if (match.role() == Role.FALLBACK
          && !isDenied(text, match.start())
          && !failsItself(text, match.end())) {
        return true;
      }
    }
    return false;
  }

  /** {@code not falling back}, {@code error while falling back}. */
  private static boolean isDenied(Text text, int start) {
    int end = start;
    for (int i = 0; i < WORDS_BEFORE; i++) {
      int last = text.lastBefore(end);
      // The apostrophe of "can't" parts no sentence.
      int to = last + 1;
      int from = text.wordStart(to);
      if (from == to || text.isLineEnd(end - 1)) {
        return false;
      }
      if (BEFORE.contains(lower(text, from, to))) {
        return true;
      }
      end = from;
    }
    return false;
  }

  /** {@code falling back to gpt-4o failed}, but not {@code … because gpt-5 failed}. */
  private static boolean failsItself(Text text, int behind) {
    int most = Math.min(text.length(), behind + LONGEST);
    int at = behind;
    while (at < most && !endsSentence(text, at)) {
      int end = at;
      while (end < most && text.isWord(end)) {
        end++;
      }
      if (end > at) {
        String word = lower(text, at, end);
        if (BEHIND.contains(word)) {
          return true;
        }
        if (REASON.contains(word)) {
          return false;
        }
      }
      at = Math.max(end, at + 1);
    }
    return false;
  }

  private static boolean endsSentence(Text text, int at) {
    char c = text.at(at);
    boolean blank = at + 1 >= text.length() || text.at(at + 1) <= ' ';
    return c < ' ' || "({;\"".indexOf(c) >= 0 || (blank && ".:!?".indexOf(c) >= 0);
  }

  private static String lower(Text text, int from, int to) {
    char[] word = new char[Math.min(to - from, LONGEST)];
    for (int i = 0; i < word.length; i++) {
      word[i] = Chars.lower(text.at(from + i));
    }
    return new String(word);
  }
}
