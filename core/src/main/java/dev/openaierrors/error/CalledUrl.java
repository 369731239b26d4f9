package dev.openaierrors.error;

import java.util.Locale;

/** The address of a call that stands in a text. */
final class CalledUrl {

  private static final int LONGEST = 300;
  private static final int LONGEST_LEAD = 40;

  private static final String[] VERBS = {
    "get",
    "post",
    "put",
    "delete",
    "patch",
    "from",
    "for url",
    "url",
    "request to",
    "invoking",
    "uri"
  };
  private static final String[] HOSTS = {"openai", "azure.com", "aka.ms", "localhost", "127.0.0.1"};
  private static final String[] PATHS = {
    "completions",
    "embeddings",
    "/responses",
    "/v1/images",
    "/v1/audio",
    "/v1/models",
    "/realtime",
    "/v1/files",
    "/v1/assistants",
    "/v1/threads",
    "/v1/batches",
    "/v1/moderations",
    "/v1/fine"
  };

  private CalledUrl() {}

  /** What serves a URL. */
  enum Of {
    /** OpenAI, Azure, or something that was not called here. */
    OTHER,
    /** Another server, by a path of OpenAI's API. */
    COMPATIBLE_API,
    /** Another server, by a path of its own. */
    FOREIGN_API
  }

  /** What the URL is whose host begins at {@code host}. */
  static Of at(char[] text, int host, int length) {
    int end = host;
    int limit = Math.min(length, host + LONGEST);
    while (end < limit && text[end] > ' ' && text[end] != '"' && text[end] != '\'') {
      end++;
    }
    String url = new String(text, host, end - host).toLowerCase(Locale.ROOT);
    int path = url.indexOf('/');
    String name = path < 0 ? url : url.substring(0, path);
    if (contains(name, HOSTS) || url.contains("openai")) {
      return Of.OTHER;
    }
    if (contains(url, PATHS)) {
      return Of.COMPATIBLE_API;
    }
    return isCalled(text, host) ? Of.FOREIGN_API : Of.OTHER;
  }

  private static boolean contains(String text, String[] words) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** A verb stands before the scheme. */
  private static boolean isCalled(char[] text, int host) {
    int scheme = host - 3;
    int limit = Math.max(0, scheme - LONGEST_LEAD);
    while (scheme > limit && Chars.isWord(text[scheme - 1])) {
      scheme--;
    }
    int last = scheme - 1;
    while (last >= limit
        && (text[last] <= ' '
            || Chars.isQuote(text[last])
            || text[last] == ':'
            || text[last] == '=')) {
      last--;
    }
    for (String verb : VERBS) {
      if (Chars.endsWith(text, last + 1, verb)) {
        return true;
      }
    }
    return false;
  }
}
