package dev.openaierrors.error;

import java.util.Map;

/**
 * Finds the HTTP status of a failed call: a number between 400 and 599 where logs and exceptions
 * put a status, not any such number.
 */
final class HttpStatus {

  /** There is none. */
  static final int NONE = 0;

  private static final int MAX_REASON = 60;
  private static final int MAX_ENDING = 6;
  private static final int LIST = 3;
  // Those scripts write words without blanks between them.
  private static final char FIRST_OF_THE_EAST = '\u3000';

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
    "failed",
    "estado",
    "código",
    "statut",
    "stato",
    "статус",
    "код",
    "状态码",
    "状态",
    "错误码",
    "返回",
    "ステータスコード",
    "エラーコード",
    "상태 코드",
    "코드"
  };

  // Between a word that leads in a status and the number.
  private static final String[] VERBS = {" was", " is", " of"};

  // In the plural: "413 Request body too large" is a status, "413 requests" are so many.
  private static final String[] COUNTED =
      WordList.array(
          "tokens documents results chars characters items requests bytes rows "
              + "times messages seconds prompts files lines records entries calls "
              + "retries chunks words users events pages hits ms s of more kb mb"
              + " embeddings vectors images models choices");

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
  static int in(Text whole, int from, int to, Quotations quotations) {
    Text text = whole.until(to);
    char[] chars = text.chars();
    for (int i = from; i + 2 < to; i++) {
      char c = chars[i];
      if ((c == '4' || c == '5')
          && text.isDigit(i + 1)
          && text.isDigit(i + 2)
          && isStatus(text, i)
          && !quotations.contains(i)) {
        return number(text, i);
      }
    }
    return NONE;
  }

  /** Whether three numbers of statuses stand in a list there: what is retried, not what came. */
  static boolean isListed(Text text, int from, int to) {
    int listed = 0;
    int behind = from;
    for (int at = from; at + 2 < to; at++) {
      char c = text.at(at);
      boolean status =
          (c == '4' || c == '5')
              && text.isDigit(at + 1)
              && text.isDigit(at + 2)
              && !text.isWord(at - 1)
              && !text.isWord(at + 3);
      if (status) {
        listed = isComma(text, behind, at) ? listed + 1 : 1;
        behind = at + 3;
        if (listed == LIST) {
          return true;
        }
        at += 2;
      }
    }
    return false;
  }

  private static boolean isComma(Text text, int from, int to) {
    int comma = text.firstFromQuotes(from);
    return comma < to
        && ",/|".indexOf(text.at(comma)) >= 0
        && text.firstFromQuotes(comma + 1) == to;
  }

  /** Whether a number that logs put as a status stands there. */
  static boolean isAt(Text text, int at) {
    return text.isDigit(at + 1) && text.isDigit(at + 2) && isStatus(text, at);
  }

  private static int number(Text text, int at) {
    return 100 * (text.at(at) - '0') + 10 * (text.at(at + 1) - '0') + text.at(at + 2) - '0';
  }

  /** Those that HTTP, Cloudflare or a load balancer gives a meaning. */
  private static boolean isAssigned(int status) {
    return (status <= 431 && status != 430)
        || status == 451
        || status == 499
        || (status >= 500 && status <= 511)
        || (status >= 520 && status <= 530);
  }

  private static boolean isStatus(Text text, int at) {
    int end = at + 3;
    // A line of a program and its column: (node:events:520:28).
    boolean place = text.is(end, ':') && text.isDigit(end + 1);
    boolean alone = !text.isWord(end) && !isDecimals(text, end) && !place;
    int next = text.firstFrom(end);
    return alone
        && isAssigned(number(text, at))
        && !text.startsWithWord(next, "ok")
        && !isOurOwn(text, next)
        && !isAnothers(text, lastWord(text, at))
        && !isCount(text, next)
        && (isLed(text, at) || isHead(text, at) || isNamed(text, at))
        && !isOnOwnPage(text, at);
  }

  /** {@code [422 Unprocessable Entity]}: the number and what HTTP calls it. */
  private static boolean isNamed(Text text, int at) {
    // Python's aiohttp: 401, message='Unauthorized', url=…
    if (text.startsWith(at + 3, ", message='") && text.is(at - 1, ' ')) {
      return true;
    }
    String reason = REASONS.get(number(text, at));
    int next = text.is(at + 3, ',') ? at + 4 : at + 3;
    return reason != null
        && text.is(next, ' ')
        && text.startsWith(next + 1, reason)
        && !text.isWord(at - 1)
        && !text.is(at - 1, '.');
  }

  /** {@code 500 tokens}: so many of something. */
  private static boolean isCount(Text text, int at) {
    for (String noun : COUNTED) {
      if (text.startsWithWord(at, noun)) {
        return true;
      }
    }
    return false;
  }

  /** {@code 500 Server Error for HTTP GET "/chat"}: what the service itself has answered. */
  private static boolean isOurOwn(Text text, int at) {
    int end = at;
    int limit = Math.min(text.length(), at + MAX_REASON);
    while (end < limit && (Character.isLetter(text.at(end)) || text.at(end) == ' ')) {
      if (text.at(end) == ' ' && text.startsWith(end, " for http ")) {
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
  static boolean isOnOwnPage(Text text, int at) {
    int bracket = at;
    while (bracket > 0 && at - bracket < MAX_REASON && text.at(bracket) != '(') {
      bracket--;
    }
    return text.startsWith(bracket, at, "(type=") && text.endsWith(bracket, "an unexpected error ");
  }

  /** Of a server behind the one that answered, or of a proxy on the way to it. */
  private static boolean isAnothers(Text text, int lead) {
    return text.endsWith(lead, "upstream status code")
        || text.endsWith(lead, "for connect")
        || text.endsWith(lead, "tunnel connection failed");
  }

  /** Behind the word before a number and its sign. */
  private static int lastWord(Text text, int at) {
    int sign = text.lastBefore(at);
    return (text.is(sign, ':') ? text.lastBefore(sign) : sign) + 1;
  }

  /** {@code HTTP 429}, {@code status code: 429}, {@code "statusCode":429}. */
  private static boolean isLed(Text text, int at) {
    int last = text.lastBefore(at);
    if (last < 0) {
      return false;
    }
    if ((text.at(last) == '{' && text.is(last - 1, '&')) || text.endsWith(last + 1, "<--")) {
      return true;
    }
    int sign = text.lastBeforeQuotes(at);
    boolean separated = text.is(sign, ':') || text.is(sign, '=');
    int word = separated ? text.lastBeforeQuotes(sign) : last;
    if (text.at(last) == '[' || text.at(last) == '(') {
      word = text.lastBefore(last);
      word = text.is(word, ':') ? text.lastBefore(word) : word;
    }
    for (String verb : VERBS) {
      if (text.endsWith(word + 1, verb)) {
        word -= verb.length();
        break;
      }
    }
    for (String lead : LEADS) {
      // As a field of a payload, a code is whatever the payload's author calls one.
      if (text.endsWith(word + 1, lead) && !(lead.equals("code") && text.isQuote(word + 1))) {
        int before = word - lead.length();
        return before < 0
            || !Character.isLetterOrDigit(text.at(before))
            || lead.charAt(0) >= FIRST_OF_THE_EAST;
      }
    }
    return false;
  }

  /** {@code 429: message}, {@code Error: 429 - {…}}, {@code 429 Too Many Requests}. */
  private static boolean isHead(Text text, int at) {
    int last = text.lastBefore(at);
    if (last >= 0 && text.at(last) == '(' && text.is(at + 3, ')')) {
      return isCommon(text, at);
    }
    boolean opens =
        last < 0
            || (text.at(last) == ':' && !isLine(text, last, at))
            || text.at(last) == '>'
            || text.at(last) == '"'
            || text.at(last) == '\''
            || (text.at(last) == '-' && text.is(last - 1, ' '))
            || (text.at(last) == '|' && at - last == 2)
            || hasLineEnd(text, last + 1, at);
    if (!opens || at + 3 == text.length()) {
      return opens;
    }
    int next = text.firstFrom(at + 3);
    if (next == text.length()) {
      return true;
    }
    char c = text.at(next);
    if (last >= 0 && c == text.at(last) && Chars.isQuote(c)) {
      return false;
    }
    // Python's aiohttp: ClientResponseError: 422, message='Unprocessable Entity'.
    return c == ':'
        || (c == ',' && text.startsWith(next, ", message="))
        || c == '-'
        || c == '{'
        || c == '['
        || c == '"'
        || Character.isLetter(c)
        || c == '<'
        || c == '('
        || c == '.';
  }

  /** In brackets, a number that is rarely met but as a status. */
  private static boolean isCommon(Text text, int at) {
    return switch (number(text, at)) {
      case 400, 401, 403, 404, 429, 500, 502, 503, 504 -> true;
      default -> false;
    };
  }

  /** {@code entity.py:451}: a line of a source file. */
  private static boolean isLine(Text text, int colon, int at) {
    int start = colon;
    while (start > 0 && colon - start < MAX_ENDING && Chars.isLower(text.at(start - 1))) {
      start--;
    }
    return colon == at - 1 && start < colon && text.is(start - 1, '.');
  }

  private static boolean hasLineEnd(Text text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.isLineEnd(i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDecimals(Text text, int at) {
    return text.is(at, '.') && text.isDigit(at + 1);
  }
}
