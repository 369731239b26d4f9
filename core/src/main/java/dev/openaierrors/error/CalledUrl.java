package dev.openaierrors.error;

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
    "request for",
    "invoking",
    "uri"
  };
  private static final Words OPENAI = new Words("openai");
  private static final Words HOSTS = new Words("azure.com", "aka.ms", "localhost", "127.0.0.1");
  private static final Words PATHS =
      new Words(
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
          "/v1/fine");

  private static final Words OWN_PATHS =
      new Words("/chat/completions", "/v1/completions", "/v1/embeddings", "/v1/responses");

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
    int path = host;
    while (path < end && text[path] != '/') {
      path++;
    }
    if (HOSTS.standIn(text, host, path) || OPENAI.standIn(text, host, path)) {
      return Of.OTHER;
    }
    if (PATHS.standIn(text, host, end)) {
      return Of.COMPATIBLE_API;
    }
    if (OPENAI.standIn(text, host, end)) {
      return Of.OTHER;
    }
    return isCalled(text, host) ? Of.FOREIGN_API : Of.OTHER;
  }

  /** The path is one that only OpenAI's API has, and whoever answers in its stead. */
  static boolean isOpenAisAlone(char[] text, int host, int length) {
    int end = host;
    int limit = Math.min(length, host + LONGEST);
    while (end < limit && text[end] > ' ' && text[end] != '"' && text[end] != '\'') {
      end++;
    }
    return OWN_PATHS.standIn(text, host, end);
  }

  /** A verb stands before the scheme. */
  static boolean isCalled(char[] text, int host) {
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

  /**
   * Words to look for in place: a text may be full of schemes, and a copy of what follows each
   * would be many times the text.
   */
  private static final class Words {

    private final String[] words;
    private final boolean[] first = new boolean[128];

    /** In lower case. */
    Words(String... words) {
      this.words = words;
      for (String word : words) {
        first[word.charAt(0)] = true;
      }
    }

    /** Whether one of them stands there, in any case. */
    boolean standIn(char[] text, int from, int to) {
      for (int at = from; at < to; at++) {
        char c = Chars.lower(text[at]);
        if (c < first.length && first[c] && standsAt(text, at, to)) {
          return true;
        }
      }
      return false;
    }

    private boolean standsAt(char[] text, int at, int to) {
      for (String word : words) {
        if (Chars.startsWith(text, at, to, word)) {
          return true;
        }
      }
      return false;
    }
  }
}
