package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;

/**
 * What is sent at once.
 *
 * @param alert its content
 * @param notices how many notices it stands for; more than one in a digest
 */
record Shipment(Alert alert, int notices) {

  Shipment(Alert alert) {
    this(alert, 1);
  }
}
