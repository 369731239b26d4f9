package dev.openaierrors;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long tests wait for other threads, processes and servers. */
public final class Patience {

  /**
   * Much longer than anything takes, also on a machine with much else to do. Waiting ends when
   * there is nothing to wait for, so it costs nothing.
   */
  public static final Duration LONG = Duration.ofMinutes(2);

  private Patience() {}

  /**
   * Waits that long.
   *
   * @param what what is waited for, for the message if it does not happen
   */
  public static ConditionFactory await(String what) {
    return Awaitility.await(what).atMost(LONG);
  }
}
