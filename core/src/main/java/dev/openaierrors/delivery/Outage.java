package dev.openaierrors.delivery;

import dev.openaierrors.error.Printable;
import org.jspecify.annotations.Nullable;

/** Says once that a destination does not work, and once that it works again. */
final class Outage {

  private static final int LONGEST_REASON = 300;

  private final String name;
  private long lost;

  Outage(String name) {
    this.name = name;
  }

  /** The sentence to say; null if it was said. */
  @Nullable String lost(int notices, @Nullable String why) {
    boolean news = lost == 0;
    lost += notices;
    return news
        ? "openai-errors: %s: %s not delivered: %s; further losses will be reported once delivery recovers."
            .formatted(name, amount(notices) + (notices == 1 ? " was" : " were"), reason(why))
        : null;
  }

  /** Of a destination of somebody else's, it may be anything. */
  private static String reason(@Nullable String why) {
    String text = why == null ? "no reason was given" : why.replaceAll("\\p{Cntrl}", " ");
    return Printable.truncate(text, LONGEST_REASON);
  }

  /** The sentence to say; null if nothing was lost. */
  @Nullable String over() {
    if (lost == 0) {
      return null;
    }
    String sentence =
        "openai-errors: %s: delivery recovered; %s lost."
            .formatted(name, amount(lost) + (lost == 1 ? " was" : " were"));
    lost = 0;
    return sentence;
  }

  private static String amount(long notices) {
    return notices == 1 ? "an alert" : notices + " alerts";
  }
}
