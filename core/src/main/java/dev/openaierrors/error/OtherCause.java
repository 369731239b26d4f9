package dev.openaierrors.error;

/**
 * Whether a line that names OpenAI beside a failure tells of somebody else's: of what the service
 * did with an answer, of another service that it called, or of whom it answers itself.
 */
final class OtherCause {

  private static final int MAX_WORDS = 2;

  /** What a service does itself with what it has, or was given. */
  private static final WordTable OWN_DEEDS =
      new WordTable(
          "save saving flush flushing deploying store storing persist persisting insert inserting upload"
              + " uploading publish publishing deliver delivering notify notifying render rendering"
              + " migrate deserialize deserializing install installing import importing deploy"
              + " register validate upsert export exporting archive cache caching log record sync"
              + " syncing initialize initialise init start load loading parse parsing read reading"
              + " decode decoding find locate delete deleting update updating evaluate bind map"
              + " mapping convert converting deduct deducting charge charging refund");

  /** Whom a service itself answers. */
  private static final WordTable PEOPLE =
      new WordTable("client clients user users caller customer browser tenant");

  private static final WordTable USERS = new WordTable("user users customer tenant visitor guest");

  /** What they do to an answer that they do not wait for. */
  private static final WordTable LEAVING =
      new WordTable("disconnected disconnects aborted closed cancelled canceled dropped left hung");

  /** What else does something, or is done something to. */
  private static final WordTable SUBJECTS =
      new WordTable("pod probe test tests deployment plugin tool function");

  /** What a line with one of these is about. */
  private static final WordTable NOT_CALLED =
      new WordTable("bean beans dependency module attribute import mock mocked stub simulated");

  private static final WordTable PREPOSITIONS =
      new WordTable("to in into from on with at via by using through inside");

  private final PhraseMatches found;
  private final Text text;
  private final int start;
  private final int end;
  private final int from;
  private final int to;

  /** In the line between {@code from} and {@code to}, where OpenAI's name is the rest. */
  OtherCause(PhraseMatches found, int start, int end, int from, int to) {
    this.found = found;
    this.text = found.text();
    this.start = start;
    this.end = end;
    this.from = from;
    this.to = to;
  }

  /**
   * Whether it does.
   *
   * @param before whether the word of failure stands before the name
   */
  boolean isTold(boolean before) {
    int last = text.lastBefore(start) + 1;
    if (OWN_DEEDS.holds(text, text.wordStart(last), last)) {
      return true;
    }
    boolean calling = before && CalledName.isCalling(text, from, start);
    if (before && !calling && isSaidOfUser()) {
      return true;
    }
    int previous = from;
    int at = from;
    while (at < to) {
      if (at >= start && at < end) {
        at = end;
      } else if (LineWords.begins(text, from, at)) {
        int behind = text.wordEnd(at);
        if (isOfOthers(previous, at, behind, calling)) {
          return true;
        }
        previous = at;
        at = behind;
      } else {
        at++;
      }
    }
    return false;
  }

  /** {@code User 17 exceeded the rate limit for GPT-4 requests}: the service's own. */
  private boolean isSaidOfUser() {
    int begin = start;
    while (begin > from && ":;|]-".indexOf(text.at(begin - 1)) < 0) {
      begin--;
    }
    int at = text.firstFrom(begin);
    return USERS.holds(text, at, text.wordEnd(at));
  }

  private boolean isOfOthers(int previous, int at, int behind, boolean calling) {
    boolean subject = at < start && !calling && isOneClause(behind, start);
    if (NOT_CALLED.holds(text, at, behind) || (subject && SUBJECTS.holds(text, at, behind))) {
      return true;
    }
    int last = text.wordEnd(previous);
    if (PEOPLE.holds(text, at, behind)) {
      return (last < at && text.isWord(previous, last, "to"))
          || (text.lastBefore(at) + 1 != end && isNext(LEAVING, behind));
    }
    if (OtherParties.areNamed(text, at, behind) && isApart(at)) {
      return subject || (last < at && PREPOSITIONS.holds(text, previous, last));
    }
    return FailureWords.say(found, at, behind) && isOwnDeed(behind);
  }

  /** {@code failed to save}, {@code error while parsing}. */
  private boolean isOwnDeed(int behind) {
    int at = behind;
    for (int words = 0; words < MAX_WORDS && at + 1 < to && text.at(at) == ' '; words++) {
      int next = text.wordEnd(at + 1);
      if (OWN_DEEDS.holds(text, at + 1, next)) {
        return true;
      }
      at = next;
    }
    return false;
  }

  private boolean isNext(WordTable words, int behind) {
    return text.is(behind, ' ') && words.holds(text, behind + 1, text.wordEnd(behind + 1));
  }

  private boolean isApart(int at) {
    return at == 0 || "[.-_/@#$\"'".indexOf(text.at(at - 1)) < 0;
  }

  private boolean isOneClause(int left, int right) {
    for (int at = left; at < right; at++) {
      if (":;|\u2014".indexOf(text.at(at)) >= 0) {
        return false;
      }
    }
    return true;
  }
}
