package dev.openaierrors.plugin;

import java.util.List;
import java.util.Map;

/** What JMX shows of the alerts of one appender, where the setting {@code jmx} is on. */
public interface AlertsMXBean {

  /** A line for each incident that is open. */
  List<String> getOpen();

  /** Events with an error since the start, by kind. */
  Map<String, Long> getErrors();

  /** Those of them that came too fast to be looked at and were only counted, by kind. */
  Map<String, Long> getDropped();

  /** What became of the alerts, a line for each destination. */
  List<String> getDestinations();

  /** Sends an alert to all destinations, to try them. */
  void sendTestAlert();
}
