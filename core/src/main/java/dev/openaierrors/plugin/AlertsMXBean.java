package dev.openaierrors.plugin;

import java.util.List;
import java.util.Map;

/** What JMX shows of the alerts of one appender, where the setting {@code jmx} is on. */
public interface AlertsMXBean {

  /** A line for each incident that is open. */
  List<String> getOpen();

  /** Events with an error since the start, by kind. */
  Map<String, Long> getErrors();

  /**
   * Events with an error a minute, in the last five minutes, by kind; of the kinds that came then.
   */
  Map<String, Double> getRates();

  /** Those of them that came too fast to be looked at and were only counted, by kind. */
  Map<String, Long> getDropped();

  /**
   * The last of them that was looked at, redacted, by kind; of the kinds that there were. Empty
   * where the setting {@code samples} is off.
   */
  Map<String, String> getSamples();

  /** What became of the alerts, a line for each destination; empty where alerts are off. */
  List<String> getDestinations();

  /** A line for each mute in force: what it mutes, and until when. */
  List<String> getMuted();

  /**
   * Holds back all notices of a rule for a while; instead of an earlier call for it. Ends with the
   * process.
   *
   * @param rule its name; {@code *} for all rules
   * @param untilOrDuration a time to come, as {@code 2026-12-01T08:00Z}, or a duration, as {@code
   *     2h}; of a time without a zone, that of the setting {@code zone} is meant
   * @throws IllegalArgumentException if there is no such rule or no such end; says what would be
   *     right
   */
  void mute(String rule, String untilOrDuration);

  /**
   * Ends what {@link #mute} began; does nothing if the rule is not muted.
   *
   * @param rule its name; {@code *} for all that was muted by {@link #mute}
   * @throws IllegalArgumentException if there is no such rule, or if it stays muted, by the file or
   *     with all others
   */
  void unmute(String rule);

  /** Sends an alert to all destinations, to try them. */
  void sendTestAlert();
}
