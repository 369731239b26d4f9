package dev.openaierrors.error;

/** What class names of throwables and of stack frames tell without their messages. */
final class ThrownClasses {

  private static final String EXCEPTION = "Exception";

  // Frames that tell whose client was called: OpenAI's, or another vendor's.
  private static final String[] TELLING =
      WordList.array(
          "openai OpenAi OpenAI anthropic ollama mistral bedrock gemini vertex "
              + "huggingface cohere chatgpt sashirestela");
  private static final int OPEN_AI_TELLING = 3;
  private static final String OUR_OWN = "dev.openaierrors.";

  private ThrownClasses() {}

  /** Whether such a throwable means that a call did not get through. */
  static boolean isNetwork(String className) {
    int end = className.length() - EXCEPTION.length();
    if (end < 2) {
      return false;
    }
    // Most exceptions are none: the last two letters tell which name is worth comparing.
    return switch (className.charAt(end - 2) << 8 | className.charAt(end - 1)) {
      case 'u' << 8 | 't' -> className.endsWith("TimeoutException");
      case 'c' << 8 | 't' -> className.endsWith("ConnectException");
      case 's' << 8 | 't' -> className.endsWith("UnknownHostException");
      case 'e' << 8 | 't' -> className.endsWith("SocketException");
      case 'k' << 8 | 'e' -> className.endsWith("SSLHandshakeException");
      case 's' << 8 | 'e' -> className.endsWith("PrematureCloseException");
      case 'S' << 8 | 'L' -> className.endsWith("SSLException");
      case 'I' << 8 | 'O' ->
          className.endsWith("InterruptedIOException")
              || className.endsWith("UncheckedIOException");
      case 'e' << 8 | 'l' -> className.endsWith("ClosedChannelException");
      case 's' << 8 | 's' ->
          className.endsWith("UnresolvedAddressException")
              || className.endsWith("ResourceAccessException");
      default -> false;
    };
  }

  /** Whether the top of the stack runs through a client of OpenAI's. */
  static <E, T> boolean callsOpenAi(LogEventView<E, T> view, T thrown) {
    int frames = EventWalk.frameCount(view, thrown);
    for (int i = 0; i < frames; i++) {
      String name = EventWalk.frameClass(view, thrown, i);
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
        return !name.startsWith(OUR_OWN);
      }
    }
    return false;
  }
}
