package dev.openaierrors.fuzz;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A throwable whose getters do what was chosen. */
final class Hostile extends RuntimeException {

  static final Secret SECRET = new Secret("sk-proj-Qr5sT6uV7wX8yZ9aB0cD1eF2gH3iJ4kL5", "X8yZ9aB0");

  private static final long serialVersionUID = 1;
  private static final int LONG_LENGTH = 100_000;
  // Made once: what a getter itself allocates is not what is measured.
  private static final String LONG_MESSAGE =
      "OpenAI answered 429: " + SECRET.text() + " x".repeat(LONG_LENGTH / 2);
  private static final StackTraceElement[] LONG_TRACE = trace(2_000);
  private static final int DEEPEST = 200;

  /** What a getter does. */
  private enum Way {
    HONEST,
    NULL,
    THROWS,
    CHANGES,
    LONG
  }

  private final transient Way messageWay;
  private final transient Way causeWay;
  private final transient Way framesWay;
  private final String text;
  private @Nullable Throwable next;
  private int asked;
  private int depth;

  /** What a getter of it throws. */
  static final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1;

    Thrown() {
      super("a getter of the application", null, false, false);
    }
  }

  private Hostile(String text, Way messageWay, Way causeWay, Way framesWay) {
    this.text = text;
    this.messageWay = messageWay;
    this.causeWay = causeWay;
    this.framesWay = framesWay;
  }

  static Hostile any(Choices choices, boolean hostile) {
    String text =
        switch (choices.below(5)) {
          case 0 -> Errors.any(choices);
          case 1 -> choices.text(200);
          case 2 -> SECRET.text() + " " + Errors.any(choices);
          case 3 -> Errors.any(choices) + " " + SECRET.text();
          default -> "failed";
        };
    return hostile
        ? new Hostile(text, way(choices), way(choices), way(choices))
        : new Hostile(text, Way.HONEST, Way.HONEST, Way.HONEST);
  }

  private static Way way(Choices choices) {
    return choices.of(Way.HONEST, Way.HONEST, Way.NULL, Way.THROWS, Way.CHANGES, Way.LONG);
  }

  /** Gives it a cause and suppressed ones, perhaps such as lead back to itself. */
  void connect(List<Hostile> all, Choices choices) {
    next = choices.oneIn(3) ? null : choices.of(all);
    for (int i = choices.below(3); i > 0; i--) {
      Hostile other = choices.of(all);
      if (other != this) {
        addSuppressed(other);
      }
    }
  }

  @Override
  public @Nullable String getMessage() {
    return switch (messageWay) {
      case HONEST -> text;
      case NULL -> null;
      case THROWS -> throw new Thrown();
      case CHANGES -> text.repeat(asked++ % 5);
      case LONG -> LONG_MESSAGE;
    };
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // that of Throwable guards nothing here
  public @Nullable Throwable getCause() {
    return switch (causeWay) {
      case HONEST -> next;
      case NULL -> null;
      case THROWS -> throw new Thrown();
      case CHANGES, LONG -> link();
    };
  }

  /** Each link of a long chain is new; frameworks go to its end, and have to come to it. */
  private @Nullable Throwable link() {
    if (depth == DEEPEST) {
      return null;
    }
    Hostile link = new Hostile(text, messageWay, causeWay, framesWay);
    link.depth = depth + 1;
    return link;
  }

  @Override
  public StackTraceElement[] getStackTrace() {
    return switch (framesWay) {
      case HONEST -> super.getStackTrace();
      case NULL -> new StackTraceElement[0];
      case THROWS -> throw new Thrown();
      case CHANGES -> new StackTraceElement[] {frame(asked++)};
      case LONG -> LONG_TRACE;
    };
  }

  private static StackTraceElement[] trace(int length) {
    StackTraceElement[] frames = new StackTraceElement[length];
    for (int i = 0; i < length; i++) {
      frames[i] = frame(i);
    }
    return frames;
  }

  private static StackTraceElement frame(int number) {
    return new StackTraceElement("com.openai.client.Frame" + number, "call", null, number);
  }

  /** Frameworks print it, perhaps. */
  @Override
  public String toString() {
    return "Hostile";
  }
}
