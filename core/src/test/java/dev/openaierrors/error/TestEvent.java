package dev.openaierrors.error;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A log event of no framework. */
record TestEvent(
    @Nullable CharSequence message,
    @Nullable Throwable thrown,
    List<Object> arguments,
    Map<String, Object> pairs,
    @Nullable String marker,
    boolean routine) {

  static TestEvent error(@Nullable CharSequence message) {
    return new TestEvent(message, null, List.of(), Map.of(), null, false);
  }

  static TestEvent thrown(Throwable thrown) {
    return new TestEvent("call failed", thrown, List.of(), Map.of(), null, false);
  }

  TestEvent atInfo() {
    return new TestEvent(message, thrown, arguments, pairs, marker, true);
  }

  TestEvent argument(Object one) {
    return new TestEvent(message, thrown, List.of(one), pairs, marker, routine);
  }

  TestEvent pair(String key, Object value) {
    return new TestEvent(message, thrown, arguments, Map.of(key, value), marker, routine);
  }

  TestEvent marker(String text) {
    return new TestEvent(message, thrown, arguments, pairs, text, routine);
  }

  @Nullable OpenAiError analyzed() {
    return ErrorAnalyzer.create().analyze(View.INSTANCE, this);
  }

  /** Reads throwables as they are. */
  static final class View implements LogEventView<TestEvent, Throwable> {

    static final View INSTANCE = new View();

    @Override
    public String loggerName(TestEvent event) {
      return "com.acme.Chat";
    }

    @Override
    public boolean isRoutine(TestEvent event) {
      return event.routine;
    }

    @Override
    public @Nullable CharSequence message(TestEvent event) {
      return event.message;
    }

    @Override
    public int argumentCount(TestEvent event) {
      return event.arguments.size();
    }

    @Override
    public Object argument(TestEvent event, int index) {
      return event.arguments.get(index);
    }

    @Override
    public int keyValueCount(TestEvent event) {
      return event.pairs.size();
    }

    @Override
    public String key(TestEvent event, int index) {
      return List.copyOf(event.pairs.keySet()).get(index);
    }

    @Override
    public Object value(TestEvent event, int index) {
      return List.copyOf(event.pairs.values()).get(index);
    }

    @Override
    public int markerCount(TestEvent event) {
      return event.marker == null ? 0 : 1;
    }

    @Override
    public @Nullable String marker(TestEvent event, int index) {
      return event.marker;
    }

    @Override
    public @Nullable Throwable thrown(TestEvent event) {
      return event.thrown;
    }

    @Override
    public Throwable thrownArgument(Throwable throwable) {
      return throwable;
    }

    @Override
    public String className(Throwable thrown) {
      return thrown.getClass().getName();
    }

    @Override
    public @Nullable String thrownMessage(Throwable thrown) {
      return thrown.getMessage();
    }

    @Override
    public @Nullable Throwable cause(Throwable thrown) {
      return thrown.getCause();
    }

    @Override
    public int suppressedCount(Throwable thrown) {
      return thrown.getSuppressed().length;
    }

    @Override
    public Throwable suppressed(Throwable thrown, int index) {
      return thrown.getSuppressed()[index];
    }

    @Override
    public int frameCount(Throwable thrown) {
      return thrown.getStackTrace().length;
    }

    @Override
    public String frameClass(Throwable thrown, int index) {
      return thrown.getStackTrace()[index].getClassName();
    }

    @Override
    public Throwable throwable(Throwable thrown) {
      return thrown;
    }
  }
}
