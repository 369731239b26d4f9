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
              + " errored unreachable authorized authenticated failover unexpected returned returns answered responded responds reported gave"
              + " says said replied sent hit");

  private FailureWords() {}

  /** Whether one of the words between these says, of whoever is named, that something failed. */
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
    return said && !found.quotations().contains(at);
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
