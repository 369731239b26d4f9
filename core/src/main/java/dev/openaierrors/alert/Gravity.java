package dev.openaierrors.alert;

import org.jspecify.annotations.Nullable;

/** How bad one incident is by now, and whether it was worse. Times are milliseconds since 1970. */
final class Gravity {

  private Severity severity;
  // When it was critical, the last time; 0 if it never was.
  private long criticalAt;
  // When it came back, though nobody was told, since it was kept open; 0 if it did not.
  private long backAt;

  /** As bad as its rule says. */
  Gravity(Severity severity) {
    this.severity = severity;
  }

  /**
   * Goes on as it was saved.
   *
   * @param saved how bad it was; null for as bad as its rule says
   * @param last when its last failure was
   */
  void restore(@Nullable Severity saved, long last) {
    severity = saved == null ? severity : saved;
    criticalAt = severity == Severity.CRITICAL ? last : 0;
  }

  Severity severity() {
    return severity;
  }

  /** It came back after a silence over which it was kept open: how long it lasts begins anew. */
  void comeBack(long at) {
    backAt = at;
  }

  /**
   * How bad it is after a failure.
   *
   * @param rare whether it is told as what fails now and then
   * @param fired when it began to fire
   * @param open whether a notice of it is out
   */
  void weigh(
      AlertRule rule,
      IncidentStats stats,
      Impact impact,
      boolean rare,
      long fired,
      boolean open,
      long at) {
    long since = Math.max(fired, backAt);
    boolean wide = criticalAt >= since && open;
    SeverityPolicy.Course course = new SeverityPolicy.Course(rare, wide, at - since);
    severity = SeverityPolicy.of(rule, stats, impact, course, at);
    criticalAt = severity == Severity.CRITICAL ? at : criticalAt;
  }
}
