package dev.openaierrors.log4j2;

import dev.openaierrors.plugin.AlertsContract;
import dev.openaierrors.plugin.DestinationsContract;

/** The contract of destinations, kept by Log4j2's plugin. */
class Log4j2DestinationsTest extends DestinationsContract {

  @Override
  protected AlertsContract framework() {
    return new Log4j2AlertsTest.Contract(false) {};
  }
}
