package dev.openaierrors.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Particulars of an error that its text names: model, limit, request id, delay. */
final class Details {

  private static final int EXTENT = 2048;

  private static final String[] MODEL_LEADS = {
    "rate limit reached for model ",
    "rate limit reached for ",
    "request too large for model ",
    "request too large for ",
    "access to model ",
    "the model: ",
    "the model ",
    "this model ",
    "to use the model ",
    "your requests to ",
    "enqueued token limit reached for ",
    "\"model\": ",
    "\"model\":",
    "'model': ",
    "/deployments/",
    "and model "
  };

  private static final String[] REQUEST_ID_LEADS = {
    "request id: ",
    "request id ",
    "request_id\": ",
    "request_id\":",
    "request_id=",
    "request_id': ",
    "x-request-id: ",
    "x-request-id=",
    "requestid: "
  };

  /** Wording of a limit and its id; the first that fits counts. */
  private static final String[][] LIMITS = {
    {"(rpm)", "rpm"},
    {"(rpd)", "rpd"},
    {"(tpm)", "tpm"},
    {"(tpd)", "tpd"},
    {"(ipm)", "ipm"},
    {"(ipd)", "ipd"},
    {"(rps)", "rps"},
    {"images per min", "ipm"},
    {"requests per min", "rpm"},
    {"tokens per min", "tpm"},
    {"requests per day", "rpd"},
    {"tokens per day", "tpd"},
    {"organization tpd", "tpd"},
    {"organization rpd", "rpd"},
    {"organization max rpm", "rpm"},
    {"organization max tpm", "tpm"},
    {"organization concurrency", "concurrency"},
    {"enqueued token", "enqueued_tokens"},
    {"token rate limit", "tpm"},
    {"call rate limit", "rpm"},
    {"free-models-per-day", "rpd"},
    {"free-models-per-min", "rpm"},
    {"queries per minute", "rpm"}
  };

  private final char[] text;
  private final int length;

  Details(char[] text, int length) {
    this.text = text;
    this.length = length;
  }

  /** The model that the error is about; null if the text names none. */
  @Nullable String model(int near) {
    int from = Math.max(0, near - EXTENT);
    int to = Math.min(length, near + EXTENT);
    for (String lead : MODEL_LEADS) {
      int at = indexOf(lead, from, to);
      String name = at < 0 ? null : name(at + lead.length(), to);
      if (name != null && isModel(name)) {
        return name;
      }
    }
    return null;
  }

  /** The id of the request; null if the text names none. */
  @Nullable String requestId() {
    int at = indexOf("req_", 0, length);
    if (at >= 0 && (at == 0 || !Chars.isWord(text[at - 1]))) {
      String id = name(at, length);
      if (id != null && id.length() >= 12) {
        return id;
      }
    }
    for (String lead : REQUEST_ID_LEADS) {
      int found = indexOf(lead, 0, length);
      String id = found < 0 ? null : name(found + lead.length(), length);
      if (id != null && id.length() >= 8 && hasDigit(id)) {
        return id;
      }
    }
    return null;
  }

  /** The id of the limit that was hit; null if the text names none. */
  @Nullable String limit(int near) {
    int from = Math.max(0, near - EXTENT);
    int to = Math.min(length, near + EXTENT);
    for (String[] limit : LIMITS) {
      if (indexOf(limit[0], from, to) >= 0) {
        return limit[1];
      }
    }
    return null;
  }

  /** The wait that the answer asks for; null if it names none. */
  static @Nullable Duration delay(char[] text, int length, Hits hits, Quotations quotations) {
    for (int hit = 0; hit < hits.count(); hit++) {
      Phrase phrase = hits.phrase(hit);
      int start = hits.start(hit);
      // A longer name that ends so is the client's own: do_retry in 4.0 seconds.
      boolean apart = start == 0 || !Chars.isWord(text[start - 1]);
      if (phrase.role() == Role.DELAY && apart && !quotations.contains(start)) {
        Duration delay = RetryDelay.at(text, hits.end(hit), length, phrase.text());
        if (delay != null) {
          return delay;
        }
      }
    }
    return null;
  }

  private int indexOf(String word, int from, int to) {
    int last = to - word.length();
    char first = word.charAt(0);
    for (int i = from; i <= last; i++) {
      if (Chars.lower(text[i]) == first && Chars.startsWith(text, i, to, word)) {
        return i;
      }
    }
    return -1;
  }

  /** The name that begins here, within quotes or not. */
  private @Nullable String name(int at, int to) {
    int start = at;
    while (start < to && (text[start] == '\\' || Chars.isQuote(text[start]))) {
      start++;
    }
    int end = start;
    while (end < to && isName(text[end])) {
      end++;
    }
    while (end > start && (text[end - 1] == '.' || text[end - 1] == ':' || text[end - 1] == '/')) {
      end--;
    }
    return end - start < 2 ? null : new String(text, start, end - start);
  }

  private static boolean isName(char c) {
    return Chars.isWord(c) || c == '-' || c == '.' || c == ':' || c == '/' || c == '@';
  }

  /** Models have a digit or a dash in their name; words of a sentence have none. */
  private static boolean isModel(String name) {
    return hasDigit(name) || name.indexOf('-') > 0;
  }

  private static boolean hasDigit(String name) {
    return name.chars().anyMatch(c -> c >= '0' && c <= '9');
  }
}
