package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import java.util.Map;

/**
 * Which incidents began here, and whether a destination that keeps states heard of it. Instances of
 * a service may share an incident there: one that never told of it must not end it for the others.
 *
 * <p>Of an incident that began before a restart nothing is known, which counts as heard.
 */
final class Beginnings {

  private static final int REMEMBERED = 256;

  private final Map<String, Boolean> heard = new BoundedMap<>(REMEMBERED);

  /** A notice is there to be sent, or would be if its destination wanted it. */
  void offered(Alert alert) {
    switch (alert.state()) {
      case FIRING, REOPENED, FLAPPING -> heard.putIfAbsent(alert.id(), false);
      default -> {
        // It goes on, or it is over.
      }
    }
  }

  /** A notice arrived. */
  void delivered(Alert alert) {
    if (alert.state().isOpen()) {
      heard.replace(alert.id(), true);
    } else if (alert.state() == AlertState.RESOLVED) {
      heard.remove(alert.id());
    }
  }

  /** Whether this tells the end of what nobody there heard of. */
  boolean isVain(Alert alert) {
    return alert.state() == AlertState.RESOLVED && Boolean.FALSE.equals(heard.get(alert.id()));
  }
}
