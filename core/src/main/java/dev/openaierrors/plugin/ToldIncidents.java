package dev.openaierrors.plugin;

import dev.openaierrors.alert.Alert;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Of which incidents somebody was told: here, or before a restart. Not for several threads. */
final class ToldIncidents {

  private final Set<String> here = new HashSet<>();
  private final Set<String> before = new HashSet<>();
  private final Set<String> lastWords = new HashSet<>();

  /** These are open, and were told of before a restart. */
  void wereTold(List<Alert> open) {
    open.forEach(alert -> before.add(alert.id()));
  }

  /** It was not told of before a restart after all. */
  void wasNotTold(String id) {
    before.remove(id);
  }

  /** They are told of now; one that is over is forgotten. */
  void note(List<Alert> alerts) {
    for (Alert alert : alerts) {
      if (alert.state().isOpen()) {
        here.add(alert.id());
      } else {
        here.remove(alert.id());
        before.remove(alert.id());
      }
    }
  }

  /** Whether somebody knows of this one. */
  boolean isTold(String id) {
    return here.contains(id) || before.contains(id);
  }

  /** Whether it was told of here. */
  boolean isToldHere(String id) {
    return here.contains(id);
  }

  /** Whether its last word is said now for the first time. */
  boolean isFirstLastWord(String id) {
    return lastWords.add(id);
  }
}
