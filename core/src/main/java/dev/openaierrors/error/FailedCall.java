package dev.openaierrors.error;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a line says that a call to OpenAI failed: it names OpenAI, one of its models, or what is
 * called after it, beside a word of failure, and nobody else whose failure it may be.
 */
final class FailedCall {

  private static final int MAX_REACH = 120;
  private static final int MAX_LINE = 300;
  private static final int MAX_NAMES = 8;
  private static final int MAX_FRAMES = 6000;

  /** Keys of which the value is who was called. */
  private static final Set<String> KEYS =
      WordList.set("provider vendor service llm backend upstream api engine client system source");

  /** Words of failure, as they stand in front of what failed, and behind it. */
  private static final Set<String> FAILED =
      WordList.set(
          "failed fails failing failure failures error errors unavailable refused rejected timeout"
              + " timedout timed throttled throttling throttles limited unauthorized forbidden"
              + " unable cannot couldn exception denied retrying down overloaded"
              + " exceeded aborted broke broken crashed dropped lost problem trouble wrong invalid fatal"
              + " errored unreachable authorized authenticated failover unexpected returned returns answered responded responds reported gave"
              + " says said replied sent hit");

  /** What a service does itself with what it has, or was given. */
  private static final Set<String> OWN_DEEDS =
      WordList.set(
          "save saving flush flushing deploying store storing persist persisting insert inserting upload"
              + " uploading publish publishing deliver delivering notify notifying render rendering"
              + " migrate deserialize deserializing install installing import importing deploy"
              + " register validate upsert export exporting archive cache caching log record sync"
              + " syncing initialize initialise init start load loading parse parsing read reading"
              + " decode decoding find locate delete deleting update updating evaluate bind map"
              + " mapping convert converting");

  /** Whom a service itself answers. */
  private static final Set<String> PEOPLE =
      WordList.set("client clients user users caller customer browser tenant");

  /** What else does something, or is done something to. */
  private static final Set<String> SUBJECTS =
      WordList.set("pod probe test tests deployment plugin tool function");

  /** What a line with one of these is about. */
  private static final Set<String> NOT_CALLED = WordList.set("bean beans dependency");

  private static final Set<String> PREPOSITIONS =
      WordList.set("to in into from on with at via by using through inside");

  private final PhraseMatches found;
  private final Text text;
  private final int start;
  private final int end;
  private final int from;
  private final int to;

  private FailedCall(PhraseMatches found, int start, int end, int from, int to) {
    this.found = found;
    this.text = found.text();
    this.start = start;
    this.end = end;
    this.from = from;
    this.to = to;
  }

  /** The call that failed by what a section says; null if it tells of none. */
  static @Nullable FailedCall in(PhraseMatches found, Sections sections, int section) {
    int from = sections.start(section);
    int to = sections.end(section);
    int asked = 0;
    for (PhraseMatch match : found.told()) {
      if (match.role() == Role.NAME && match.start() >= from && match.start() < to) {
        CalledThing thing = CalledThing.at(found.text(), match);
        if (thing != null && asked++ < MAX_NAMES) {
          FailedCall call = of(found, thing, from, to);
          if (call.isTold(thing)) {
            return call;
          }
        }
      }
    }
    return null;
  }

  private static FailedCall of(PhraseMatches found, CalledThing thing, int from, int to) {
    Text text = found.text();
    int first = thing.start();
    int limit = Math.max(from, first - MAX_LINE);
    while (first > limit && !text.isLineEnd(first - 1)) {
      first--;
    }
    int last = thing.end();
    int most = Math.min(to, last + MAX_LINE);
    while (last < most && !text.isLineEnd(last)) {
      last++;
    }
    return new FailedCall(found, thing.start(), thing.end(), first, last);
  }

  /** What its line says of the kind of failure; null if nothing. */
  @Nullable PhraseMatch kind() {
    return FailureLexicon.kind(found, from, to);
  }

  private boolean isTold(CalledThing thing) {
    if (thing.isThrown()) {
      return thing.heads(text);
    }
    if (thing.isCaller(text)) {
      return !OtherParties.clientStandsIn(text, Math.max(0, start - MAX_FRAMES), start);
    }
    boolean behind = isValue() || failsBehind();
    return (behind || failsBefore()) && !isOwnDeed() && !isOthers(!behind);
  }

  /** {@code provider=openai}, {@code "vendor": "openai"}. */
  private boolean isValue() {
    int sign = text.lastBeforeQuotes(start);
    if (sign <= from || (!text.is(sign, ':') && !text.is(sign, '='))) {
      return false;
    }
    int key = text.lastBeforeQuotes(sign) + 1;
    int begin = text.wordStart(key);
    String name = LineWords.lower(text, begin, key);
    int last = name.lastIndexOf('_');
    return KEYS.contains(last < 0 ? name : name.substring(last + 1));
  }

  private boolean failsBehind() {
    int limit = Math.min(to, end + MAX_REACH);
    int at = end;
    while (at < limit) {
      if (isWordStart(at)) {
        int behind = text.wordEnd(at);
        if (saysFailed(at, behind) && CalledName.isOfCall(text, end, at)) {
          return true;
        }
        at = behind;
      } else if (isStatus(at) && CalledName.isAnswered(text, end, at)) {
        return true;
      } else {
        at++;
      }
    }
    return FailureLexicon.tellFailure(found, end, limit);
  }

  private boolean failsBefore() {
    int limit = Math.max(from, start - MAX_REACH);
    boolean called = CalledName.isCalled(text, from, start, end) || text.is(start - 1, '(');
    for (int at = start - 1; at >= limit; at--) {
      if (isWordStart(at)) {
        int behind = text.wordEnd(at);
        if (saysFailed(at, behind)) {
          return called;
        }
      } else if (isStatus(at)) {
        return called;
      }
    }
    return FailureLexicon.tellFailure(found, limit, start);
  }

  /** Whether a word of failure stands between these. */
  static boolean saysFailed(PhraseMatches found, int from, int to) {
    Text text = found.text();
    FailedCall line = new FailedCall(found, from, from, from, Math.min(to, from + MAX_LINE));
    for (int at = from; at < line.to; at++) {
      if (line.isWordStart(at) && line.saysFailed(at, text.wordEnd(at))) {
        return true;
      }
    }
    return false;
  }

  private boolean saysFailed(int at, int behind) {
    boolean thrown = text.endsWith(behind, "error") || text.endsWith(behind, "exception");
    boolean word =
        FAILED.contains(LineWords.lower(text, at, behind))
            || (thrown && text.indexOf('_', at, behind) < 0);
    return word && !found.quotations().contains(at);
  }

  private boolean isWordStart(int at) {
    return Character.isLetter(text.at(at)) && (at == from || !Chars.isIdent(text.at(at - 1)));
  }

  private boolean isStatus(int at) {
    return (text.at(at) == '4' || text.at(at) == '5') && HttpStatus.isAt(text, at);
  }

  /** {@code failed to save}, {@code error while parsing}; or what stands right before the name. */
  private boolean isOwnDeed() {
    int last = text.lastBefore(start) + 1;
    if (OWN_DEEDS.contains(LineWords.lower(text, text.wordStart(last), last))) {
      return true;
    }
    int at = from;
    while (at < to) {
      if (isWordStart(at)) {
        int behind = text.wordEnd(at);
        if (FAILED.contains(LineWords.lower(text, at, behind)) && isOwnDeed(behind)) {
          return true;
        }
        at = behind;
      } else {
        at++;
      }
    }
    return false;
  }

  private boolean isOwnDeed(int behind) {
    int at = behind;
    for (int words = 0; words < 2 && at + 1 < to && text.at(at) == ' '; words++) {
      int next = text.wordEnd(at + 1);
      if (OWN_DEEDS.contains(LineWords.lower(text, at + 1, next))) {
        return true;
      }
      at = next;
    }
    return false;
  }

  /** Somebody else is said to have been called, or does what is told. */
  private boolean isOthers(boolean before) {
    boolean calling = before && CalledName.isCalling(text, from, start);
    String last = "";
    int at = from;
    while (at < to) {
      if (at >= start && at < end) {
        at = end;
        continue;
      }
      if (isWordStart(at)) {
        int behind = text.wordEnd(at);
        String word = LineWords.lower(text, at, behind);
        boolean other = OtherParties.are(word) && isApart(at);
        boolean subject = at < start && !calling && isOneClause(behind, start);
        if ((other && PREPOSITIONS.contains(last))
            || (subject && (other || SUBJECTS.contains(word)))) {
          return true;
        }
        if (NOT_CALLED.contains(word) || (PEOPLE.contains(word) && last.equals("to"))) {
          return true;
        }
        last = word;
        at = behind;
      } else {
        at++;
      }
    }
    return false;
  }

  private boolean isApart(int at) {
    return at == 0 || "[.-_/@#$\"'".indexOf(text.at(at - 1)) < 0;
  }

  private boolean isOneClause(int left, int right) {
    for (int at = left; at < right; at++) {
      if (":;|—".indexOf(text.at(at)) >= 0) {
        return false;
      }
    }
    return true;
  }
}
