package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/** Finds in an error's text what only alerts and reports tell of it. */
final class ParticularsReader {

  // Redacting makes text shorter; what follows tells the redactor where words and values end.
  private static final int LONGEST_FRAGMENT = 4 * Particulars.MAX_MESSAGE;
  private static final int LONGEST_LEAD = 300;
  private static final int LONGEST_LEAD_IN = 60;
  private static final int LONGEST_OPENING = 120;
  private static final int LONGEST_ID = 60;
  private static final int SHORTEST_KEY = 20;
  private static final int SHORTEST_WHOLE_KEY = 40;
  private static final int LONGEST_HOST = 100;
  private static final int MOST_ATTEMPTS = 99;
  private static final int MAX_DIGITS = 15;

  private final char[] text;
  private final int length;
  private final PhraseMatches hits;
  private final Quotations quotations;
  private @Nullable Integer attempt;
  private @Nullable Integer attempts;

  ParticularsReader(char[] text, int length, PhraseMatches hits, Quotations quotations) {
    this.text = text;
    this.length = length;
    this.hits = hits;
    this.quotations = quotations;
  }

  /**
   * Reads them.
   *
   * @param payloadMessage the payload's message; null if there is none
   * @param best the hit that says which kind of error it is; -1 if there is none
   */
  Particulars read(@Nullable String payloadMessage, int best) {
    String words = payloadMessage;
    int shown = 0;
    if (words == null && best >= 0) {
      int telling = sentence(best);
      int start = fragmentStart(telling);
      int lead = leadStart(start);
      words = new String(text, lead, fragmentEnd(telling, start) - lead);
      shown = start - lead;
    }
    words = words == null ? "" : words;
    Particulars.Message message = message(words, shown);
    words = words.substring(shown, Math.min(words.length(), shown + LONGEST_FRAGMENT));
    attempts();
    @Nullable Long[] numbers = numbers(words, "limit", "used", "requested");
    return new Particulars(
        token(words, "org-"),
        token(words, "proj_"),
        key(words),
        numbers[0],
        numbers[1],
        numbers[2],
        attempt,
        attempts,
        host(),
        message);
  }

  private static Particulars.Message message(String words, int shown) {
    return words.isEmpty() ? Particulars.Shown.NOTHING : Particulars.Unread.of(words, shown);
  }

  /** The provider's sentence, where the best hit is but a code. */
  private int sentence(int best) {
    for (int hit = 0; hit < hits.count(); hit++) {
      if (hits.phrase(hit).role() == Role.SENTENCE
          && hits.phrase(hit).kind() == hits.phrase(best).kind()
          && !quotations.contains(hits.start(hit))) {
        return hit;
      }
    }
    return best;
  }

  /** Where the sentence begins that the best hit stands in, where there is no payload to read. */
  private int fragmentStart(int best) {
    int hit = hits.start(best);
    if (hits.phrase(best).role() != Role.SENTENCE) {
      return wordsStart(hit, Math.max(0, hit - LONGEST_OPENING));
    }
    int start = sentenceStart(hit, Math.max(0, hit - LONGEST_OPENING));
    // "Invalid prompt: your prompt was flagged": the sentence goes on behind the colon.
    if (start > 1 && text[start - 1] == ' ' && text[start - 2] == ':') {
      int lead = sentenceStart(start - 2, Math.max(0, start - LONGEST_LEAD_IN));
      boolean words = lead < start && text[lead] >= 'A' && text[lead] <= 'Z';
      for (int i = lead; i < start - 2 && words; i++) {
        words = text[i] != '.' || Chars.isWord(text[Math.min(i + 1, length - 1)]);
      }
      start =
          words && Chars.firstFrom(text, lead, length) < start && hasBlank(lead, start - 2)
              ? lead
              : start;
    }
    return Math.min(start, hit);
  }

  private int wordsStart(int from, int least) {
    int start = from;
    while (start > least && isOpening(text[start - 1])) {
      start--;
    }
    while (start < from && (text[start] <= ' ' || text[start] == ',' || text[start] == '\'')) {
      start++;
    }
    return start;
  }

  private static boolean isOpening(char c) {
    return Chars.isWord(c) || c == ' ' || c == '\'' || c == ',' || c == '-';
  }

  private boolean hasBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] == ' ') {
        return true;
      }
    }
    return false;
  }

  private int sentenceStart(int from, int earliest) {
    int start = from;
    int least = earliest;
    while (start > least && !endsSentence(start - 1)) {
      start--;
    }
    // Not within a word.
    while (start < from && start > 0 && start == least && text[start - 1] > ' ') {
      start++;
      least++;
    }
    while (start < from && (text[start] <= ' ' || text[start] == ',')) {
      start++;
    }
    return start;
  }

  private boolean endsSentence(int at) {
    char c = text[at];
    if (c < ' ' || "{}|;\"\\=<>".indexOf(c) >= 0) {
      return true;
    }
    boolean blank = at + 1 < length && text[at + 1] <= ' ';
    boolean dash = c == '-' && at > 0 && text[at - 1] == ' ';
    return blank && (dash || ".:!?]".indexOf(c) >= 0);
  }

  /** Where the line begins, or enough of it to see what the words are the value of. */
  private int leadStart(int start) {
    int lead = start;
    int least = Math.max(0, start - LONGEST_LEAD);
    while (lead > least && text[lead - 1] != '\n' && text[lead - 1] != Chars.PIECE_END) {
      lead--;
    }
    return lead;
  }

  private int fragmentEnd(int best, int start) {
    int end = hits.end(best);
    int most = Math.min(length, start + LONGEST_FRAGMENT);
    char quote = start > 0 && Chars.isQuote(text[start - 1]) ? text[start - 1] : 0;
    while (end < most && text[end] >= ' ' && text[end] != '{' && text[end] != '\\') {
      boolean closes = text[end] == quote && (end + 1 == most || !Chars.isWord(text[end + 1]));
      if (closes) {
        return end;
      }
      end++;
    }
    return Math.max(start, end);
  }

  /** The id that begins so. */
  private static @Nullable String token(String words, String begin) {
    int start = words.indexOf(begin);
    if (start < 0 || (start > 0 && Chars.isWord(words.charAt(start - 1)))) {
      return null;
    }
    int end = start + begin.length();
    while (end < words.length() && end - start < LONGEST_ID && Chars.isWord(words.charAt(end))) {
      end++;
    }
    return words.substring(start, end);
  }

  /** The end of a key, if it is one for certain: the end of a password would tell too much. */
  private static @Nullable String key(String words) {
    int start = words.indexOf("sk-");
    if (start < 0 || (start > 0 && isKey(words.charAt(start - 1)))) {
      return null;
    }
    int end = start;
    while (end < words.length() && isKey(words.charAt(end))) {
      end++;
    }
    // A password has no stars, and is not that long.
    boolean ends = words.indexOf('*', start) < end && words.indexOf('*', start) > 0;
    ends |= end - start >= SHORTEST_WHOLE_KEY;
    for (int i = Math.max(start, end - 4); i < end; i++) {
      ends &= Chars.isWord(words.charAt(i));
    }
    return ends && end - start >= SHORTEST_KEY ? words.substring(end - 4, end) : null;
  }

  private static boolean isKey(char c) {
    return Chars.isWord(c) || c == '-' || c == '*';
  }

  /** The numbers behind these words: {@code Limit 30000, Used 29937}, {@code limit: 3}. */
  private static @Nullable Long[] numbers(String words, String... names) {
    @Nullable Long[] numbers = new Long[names.length];
    for (int at = 1; at < words.length(); at++) {
      if (Chars.isDigit(words.charAt(at)) && !Chars.isDigit(words.charAt(at - 1))) {
        int name = nameBefore(words, at, names);
        if (name >= 0 && numbers[name] == null) {
          numbers[name] = digits(words, at);
        }
      }
    }
    return numbers;
  }

  /** Which of the names stands before a number; -1 if none does. */
  private static int nameBefore(String words, int number, String... names) {
    int end = number;
    while (end > 0 && " :=".indexOf(words.charAt(end - 1)) >= 0) {
      end--;
    }
    for (int name = 0; name < names.length; name++) {
      int length = names[name].length();
      if (words.regionMatches(true, end - length, names[name], 0, length)) {
        return name;
      }
    }
    return -1;
  }

  private static @Nullable Long digits(String words, int from) {
    long number = 0;
    int count = 0;
    for (int at = from; at < words.length() && count <= MAX_DIGITS; at++) {
      char c = words.charAt(at);
      if (Chars.isDigit(c)) {
        number = 10 * number + c - '0';
        count++;
      } else if (c != ',' || count == 0) {
        break;
      }
    }
    return count == 0 || count > MAX_DIGITS ? null : number;
  }

  /** {@code attempt 2 of 3}, {@code Retrying (1/3)}, {@code after 3 attempts}. */
  private void attempts() {
    for (int hit = 0; hit < hits.count() && attempt == null; hit++) {
      if (hits.phrase(hit).role() == Role.ATTEMPT && !quotations.contains(hits.start(hit))) {
        int at = hits.end(hit);
        if (at < length && text[at] == 's') {
          attempts = small(before(hits.start(hit)));
        } else {
          numbered(skip(at, " #:=("));
        }
      }
    }
  }

  private void numbered(int at) {
    attempt = small(at);
    if (attempt == null) {
      return;
    }
    int behind = skip(skipDigits(at), " ");
    if (behind < length && text[behind] == '/') {
      attempts = small(skip(behind + 1, " "));
    } else if (Chars.startsWith(text, behind, length, "of ")) {
      attempts = small(behind + 3);
    }
    if (attempts != null && attempts < attempt) {
      attempts = null;
    }
  }

  /** Where the number begins that ends before this word. */
  private int before(int start) {
    int at = Chars.lastBefore(text, start);
    while (at >= 0 && Chars.isDigit(text[at])) {
      at--;
    }
    return at + 1;
  }

  private @Nullable Integer small(int at) {
    int end = skipDigits(at);
    if (end == at || end - at > 2 || (end < length && Chars.isWord(text[end]))) {
      return null;
    }
    int number = Integer.parseInt(new String(text, at, end - at));
    return number == 0 || number > MOST_ATTEMPTS ? null : number;
  }

  private int skip(int from, String what) {
    int at = from;
    while (at < length && at < from + 4 && what.indexOf(text[at]) >= 0) {
      at++;
    }
    return at;
  }

  private int skipDigits(int from) {
    int at = from;
    while (at < length && at < from + 4 && Chars.isDigit(text[at])) {
      at++;
    }
    return at;
  }

  /** The host of the API in this text; links to documentation are none. */
  private @Nullable String host() {
    for (int hit = 0; hit < hits.count(); hit++) {
      Role role = hits.phrase(hit).role();
      if (!quotations.contains(hits.start(hit))) {
        if (role == Role.HOST && hits.phrase(hit).provider() != null) {
          return hostAround(hits.start(hit));
        }
        if (role == Role.URL
            && CalledUrl.at(text, hits.end(hit), length) == CalledUrl.Of.COMPATIBLE_API) {
          return hostAround(hits.end(hit));
        }
      }
    }
    return null;
  }

  private @Nullable String hostAround(int at) {
    int start = at;
    while (start > 0 && at - start < LONGEST_HOST && isHost(text[start - 1])) {
      start--;
    }
    int end = at;
    while (end < length && end - at < LONGEST_HOST && isHost(text[end])) {
      end++;
    }
    while (end > start && text[end - 1] == '.') {
      end--;
    }
    String host = new String(text, start, end - start);
    return host.isEmpty() || host.startsWith("[") ? null : host;
  }

  private static boolean isHost(char c) {
    return (Chars.isWord(c) && c != '_') || c == '-' || c == '.';
  }
}
