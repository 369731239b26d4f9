package dev.openaierrors.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sum, and what was added to it, if somebody asks. */
final class Points {

  private static final int MAX_WEAK = 2;

  private final @Nullable List<String> ledger;
  private int sum;
  private int weak;

  Points(@Nullable List<String> ledger) {
    this.ledger = ledger;
  }

  int sum() {
    return sum;
  }

  void add(int points, String what) {
    if (ledger != null && points != 0) {
      ledger.add("  " + (points > 0 ? "+" : "") + points + " " + what);
    }
    sum += points;
  }

  void addWeak(String what) {
    if (ledger != null) {
      ledger.add("  weak: " + what);
    }
    weak++;
  }

  void addAllWeak() {
    add(Math.min(weak, MAX_WEAK), "what is weak, together");
  }
}
