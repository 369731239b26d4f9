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

  /** With these, what was answered is over. */
  private static final WordTable ENDS =
      new WordTable("in within before under below after and for as at without");

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
      if (asked < MAX_NAMES
          && match.role() == Role.NAME
          && match.start() >= from
          && match.start() < to) {
        CalledThing thing = CalledThing.at(found.text(), match);
        if (thing != null) {
          asked++;
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
    while (last < most && !text.isLineEnd(last) && !isOthersClause(text, last)) {
      last++;
    }
    return new FailedCall(found, thing.start(), thing.end(), first, last);
  }

  /** {@code OpenAI up, database down}. */
  private static boolean isOthersClause(Text text, int at) {
    if (text.at(at) != ',' && text.at(at) != ';') {
      return false;
    }
    int word = text.firstFrom(at + 1);
    return OtherParties.areNamed(text, word, text.wordEnd(word));
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
    return (behind || failsBefore())
        && !new OtherCause(found, start, end, from, to).isTold(!behind);
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
    boolean answered = false;
    int at = end;
    while (at < limit) {
      if (LineWords.begins(text, from, at)) {
        int behind = text.wordEnd(at);
        if (fails(at, behind, limit) && CalledName.isOfCall(text, end, at)) {
          return true;
        }
        answered |= FailureWords.tellAnswer(text, at, behind) && CalledName.isOfCall(text, end, at);
        at = behind;
      } else if (isStatus(at) && (answered || CalledName.isAnswered(text, end, at))) {
        return true;
      } else {
        at++;
      }
    }
    return FailureLexicon.tellFailure(found, end, limit);
  }

  /** {@code returned insufficient quota}, but not {@code returned in 2 s, quota is at 40%}. */
  private boolean fails(int at, int behind, int limit) {
    return FailureWords.tellAnswer(text, at, behind)
        ? FailureLexicon.kind(found, behind, clauseEnd(behind, limit)) != null
        : FailureWords.say(found, at, behind);
  }

  private int clauseEnd(int from, int limit) {
    int at = from;
    while (at < limit && ",;(|".indexOf(text.at(at)) < 0) {
      if (LineWords.begins(text, from, at)) {
        int behind = text.wordEnd(at);
        if (ENDS.holds(text, at, behind)) {
          return at;
        }
        at = behind;
      } else {
        at++;
      }
    }
    return at;
  }

  private boolean failsBefore() {
    int limit = Math.max(from, start - MAX_REACH);
    boolean called = CalledName.isCalled(text, from, start, end) || text.is(start - 1, '(');
    for (int at = start - 1; at >= limit; at--) {
      if (LineWords.begins(text, from, at)) {
        int behind = text.wordEnd(at);
        if (FailureWords.say(found, at, behind)) {
          return called;
        }
      } else if (isStatus(at)) {
        return called;
      }
    }
    return FailureLexicon.tellFailure(found, limit, start);
  }

  private boolean isStatus(int at) {
    return (text.at(at) == '4' || text.at(at) == '5') && HttpStatus.isAt(text, at);
  }
}
