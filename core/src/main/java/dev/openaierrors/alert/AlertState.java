package dev.openaierrors.alert;

import org.jspecify.annotations.Nullable;

/** What an alert says of its incident. */
public enum AlertState {
  /** A rule is met: the incident begins. */
  FIRING("firing"),
  /** It still goes on, and failures came since the last notice. */
  REMINDER("reminder"),
  /** It got worse: the severity rose. */
  ESCALATED("escalated"),
  /** It came back soon after it was resolved; id and count go on. */
  REOPENED("reopened"),
  /** It comes and goes, so its notices become fewer. */
  FLAPPING("flapping"),
  /** No failure for the rule's quiet period, or calls succeed again. */
  RESOLVED("resolved"),
  /** Its numbers changed; no notice for people, only for destinations that keep a state. */
  ONGOING("ongoing"),
  /** The service stops while the incident is open: the last summary, not a recovery. */
  STOPPED("stopped"),
  /** Several notices in one, since there were more than a destination should get. */
  DIGEST("digest"),
  /** Nothing happened: somebody tries a destination. */
  TEST("test");

  private final String id;

  AlertState(String id) {
    this.id = id;
  }

  /** The value of the field {@code openai.alert.state}; never changes. */
  public String id() {
    return id;
  }

  /**
   * The state with this {@link #id()}.
   *
   * @return null if there is none
   */
  public static @Nullable AlertState fromId(String id) {
    for (AlertState state : values()) {
      if (state.id.equals(id)) {
        return state;
      }
    }
    return null;
  }

  /** Whether the incident is open in this state. */
  public boolean isOpen() {
    return this != RESOLVED && this != DIGEST && this != TEST;
  }
}
