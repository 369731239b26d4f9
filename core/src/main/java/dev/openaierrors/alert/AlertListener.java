package dev.openaierrors.alert;

/**
 * Hears what the appenders of this process recognise, which alerts are open, and what becomes of
 * notices: what metrics are made of. Register it by {@link AlertListeners#add}.
 *
 * <p>It is called by the threads of alerts, never by one that logs, at most some seconds after the
 * event, and by one thread at a time. It has to return soon: alerts wait for it. What it throws is
 * said once on the framework's status channel, and it is told of the rest all the same. Alerts are
 * locked meanwhile: it must not ask them for anything, such as what is open, nor wait for a thread
 * that does.
 */
public interface AlertListener {

  /**
   * Log events with an error were recognised.
   *
   * <p>Where more than {@value AlertMonitor#CAPACITY} of one kind come within a second, those
   * beyond are told with the group of the last of them, and none of them as a repeat.
   *
   * @param group what they have in common
   * @param failures how many tell of a failure that was not known
   * @param repeats how many tell once more of a failure that was told before
   */
  default void errors(ErrorGroup group, long failures, long repeats) {}

  /**
   * An incident is open: its rule is met, or it was open before a restart.
   *
   * @param alert the incident as it is now
   */
  default void opened(Alert alert) {}

  /**
   * The severity of an open incident is another one.
   *
   * @param alert the incident as it is now
   * @param before the severity until now
   */
  default void changed(Alert alert, Severity before) {}

  /**
   * An open incident is over, or nobody watches it any more since the service stops.
   *
   * @param alert the incident as it was when it was last seen open; its id and its severity are
   *     those of the last {@link #opened} or {@link #changed}
   */
  default void closed(Alert alert) {}

  /**
   * Something became of notices.
   *
   * @param destination its name, such as {@code log} or {@code slack}; as many as are configured
   * @param outcome what became of them
   * @param count how many, 0 where a destination is there since now
   */
  default void notices(String destination, Outcome outcome, long count) {}

  /** What becomes of a notice. */
  enum Outcome {
    /** It was taken; a digest counts as one. */
    DELIVERED("delivered"),
    /** It is lost: refused, or given up after some tries. */
    FAILED("failed"),
    /** It was told in a digest only, or made obsolete by a later one before it was sent. */
    DROPPED("dropped");

    private final String id;

    Outcome(String id) {
      this.id = id;
    }

    /** The word for it in metrics; never changes. */
    public String id() {
      return id;
    }
  }
}
