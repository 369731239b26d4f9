package dev.openaierrors.error;

/** Whether the name of a client's class tells that the client was called or threw something. */
final class ClientName {

  private static final int MAX_CLASS = 200;
  private static final int MAX_STATUS = 60;

  private ClientName() {}

  /** No name in a list of classes, in a program's text, or in what a compiler says. */
  static boolean tells(Text text, PhraseMatch match) {
    return switch (match.text()) {
      case SpecialPhrases.PYTHON_PACKAGE ->
          match.end() < text.length()
              && Character.isUpperCase(text.at(match.end()))
              && isNoMere(text, match);
      // "Server error, status code: 500" is not how OpenAI's client for Go begins.
      case SpecialPhrases.GO_CLIENT -> isNoMere(text, match) && !followsWord(text, match.start());
      // Others say this much, too, but not with these behind it.
      case SpecialPhrases.CODEX -> goesOn(text, match.end(), ", request id: ");
      case SpecialPhrases.COPILOT -> goesOn(text, match.end(), "{\"error\":{");
      case SpecialPhrases.NOT_CONNECTED, SpecialPhrases.TIMED_OUT ->
          isNoMere(text, match) && isUnqualified(text, match.start());
      default ->
          isNoMere(text, match)
              && (!SpecialPhrases.REPOSITORIES.contains(match.text()) || isSource(text, match));
    };
  }

  private static boolean goesOn(Text text, int from, String words) {
    int limit = Math.min(text.length(), from + MAX_STATUS);
    for (int at = from; at < limit && !text.isLineEnd(at); at++) {
      if (startsWithin(text, at, words)) {
        return true;
      }
    }
    return false;
  }

  /** As it stands, or escaped. */
  private static boolean startsWithin(Text text, int from, String words) {
    int at = from;
    for (int i = 0; i < words.length(); i++) {
      while (text.is(at, '\\')) {
        at++;
      }
      if (!text.startsWith(at, words.substring(i, i + 1))) {
        return false;
      }
      at++;
    }
    return true;
  }

  /** {@code anthropic.APIConnectionError}: the class of another client by the same name. */
  private static boolean isUnqualified(Text text, int start) {
    boolean qualified = start > 0 && (Chars.isIdent(text.at(start - 1)) || text.is(start - 1, '.'));
    return !qualified || (text.endsWith(start, "openai.") && !text.isWord(start - 8));
  }

  /** A file or function of the repository, as stacks have them; not where it is fetched from. */
  private static boolean isSource(Text text, PhraseMatch match) {
    if (text.isFrame(match.start())) {
      return true;
    }
    int limit = Math.min(text.length(), match.end() + MAX_CLASS);
    for (int at = match.end(); at < limit && text.at(at) > ' '; at++) {
      if (text.is(at, "(") || text.startsWith(at, ".go:") || text.startsWith(at, ".php:")) {
        return true;
      }
    }
    return false;
  }

  /** The name of what was thrown, right before what was answered. */
  static boolean heads(Text text, PhraseMatch match) {
    String phrase = match.text();
    if (SpecialPhrases.BARE.contains(phrase)) {
      return text.endsWith(match.start(), "openai.");
    }
    if (" :=".indexOf(phrase.charAt(phrase.length() - 1)) >= 0) {
      return phrase.contains("error") || phrase.contains("exception");
    }
    int end = endOfClass(text, match.end());
    return text.endsWith(match.start(), "error from ")
        || text.endsWith(end, "error")
        || text.endsWith(end, "exception")
        || text.endsWith(end, "timeout");
  }

  /** A class of the client for Python that stands in the text of a program. */
  static boolean isProgram(Text text, PhraseMatch match) {
    return match.text().startsWith(SpecialPhrases.PYTHON_PACKAGE) && isArgument(text, match);
  }

  private static boolean isNoMere(Text text, PhraseMatch match) {
    return !isListed(text, match)
        && !isArtifact(text, match)
        && !isLiteral(text, match.start())
        && !isArgument(text, match)
        && !isImported(text, match.start());
  }

  private static boolean followsWord(Text text, int start) {
    int last = text.lastBefore(start);
    return last == start - 2 && text.isWord(last);
  }

  /** {@code com.aallam.openai:openai-client:3.8.2}: what a build fetches. */
  private static boolean isArtifact(Text text, PhraseMatch match) {
    int end = endOfClass(text, match.end());
    while (text.is(end, '-')) {
      end = endOfClass(text, end + 1);
    }
    return text.is(end, ':') && Chars.isLower(text.at(Math.min(end + 1, text.length() - 1)));
  }

  /** A class in a list of classes, as configurations have it, was not thrown. */
  private static boolean isListed(Text text, PhraseMatch match) {
    int before = text.lastBefore(match.start());
    if (!text.is(before, '[') && !text.is(before, ',')) {
      return false;
    }
    int after = endOfClass(text, match.end());
    return text.is(after, ']') || text.is(after, ',');
  }

  /** Behind the last of the words and dots from here on. */
  private static int endOfClass(Text text, int from) {
    int limit = Math.min(text.length(), from + MAX_CLASS);
    int end = from;
    while (end < limit && (text.isWord(end) || text.at(end) == '.')) {
      end++;
    }
    return end;
  }

  /**
   * A string in a program's text was not thrown either, {@code + "com.openai.errors…"}, nor what a
   * page of documentation sets apart.
   */
  private static boolean isLiteral(Text text, int start) {
    if (text.is(start - 1, '`')) {
      return text.is(endOfClass(text, start), '`');
    }
    if (!text.is(start - 1, '"')) {
      return false;
    }
    int before = text.lastBefore(start - 1);
    return text.is(before, '+') || text.is(before, '(');
  }

  /** {@code retry_if_exception_type(openai.error.Timeout)}: the text of a program. */
  private static boolean isArgument(Text text, PhraseMatch match) {
    int open = match.start() - 1;
    return text.is(open, '(')
        && text.isWord(open - 1)
        && text.is(endOfClass(text, match.end()), ')');
  }

  /** Compilers speak of classes that are imported. */
  private static boolean isImported(Text text, int start) {
    int last = text.lastBefore(start);
    int end = text.is(last, '-') ? text.lastBefore(last) : last;
    return text.endsWith(end + 1, "import");
  }
}
