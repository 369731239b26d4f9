package dev.openaierrors.plugin;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells a listener which incidents open, change and close, by what is open now: that is right for
 * those too of which no notice comes, since they were open before a restart or their rule is gone.
 * Guarded by its owner.
 */
final class OpenIncidents {

  private final AlertListener listener;
  private Map<String, Alert> known = Map.of();

  OpenIncidents(AlertListener listener) {
    this.listener = listener;
  }

  /** These are open now, and no others. */
  void are(List<Alert> open) {
    if (open.isEmpty() && known.isEmpty()) {
      return;
    }
    Map<String, Alert> before = known;
    Map<String, Alert> now = new LinkedHashMap<>();
    open.forEach(alert -> now.put(alert.id(), alert));
    known = now;
    before.values().stream()
        .filter(alert -> !now.containsKey(alert.id()))
        .forEach(listener::closed);
    now.values().forEach(alert -> tell(alert, before.get(alert.id())));
  }

  private void tell(Alert alert, @Nullable Alert before) {
    if (before == null) {
      listener.opened(alert);
    } else if (before.severity() != alert.severity()) {
      listener.changed(alert, before.severity());
    }
  }
}
