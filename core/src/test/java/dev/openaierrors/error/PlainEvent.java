package dev.openaierrors.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A log event of no framework; throwables are represented by themselves. */
record PlainEvent(
    @Nullable CharSequence message,
    boolean routine,
    List<Object> arguments,
    List<Map.Entry<@Nullable String, Object>> pairs,
    List<String> markers,
    @Nullable Throwable thrown) {

  static final LogEventView<PlainEvent, Throwable> VIEW = new View();

  static PlainEvent of(@Nullable CharSequence message) {
    return new PlainEvent(message, false, List.of(), List.of(), List.of(), null);
  }

  static PlainEvent thrown(Throwable thrown) {
    return of("request failed").with(thrown);
  }

  /** The same, logged at INFO. */
  PlainEvent info() {
    return new PlainEvent(message, true, arguments, pairs, markers, thrown);
  }

  PlainEvent with(Throwable other) {
    return new PlainEvent(message, routine, arguments, pairs, markers, other);
  }

  PlainEvent argument(Object argument) {
    return new PlainEvent(message, routine, plus(arguments, argument), pairs, markers, thrown);
  }

  PlainEvent pair(String key, Object value) {
    return new PlainEvent(
        message, routine, arguments, plus(pairs, Map.entry(key, value)), markers, thrown);
  }

  PlainEvent marker(String marker) {
    return new PlainEvent(message, routine, arguments, pairs, plus(markers, marker), thrown);
  }

  private static <V> List<V> plus(List<V> list, V more) {
    List<V> longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }

  /** Shows exactly what the event holds. */
  static class View extends ThrownItself<PlainEvent> {

    @Override
    public @Nullable String loggerName(PlainEvent event) {
      return "test";
    }

    @Override
    public boolean isRoutine(PlainEvent event) {
      return event.routine;
    }

    @Override
    public @Nullable CharSequence message(PlainEvent event) {
      return event.message;
    }

    @Override
    public int argumentCount(PlainEvent event) {
      return event.arguments.size();
    }

    @Override
    public Object argument(PlainEvent event, int index) {
      return event.arguments.get(index);
    }

    @Override
    public int keyValueCount(PlainEvent event) {
      return event.pairs.size();
    }

    @Override
    public @Nullable String key(PlainEvent event, int index) {
      return event.pairs.get(index).getKey();
    }

    @Override
    public Object value(PlainEvent event, int index) {
      return event.pairs.get(index).getValue();
    }

    @Override
    public int markerCount(PlainEvent event) {
      return event.markers.size();
    }

    @Override
    public String marker(PlainEvent event, int index) {
      return event.markers.get(index);
    }

    @Override
    public @Nullable Throwable thrown(PlainEvent event) {
      return event.thrown;
    }

    @Override
    public Throwable thrownArgument(Throwable throwable) {
      return throwable;
    }
  }
}
