package dev.openaierrors.error;

import java.util.Set;

/** By which words a line tells that something of its own failed. */
final class FailureWords {

  private static final int MAX_LENGTH = 1000;
  private static final int MAX_LINE = 300;

  private static final Set<String> FAILED =
      WordList.set(
          "error errors failed failing fails failure exception retry retrying retries retried"
              + " rejected refused refuses skipped skipping skip aborted unable cannot timed gave"
              + " giving postponed fallback falling declined denied caught threw raised attempt"
              + " backing backoff waiting stderr panicked panic");

  /** What a client does after a failed try; and what only speaks of such a case. */
  private static final Set<String> PAUSES =
      WordList.set("retrying sleeping waiting backing pausing");

  private static final Set<String> CASES =
      WordList.set(
          "if when whenever policy strategy configured enabled disabled configuration config"
              + " setting settings default");

  /** Words of failure, as they stand in front of what failed, and behind it. */
  private static final WordTable SAID =
      new WordTable(
          "failed fails failing failure failures error errors unavailable refused rejected timeout"
              + " timedout timed throttled throttling throttles limited unauthorized forbidden"
              + " unable cannot couldn exception denied retrying down overloaded"
              + " exceeded aborted broke broken crashed dropped lost problem trouble wrong invalid fatal"
              + " errored unreachable authorized authenticated failover unexpected");

  /** What is said of every answer, and of a failed call where something bad follows. */
  private static final WordTable ANSWERED =
      new WordTable(
          "returned returns answered responded responds reported gave says said replied sent hit");

  /** What may be named without having happened. */
  private static final WordTable NOUNS =
      new WordTable("error errors failure failures timeout exception throttling failover");

  /** Before one of those: there was none. */
  private static final WordTable NONE = new WordTable("no 0 zero without");

  /** Behind one of those: what counts it, sets it or deals with it. */
  private static final WordTable THINGS =
      new WordTable(
          "handler handlers handling rate rates budget count counts counter counters threshold"
              + " thresholds policy policies mapping mappings mapper page metric metrics detector"
              + " config configuration setting settings property value values enabled disabled");

  /** Before a time-out, and behind it: how long it is, not that it is over. */
  private static final WordTable LENGTHS = new WordTable("the its our default configured");

  private static final WordTable SETS =
      new WordTable(
          "of is set raised lowered increased reduced changed configured not must should can");

  private static final WordTable NOT = new WordTable("not isn wasn aren never t");

  /** Before {@code down}, where that is no direction. */
  private static final WordTable IS =
      new WordTable(
          "is are was were be been being goes went going seems appears again still currently api"
              + " service server openai chatgpt");

  private FailureWords() {}

  /**
   * Whether one of the words between these says, of whoever is named, that something failed, and
   * not only that there was an answer.
   */
  static boolean areSaid(PhraseMatches found, int from, int to) {
    Text text = found.text();
    int limit = Math.min(to, from + MAX_LINE);
    for (int at = from; at < limit; at++) {
      if (LineWords.begins(text, from, at) && say(found, at, text.wordEnd(at))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the word between these does, or is the class of an exception. */
  static boolean say(PhraseMatches found, int at, int behind) {
    Text text = found.text();
    boolean thrown = text.endsWith(behind, "error") || text.endsWith(behind, "exception");
    boolean said = SAID.holds(text, at, behind) || (thrown && text.indexOf('_', at, behind) < 0);
    return said && isMeant(text, at, behind) && !found.quotations().contains(at);
  }

  /** Whether the word between these says that there was an answer, good or bad. */
  static boolean tellAnswer(Text text, int at, int behind) {
    return ANSWERED.holds(text, at, behind);
  }

  /** {@code no errors}, {@code error rate}, {@code the timeout}, {@code scaled down} are none. */
  private static boolean isMeant(Text text, int at, int behind) {
    if (isZero(text, behind)) {
      return false;
    }
    if (text.isWord(at, behind, "down")) {
      return isBehind(text, at, IS);
    }
    if (text.isWord(at, behind, "authorized") || text.isWord(at, behind, "authenticated")) {
      return isBehind(text, at, NOT);
    }
    int next = text.is(behind, ' ') ? behind + 1 : behind;
    int end = text.wordEnd(next);
    if (text.isWord(at, behind, "limited")) {
      return !text.isWord(next, end, "to");
    }
    boolean length =
        text.isWord(at, behind, "timeout")
            && (isBehind(text, at, LENGTHS) || SETS.holds(text, next, end));
    boolean thing =
        NOUNS.holds(text, at, behind)
            && (isBehind(text, at, NONE) || THINGS.holds(text, next, end));
    return !length && !thing;
  }

  /** {@code failed: 0}, {@code "errors":0}. */
  private static boolean isZero(Text text, int behind) {
    int sign = text.firstFromQuotes(behind);
    int number = text.firstFromQuotes(sign + 1);
    return (text.is(sign, ':') || text.is(sign, '='))
        && text.is(number, '0')
        && !text.isWord(number + 1);
  }

  private static boolean isBehind(Text text, int at, WordTable words) {
    int last = text.lastBefore(at) + 1;
    return words.holds(text, text.wordStart(last), last);
  }

  /** Whether a line says that the client waits for its next try. */
  static boolean tellPause(Text text, int begin, int end) {
    boolean pause = false;
    int limit = Math.min(end, begin + MAX_LENGTH);
    int at = begin;
    while (at < limit && !text.isLineEnd(at)) {
      if (LineWords.isStart(text, begin, at)) {
        int behind = text.wordEnd(at);
        String word = LineWords.lower(text, at, behind);
        if (CASES.contains(word)) {
          return false;
        }
        pause |= PAUSES.contains(word);
        at = behind;
      } else {
        at++;
      }
    }
    return pause;
  }

  /** One of these is in each line of which that is so. */
  static Set<String> pauses() {
    return PAUSES;
  }

  /** Who says this word before it comes to the error tells of its own call. */
  static boolean tell(String word) {
    return FAILED.contains(word);
  }

  /** Whether something is said to have failed, or to be tried again: no setting for that case. */
  static boolean standIn(Text text, int begin, int end) {
    int limit = Math.min(end, begin + MAX_LENGTH);
    int at = begin;
    while (at < limit) {
      if (LineWords.isStart(text, begin, at) || (at > begin && text.at(at - 1) == '.')) {
        int behind = text.wordEnd(at);
        if (happened(LineWords.lower(text, at, behind), text, behind)) {
          return true;
        }
        at = Math.max(at + 1, behind);
      } else {
        at++;
      }
    }
    return false;
  }

  private static boolean happened(String word, Text text, int behind) {
    boolean thrown =
        word.endsWith("exception") || word.endsWith("error") || word.endsWith("readtimeout");
    return word.startsWith("fail")
        || word.startsWith("retri")
        || word.equals("retrying")
        // In lists of classes, neither stands behind them.
        || (thrown && (text.is(behind, ':') || text.is(behind, ' ')));
  }
}
