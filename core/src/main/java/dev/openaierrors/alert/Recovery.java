package dev.openaierrors.alert;

/**
 * The calls that succeeded since the last failure. Times are milliseconds since 1970.
 *
 * @param first time of the first; {@link IncidentState#NEVER} if there was none
 * @param at when they resolve the incident; {@link IncidentState#NEVER} if they do not yet
 */
record Recovery(long first, long at) {

  static final Recovery NONE = new Recovery(IncidentState.NEVER, IncidentState.NEVER);

  private static final long APART = 60_000;
  private static final long MIN_HOLD = 2 * 60_000;

  /** After another call succeeded. */
  Recovery succeed(long time, long fired) {
    if (first == IncidentState.NEVER) {
      return new Recovery(time, at);
    }
    boolean enough = at == IncidentState.NEVER && time - first >= APART;
    return enough ? new Recovery(first, Math.max(time, fired + MIN_HOLD)) : this;
  }
}
