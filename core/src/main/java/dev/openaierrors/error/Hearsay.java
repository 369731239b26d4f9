package dev.openaierrors.error;

/** What is only told of in an event, and did not happen. */
final class Hearsay {

  private static final String[] ERROR_LEADS =
      WordList.array(
          "error exception failed failure with message reason because cause "
              + "response answer returned got received saying body");
  // Words of a sentence that stand before what we know of it.
  private static final int MAX_OPENING = 40;

  private final Mentions mentions;
  private final Text text;

  Hearsay(Mentions mentions) {
    this.mentions = mentions;
    this.text = mentions.found().text();
  }

  /**
   * Quoted in the middle of a sentence: people ask what 'you exceeded your quota' means.
   *
   * @param roles of all that speaks for OpenAI; bits of {@link Role}
   */
  boolean isToldOf(Mention mention, int roles) {
    PhraseMatch best = mention.best;
    if (best == null
        || mention.bestRank < Rank.PHRASE
        || mention.shape != PayloadShape.NONE
        || Role.CLIENT.isIn(roles)
        || Role.HOST.isIn(roles)) {
      return false;
    }
    int quote = opening(best.start());
    if (quote < 2 || !text.isQuote(quote)) {
      return false;
    }
    boolean numbered = mentions.status(mention) != HttpStatus.NONE;
    if (numbered && !holdsStatus(quote + 1, best.start())) {
      return false;
    }
    if (text.at(quote) == '`' && text.at(quote + 1) != ' ') {
      // But not the whole cell of a table.
      return !text.is(text.lastBefore(quote), '|');
    }
    int word = quote - 2;
    if (text.at(quote - 1) == '(') {
      return isFunction(word);
    }
    return text.at(quote - 1) == ' ' && Character.isLetter(text.at(word)) && !isErrorLead(word + 1);
  }

  private boolean isErrorLead(int end) {
    for (String lead : ERROR_LEADS) {
      if (text.endsWith(end, lead)) {
        return true;
      }
    }
    return false;
  }

  /** The quote that opens the sentence, or what stands before it. */
  private int opening(int start) {
    int limit = Math.max(0, start - MAX_OPENING);
    int at = start;
    while (at > limit && (Character.isLetterOrDigit(text.at(at - 1)) || text.at(at - 1) == ' ')) {
      at--;
    }
    return at - 1;
  }

  private boolean holdsStatus(int from, int to) {
    return HttpStatus.in(text, from, to, mentions.found().quotations()) != HttpStatus.NONE;
  }

  /** {@code startsWith("…")}: the text of a program, where an exception begins with a capital. */
  private boolean isFunction(int last) {
    return Chars.isLower(text.at(text.wordStart(last)));
  }

  /** What is logged at INFO is told of, unless a status or the wording without quotes is there. */
  boolean happened(Mention mention) {
    if (mention.best == null || mention.bestRank <= Rank.HINT) {
      return mentions.status(mention) != HttpStatus.NONE || isUnreached(mention);
    }
    int at = mention.best.start();
    int limit = Math.max(0, at - MAX_OPENING);
    while (at > limit && (Character.isLetter(text.at(at - 1)) || text.at(at - 1) == ' ')) {
      at--;
    }
    return at == 0
        || !text.isQuote(at - 1)
        || holdsStatus(mentions.sections().start(mention.section), at - 1);
  }

  /** {@code Rate limited by OpenAI, sleeping before the next try}: a client tells what it met. */
  boolean isAdmitted(Mention mention) {
    return mention.best != null
        && mention.has(Role.NAME)
        && FailureWords.tellPause(
            text,
            mentions.sections().start(mention.section),
            mentions.sections().end(mention.section))
        && mentions.isNamedAsFailed(mention);
  }

  /** {@code java.net.ConnectException: Failed to connect to api.openai.com}. */
  private boolean isUnreached(Mention mention) {
    return mention.has(Role.HOST)
        && Wording.isNetwork(mention.kind())
        && FailureWords.standIn(
            text,
            mentions.sections().start(mention.section),
            mentions.sections().end(mention.section));
  }

  /**
   * Whether a line at INFO or below only hands it on: it stands in what people wrote.
   *
   * @param whole whether the event was logged so, not only the line
   */
  boolean isHandedOn(Mention mention, boolean whole) {
    Sections sections = mentions.sections();
    int line = mention.section;
    while (line > 0 && sections.first(line) != line && (whole || sections.isThrown(line))) {
      line--;
    }
    int begin = sections.start(line);
    int end = sections.end(mention.section);
    int error = mention.best == null ? lineEnd(begin, end) : mention.best.start();
    return PassingText.holds(mentions.found(), begin, end, error);
  }

  private int lineEnd(int from, int to) {
    int at = from;
    while (at < to && !text.isLineEnd(at)) {
      at++;
    }
    return at;
  }
}
