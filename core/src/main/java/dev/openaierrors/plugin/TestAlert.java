package dev.openaierrors.plugin;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.AlertText;
import dev.openaierrors.alert.Origin;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Provider;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/** The alert by which people try their destinations. */
final class TestAlert {

  /** System property that sends one to all destinations at the start. */
  static final String PROPERTY = "openai.alerts.test";

  // Weak: a context that is gone is not held.
  private static final Map<Object, Set<String>> TESTED = new WeakHashMap<>();

  private TestAlert() {}

  /**
   * Whether one is to be sent now: if the system property asks for it, once for each appender, even
   * if its context is stopped and started again, as Spring Boot does when it starts.
   */
  static boolean isWanted(Object context, String appender) {
    if (!Boolean.getBoolean(PROPERTY)) {
      return false;
    }
    synchronized (TESTED) {
      return TESTED.computeIfAbsent(context, any -> new HashSet<>()).add(appender);
    }
  }

  /** Critical, so that no least severity keeps it back. */
  static Alert of(Origin origin, Instant now) {
    return new Alert(
        "test-" + now.toEpochMilli(),
        AlertState.TEST,
        "test",
        "",
        Severity.CRITICAL,
        new Alert.Cause(ErrorKind.UNKNOWN, null, Provider.UNKNOWN, false, null),
        origin,
        Alert.Times.past(now, now, now),
        Alert.Counts.NONE,
        Alert.Progress.NONE,
        Map.of(),
        null,
        new Alert.Text(
            AlertText.title("Test of OpenAI alerts", origin),
            "Nothing happened: somebody tries whether alerts arrive here.",
            "This is a test.",
            "Nothing to do.",
            null,
            ErrorKind.UNKNOWN.page()));
  }
}
