package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/** Finds in an error's text what only alerts and reports tell of it. */
final class ParticularsReader {

  private static final int MAX_ID = 60;
  private static final int MIN_KEY = 20;
  private static final int MIN_WHOLE_KEY = 40;
  private static final int MAX_HOST = 100;
  private static final int MAX_DIGITS = 15;

  private final PhraseMatches found;
  private final Text text;
  private final PhraseMatch[] told;

  ParticularsReader(PhraseMatches found) {
    this.found = found;
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
    TellingWords telling = TellingWords.NONE;
    if (payloadMessage != null) {
      telling = TellingWords.of(payloadMessage);
    } else if (best != null) {
      telling = TellingWords.of(found, best);
    }
    String words = telling.sentence();
    AttemptsRead tries = new AttemptsRead(found);
    @Nullable Long[] numbers = numbers(words, "limit", "used", "requested");
    return new Particulars(
        token(words, "org-"),
        token(words, "proj_"),
        key(words),
        numbers[0],
        numbers[1],
        numbers[2],
        tries.attempt(),
        tries.attempts(),
        Fallback.isTold(text, told),
        host(),
        telling.message());
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
    for (int at = nextNumber(words, 1); at > 0; at = nextNumber(words, at + 1)) {
      int name = nameBefore(words, at, names);
      if (name >= 0 && numbers[name] == null) {
        numbers[name] = digits(words, at);
      }
    }
    return numbers;
  }

  /** Where one begins, from there on; -1 if none does. A loop by itself, since that is faster. */
  private static int nextNumber(String words, int from) {
    for (int at = from; at < words.length(); at++) {
      if (Chars.isDigit(words.charAt(at)) && !Chars.isDigit(words.charAt(at - 1))) {
        return at;
      }
    }
    return -1;
  }

  /** Which of the names stands before a number; -1 if none does. */
  private static int nameBefore(String words, int number, String... names) {
    int end = number;
    while (end > 0 && " :=".indexOf(words.charAt(end - 1)) >= 0) {
      end--;
    }
    char last = end == 0 ? ' ' : Chars.lower(words.charAt(end - 1));
    for (int name = 0; name < names.length; name++) {
      int length = names[name].length();
      if (names[name].charAt(length - 1) == last
          && words.regionMatches(true, end - length, names[name], 0, length)) {
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
