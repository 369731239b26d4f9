package dev.openaierrors.error;

/** Where the value of a name ends that has no quotes, in a line that goes on behind it. */
final class UnquotedValue {

  private final PhraseMatches found;
  private final Text text;

  UnquotedValue(PhraseMatches found) {
    this.found = found;
    this.text = found.text();
  }

  /** An exception of OpenAI's client is named between these, or where the error begins. */
  boolean isHeaded(int from, int error) {
    for (PhraseMatch match : found.all()) {
      if (match.role() == Role.CLIENT
          && match.start() >= from
          && match.start() <= error
          && ClientName.heads(text, match)) {
        return true;
      }
    }
    return false;
  }

  /** It ends before an arrow, and where a number is all of it, before what is no text of its. */
  boolean isOver(int from, int error) {
    if (text.indexOf("->", from, error) >= 0) {
      return true;
    }
    int at = from;
    while (at < error && " ],".indexOf(text.at(at)) < 0) {
      at++;
    }
    if (at >= error) {
      return false;
    }
    boolean closed = text.at(at) == ']';
    int next = closed || text.at(at) == ',' ? text.blanksEnd(at + 1) : at + 1;
    return closed
        || isHeaded(next, Math.min(next, error))
        || (text.isDigit(at - 1) && (text.at(at) == ',' || text.startsWithWord(next, "tokens")));
  }
}
