package dev.openaierrors.error;

import java.util.Map;

/**
 * Finds the HTTP status of a failed call: a number between 400 and 599 where logs and exceptions
 * put a status, not any such number.
 */
final class HttpStatus {

  /** There is none. */
  static final int NONE = 0;

  private static final int LONGEST_REASON = 60;
  private static final int LONGEST_ENDING = 6;

  private static final String[] LEADS = {
    "http",
    "http/1.1",
    "http/1.0",
    "http/2",
    "http/2.0",
    "h2",
    "status",
    "status code",
    "statuscode",
    "status_code",
    "http_status",
    "httpstatus",
    "http status",
    "httpcode",
    "code",
    "error code",
    "error",
    "errorcode",
    "returned",
    "returns",
    "received",
    "got",
    "with",
    "answered",
    "response",
    "responded",
    "upstream",
    "failed"
  };

  // Between a word that leads in a status and the number.
  private static final String[] VERBS = {" was", " is", " of"};

  // In the plural: "413 Request body too large" is a status, "413 requests" are so many.
  private static final String[] COUNTED = {
    "tokens",
    "documents",
    "results",
    "chars",
    "characters",
    "items",
    "requests",
    "bytes",
    "rows",
    "times",
    "messages",
    "seconds",
    "prompts",
    "files",
    "lines",
    "records",
    "entries",
    "calls",
    "retries",
    "chunks",
    "words",
    "users",
    "events",
    "pages",
    "hits",
    "ms",
    "s",
    "of",
    "more",
    "kb",
    "mb"
  };

  /** What HTTP calls them, or how that begins. */
  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(400, "bad request"),
          Map.entry(401, "unauthorized"),
          Map.entry(402, "payment required"),
          Map.entry(403, "forbidden"),
          Map.entry(404, "not found"),
          Map.entry(405, "method not allowed"),
          Map.entry(408, "request time"),
          Map.entry(409, "conflict"),
          Map.entry(413, "request entity too large"),
          Map.entry(415, "unsupported media type"),
          Map.entry(422, "unprocessable"),
          Map.entry(429, "too many requests"),
          Map.entry(500, "internal server error"),
          Map.entry(502, "bad gateway"),
          Map.entry(503, "service "),
          Map.entry(504, "gateway time"));

  private HttpStatus() {}

  /** The first status between two places, outside of quotations; {@link #NONE} if there is none. */
  static int in(char[] text, int from, int length, Quotations quotations) {
    for (int i = from; i + 2 < length; i++) {
      char c = text[i];
      if ((c == '4' || c == '5')
          && Chars.isDigit(text[i + 1])
          && Chars.isDigit(text[i + 2])
          && isStatus(text, i, length)
          && !quotations.contains(i)) {
        return number(text, i);
      }
    }
    return NONE;
  }

  private static int number(char[] text, int at) {
    return 100 * (text[at] - '0') + 10 * (text[at + 1] - '0') + text[at + 2] - '0';
  }

  /** Those that HTTP, Cloudflare or a load balancer gives a meaning. */
  private static boolean isAssigned(int status) {
    return (status <= 431 && status != 430)
        || status == 451
        || status == 499
        || (status >= 500 && status <= 511)
        || (status >= 520 && status <= 530);
  }

  private static boolean isStatus(char[] text, int at, int length) {
    int end = at + 3;
    boolean alone = end == length || !(Chars.isWord(text[end]) || isDecimals(text, end, length));
    int next = Chars.firstFrom(text, end, length);
    return alone
        && isAssigned(number(text, at))
        && !isOk(text, next, length)
        && !isOurOwn(text, next, length)
        && !Chars.endsWith(text, lastWord(text, at), "upstream status code")
        && !isCount(text, next, length)
        && (isLed(text, at) || isHead(text, at, length) || isNamed(text, at, length))
        && !isOnOwnPage(text, at);
  }

  /** {@code [422 Unprocessable Entity]}: the number and what HTTP calls it. */
  private static boolean isNamed(char[] text, int at, int length) {
    String reason = REASONS.get(number(text, at));
    return reason != null
        && at + 3 < length
        && text[at + 3] == ' '
        && Chars.startsWith(text, at + 4, length, reason)
        && (at == 0 || !(Chars.isWord(text[at - 1]) || text[at - 1] == '.'));
  }

  /** {@code 500 tokens}: so many of something. */
  private static boolean isCount(char[] text, int at, int length) {
    for (String noun : COUNTED) {
      int end = at + noun.length();
      if (Chars.startsWith(text, at, length, noun) && (end >= length || !Chars.isWord(text[end]))) {
        return true;
      }
    }
    return false;
  }

  /** {@code 500 Server Error for HTTP GET "/chat"}: what the service itself has answered. */
  private static boolean isOurOwn(char[] text, int at, int length) {
    int end = at;
    int limit = Math.min(length, at + LONGEST_REASON);
    while (end < limit && (Character.isLetter(text[end]) || text[end] == ' ')) {
      if (text[end] == ' ' && Chars.startsWith(text, end, length, " for http ")) {
        return true;
      }
      end++;
    }
    return false;
  }

  /**
   * Whether this stands in brackets on Spring Boot's own error page: {@code There was an unexpected
   * error (type=Internal Server Error, status=500)}.
   */
  static boolean isOnOwnPage(char[] text, int at) {
    int bracket = at;
    while (bracket > 0 && at - bracket < LONGEST_REASON && text[bracket] != '(') {
      bracket--;
    }
    return Chars.startsWith(text, bracket, at, "(type=")
        && Chars.endsWith(text, bracket, "an unexpected error ");
  }

  /** Behind the word before a number and its sign. */
  private static int lastWord(char[] text, int at) {
    int sign = Chars.lastBefore(text, at);
    return (sign >= 0 && text[sign] == ':' ? Chars.lastBefore(text, sign) : sign) + 1;
  }

  private static boolean isOk(char[] text, int at, int length) {
    return Chars.startsWith(text, at, length, "ok")
        && (at + 2 == length || !Chars.isWord(text[at + 2]));
  }

  /** {@code HTTP 429}, {@code status code: 429}, {@code "statusCode":429}. */
  private static boolean isLed(char[] text, int at) {
    int last = Chars.lastBefore(text, at);
    if (last < 0) {
      return false;
    }
    if (text[last] == '{' && last > 0 && text[last - 1] == '&') {
      return true;
    }
    int sign = Chars.lastBeforeQuotes(text, at);
    boolean separated = sign >= 0 && (text[sign] == ':' || text[sign] == '=');
    int word = separated ? Chars.lastBeforeQuotes(text, sign) : last;
    if (text[last] == '[' || text[last] == '(') {
      word = Chars.lastBefore(text, last);
    }
    for (String verb : VERBS) {
      if (Chars.endsWith(text, word + 1, verb)) {
        word -= verb.length();
        break;
      }
    }
    for (String lead : LEADS) {
      // As a field of a payload, a code is whatever the payload's author calls one.
      if (Chars.endsWith(text, word + 1, lead) && !(lead.equals("code") && isQuoted(text, word))) {
        int before = word - lead.length();
        return before < 0 || !Character.isLetterOrDigit(text[before]);
      }
    }
    return false;
  }

  private static boolean isQuoted(char[] text, int word) {
    return word + 1 < text.length && Chars.isQuote(text[word + 1]);
  }

  /** {@code 429: message}, {@code Error: 429 - {…}}, {@code 429 Too Many Requests}. */
  private static boolean isHead(char[] text, int at, int length) {
    int last = Chars.lastBefore(text, at);
    boolean opens =
        last < 0
            || (text[last] == ':' && !isLine(text, last, at))
            || text[last] == '>'
            || text[last] == '"'
            || text[last] == '\''
            || (text[last] == '-' && last > 0 && text[last - 1] == ' ')
            || (text[last] == '|' && at - last == 2)
            || hasLineEnd(text, last + 1, at);
    if (!opens || at + 3 == length) {
      return opens;
    }
    int next = Chars.firstFrom(text, at + 3, length);
    if (next == length) {
      return true;
    }
    char c = text[next];
    if (last >= 0 && c == text[last] && Chars.isQuote(c)) {
      return false;
    }
    // Python's aiohttp: ClientResponseError: 422, message='Unprocessable Entity'.
    return c == ':'
        || (c == ',' && Chars.startsWith(text, next, length, ", message="))
        || c == '-'
        || c == '{'
        || c == '['
        || c == '"'
        || Character.isLetter(c)
        || c == '<'
        || c == '('
        || c == '.';
  }

  /** {@code entity.py:451}: a line of a source file. */
  private static boolean isLine(char[] text, int colon, int at) {
    int start = colon;
    while (start > 0 && colon - start < LONGEST_ENDING && Chars.isLower(text[start - 1])) {
      start--;
    }
    return colon == at - 1 && start < colon && start > 0 && text[start - 1] == '.';
  }

  private static boolean hasLineEnd(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] == '\n' || text[i] == Chars.PIECE_END) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDecimals(char[] text, int at, int length) {
    return text[at] == '.' && at + 1 < length && Chars.isDigit(text[at + 1]);
  }
}
