package dev.openaierrors.delivery;

import dev.openaierrors.error.Printable;
import org.jspecify.annotations.Nullable;

/** Says once that a destination does not work, and once that it works again. */
final class Outage {

  private static final int LONGEST_REASON = 300;

  private static final String TRIED_AGAIN = "tried again each minute until delivery recovers";
  private static final String LOST = "further losses will be reported once delivery recovers";

  private final String name;
  private boolean away;
  private long lost;

  Outage(String name) {
    this.name = name;
  }

  /**
   * The sentence to say; null if it was said.
   *
   * @param notices how many are lost for it; 0 for one that is kept and tried again
   */
  @Nullable String failed(int notices, @Nullable String why) {
    boolean news = !away;
    away = true;
    lost += notices;
    return news
        ? "openai-errors: %s: an alert was not delivered: %s; %s."
            .formatted(name, reason(why), notices == 0 ? TRIED_AGAIN : LOST)
        : null;
  }

  /** Of a destination of somebody else's, it may be anything. */
  private static String reason(@Nullable String why) {
    String text = why == null ? "no reason was given" : why.replaceAll("\\p{Cntrl}", " ");
    return Printable.truncate(text, LONGEST_REASON);
  }

  /** The sentence to say; null if it was not away. */
  @Nullable String over() {
    if (!away) {
      return null;
    }
    String sentence =
        "openai-errors: %s: delivery recovered; %s lost."
            .formatted(name, lost == 0 ? "nothing was" : amount(lost));
    away = false;
    lost = 0;
    return sentence;
  }

  private static String amount(long notices) {
    return notices == 1 ? "an alert was" : notices + " alerts were";
  }
}
