package dev.openaierrors.error;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a name of OpenAI's, or of one of its models, is a part of, where that can be called: the
 * word itself, a model's whole name, a client or function of the application's own.
 *
 * @param start where it begins
 * @param end behind its last character
 * @param isThrown whether it is the class of an exception
 */
record CalledThing(int start, int end, boolean isThrown) {

  /** The longest name; what goes on for longer is none. */
  private static final int MAX_LENGTH = 200;

  /** Last words of names of what is about OpenAI and calls nobody. */
  private static final String[] OTHERS =
      WordList.array(
          "config configuration properties property settings setting options option mapper usage"
              + " test tests controller cost costs key keys dto entity table cache exporter metrics"
              + " store dashboard page view id ids url user role topic events queue db"
              + " file dir path py js ts java go log logs");

  /** Last words of names in kebab case that are no cluster's, queue's or feature's. */
  private static final String[] CLIENTS =
      WordList.array(
          "client service api provider gateway adapter connector backend proxy bot server app"
              + " translator engine agent compatible embedding embeddings completion completions chat");

  /** In the name of an exception that is thrown before a call, or after a good one. */
  private static final String[] OWN =
      WordList.array(
          "serializ serialis parse parsing config mapping json validation argument state"
              + " notfound missing null unsupported");

  private static final Set<String> MODELS =
      Set.of("gpt-3", "gpt-4", "gpt-5", "gpt-6", "gpt 3", "gpt 4", "gpt 5", "dall-e");

  /** Null if the name is a part of a path, an address, a key or something else. */
  static @Nullable CalledThing at(Text text, PhraseMatch name) {
    int start = name.start();
    int end = name.end();
    if (MODELS.contains(name.text())) {
      return model(text, start, end);
    }
    int first = Math.max(0, start - MAX_LENGTH);
    while (start > first && Chars.isWord(text.at(start - 1))) {
      start--;
    }
    int limit = start + MAX_LENGTH;
    // Germans write OpenAI-Anfrage.
    while (end < limit
        && (text.isWord(end)
            || (text.is(end, '-') && text.isWord(end + 1) && !Chars.isUpper(text.at(end + 1))))) {
      end++;
    }
    if (text.isWord(start - 1) || text.isWord(end)) {
      return null;
    }
    if (text.is(start - 1, '/') || text.is(start - 1, '@') || text.is(start - 1, '-')) {
      return null;
    }
    if (isThrown(text, end)) {
      return holds(OWN, text, start, end) ? null : new CalledThing(start, end, true);
    }
    if (end == name.end()
        && goesOn(text, end)
        && endsWith(CLIENTS, text, end, text.wordEnd(end + 1))) {
      end = text.wordEnd(end + 1); // A logger: openai.client
    }
    boolean alone = start == name.start() && end == name.end();
    boolean place =
        text.is(end, '/') && !Chars.isUpper(text.at(Math.min(end + 1, text.length() - 1)));
    boolean version = text.is(end, ':') && text.isWord(end + 1);
    if (place || version || text.is(end, "==") || (alone && goesOn(text, end))) {
      return null;
    }
    boolean called =
        end == name.end()
            || (text.indexOf('-', name.end(), end) < 0
                ? !endsWith(OTHERS, text, name.end(), end)
                : isKebab(text, start, end));
    return called ? new CalledThing(start, end, false) : null;
  }

  /** The name of what was thrown, before what it says. */
  boolean heads(Text text) {
    return end == text.length()
        || text.at(end) == ':'
        || text.at(end) == '{'
        || text.isLineEnd(end)
        || text.is(end, " (")
        || text.is(end, " -");
  }

  /** A class or function of the application's own that the call was made from. */
  boolean isCaller(Text text) {
    return text.isFrame(start)
        || text.is(end, '#')
        || isDart(text)
        || (text.endsWith(start, ", in ") && text.isDigit(start - 6));
  }

  /** {@code openai-proxy}, but not {@code chatgpt-telegram-bot}. */
  private static boolean isKebab(Text text, int start, int end) {
    return endsWith(CLIENTS, text, start, end)
        && !text.isQuote(start - 1)
        && !OtherParties.clientStandsIn(text, start, end);
  }

  /** {@code #0 OpenAIClient.post (package:…)}. */
  private boolean isDart(Text text) {
    int digit = text.lastBefore(start);
    return text.isDigit(digit) && digit < start - 1 && text.is(text.wordStart(digit) - 1, '#');
  }

  private static boolean goesOn(Text text, int end) {
    return text.is(end, '.') && text.isWord(end + 1);
  }

  private static @Nullable CalledThing model(Text text, int start, int end) {
    int last = end;
    int limit = Math.min(text.length(), start + MAX_LENGTH);
    while (last < limit
        && (text.isWord(last) || ("-.:".indexOf(text.at(last)) >= 0 && text.isWord(last + 1)))) {
      last++;
    }
    boolean whole = !text.isWord(start - 1) && !text.is(start - 1, '-') && !text.is(start - 1, '.');
    return whole && !text.is(last, '/') ? new CalledThing(start, last, false) : null;
  }

  private static boolean isThrown(Text text, int end) {
    return text.endsWith(end, "error") || text.endsWith(end, "exception");
  }

  private static boolean endsWith(String[] words, Text text, int from, int end) {
    for (String word : words) {
      if (end - from >= word.length() && text.endsWith(end, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(String[] words, Text text, int from, int end) {
    for (int at = from; at < end; at++) {
      for (String word : words) {
        if (text.startsWith(at, end, word)) {
          return true;
        }
      }
    }
    return false;
  }
}
