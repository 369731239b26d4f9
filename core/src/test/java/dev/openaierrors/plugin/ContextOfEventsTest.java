package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.Failure;
import dev.openaierrors.alert.Grouping;
import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.LogEventView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What of an event's context a pipeline reads, and when. */
class ContextOfEventsTest {

  private static final String ROUTINE = "served a request in 12 ms";

  private final List<String> asked = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private final ManualHost host = new ManualHost(new ManualHost.ManualClock());

  private FailureSink sink(Grouping grouping) {
    return new FailureSink() {
      @Override
      public void accept(Failure failure) {
        failures.add(failure);
      }

      @Override
      public Grouping grouping() {
        return grouping;
      }
    };
  }

  private void log(Grouping grouping, String... messages) {
    ErrorPipeline<String, Throwable> pipeline =
        new ErrorPipeline<>(ErrorAnalyzer.create(), new View(), host, sink(grouping));
    for (String message : messages) {
      pipeline.enriched(message, (event, error) -> event);
    }
  }

  @Test
  void ofAnEventWithoutAnErrorNothingIsRead() {
    log(Grouping.NONE.and("tenant"), ROUTINE, "OpenAI answered", "429 is a number");

    assertThat(asked).isEmpty();
  }

  @Test
  void ofOneWithAnErrorWhatIncidentsAreKeptApartBy() {
    log(Grouping.NONE.and("tenant", "user"), ROUTINE, PluginContract.QUOTA);

    assertThat(asked).containsExactly("tenant", "user");
    assertThat(failures.get(0).context())
        .hasToString("{tenant=value of tenant, user=value of user}");
  }

  @Test
  void nothingIsReadWhereNobodyAsks() {
    log(Grouping.NONE, PluginContract.QUOTA);

    assertThat(asked).isEmpty();
    assertThat(failures).hasSize(1);
  }

  @Test
  void aContextThatFailsCostsNoFailure() {
    log(Grouping.NONE.and("broken", "tenant"), PluginContract.QUOTA);

    assertThat(failures.get(0).context()).containsOnlyKeys("tenant");
    assertThat(host.told).isEmpty();
  }

  /** Events are their messages. */
  private final class View implements LogEventView<String, Throwable> {

    @Override
    public @Nullable Object context(String event, String key) {
      asked.add(key);
      if (key.equals("broken")) {
        throw new IllegalStateException("closed");
      }
      return "value of " + key;
    }

    @Override
    public String loggerName(String event) {
      return "com.acme.Chat";
    }

    @Override
    public CharSequence message(String event) {
      return event;
    }

    @Override
    public @Nullable Throwable thrown(String event) {
      return null;
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
      return 0;
    }

    @Override
    public @Nullable Throwable suppressed(Throwable thrown, int index) {
      return null;
    }

    @Override
    public int frameCount(Throwable thrown) {
      return 0;
    }

    @Override
    public @Nullable String frameClass(Throwable thrown, int index) {
      return null;
    }

    @Override
    public Throwable throwable(Throwable thrown) {
      return thrown;
    }
  }
}
