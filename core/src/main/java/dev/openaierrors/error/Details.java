package dev.openaierrors.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Particulars of an error that its text names: model, limit, request id, delay. */
final class Details {

  private static final int SHORTEST_ID = 8;
  private static final int SHORTEST_LIKE_A_KEY = 16;
  private static final int LONGEST_NAME = 100;

  private final char[] text;
  private final int length;
  private final PhraseMatches hits;
  private final Quotations quotations;

  Details(char[] text, int length, PhraseMatches hits, Quotations quotations) {
    this.text = text;
    this.length = length;
    this.hits = hits;
    this.quotations = quotations;
  }

  /**
   * The model that the error is about; null if the text names none.
   *
   * @param near where the text says what kind of error it is: the model that is named next to it
   */
  @Nullable String model(int near) {
    int best = -1;
    int distance = Integer.MAX_VALUE;
    for (int hit = 0; hit < hits.count(); hit++) {
      int away = Math.abs(hits.start(hit) - near);
      if (away < distance && is(hit, Role.MODEL) && modelEnd(hit) > 0) {
        best = hit;
        distance = away;
      }
    }
    return best < 0
        ? null
        : between(Chars.firstFromQuotes(text, hits.end(best), length), modelEnd(best));
  }

  /** Where the name of a model ends that is behind this hit; -1 if there is none. */
  private int modelEnd(int hit) {
    int start = Chars.firstFromQuotes(text, hits.end(hit), length);
    int end = nameEnd(start);
    if (end < 0 || !hits.phrase(hit).text().endsWith("/")) {
      return end > 0 && isModel(start, end) ? end : -1;
    }
    int slash = start;
    while (slash < end && text[slash] != '/') {
      slash++; // The path goes on behind it.
    }
    return slash > start ? slash : -1;
  }

  private String between(int from, int to) {
    return new String(text, from, to - from);
  }

  /** The parameter at fault where it stands outside of a payload; null if the text names none. */
  @Nullable String param() {
    for (int hit = 0; hit < hits.count(); hit++) {
      int end = hits.end(hit);
      if (hits.phrase(hit).text().equals(SpecialPhrases.PARAM)
          && end < length
          && text[end] == '='
          && !quotations.contains(hits.start(hit))) {
        int start = end + 1;
        int to = start;
        while (to < length && to - start < LONGEST_NAME && isPath(text[to])) {
          to++;
        }
        String param = new String(text, start, to - start);
        return param.isEmpty() || param.equals("null") || param.equals("None") ? null : param;
      }
    }
    return null;
  }

  private static boolean isPath(char c) {
    return Chars.isWord(c) || c == '.' || c == '[' || c == ']' || c == '-';
  }

  /** The id of the request; null if the text names none. */
  @Nullable String requestId() {
    for (int hit = 0; hit < hits.count(); hit++) {
      if (is(hit, Role.REQUEST_ID)) {
        boolean begins = hits.phrase(hit).text().equals(FieldGrammar.REQUEST_ID);
        String id = begins ? idAt(hits.start(hit)) : idBehind(hits.end(hit));
        if (id != null && id.length() >= SHORTEST_ID && hasDigit(id)) {
          boolean like =
              !id.startsWith(FieldGrammar.REQUEST_ID) && id.length() >= SHORTEST_LIKE_A_KEY;
          return like && SecretName.hasValue(text, length, id) ? null : id;
        }
      }
    }
    return null;
  }

  /** The limit that was hit; null if the text names none. */
  @Nullable Limit limit() {
    Limit best = null;
    for (int hit = 0; hit < hits.count(); hit++) {
      if (is(hit, Role.LIMIT)) {
        String wording = hits.phrase(hit).text();
        if (wording.charAt(0) == '(') {
          return Limit.worded(wording);
        }
        best = best == null ? Limit.worded(wording) : best;
      }
    }
    return best;
  }

  /** The wait that the answer asks for; null if it names none. */
  @Nullable Duration delay() {
    for (int hit = 0; hit < hits.count(); hit++) {
      int start = hits.start(hit);
      // A longer name that ends so is the client's own: do_retry in 4.0 seconds.
      boolean apart = start == 0 || !Chars.isWord(text[start - 1]);
      if (apart && is(hit, Role.DELAY) && !isClientsOwn(start)) {
        Duration delay = RetryDelay.at(text, hits.end(hit), length, hits.phrase(hit).text());
        if (delay != null) {
          return delay;
        }
      }
    }
    return null;
  }

  /** What the client is going to do: will retry in 4 s. */
  private boolean isClientsOwn(int start) {
    int end = Chars.lastBefore(text, start) + 1;
    return Chars.endsWith(text, end, "will") || Chars.endsWith(text, end, "'ll");
  }

  private boolean is(int hit, Role role) {
    return hits.phrase(hit).role() == role && !quotations.contains(hits.start(hit));
  }

  private @Nullable String idAt(int start) {
    return start > 0 && Chars.isWord(text[start - 1]) ? null : name(start);
  }

  private @Nullable String idBehind(int end) {
    int at = Chars.firstFromQuotes(text, end, length);
    if (at < length && (text[at] == ':' || text[at] == '=')) {
      at++;
    }
    return name(at);
  }

  /** The name that begins here, within quotes or not. */
  private @Nullable String name(int at) {
    int start = Chars.firstFromQuotes(text, at, length);
    int end = nameEnd(start);
    return end < 0 ? null : between(start, end);
  }

  /** Where the name ends that begins here; -1 if none does. */
  private int nameEnd(int start) {
    int end = start;
    int limit = Math.min(length, start + LONGEST_NAME);
    while (end < limit && isName(text[end])) {
      end++;
    }
    // What goes on with other signs is longer than any name, such as a key in base 64.
    boolean whole = end >= length || "+=%*~$#^".indexOf(text[end]) < 0;
    while (end > start && (text[end - 1] == '.' || text[end - 1] == ':' || text[end - 1] == '/')) {
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
    boolean address = text[from] == '/';
    for (int i = from; i < to; i++) {
      digit |= Chars.isDigit(text[i]);
      lower |= Chars.isLower(text[i]);
      address |= text[i] == '@' || (text[i] == ':' && Chars.startsWith(text, i, to, "://"));
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
