package dev.openaierrors.error;

import java.util.Set;

/**
 * Whether an error in a line that was logged at INFO or below stands in what people wrote or were
 * told, which the line only reports: {@code user message: why do I get 429?}.
 *
 * <p>A line of that sort names what it hands on, before a colon, an equals sign or a quotation, or
 * is in the words of a person who asks or explains. A line about the service's own call says that
 * something failed before it comes to the words. Bounded: what stands far behind the beginning of
 * the line is not looked at.
 */
final class PassingText {

  private static final int MAX_LENGTH = 1000;
  private static final int MAX_LEAD = 60;

  /** What people write, and are told, right before the sign. */
  private static final Set<String> TEXTS =
      WordList.set(
          "prompt prompts question questions query queries utterance transcript instruction"
              + " instructions answer answers input inputs text content comment subject title"
              + " feedback thought reply history conversation document topic q search"
              + " completion userquery userinput usermessage userprompt systemprompt inputtext"
              + " description arguments args");

  /**
   * What people write, with who wrote it or its number before the sign; and what was done with it.
   */
  private static final Set<String> LETTERS =
      WordList.set(
          "ticket comment post mail email sms tweet transcript history conversation review feedback"
              + " search answer reply turn commit asked asks said says wrote reports reported"
              + " imported exported export ingested uploaded preview transcribed saved stored posted"
              + " published created opened indexed cached rendered translated detected classified"
              + " summarized parsed recognized generated");

  /** What a service makes itself: an exception behind one of these says that it did not. */
  private static final Set<String> MADE =
      WordList.set("answer answers thought reply history conversation document search completion");

  private static final Set<String> NEGATIONS =
      WordList.set("no not nothing none could without couldn nobody");

  /** Messages are people's only where it is said so. */
  private static final Set<String> MESSAGES =
      Set.of("message", "messages", "msg", "chat", "input", "text");

  private static final Set<String> PEOPLE =
      WordList.set(
          "user users customer client human guest visitor member chat slack telegram discord"
              + " whatsapp sms teams mail email inbound incoming support");

  private static final Set<String> SYSTEM = Set.of("system");

  /** Who speaks in a transcript. */
  private static final Set<String> SPEAKERS =
      Set.of("user", "assistant", "human", "customer", "agent");

  /** Who answers for the service that was called. */
  private static final Set<String> CALLED =
      WordList.set("openai azure api server provider upstream gateway endpoint model error client");

  /** What leads in a quotation of the answer. */
  private static final Set<String> ANSWERED =
      WordList.set(
          "returned got received saying body response answered responded because cause reason"
              + " status code http post get");

  private static final Set<String> FIELDS = WordList.set("message msg detail details error");

  private final UnquotedValue value;
  private final Text text;
  private final int begin;
  private final int end;
  private final int error;
  private final Quotations quotations;

  private PassingText(PhraseMatches found, int begin, int end, int error) {
    this.value = new UnquotedValue(found);
    this.text = found.text();
    this.quotations = found.quotations();
    this.begin = begin;
    this.end = end;
    this.error = error;
  }

  /**
   * Whether the error is in such a text.
   *
   * @param begin of the line
   * @param end behind what belongs to it
   * @param error where it begins; before {@code end}
   */
  static boolean holds(PhraseMatches found, int begin, int end, int error) {
    int limit = Math.min(end, begin + MAX_LENGTH);
    PassingText passing = new PassingText(found, begin, limit, Math.min(error, limit));
    return passing.isIntroduced()
        || (!passing.value.isHeaded(begin, passing.error)
            && PersonalText.isIn(passing.text, begin, limit, passing.error));
  }

  /** The line says what it hands on. */
  private boolean isIntroduced() {
    boolean negated = false;
    int at = begin;
    while (at < error) {
      if (LineWords.isStart(text, begin, at)) {
        int behind = text.wordEnd(at);
        String word = LineWords.lower(text, at, behind);
        if (FailureWords.tell(word)) {
          return false;
        }
        if (isInValue(valueOf(word, at, behind), isMade(word, negated))) {
          return true;
        }
        negated |= NEGATIONS.contains(word) || (word.equals("of") && isZero(at));
        at = behind;
      } else {
        if (isSpeechMark(at) && isSpoken(at)) {
          return true;
        }
        at++;
      }
    }
    return false;
  }

  /** What the service makes or does, so that an exception in its place is the service's own. */
  private static boolean isMade(String word, boolean negated) {
    return negated || MADE.contains(word) || (LETTERS.contains(word) && word.endsWith("ed"));
  }

  /** {@code 0 of 12 documents indexed}. */
  private boolean isZero(int of) {
    return text.endsWith(of, "0 ") && (of - 3 < begin || !text.isWord(of - 3));
  }

  /** Where the text begins that the word introduces; -1 if it introduces none. */
  private int valueOf(String word, int start, int behind) {
    if (behind >= end || "-./$".indexOf(text.at(behind)) >= 0) {
      return -1;
    }
    String name = word.replace("_", "");
    int sign = signAt(behind);
    // A summary of what was done is the service's own, one in quotes is a text.
    boolean summary = sign >= 0 && name.equals("summary") && text.isQuote(sign);
    boolean direct =
        summary || TEXTS.contains(name) || (MESSAGES.contains(name) && isBehind(start, PEOPLE));
    if (sign >= 0 && direct && !isBehind(start, CALLED)) {
      return sign;
    }
    if (sign >= 0 && SPEAKERS.contains(name) && text.is(sign - 1, ' ') && areWords(sign)) {
      return sign;
    }
    boolean letter =
        LETTERS.contains(name)
            || (name.equals("prompt") && isBehind(start, SYSTEM))
            || (MESSAGES.contains(name) && (isBehind(start, PEOPLE) || isFromPeople(behind)))
            || (name.equals("issue") && isNumbered(behind));
    return letter && !isBehind(start, CALLED) ? signBehind(behind) : -1;
  }

  /** Behind the sign that stands there, and blanks; -1 if none does. */
  private int signAt(int from) {
    int at = bracketEnd(from);
    while (at < end && (text.isQuote(at) || text.at(at) == '\\' || text.at(at) == ' ')) {
      at++;
    }
    if (at >= end) {
      return -1;
    }
    if (text.is(at, "->") || text.is(at, "=>")) {
      return text.blanksEnd(at + 2);
    }
    boolean sign = text.at(at) == '=' || (text.at(at) == ':' && !text.is(at + 1, ':'));
    return sign ? text.blanksEnd(at + 1) : -1;
  }

  /** Behind what stands in brackets there: {@code prompt (812 tokens): …}. */
  private int bracketEnd(int from) {
    int open = text.blanksEnd(from);
    if (!text.is(open, '(')) {
      return from;
    }
    int close = text.indexOf(')', open, Math.min(end, open + MAX_LEAD));
    return close < 0 ? from : close + 1;
  }

  /** As {@link #signAt}, with some words before it, none of which says that anything failed. */
  private int signBehind(int from) {
    int limit = Math.min(error, from + MAX_LEAD);
    int at = from;
    while (at < limit) {
      char c = text.at(at);
      if (text.isLineEnd(at)) {
        return -1;
      }
      if (LineWords.isStart(text, begin, at)) {
        int behind = text.wordEnd(at);
        String word = LineWords.lower(text, at, behind);
        if (FailureWords.tell(word) || CALLED.contains(word)) {
          return -1;
        }
        at = behind;
      } else if (c == ':' && text.is(at + 1, ' ')) {
        return text.blanksEnd(at + 1);
      } else {
        at++;
      }
    }
    return -1;
  }

  private boolean isBehind(int start, Set<String> words) {
    int last = start;
    while (last > begin && " _'\"-".indexOf(text.at(last - 1)) >= 0) {
      last--;
    }
    int from = last;
    while (from > begin && Character.isLetter(text.at(from - 1))) {
      from--;
    }
    return from < last && words.contains(LineWords.lower(text, from, last));
  }

  /** {@code message from user 4711}, but not {@code message from OpenAI}. */
  private boolean isFromPeople(int behind) {
    int at = text.blanksEnd(behind);
    if (!text.startsWithWord(at, "from") && !text.startsWithWord(at, "by")) {
      return false;
    }
    int name = text.blanksEnd(text.wordEnd(at));
    return !CALLED.contains(LineWords.lower(text, name, text.wordEnd(name)));
  }

  private boolean isNumbered(int behind) {
    int at = text.blanksEnd(behind);
    while (at < end && text.at(at) > ' ' && text.at(at) != ':') {
      if (text.isDigit(at)) {
        return true;
      }
      at++;
    }
    return false;
  }

  private boolean areWords(int from) {
    int at = from;
    for (int words = 0; words < 3; words++) {
      if (at >= end || !Character.isLetter(text.at(at))) {
        return false;
      }
      at = text.blanksEnd(text.wordEnd(at));
    }
    return true;
  }

  /** The error stands in the value that begins there, which is no answer of a server's. */
  private boolean isInValue(int from, boolean made) {
    if (from < 0 || from > error || isAnswer(from) || (made && value.isHeaded(from, error))) {
      return false;
    }
    if (text.isQuote(from)) {
      return error < close(from);
    }
    if (value.isOver(from, error)) {
      return false;
    }
    boolean pair = text.is(from - 1, '=');
    for (int at = from; pair && at < error; at++) {
      if (text.at(at) == ' ' && isPair(at + 1)) {
        return false;
      }
    }
    return true;
  }

  /** An error object, or a page: what a server answered, whoever is named before it. */
  private boolean isAnswer(int from) {
    int brace = text.firstFromQuotes(from);
    if (text.is(brace, '<')) {
      return true;
    }
    int key = text.firstFromQuotes(brace + 1);
    return text.is(brace, '{')
        && (text.startsWithWord(key, "error")
            || text.startsWithWord(key, "type")
            || text.startsWithWord(key, "message")
            || text.startsWithWord(key, "code"));
  }

  private boolean isPair(int from) {
    int behind = text.wordEnd(from);
    return behind > from && text.is(behind, '=');
  }

  /** A quote that opens, behind a word or a sign. */
  private boolean isSpeechMark(int at) {
    return text.isQuote(at)
        && at > begin
        && at + 1 < end
        && text.at(at + 1) > ' '
        && text.at(at - 1) == ' ';
  }

  /** The error is quoted, and nothing before it says that it is the answer to a call. */
  private boolean isSpoken(int quote) {
    int last = text.lastBefore(quote);
    boolean keyed = last > begin && text.at(last) == ':' && text.isQuote(last - 1);
    int close = close(quote);
    if (keyed || close <= error || Speech.isPayload(text, quote) || text.is(quote + 1, "HTTP/")) {
      return false;
    }
    int sign = last >= begin && ":,".indexOf(text.at(last)) >= 0 ? last : last + 1;
    // {message: "…"} is the answer; message "…" is a message.
    return !(sign == last && isBehind(sign, FIELDS))
        && !isBehind(sign, ANSWERED)
        && !isBehind(sign, CALLED)
        && !text.startsWith(quote + 1, "post ")
        && HttpStatus.in(text, begin, quote, quotations) == HttpStatus.NONE
        && HttpStatus.in(text, close, end, quotations) == HttpStatus.NONE;
  }

  /** The quote that closes; the end of the line if none does. */
  private int close(int open) {
    char quote = text.at(open) == '\u201c' ? '\u201d' : text.at(open);
    for (int at = open + 1; at < end; at++) {
      if (text.at(at) == quote
          && text.at(at - 1) != '\\'
          && (at + 1 >= end || !Chars.isIdent(text.at(at + 1)))) {
        return at;
      }
    }
    return end;
  }
}
