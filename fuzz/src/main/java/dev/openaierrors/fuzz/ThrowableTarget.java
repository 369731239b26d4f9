package dev.openaierrors.fuzz;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.plugin.ErrorPipeline;
import dev.openaierrors.plugin.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Throwables of strangers: chains, cycles, suppressed ones, and getters that throw, lie, or never
 * say the same twice. Nothing of it reaches the thread that logs, the event goes on, and the work
 * is bounded. What does no such thing costs no analysis.
 */
public final class ThrowableTarget {

  private static final long MOST_BYTES = 60_000_000;
  private static final int MOST_THROWABLES = 12;

  private ThrowableTarget() {}

  /** For the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    Choices choices = new Choices(input, 0);
    Plugins plugin =
        choices.of(Plugins.CORE, Plugins.CORE, Plugins.CORE, Plugins.LOGBACK, Plugins.LOG4J);
    boolean hostile = choices.oneIn(2);
    List<Hostile> all = new ArrayList<>();
    for (int i = choices.below(MOST_THROWABLES); i >= 0; i--) {
      all.add(Hostile.any(choices, hostile));
    }
    for (Hostile one : all) {
      one.connect(all, choices);
    }
    String message = choices.oneIn(2) ? Errors.any(choices) : "request failed";
    plugin.log(message, all.get(0), hostile);
  }

  /** Counts what is told; only what the throwable's own code threw may be behind it. */
  private record Failures(AtomicInteger count) implements Host {

    @Override
    public void error(String sentence, @Nullable Throwable cause) {
      count.incrementAndGet();
      Check.that(Plugins.isHostile(cause), "a failure of ours: " + cause);
    }

    @Override
    public void warn(String sentence, @Nullable Throwable cause) {
      error(sentence, cause);
    }

    @Override
    public void info(String sentence) {
      error(sentence, null);
    }
  }

  /** What an event goes through. */
  private enum Plugins {
    CORE {
      @Override
      void log(String message, Throwable thrown, boolean hostile) {
        AtomicInteger failures = new AtomicInteger();
        List<OpenAiError> found = new ArrayList<>();
        Host host = new Failures(failures);
        ErrorPipeline<FuzzEvent, Throwable> pipeline =
            new ErrorPipeline<>(TextTarget.ANALYZER, FuzzEvent.VIEW, host);
        FuzzEvent event = new FuzzEvent(message).thrown(thrown);
        FuzzEvent out =
            Check.bounded(
                "a throwable",
                MOST_BYTES,
                () ->
                    pipeline.enriched(
                        event,
                        (same, error) -> {
                          found.add(error);
                          return same;
                        }));
        Check.that(out == event, "the event goes on");
        found.forEach(Check::clean);
        found.forEach(Hostile.SECRET::isKeptIn);
        if (!hostile) {
          Check.that(failures.get() == 0, "what harms nobody is analysed");
          // An error that the message alone is, it is with what was thrown, too.
          boolean alone = TextTarget.ANALYZER.analyze(message) != null;
          Check.that(!alone || !found.isEmpty(), "an error is lost by what was thrown");
        }
      }
    },
    LOGBACK {
      @Override
      void log(String message, Throwable thrown, boolean hostile) {
        ILoggingEvent event = LogbackRun.event(message, thrown);
        if (event != null) {
          LogbackRun.log(event);
        }
      }
    },
    LOG4J {
      @Override
      void log(String message, Throwable thrown, boolean hostile) {
        Log4jRun.log(message, thrown);
      }
    };

    abstract void log(String message, Throwable thrown, boolean hostile);

    static boolean isHostile(@Nullable Throwable cause) {
      return cause instanceof Hostile.Thrown || cause instanceof StackOverflowError;
    }
  }
}
