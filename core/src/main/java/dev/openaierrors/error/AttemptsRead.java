package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/**
 * Which of a client's attempts at a call failed, as a text tells: {@code attempt 2 of 3}, {@code
 * Retrying (1/3)}, {@code after 3 attempts}.
 */
final class AttemptsRead {

  private static final int MOST = 99;

  private final Text text;
  private @Nullable Integer attempt;
  private @Nullable Integer attempts;

  AttemptsRead(PhraseMatches found) {
    this.text = found.text();
    for (PhraseMatch match : found.told()) {
      if (match.role() == Role.ATTEMPT && attempt == null) {
        read(match);
      }
    }
  }

  /** Which one it was, from 1; null if the text does not tell. */
  @Nullable Integer attempt() {
    return attempt;
  }

  /** Of how many; null if the text does not tell. */
  @Nullable Integer attempts() {
    return attempts;
  }

  private void read(PhraseMatch match) {
    if (match.text().equals(SpecialPhrases.RETRIES_LEFT)) {
      left(skip(match.end(), " :"));
    } else if (text.is(match.end(), 's')) {
      attempts = small(before(match.start()));
    } else {
      numbered(skip(match.end(), " #:=("));
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
    return number == 0 || number > MOST ? null : number;
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
}
