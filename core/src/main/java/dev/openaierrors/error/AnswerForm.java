package dev.openaierrors.error;

/** The forms in which clients and streams hand on what the API has answered. */
final class AnswerForm {

  // The first key of an answer by whoever serves a model to a client of OpenAI's; other vendors
  // begin theirs with a type.
  private static final String[] FIRST_KEYS = {"error", "detail", "object", "message", "code"};

  private static final String LLM = "llm";
  private static final int MAX_LEAD = 60;

  private AnswerForm() {}

  /** {@code Error code: 429 - {'error': …}}, the status and its answer, or that it had none. */
  static boolean isPrinted(Text text, PhraseMatch match) {
    int at = match.end();
    if (match.text().startsWith(" ")) {
      return text.isDigit(match.start() - 1);
    }
    int brace = behindDash(text, at);
    if (!text.is(brace, '{')) {
      return brace > 0 && isOfModel(text, match.start());
    }
    int key = text.firstFromQuotes(brace + 1);
    for (String first : FIRST_KEYS) {
      int behind = key + first.length();
      if (text.startsWith(key, first) && behind < text.length() && !text.isWord(behind)) {
        return true;
      }
    }
    return false;
  }

  /** {@code Error code: 429 - {'error': …}}. */
  static boolean isErrorPrinted(Text text, PhraseMatch match) {
    int brace = match.text().startsWith(" ") ? -1 : behindDash(text, match.end());
    return text.is(brace, '{')
        && text.startsWithWord(text.firstFromQuotes(brace + 1), FIRST_KEYS[0]);
  }

  /** Behind {@code 429 - }, and line ends, written out or not; -1 if that does not stand there. */
  private static int behindDash(Text text, int at) {
    int dash = text.firstFrom(at + 3);
    if (!text.isDigit(at) || !text.is(dash, '-') || dash == at + 3) {
      return -1;
    }
    int next = text.firstFrom(dash + 1);
    while (text.is(next, "\\n")) {
      next = text.firstFrom(next + 2);
    }
    return next > dash + 1 && next < text.length() ? next : -1;
  }

  /** {@code LLM call failed: Error code: 429 - }, of whatever client that is generated so. */
  static boolean isOfModel(Text text, int start) {
    int limit = Math.max(0, start - MAX_LEAD);
    for (int at = start - LLM.length(); at >= limit && !text.isLineEnd(at); at--) {
      if (text.startsWith(at, LLM) && !text.isWord(at - 1) && isCall(text, at + LLM.length())) {
        return !isOfSomebody(text, at);
      }
    }
    return false;
  }

  private static boolean isCall(Text text, int from) {
    return text.startsWith(from, " call")
        || text.startsWith(from, " error")
        || text.startsWith(from, " request");
  }

  /** {@code Mistral LLM}; but levels stand before it, too. */
  private static boolean isOfSomebody(Text text, int start) {
    int last = text.lastBefore(start);
    return text.isWord(last) && last == start - 2 && Chars.isLower(text.at(last));
  }

  /** A class that OpenAI's client for Python throws stands before it, in its package or alone. */
  static boolean isPrintedByOpenAi(Text text, PhraseMatch match) {
    int end = match.start() - 2;
    for (String error : OriginPhrases.PYTHON_ERRORS) {
      if (text.endsWith(end, error) && text.at(end) == ':') {
        int start = end - error.length();
        return !text.is(start - 1, '.') || text.endsWith(start, "openai.");
      }
    }
    return false;
  }

  /** {@code HTTP 429 (429)}, in a line of its own: how OpenAI's client for .NET begins. */
  static boolean isDotNet(Text text, int start) {
    int code = start + "http ".length();
    if (!text.startsWith(start, "http ") || !text.isDigit(code) || !text.is(code + 3, " (")) {
      return false;
    }
    int at = code + 5;
    int limit = Math.min(text.length(), at + MAX_LEAD);
    while (at < limit && text.at(at) != ')' && !text.isLineEnd(at)) {
      at++;
    }
    return text.is(at, ')') && text.isLineEnd(at + 1);
  }

  /** The type of a stream's event, where it stands as one. */
  static boolean isEnvelope(Text text, PhraseMatch match) {
    return switch (match.text()) {
      case SpecialPhrases.SEQUENCE_NUMBER -> PayloadShape.isKey(text, match);
      case SpecialPhrases.STATUS_DETAILS -> isOfFailure(text, match.end());
      default -> FieldValue.of(text, match) == FieldValue.Of.TYPE;
    };
  }

  /** {@code : {"error": …}} or {@code : {"type": "failed", …}}, behind the name of a key. */
  private static boolean isOfFailure(Text text, int end) {
    int colon = text.firstFromQuotes(end);
    int brace = text.firstFrom(colon + 1);
    if (!text.is(colon, ':') || !text.is(brace, '{')) {
      return false;
    }
    int key = text.firstFromQuotes(brace + 1);
    int sign = text.firstFromQuotes(key + "type".length());
    int value = text.firstFromQuotes(sign + 1);
    return text.startsWith(key, "error")
        || (text.startsWith(key, "type") && text.startsWith(value, "failed"));
  }

  /** {@code "POST /v1/completions HTTP/1.1" 500}: what a server has answered itself. */
  static boolean isOwnAnswer(Text text, PhraseMatch match) {
    int path = match.start();
    while (path > 0 && text.at(path - 1) > ' ' && text.at(path - 1) != '"') {
      path--;
    }
    return text.at(path) == '/'
        && path > 1
        && text.at(path - 1) == ' '
        && (text.endsWith(path - 1, "\"post") || text.endsWith(path - 1, "\"get"));
  }
}
