package dev.openaierrors.error;

/** The address of a call that stands in a text. */
final class CalledUrl {

  private static final int MAX_LENGTH = 300;
  private static final int MAX_LEAD = 40;

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
  // Before a path that only OpenAI's API has, or who answers in its stead.
  private static final String[] LOOSE = {"at", "for", "calling", "endpoint", "with"};
  private static final Words OPENAI = new Words("openai");
  private static final Words HOSTS = new Words("azure.com", "aka.ms");
  private static final Words LOCAL = new Words("localhost", "127.0.0.1");
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
          "/v1/fine",
          "/openai/deployments/");

  private static final Words OWN_PATHS =
      new Words(
          "/chat/completions",
          "/v1/completions",
          "/v1/embeddings",
          "/v1/responses",
          "/openai/deployments/");

  private final Text text;
  private final int host;
  private final int end;

  private CalledUrl(Text text, int host) {
    this.text = text;
    this.host = host;
    int behind = host;
    int limit = Math.min(text.length(), host + MAX_LENGTH);
    while (behind < limit
        && text.at(behind) > ' '
        && text.at(behind) != '"'
        && text.at(behind) != '\'') {
      behind++;
    }
    this.end = behind;
  }

  /** What serves a URL. */
  enum Of {
    /** OpenAI, Azure, or something that was not called here. */
    OTHER,
    /** Another server, by a path of OpenAI's API. */
    COMPATIBLE_API,
    /** Another server, by a path of its own. */
    FOREIGN_API
  }

  /** The URL whose host begins there. */
  static CalledUrl at(Text text, int host) {
    return new CalledUrl(text, host);
  }

  /** What serves it. */
  Of of() {
    int path = host;
    while (path < end && text.at(path) != '/') {
      path++;
    }
    if (HOSTS.standIn(text, host, path) || OPENAI.standIn(text, host, path)) {
      return Of.OTHER;
    }
    boolean local = LOCAL.standIn(text, host, path);
    if (local ? isOpenAisAlone() && isCalled() : PATHS.standIn(text, host, end)) {
      return Of.COMPATIBLE_API;
    }
    if (local || OPENAI.standIn(text, host, end)) {
      return Of.OTHER;
    }
    return isCalled() ? Of.FOREIGN_API : Of.OTHER;
  }

  /** Behind it. */
  int end() {
    return end;
  }

  /** The path is one that only OpenAI's API has, and whoever answers in its stead. */
  boolean isOpenAisAlone() {
    return OWN_PATHS.standIn(text, host, end);
  }

  /** A word of a call stands before the scheme. */
  boolean isTold() {
    return isCalled(LOOSE) || isCalled();
  }

  /** A verb stands before the scheme. */
  boolean isCalled() {
    return isCalled(VERBS);
  }

  private boolean isCalled(String[] verbs) {
    int scheme = host - 3;
    int limit = Math.max(0, scheme - MAX_LEAD);
    while (scheme > limit && text.isWord(scheme - 1)) {
      scheme--;
    }
    int last = scheme - 1;
    while (last >= limit
        && (text.at(last) <= ' '
            || text.isQuote(last)
            || text.at(last) == '\\'
            || text.at(last) == ':'
            || text.at(last) == '=')) {
      last--;
    }
    for (String verb : verbs) {
      if (text.endsWith(last + 1, verb)) {
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
    boolean standIn(Text text, int from, int to) {
      char[] chars = text.chars();
      for (int at = from; at < to; at++) {
        char c = Chars.lower(chars[at]);
        if (c < first.length && first[c] && standsAt(text, at, to)) {
          return true;
        }
      }
      return false;
    }

    private boolean standsAt(Text text, int at, int to) {
      for (String word : words) {
        if (text.startsWith(at, to, word)) {
          return true;
        }
      }
      return false;
    }
  }
}
