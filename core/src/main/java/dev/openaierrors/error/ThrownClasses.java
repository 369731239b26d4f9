package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

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

  /** Frames of a throwable that are looked at, from the top. */
  private static final int MAX_FRAMES = 96;

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
    int frames = frameCount(view, thrown);
    for (int i = 0; i < frames; i++) {
      String name = frameClass(view, thrown, i);
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

  /** How many frames to look at; a view that fails has none. */
  static <E, T> int frameCount(LogEventView<E, T> view, T thrown) {
    try {
      return Math.min(view.frameCount(thrown), MAX_FRAMES);
    } catch (Throwable itsOwnFault) {
      return 0;
    }
  }

  /** The class of a frame; null if it has none. */
  static <E, T> @Nullable String frameClass(LogEventView<E, T> view, T thrown, int index) {
    try {
      return view.frameClass(thrown, index);
    } catch (Throwable itsOwnFault) {
      return null;
    }
  }
}
