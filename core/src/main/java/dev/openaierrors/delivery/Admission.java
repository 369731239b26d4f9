package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import java.time.Duration;
import java.util.Map;

/** Which notices a destination gets. */
final class Admission {

  private static final int REMEMBERED = 256;
  // A minute, and a tick.
  private static final Duration SAID_AGAIN = Duration.ofSeconds(61);

  private final Destination destination;
  // Incidents that the destination knows of.
  private final Map<String, Boolean> told = new BoundedMap<>(REMEMBERED);

  Admission(Destination destination) {
    this.destination = destination;
  }

  boolean admits(Alert alert) {
    AlertState state = alert.state();
    if (state == AlertState.RESOLVED && !destination.sendResolved()) {
      return false;
    }
    if (!destination.takes(alert) || isNoNews(alert)) {
      return false;
    }
    if (state == AlertState.TEST || told.containsKey(alert.id())) {
      return true;
    }
    boolean badEnough = alert.severity().isAtLeast(destination.minSeverity());
    if (badEnough) {
      told.put(alert.id(), true);
    }
    return badEnough;
  }

  /** It is still open, but nothing failed since that was said before. */
  private boolean isNoNews(Alert alert) {
    return alert.state() == AlertState.ONGOING
        && !(destination.sink() instanceof Forgetful)
        && alert.times().lastSeen().plus(SAID_AGAIN).isBefore(alert.times().at());
  }

  /** Whether a notice that was admitted before a restart is one for it still. */
  boolean admitsAgain(Alert alert) {
    boolean still = destination.takes(alert);
    if (still) {
      told.put(alert.id(), true);
    }
    return still;
  }
}
