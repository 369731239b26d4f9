package dev.openaierrors.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Particulars of an error that its text names: model, limit, request id, delay. */
final class Details {

  private static final int MIN_ID = 8;
  private static final int MIN_LIKE_A_KEY = 16;
  private static final int MAX_NAME = 100;

  private final Text text;
  private final PhraseMatch[] told;

  Details(PhraseMatches found) {
    this.text = found.text();
    this.told = found.told();
  }

  /**
   * The model that the error is about; null if the text names none.
   *
   * @param near where the text says what kind of error it is: the model that is named next to it
   */
  @Nullable String model(int near) {
    PhraseMatch best = null;
    int distance = Integer.MAX_VALUE;
    for (PhraseMatch match : told) {
      int away = Math.abs(match.start() - near);
      if (away < distance && match.role() == Role.MODEL && modelEnd(match) > 0) {
        best = match;
        distance = away;
      }
    }
    return best == null ? null : text.substring(text.firstFromQuotes(best.end()), modelEnd(best));
  }

  /** Where the name of a model ends that is behind this; -1 if there is none. */
  private int modelEnd(PhraseMatch lead) {
    int start = text.firstFromQuotes(lead.end());
    int end = nameEnd(start);
    if (end < 0 || !lead.text().endsWith("/")) {
      return end > 0 && isModel(start, end) ? end : -1;
    }
    int slash = start;
    while (slash < end && text.at(slash) != '/') {
      slash++; // The path goes on behind it.
    }
    return slash > start ? slash : -1;
  }

  /**
   * The parameter at fault where it stands outside of a payload; null if the text names none.
   *
   * @param bySentence whether a sentence such as {@code Unsupported parameter: 'top_k'} names it
   */
  @Nullable String param(boolean bySentence) {
    for (PhraseMatch match : told) {
      String named = bySentence && match.role() == Role.PARAMETER ? quotedParam(match) : null;
      if (named != null) {
        return named;
      }
    }
    for (PhraseMatch match : told) {
      if (match.text().equals(SpecialPhrases.PARAM) && text.is(match.end(), '=')) {
        int start = match.end() + 1;
        int to = start;
        while (to < text.length() && to - start < MAX_NAME && isPath(text.at(to))) {
          to++;
        }
        String param = text.substring(start, to);
        return param.isEmpty() || param.equals("null") || param.equals("None") ? null : param;
      }
    }
    return null;
  }

  /** The name in quotes that follows; of an argument supplied it has none. */
  private @Nullable String quotedParam(PhraseMatch lead) {
    int start = text.firstFromQuotes(lead.end());
    int to = start;
    while (to < text.length() && to - start < MAX_NAME && isPath(text.at(to))) {
      to++;
    }
    boolean quoted =
        to < text.length() && Chars.isQuote(text.at(start - 1)) && Chars.isQuote(text.at(to));
    boolean bare = lead.text().startsWith("argument") && !quoted;
    return to > start && (quoted || bare) ? FieldGrammar.param(text.substring(start, to)) : null;
  }

  private static boolean isPath(char c) {
    return Chars.isWord(c) || c == '.' || c == '[' || c == ']' || c == '-';
  }

  /** The id of the request; null if the text names none. */
  @Nullable String requestId() {
    for (PhraseMatch match : told) {
      if (match.role() == Role.REQUEST_ID) {
        boolean begins = match.text().equals(FieldGrammar.REQUEST_ID);
        String id = begins ? idAt(match.start()) : idBehind(match.end());
        if (id != null && id.length() >= MIN_ID && hasDigit(id)) {
          boolean like = !id.startsWith(FieldGrammar.REQUEST_ID) && id.length() >= MIN_LIKE_A_KEY;
          return like && SecretName.hasValue(text, id) ? null : id;
        }
      }
    }
    return null;
  }

  /** The limit that was hit; null if the text names none. */
  @Nullable Limit limit() {
    Limit best = null;
    for (PhraseMatch match : told) {
      if (match.role() == Role.LIMIT) {
        if (match.text().charAt(0) == '(') {
          return Limit.worded(match.text());
        }
        best = best == null ? Limit.worded(match.text()) : best;
      }
    }
    return best;
  }

  /** The wait that the answer asks for; null if it names none. */
  @Nullable Duration delay() {
    for (PhraseMatch match : told) {
      // A longer name that ends so is the client's own: do_retry in 4.0 seconds.
      if (match.role() == Role.DELAY
          && !text.isWord(match.start() - 1)
          && !isClientsOwn(match.start())) {
        Duration delay = RetryDelay.behind(text, match);
        if (delay != null) {
          return delay;
        }
      }
    }
    return null;
  }

  /** What the client is going to do: will retry in 4 s. */
  private boolean isClientsOwn(int start) {
    int end = text.lastBefore(start) + 1;
    return text.endsWith(end, "will") || text.endsWith(end, "'ll");
  }

  private @Nullable String idAt(int start) {
    return text.isWord(start - 1) ? null : name(start);
  }

  private @Nullable String idBehind(int end) {
    int at = text.firstFromQuotes(end);
    if (text.is(at, ':') || text.is(at, '=')) {
      at++;
    }
    return name(at);
  }

  /** The name that begins here, within quotes or not. */
  private @Nullable String name(int at) {
    int start = text.firstFromQuotes(at);
    int end = nameEnd(start);
    return end < 0 ? null : text.substring(start, end);
  }

  /** Where the name ends that begins here; -1 if none does. */
  private int nameEnd(int start) {
    int end = start;
    int limit = Math.min(text.length(), start + MAX_NAME);
    while (end < limit && isName(text.at(end))) {
      end++;
    }
    // What goes on with other signs is longer than any name, such as a key in base 64.
    boolean whole = end >= text.length() || "+=%*~$#^".indexOf(text.at(end)) < 0;
    while (end > start && ".:/".indexOf(text.at(end - 1)) >= 0) {
      end--;
    }
    return end - start < 2 || !whole ? -1 : end;
  }

  private static boolean isName(char c) {
    return Chars.isWord(c) || c == '-' || c == '.' || c == ':' || c == '/' || c == '@';
  }

  /** Models have a digit and a letter in their name, mostly a dash; words of a sentence do not. */
  private boolean isModel(int from, int to) {
    boolean digit = false;
    boolean lower = false;
    boolean address = text.at(from) == '/';
    for (int i = from; i < to; i++) {
      digit |= text.isDigit(i);
      lower |= Chars.isLower(text.at(i));
      address |= text.at(i) == '@' || (text.at(i) == ':' && text.startsWith(i, to, "://"));
    }
    return !address && digit && lower;
  }

  private static boolean hasDigit(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Chars.isDigit(name.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
