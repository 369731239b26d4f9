package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.Severity;
import java.util.Set;

/**
 * Where alerts go, and which of them.
 *
 * @param sink the destination
 * @param minSeverity least severity of what is sent; what was told of an incident is also told when
 *     it is over, however bad it is then
 * @param sendResolved whether to tell that an incident is over
 * @param rules names of the rules whose alerts are sent, a digest of them included; empty for all
 *     rules; a test is sent in any case
 * @param quiet when notices that are not critical are held back
 */
public record Destination(
    AlertSink sink,
    Severity minSeverity,
    boolean sendResolved,
    Set<String> rules,
    QuietHours quiet) {

  /** Copies. */
  public Destination {
    rules = Set.copyOf(rules);
  }

  /** One that knows no quiet hours. */
  public Destination(
      AlertSink sink, Severity minSeverity, boolean sendResolved, Set<String> rules) {
    this(sink, minSeverity, sendResolved, rules, QuietHours.NONE);
  }

  /** A destination of the alerts of all rules. */
  public Destination(AlertSink sink, Severity minSeverity, boolean sendResolved) {
    this(sink, minSeverity, sendResolved, Set.of());
  }

  /** The same, with these quiet hours. */
  public Destination quietDuring(QuietHours hours) {
    return new Destination(sink, minSeverity, sendResolved, rules, hours);
  }

  /** A destination of all alerts. */
  public static Destination of(AlertSink sink) {
    return new Destination(sink, Severity.INFO, true);
  }

  /** Whether it has a use for notices like this one, however severe it is. */
  boolean takes(Alert alert) {
    boolean itsRule =
        rules.isEmpty() || alert.state() == AlertState.TEST || rules.contains(alert.rule());
    return itsRule && sink.wants(alert.state());
  }
}
