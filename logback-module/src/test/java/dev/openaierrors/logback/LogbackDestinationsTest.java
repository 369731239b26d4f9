package dev.openaierrors.logback;

import dev.openaierrors.plugin.AlertsContract;
import dev.openaierrors.plugin.DestinationsContract;

/** The contract of destinations, kept by Logback's plugin. */
class LogbackDestinationsTest extends DestinationsContract {

  @Override
  protected AlertsContract framework() {
    return new LogbackAlertsTest();
  }
}
