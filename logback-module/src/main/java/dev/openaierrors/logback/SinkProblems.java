package dev.openaierrors.logback;

import ch.qos.logback.core.Context;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.util.IncompatibleClassException;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.plugin.Host;
import dev.openaierrors.plugin.SinkClass;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says more of what is wrong with a {@code <sink>} than Logback does, which makes it by itself and
 * leaves no more than a status behind. So the statuses of one appender's time are looked through.
 */
final class SinkProblems {

  private static final String NOT_MADE = "Could not create component [sink] of type [";
  private static final String NOT_ASSIGNABLE = "\" object is not assignable to a \"";

  private long since = Long.MAX_VALUE;

  /** The appender was created just now: what is in the status list concerns others. */
  void begin() {
    since = System.currentTimeMillis();
  }

  /** The appender starts. */
  void report(@Nullable Context context, Collection<AlertSink> sinks, Host host) {
    if (context == null || context.getStatusManager() == null) {
      return;
    }
    Set<String> told = new HashSet<>();
    for (Status status : context.getStatusManager().getCopyOfStatusList()) {
      @Nullable String message = status.getMessage();
      if (message != null && status.getTimestamp() >= since && told.add(message)) {
        tell(message, status.getThrowable(), sinks, host);
      }
    }
  }

  private static void tell(
      String message, @Nullable Throwable cause, Collection<AlertSink> sinks, Host host) {
    if (message.startsWith(NOT_MADE) && message.endsWith("]")) {
      tellNotMade(message.substring(NOT_MADE.length(), message.length() - 1), cause, host);
    } else if (message.contains(NOT_ASSIGNABLE + AlertSink.class.getName())) {
      SinkClass.tellNotASink(message.substring(3, message.indexOf(NOT_ASSIGNABLE)), host);
    } else {
      for (AlertSink sink : sinks) {
        String name = UnknownElements.nameIn(message, sink.getClass());
        if (name != null) {
          SinkClass.tellUnknown(sink, name, host);
        }
      }
    }
  }

  private static void tellNotMade(String name, @Nullable Throwable cause, Host host) {
    // Newer ones look at the class before they make an object of it.
    if (cause instanceof IncompatibleClassException) {
      SinkClass.tellNotASink(name, host);
    } else if (isMissing(cause)) {
      SinkClass.tellNoClass(name, host);
    } else {
      SinkClass.tellNotMade(name, host);
    }
  }

  private static boolean isMissing(@Nullable Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof ClassNotFoundException || at instanceof NoClassDefFoundError) {
        return true;
      }
    }
    return false;
  }
}
