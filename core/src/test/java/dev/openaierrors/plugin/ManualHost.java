package dev.openaierrors.plugin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A host whose time passes when a test says so. */
class ManualHost implements AlertHost {

  /** The time of all hosts that are told it. */
  static final class ManualClock extends Clock {
    private Instant now = Instant.parse("2026-11-24T09:00:00Z");

    void advance(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  final List<AlertEvent> logged = new ArrayList<>();

  /** Errors and warnings. */
  final List<String> sentences = new ArrayList<>();

  /** All that was said, behind its level. */
  final List<String> told = new ArrayList<>();

  private final ManualClock clock;
  private @Nullable Runnable task;

  ManualHost(ManualClock clock) {
    this.clock = clock;
  }

  /** Lets a time pass, with a tick each second if there is anything to tick. */
  void pass(Duration time) {
    for (long second = 0; second < time.toSeconds(); second++) {
      clock.advance(Duration.ofSeconds(1));
      tick();
    }
  }

  /** A tick if there is anything to tick. */
  void tick() {
    if (task != null) {
      task.run();
    }
  }

  boolean isTicking() {
    return task != null;
  }

  List<String> states() {
    return logged.stream()
        .map(event -> String.valueOf(event.fields().get("openai.alert.state")))
        .toList();
  }

  @Override
  public void error(String sentence, @Nullable Throwable cause) {
    sentences.add(sentence);
    told.add("ERROR " + sentence);
  }

  @Override
  public void warn(String sentence, @Nullable Throwable cause) {
    sentences.add(sentence);
    told.add("WARN " + sentence);
  }

  @Override
  public void info(String sentence) {
    told.add("INFO " + sentence);
  }

  @Override
  public String contextName() {
    return "manual";
  }

  @Override
  public Object context() {
    return clock;
  }

  @Override
  public Runnable every(Duration period, Runnable ticked) {
    task = ticked;
    return () -> {
      if (task == ticked) {
        task = null;
      }
    };
  }

  @Override
  public Executor executor() {
    return Runnable::run;
  }

  @Override
  public void log(AlertEvent event) {
    logged.add(event);
  }
}
