package dev.openaierrors.error;

/** What class names of throwables and of stack frames tell without their messages. */
final class ThrownClasses {

  private static final String EXCEPTION = "Exception";
  private static final String[] NETWORK = {
    "TimeoutException",
    "ConnectException",
    "UnknownHostException",
    "SSLHandshakeException",
    "SSLException",
    "InterruptedIOException",
    "SocketException",
    "ClosedChannelException",
    "PrematureCloseException",
    "UnresolvedAddressException",
    "ResourceAccessException",
    "UncheckedIOException"
  };

  // Frames that tell whose client was called: OpenAI's, or another vendor's.
  private static final String[] TELLING = {
    "openai",
    "OpenAi",
    "OpenAI",
    "anthropic",
    "ollama",
    "mistral",
    "bedrock",
    "gemini",
    "vertex",
    "huggingface",
    "cohere",
    "chatgpt",
    "sashirestela"
  };
  private static final int OPEN_AI_TELLING = 3;

  /** Frames that are looked at, from the top. */
  static final int MAX_FRAMES = 96;

  private ThrownClasses() {}

  /** Whether such a throwable means that a call did not get through. */
  static boolean isNetwork(String className) {
    int before = className.length() - EXCEPTION.length() - 1;
    if (before < 0) {
      return false;
    }
    return switch (className.charAt(before)) {
      case 't', 'L', 'e', 'O', 'l', 's' -> endsWithAny(className, NETWORK);
      default -> false;
    };
  }

  /** Whether the top of the stack runs through a client of OpenAI's. */
  static <E, T> boolean callsOpenAi(LogEventView<E, T> view, T thrown) {
    int frames = Math.min(view.frameCount(thrown), MAX_FRAMES);
    for (int i = 0; i < frames; i++) {
      String name = view.frameClass(thrown, i);
      if (name != null && contains(name, OPEN_AI_TELLING)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a frame of this class tells whose client was called. */
  static boolean isTelling(String frameClass) {
    return contains(frameClass, TELLING.length);
  }

  private static boolean contains(String name, int count) {
    for (int i = 0; i < count; i++) {
      if (name.contains(TELLING[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWithAny(String name, String[] endings) {
    for (String ending : endings) {
      if (name.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
