package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/** Finds in an error's text what only alerts and reports tell of it. */
final class ParticularsReader {

  // Redacting makes text shorter; what follows tells the redactor where words and values end.
  private static final int MAX_FRAGMENT = 4 * Particulars.MAX_MESSAGE;
  private static final int MAX_LEAD = 300;
  private static final int MAX_LEAD_IN = 60;
  private static final int MAX_OPENING = 120;
  private static final int MAX_ID = 60;
  private static final int MIN_KEY = 20;
  private static final int MIN_WHOLE_KEY = 40;
  private static final int MAX_HOST = 100;
  private static final int MAX_ATTEMPTS = 99;
  private static final int MAX_DIGITS = 15;

  private final Text text;
  private final PhraseMatch[] told;
  private @Nullable Integer attempt;
  private @Nullable Integer attempts;

  ParticularsReader(PhraseMatches found) {
    this.text = found.text();
    this.told = found.told();
  }

  /**
   * Reads them.
   *
   * @param payloadMessage the payload's message; null if there is none
   * @param best the phrase that says which kind of error it is; null if there is none
   */
  Particulars read(@Nullable String payloadMessage, @Nullable PhraseMatch best) {
    String words = payloadMessage;
    int shown = 0;
    if (words == null && best != null) {
      PhraseMatch telling = sentence(best);
      int start = fragmentStart(telling);
      int lead = leadStart(start);
      words = text.substring(lead, fragmentEnd(telling, start));
      shown = start - lead;
    }
    words = words == null ? "" : words;
    Particulars.Message message = message(words, shown);
    words = words.substring(shown, Math.min(words.length(), shown + MAX_FRAGMENT));
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
        Fallback.isTold(text, told),
        host(),
        message);
  }

  private static Particulars.Message message(String words, int shown) {
    return words.isEmpty() ? Particulars.Shown.NOTHING : Particulars.Unread.of(words, shown);
  }

  /** The provider's sentence, where the best phrase is but a code. */
  private PhraseMatch sentence(PhraseMatch best) {
    for (PhraseMatch match : told) {
      if (match.role() == Role.SENTENCE && match.kind() == best.kind()) {
        return match;
      }
    }
    return best;
  }

  /** Where the sentence begins that the best phrase is in, where there is no payload to read. */
  private int fragmentStart(PhraseMatch best) {
    int hit = best.start();
    if (best.role() != Role.SENTENCE) {
      return wordsStart(hit, Math.max(0, hit - MAX_OPENING));
    }
    int start = sentenceStart(hit, Math.max(0, hit - MAX_OPENING));
    // "Invalid prompt: your prompt was flagged": the sentence goes on behind the colon.
    if (start > 1 && text.at(start - 1) == ' ' && text.at(start - 2) == ':') {
      int lead = sentenceStart(start - 2, Math.max(0, start - MAX_LEAD_IN));
      boolean words = lead < start && text.at(lead) >= 'A' && text.at(lead) <= 'Z';
      for (int i = lead; i < start - 2 && words; i++) {
        words = text.at(i) != '.' || text.isWord(i + 1);
      }
      start = words && text.firstFrom(lead) < start && hasBlank(lead, start - 2) ? lead : start;
    }
    return Math.min(start, hit);
  }

  private int wordsStart(int from, int least) {
    int start = from;
    while (start > least && isOpening(text.at(start - 1))) {
      start--;
    }
    while (start < from
        && (text.at(start) <= ' ' || text.at(start) == ',' || text.at(start) == '\'')) {
      start++;
    }
    return start;
  }

  private static boolean isOpening(char c) {
    return Chars.isWord(c) || c == ' ' || c == '\'' || c == ',' || c == '-';
  }

  private boolean hasBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.at(i) == ' ') {
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
    while (start < from && start > 0 && start == least && text.at(start - 1) > ' ') {
      start++;
      least++;
    }
    while (start < from && (text.at(start) <= ' ' || text.at(start) == ',')) {
      start++;
    }
    return start;
  }

  private boolean endsSentence(int at) {
    char c = text.at(at);
    if (c < ' ' || "{}|;\"\\=<>".indexOf(c) >= 0) {
      return true;
    }
    boolean blank = at + 1 < text.length() && text.at(at + 1) <= ' ';
    boolean dash = c == '-' && text.is(at - 1, ' ');
    return blank && (dash || ".:!?]".indexOf(c) >= 0);
  }

  /** Where the line begins, or enough of it to see what the words are the value of. */
  private int leadStart(int start) {
    int lead = start;
    int least = Math.max(0, start - MAX_LEAD);
    while (lead > least && !text.isLineEnd(lead - 1)) {
      lead--;
    }
    return lead;
  }

  private int fragmentEnd(PhraseMatch best, int start) {
    int end = best.end();
    int most = Math.min(text.length(), start + MAX_FRAGMENT);
    char quote = text.isQuote(start - 1) ? text.at(start - 1) : 0;
    while (end < most && text.at(end) >= ' ' && text.at(end) != '{' && text.at(end) != '\\') {
      boolean closes = text.at(end) == quote && (end + 1 == most || !text.isWord(end + 1));
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
    while (end < words.length() && end - start < MAX_ID && Chars.isWord(words.charAt(end))) {
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
    ends |= end - start >= MIN_WHOLE_KEY;
    for (int i = Math.max(start, end - 4); i < end; i++) {
      ends &= Chars.isWord(words.charAt(i));
    }
    return ends && end - start >= MIN_KEY ? words.substring(end - 4, end) : null;
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
    for (PhraseMatch match : told) {
      if (match.role() == Role.ATTEMPT && attempt == null) {
        if (match.text().equals(SpecialPhrases.RETRIES_LEFT)) {
          left(skip(match.end(), " :"));
        } else if (text.is(match.end(), 's')) {
          attempts = small(before(match.start()));
        } else {
          numbered(skip(match.end(), " #:=("));
        }
      }
    }
  }

  /** {@code Remaining retries: 2 of 2} is the first of three attempts. */
  private void left(int at) {
    numbered(at);
    if (attempt != null && attempts != null) {
      int left = attempt;
      attempt = attempts - left + 1;
      attempts++;
    } else {
      attempt = null;
    }
  }

  private void numbered(int at) {
    attempt = small(at);
    if (attempt == null) {
      return;
    }
    int behind = skip(skipDigits(at), " ");
    if (text.is(behind, '/')) {
      attempts = small(skip(behind + 1, " "));
    } else if (text.startsWith(behind, "of ")) {
      attempts = small(behind + 3);
    }
    if (attempts != null && attempts < attempt) {
      attempts = null;
    }
  }

  /** Where the number begins that ends before this word. */
  private int before(int start) {
    int at = text.lastBefore(start);
    while (text.isDigit(at)) {
      at--;
    }
    return at + 1;
  }

  private @Nullable Integer small(int at) {
    int end = skipDigits(at);
    if (end == at || end - at > 2 || text.isWord(end)) {
      return null;
    }
    int number = Integer.parseInt(text.substring(at, end));
    return number == 0 || number > MAX_ATTEMPTS ? null : number;
  }

  private int skip(int from, String what) {
    int at = from;
    while (at < text.length() && at < from + 4 && what.indexOf(text.at(at)) >= 0) {
      at++;
    }
    return at;
  }

  private int skipDigits(int from) {
    int at = from;
    while (at < from + 4 && text.isDigit(at)) {
      at++;
    }
    return at;
  }

  /** The host of the API in this text; links to documentation are none. */
  private @Nullable String host() {
    for (PhraseMatch match : told) {
      if (match.role() == Role.HOST && match.phrase().provider() != null) {
        return hostAround(match.start());
      }
      if (match.role() == Role.URL
          && CalledUrl.at(text, match.end()).of() == CalledUrl.Of.COMPATIBLE_API) {
        return hostAround(match.end());
      }
    }
    return null;
  }

  private @Nullable String hostAround(int at) {
    int start = at;
    while (start > 0 && at - start < MAX_HOST && isHost(text.at(start - 1))) {
      start--;
    }
    int end = at;
    while (end < text.length() && end - at < MAX_HOST && isHost(text.at(end))) {
      end++;
    }
    while (end > start && text.at(end - 1) == '.') {
      end--;
    }
    String host = text.substring(start, end);
    return host.isEmpty() || host.startsWith("[") ? null : host;
  }

  private static boolean isHost(char c) {
    return (Chars.isWord(c) && c != '_') || c == '-' || c == '.';
  }
}
