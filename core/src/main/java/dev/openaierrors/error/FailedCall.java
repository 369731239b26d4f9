package dev.openaierrors.error;

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
  private static final WordTable KEYS =
      new WordTable("provider vendor service llm backend upstream api engine client system source");

  /** Words of failure, as they stand in front of what failed, and behind it. */
  private static final WordTable FAILED =
      new WordTable(
          "failed fails failing failure failures error errors unavailable refused rejected timeout"
              + " timedout timed throttled throttling throttles limited unauthorized forbidden"
              + " unable cannot couldn exception denied retrying down overloaded"
              + " exceeded aborted broke broken crashed dropped lost problem trouble wrong invalid fatal"
              + " errored unreachable authorized authenticated failover unexpected returned returns answered responded responds reported gave"
              + " says said replied sent hit");

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

  Text text() {
    return text;
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
    return (behind || failsBefore()) && !new OtherCause(this, start, end, from, to).isTold(!behind);
  }

  /** {@code provider=openai}, {@code "vendor": "openai"}. */
  private boolean isValue() {
    int sign = text.lastBeforeQuotes(start);
    if (sign <= from || (!text.is(sign, ':') && !text.is(sign, '='))) {
      return false;
    }
    int key = text.lastBeforeQuotes(sign) + 1;
    int begin = text.wordStart(key);
    int last = text.lastIndexOf('_', begin, key);
    return KEYS.holds(text, last < 0 ? begin : last + 1, key);
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

  /** Whether the word between these is one of failure. */
  boolean saysFailed(int at, int behind) {
    boolean thrown = text.endsWith(behind, "error") || text.endsWith(behind, "exception");
    boolean word = FAILED.holds(text, at, behind) || (thrown && text.indexOf('_', at, behind) < 0);
    return word && !found.quotations().contains(at);
  }

  boolean isWordStart(int at) {
    return Character.isLetter(text.at(at)) && (at == from || !Chars.isIdent(text.at(at - 1)));
  }

  private boolean isStatus(int at) {
    return (text.at(at) == '4' || text.at(at) == '5') && HttpStatus.isAt(text, at);
  }
}
