package dev.openaierrors.error;

/** The forms in which clients and streams hand on what the API has answered. */
final class AnswerForm {

  // The first key of an answer by whoever serves a model to a client of OpenAI's; other vendors
  // begin theirs with a type.
  private static final String[] FIRST_KEYS = {"error", "detail", "object", "message", "code"};

  private AnswerForm() {}

  /** {@code Error code: 429 - {'error': …}}, the status and its answer, or that it had none. */
  static boolean isPrinted(Text text, PhraseMatch match) {
    int at = match.end();
    if (match.text().startsWith(" ")) {
      return text.isDigit(match.start() - 1);
    }
    int end = at + 3;
    if (!text.startsWith(end, " - {") || !text.isDigit(at)) {
      return false;
    }
    int key = text.firstFromQuotes(end + 4);
    for (String first : FIRST_KEYS) {
      int behind = key + first.length();
      if (text.startsWith(key, first) && behind < text.length() && !text.isWord(behind)) {
        return true;
      }
    }
    return false;
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
