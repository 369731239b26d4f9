package dev.openaierrors.alert;

import java.time.Instant;
import java.util.List;

/**
 * All that an engine remembers, to be kept over a restart.
 *
 * @param at when it was taken
 * @param incidents what it knows of each incident; those that matter most come first, so that the
 *     list may be cut
 * @param notices what was told and has still to be sent, in order; not known to the engine itself
 */
public record EngineSnapshot(Instant at, List<IncidentState> incidents, List<Notice> notices) {

  /** Copies the lists. */
  public EngineSnapshot {
    incidents = List.copyOf(incidents);
    notices = List.copyOf(notices);
  }

  /** The same, with no more than {@code most} incidents. */
  public EngineSnapshot cutTo(int most) {
    return incidents.size() <= most
        ? this
        : new EngineSnapshot(at, incidents.subList(0, most), notices);
  }

  /** The same, with what has still to be sent. */
  public EngineSnapshot with(List<Notice> unsent) {
    return new EngineSnapshot(at, incidents, unsent);
  }

  /**
   * A notice that one destination has not got yet.
   *
   * @param destination its name, as in the status messages
   * @param id of the incident
   * @param state what is to be told
   * @param at when it came about
   */
  public record Notice(String destination, String id, AlertState state, Instant at) {}
}
