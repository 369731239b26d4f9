package dev.openaierrors.alert;

import dev.openaierrors.alert.AlertListener.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What was told so far, for listeners that come late, and those listeners. Metrics come late: a
 * service has its registry long after its log.
 *
 * <p>Bounded: groups by their enums, incidents by the rules' own limit, destinations by {@link
 * #MOST_DESTINATIONS}, since after many reloads there may have been many names.
 */
final class ListenerRegistry {

  /** So many destinations are told apart; a late listener is not told of those beyond. */
  static final int MOST_DESTINATIONS = 64;

  private final List<AlertListener> listeners = new ArrayList<>();
  private final Map<ErrorGroup, long[]> errors = new LinkedHashMap<>();
  private final List<Alert> open = new ArrayList<>();
  private final Map<String, Map<Outcome, Long>> notices = new LinkedHashMap<>();

  /** Under the lock, so that nothing is told twice or not at all meanwhile. */
  synchronized void add(AlertListener listener) {
    if (listeners.stream().anyMatch(known -> isSame(known, listener))) {
      return;
    }
    listeners.add(listener);
    errors.forEach((group, count) -> listener.errors(group, count[0], count[1]));
    open.forEach(listener::opened);
    notices.forEach(
        (destination, counts) -> {
          for (Outcome outcome : Outcome.values()) {
            listener.notices(destination, outcome, counts.getOrDefault(outcome, 0L));
          }
        });
  }

  synchronized void remove(AlertListener listener) {
    listeners.removeIf(known -> isSame(known, listener));
  }

  @SuppressWarnings("ReferenceEquality") // Two that are alike both want to be told.
  private static boolean isSame(AlertListener one, AlertListener other) {
    return one == other;
  }

  AlertListener telling(Consumer<Throwable> problem) {
    return new Telling(problem);
  }

  private synchronized void tell(Consumer<AlertListener> news, Consumer<Throwable> problem) {
    // A copy, since one that is told may take itself away.
    for (AlertListener listener : List.copyOf(listeners)) {
      try {
        news.accept(listener);
      } catch (Throwable failure) {
        problem.accept(failure);
      }
    }
  }

  /** Without lambdas, since it runs at the start of a service: each costs it a millisecond. */
  private void note(String destination, Outcome outcome, long count) {
    Map<Outcome, Long> known = notices.get(destination);
    if (known == null) {
      if (notices.size() == MOST_DESTINATIONS) {
        return;
      }
      known = new EnumMap<>(Outcome.class);
      notices.put(destination, known);
    }
    known.put(outcome, known.getOrDefault(outcome, 0L) + count);
  }

  private void forget(Alert alert) {
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).id().equals(alert.id())) {
        open.remove(i);
        return;
      }
    }
  }

  /** Notes what is told, and tells it. */
  private final class Telling implements AlertListener {

    private final Consumer<Throwable> problem;

    Telling(Consumer<Throwable> problem) {
      this.problem = problem;
    }

    @Override
    public void errors(ErrorGroup group, long failures, long repeats) {
      synchronized (ListenerRegistry.this) {
        long[] count = errors.computeIfAbsent(group, it -> new long[2]);
        count[0] += failures;
        count[1] += repeats;
        tell(listener -> listener.errors(group, failures, repeats), problem);
      }
    }

    @Override
    public void opened(Alert alert) {
      synchronized (ListenerRegistry.this) {
        open.add(alert);
        tell(listener -> listener.opened(alert), problem);
      }
    }

    @Override
    public void changed(Alert alert, Severity before) {
      synchronized (ListenerRegistry.this) {
        forget(alert);
        open.add(alert);
        tell(listener -> listener.changed(alert, before), problem);
      }
    }

    @Override
    public void closed(Alert alert) {
      synchronized (ListenerRegistry.this) {
        forget(alert);
        tell(listener -> listener.closed(alert), problem);
      }
    }

    @Override
    public void notices(String destination, Outcome outcome, long count) {
      synchronized (ListenerRegistry.this) {
        note(destination, outcome, count);
        if (!listeners.isEmpty()) {
          tell(listener -> listener.notices(destination, outcome, count), problem);
        }
      }
    }
  }
}
