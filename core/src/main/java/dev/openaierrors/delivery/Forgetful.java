package dev.openaierrors.delivery;

import dev.openaierrors.alert.AlertSink;

/**
 * A destination that takes an incident for over when it hears of it no more. So it is told each
 * minute that it is open, also while nothing fails; others only if something failed meanwhile.
 */
interface Forgetful extends AlertSink {}
