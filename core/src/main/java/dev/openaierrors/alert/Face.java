package dev.openaierrors.alert;

import java.util.List;

/**
 * The incidents that a failure belongs to.
 *
 * @param keys one for each rule that counts it
 */
record Face(List<IncidentKey> keys) {

  /** That of failures that are too many to be told apart. */
  static final Face OTHERS = new Face(List.of());

  /** Whether no rule counts it. */
  boolean isNobodys() {
    return keys.isEmpty();
  }
}
