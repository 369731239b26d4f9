package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/** What words say about the kind of an error, where they stand. */
final class Wording {

  private static final int MAX_SUBJECT = 200;
  private static final String[] NAMED = {
    "openai ", "openai api ", "openai is ", "openai api is ", "openai': "
  };

  private final Text text;
  private final Sections sections;

  Wording(Text text, Sections sections) {
    this.text = text;
    this.sections = sections;
  }

  /** One of {@link Rank}, for a sentence, a phrase or a hint. */
  int rank(PhraseMatch match, int section) {
    if (!isWhole(match, section)) {
      return Rank.NOTHING;
    }
    boolean leadsIn = SpecialPhrases.LEADS_IN.contains(match.text());
    return switch (match.role()) {
      case SENTENCE -> leadsIn ? Rank.CLASS : Rank.SENTENCE;
      case PHRASE -> isAnyConnection(match) ? Rank.CLASS : Rank.PHRASE;
      default -> isMeant(match) ? hintRank(match, leadsIn) : Rank.NOTHING;
    };
  }

  private static int hintRank(PhraseMatch match, boolean leadsIn) {
    if (isNetwork(match.kind())) {
      return leadsIn ? Rank.CLASS : Rank.NETWORK;
    }
    // One class serves for all that the server does wrong, network included.
    boolean ofClass = match.kind() == ErrorKind.SERVER_ERROR && !hasBlank(match);
    return ofClass ? Rank.CLASS : Rank.HINT;
  }

  /** Some sentences are OpenAI's only where they are about a model, or go on in a certain way. */
  boolean isWhole(PhraseMatch match, int section) {
    String subject = SpecialPhrases.SUBJECTS.get(match.text());
    String predicate = SpecialPhrases.PREDICATES.get(match.text());
    int from = Math.max(sections.start(section), match.start() - MAX_SUBJECT);
    int to = Math.min(sections.end(section), match.end() + MAX_SUBJECT);
    return (subject == null || holds(from, match.start(), subject))
        && (predicate == null || holds(match.end(), to, predicate));
  }

  private boolean holds(int from, int to, String words) {
    for (int at = from; at + words.length() <= to; at++) {
      if (text.startsWith(at, to, words)) {
        return true;
      }
    }
    return false;
  }

  /** LiteLLM calls all that it cannot name a broken connection. */
  private boolean isAnyConnection(PhraseMatch match) {
    return match.kind() == ErrorKind.CONNECTION_ERROR && text.endsWith(match.start(), "litellm.");
  }

  private boolean isMeant(PhraseMatch match) {
    return !goesOn(match) && !isServersOwn(match) && !isOfUnsentKey(match);
  }

  /** A rate limiter is no rate limit. */
  private boolean goesOn(PhraseMatch match) {
    int end = match.end();
    return hasBlank(match)
        && end < text.length()
        && Chars.isLower(text.at(end))
        && text.at(end) != 's';
  }

  /** {@code API key not found}: no call was made without one. */
  private boolean isOfUnsentKey(PhraseMatch match) {
    return match.text().endsWith("not found")
        && text.endsWith(text.lastBefore(match.start()) + 1, "key");
  }

  /** {@code 500 Server Error for HTTP GET "/chat"}: what the service itself has answered. */
  private boolean isServersOwn(PhraseMatch match) {
    return text.startsWith(match.end(), " for http ")
        || HttpStatus.isOnOwnPage(text, match.start());
  }

  /** Words before the name of a class, and longer ones before shorter. */
  static boolean isMoreTelling(PhraseMatch later, PhraseMatch best) {
    if (isNetwork(later.kind())
        && isNetwork(best.kind())
        && later.kind() != best.kind()
        && later.start() >= best.end()) {
      // What broke after a time-out, or led to it, is the time-out's doing.
      return later.kind() == ErrorKind.TIMEOUT && !SpecialPhrases.UNREACHED.contains(best.text());
    }
    boolean words = hasBlank(later);
    return words == hasBlank(best)
        ? later.text().length() > best.text().length()
        : words && later.role() == best.role();
  }

  private static boolean hasBlank(PhraseMatch match) {
    return match.text().indexOf(' ') > 0;
  }

  static boolean isNetwork(@Nullable ErrorKind kind) {
    return kind == ErrorKind.TIMEOUT || kind == ErrorKind.CONNECTION_ERROR;
  }

  /** {@code OpenAI rate limit exceeded}, {@code OpenAI API timeout}. */
  static boolean isBehindName(Text text, int start) {
    for (String name : NAMED) {
      if (text.endsWith(start, name)) {
        return !text.isWord(start - name.length() - 1);
      }
    }
    return false;
  }
}
