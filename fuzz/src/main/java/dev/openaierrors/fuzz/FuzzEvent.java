package dev.openaierrors.fuzz;

import dev.openaierrors.error.LogEventView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A log event of no framework; throwables stand for themselves. */
final class FuzzEvent {

  static final LogEventView<FuzzEvent, Throwable> VIEW = new View();

  final @Nullable CharSequence message;
  final List<Object> arguments = new ArrayList<>();
  final List<Map.Entry<String, Object>> pairs = new ArrayList<>();
  boolean routine;
  @Nullable Throwable thrown;

  FuzzEvent(@Nullable CharSequence message) {
    this.message = message;
  }

  FuzzEvent argument(Object argument) {
    arguments.add(argument);
    return this;
  }

  FuzzEvent pair(String key, Object value) {
    pairs.add(Map.entry(key, value));
    return this;
  }

  FuzzEvent thrown(Throwable cause) {
    thrown = cause;
    return this;
  }

  /** Shows exactly what the event holds; asks each throwable whenever it is asked itself. */
  private static final class View implements LogEventView<FuzzEvent, Throwable> {

    @Override
    public String loggerName(FuzzEvent event) {
      return "com.acme.Chat";
    }

    @Override
    public boolean isRoutine(FuzzEvent event) {
      return event.routine;
    }

    @Override
    public @Nullable CharSequence message(FuzzEvent event) {
      return event.message;
    }

    @Override
    public int argumentCount(FuzzEvent event) {
      return event.arguments.size();
    }

    @Override
    public Object argument(FuzzEvent event, int index) {
      return event.arguments.get(index);
    }

    @Override
    public int keyValueCount(FuzzEvent event) {
      return event.pairs.size();
    }

    @Override
    public String key(FuzzEvent event, int index) {
      return event.pairs.get(index).getKey();
    }

    @Override
    public Object value(FuzzEvent event, int index) {
      return event.pairs.get(index).getValue();
    }

    @Override
    public @Nullable Throwable thrown(FuzzEvent event) {
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
