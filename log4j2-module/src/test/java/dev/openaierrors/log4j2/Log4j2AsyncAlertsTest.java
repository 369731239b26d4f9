package dev.openaierrors.log4j2;

import org.junit.jupiter.api.Tag;

/**
 * The contract of alerts with the loggers of the all-async selector, whose events are in a ring
 * buffer. A class of its own, so that it runs beside its sibling.
 */
@Tag("newest-only") // What is particular to versions shows with the others.
class Log4j2AsyncAlertsTest extends Log4j2AlertsTest.Contract {

  Log4j2AsyncAlertsTest() {
    super(true);
  }
}
