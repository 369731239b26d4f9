package dev.openaierrors.delivery;

import dev.openaierrors.error.Printable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Says once that a destination does not work, once if alerts are lost by that later on, and once
 * that it works again. Of a destination that comes and goes this is said some times an hour only.
 * Times are milliseconds that only grow.
 */
final class Outage {

  private static final int LONGEST_REASON = 300;

  /** So many outages are told in any hour. */
  static final int AN_HOUR = 4;

  private static final long HOUR = 3_600_000;

  private static final String TRIED_AGAIN = "tried again each minute until delivery recovers";
  private static final String LOST = "further losses will be reported once delivery recovers";

  private final String destination;
  private final Deque<Long> told = new ArrayDeque<>();
  // Whether the outage, and a loss in it, were told.
  private boolean said;
  private boolean lossSaid;
  private long lost;

  Outage(String destination) {
    this.destination = destination;
  }

  /**
   * What to say; null if it was said.
   *
   * @param notices how many are lost for it; 0 for one that is kept and tried again
   */
  @Nullable DeliveryNews failed(int notices, @Nullable String why, long time) {
    lost += notices;
    if (said) {
      boolean news = notices > 0 && !lossSaid;
      lossSaid |= news;
      return news ? news("an alert was lost: %s; %s.".formatted(reason(why), LOST)) : null;
    }
    if (!mayTell(time)) {
      return null;
    }
    said = true;
    lossSaid = notices > 0;
    return news(
        "an alert was not delivered: %s; %s."
            .formatted(reason(why), notices == 0 ? TRIED_AGAIN : LOST));
  }

  private boolean mayTell(long time) {
    while (!told.isEmpty() && time - told.element() >= HOUR) {
      told.remove();
    }
    return told.size() < AN_HOUR && told.add(time);
  }

  private DeliveryNews news(String text) {
    return new DeliveryNews(destination, true, text);
  }

  /** Of a destination of somebody else's, it may be anything. */
  private static String reason(@Nullable String why) {
    return Printable.line(why == null ? "no reason was given" : why, LONGEST_REASON);
  }

  /**
   * What to say; null if nothing was said of an outage. What was lost in that is said next time.
   */
  @Nullable DeliveryNews over() {
    if (!said) {
      return null;
    }
    String text =
        "delivery recovered; %s lost.".formatted(lost == 0 ? "nothing was" : amount(lost));
    said = false;
    lost = 0;
    return new DeliveryNews(destination, false, text);
  }

  private static String amount(long notices) {
    return notices == 1 ? "an alert was" : notices + " alerts were";
  }
}
