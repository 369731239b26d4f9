package dev.openaierrors.analyzer;

import dev.openaierrors.analyzer.input.AnalyzedEvent;
import dev.openaierrors.analyzer.input.EventConsumer;
import dev.openaierrors.analyzer.input.Failures;
import dev.openaierrors.analyzer.input.FileFacts;
import dev.openaierrors.analyzer.input.InputOptions;
import dev.openaierrors.analyzer.input.LogAnalysis;
import dev.openaierrors.analyzer.input.NearLines;
import dev.openaierrors.analyzer.replay.Replay;
import dev.openaierrors.analyzer.replay.Rules;
import dev.openaierrors.analyzer.replay.RulesException;
import dev.openaierrors.analyzer.replay.RulesFile;
import dev.openaierrors.analyzer.report.CallLines;
import dev.openaierrors.analyzer.report.ErrorReport;
import dev.openaierrors.analyzer.report.ReplayReport;
import dev.openaierrors.analyzer.report.ReportBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One reading of some logs, from their names to the report. */
final class Analysis implements AutoCloseable {

  /** How long a call may wait for its reason where nobody knows what is still to come. */
  private static final long HELD_NANOS = 2_000_000_000L;

  private final Environment environment;
  private final InputOptions options;
  private final EventFilter filter;
  private final Replay replay;
  private final Rules rules;
  private volatile @Nullable LogAnalysis reading;
  private volatile boolean stopped;
  private boolean keepsStreams;

  /**
   * An analysis that has not begun.
   *
   * @param filter which events count
   * @param rulesFile configuration file with alert rules; null for the default rules
   * @throws UsageError if the rules cannot be read
   */
  Analysis(
      Environment environment, InputOptions options, EventFilter filter, @Nullable Path rulesFile) {
    this.environment = environment;
    this.filter = filter;
    Rules tried = rulesFile == null ? Rules.DEFAULTS : read(environment, rulesFile);
    this.rules = tried.in(options.zone());
    this.replay = new Replay(this.rules);
    this.options = options.withContext(tried.rules().groupBy().contextKeys());
  }

  /** Takes each event as it is found. */
  interface Shown {

    /** Shows one; false if nobody looks any more. */
    boolean show(AnalyzedEvent event) throws IOException;

    /** All that is there so far was read. */
    default void idle() {}
  }

  /** Lines around the event that is being shown. */
  NearLines around(AnalyzedEvent event, int count) {
    LogAnalysis running = reading;
    return running == null ? new NearLines(List.of(), 0) : running.around(event, count);
  }

  private static Rules read(Environment environment, Path file) {
    try {
      Rules rules = RulesFile.read(file, environment::set);
      Complaints.tell(
          environment,
          rules.problems().stream().map(problem -> file + ": " + problem).toList(),
          rules.problems().size(),
          "more of such words in " + file);
      return rules;
    } catch (RulesException e) {
      throw new UsageError("--rules: " + file + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UsageError("--rules: cannot read " + file + ": " + Failures.reason(e));
    }
  }

  /** Makes {@link #around} tell of streams, too. */
  void keepStreams() {
    keepsStreams = true;
  }

  /** The rules that are tried. */
  Rules rules() {
    return rules;
  }

  /** Ends the reading soon; from any thread. */
  void stop() {
    stopped = true;
    LogAnalysis running = reading;
    if (running != null) {
      running.stop();
    }
  }

  /** Reads everything and reports. */
  ErrorReport run(
      List<String> names,
      Destination destination,
      Progress progress,
      @Nullable Shown live,
      BooleanSupplier interrupted) {
    Collector collector = new Collector(destination, progress, live);
    LogAnalysis running = new LogAnalysis(options, collector);
    reading = running;
    if (stopped) {
      running.stop();
    }
    if (keepsStreams) {
      running.keepStreams();
    }
    running.run(names, environment.in());
    progress.end();
    return collector.report.build(options.zone(), interrupted.getAsBoolean(), replayed());
  }

  private ReplayReport replayed() {
    try {
      return replay.run();
    } catch (IOException e) {
      throw new UsageError("cannot replay the alert rules: " + Failures.reason(e));
    }
  }

  @Override
  public void close() throws IOException {
    replay.close();
  }

  /** Hands events on to all who want them. */
  private final class Collector implements EventConsumer {

    private final ReportBuilder report = new ReportBuilder();
    private final CallLines calls = new CallLines(this::count);
    private final Destination destination;
    private final Progress progress;
    private final @Nullable Shown live;
    // Errors of the file that is read: those left out, and those that count.
    private long ofOthers;
    private long ofFile;
    private long lastEvent;

    Collector(Destination destination, Progress progress, @Nullable Shown live) {
      this.destination = destination;
      this.progress = progress;
      this.live = live;
    }

    @Override
    public void begin(List<@Nullable Path> files) {
      files.forEach(destination::spare);
    }

    @Override
    public void event(AnalyzedEvent event) {
      // The reason of a call may be what is not asked for: the call is told by it nevertheless.
      calls.add(event);
      lastEvent = System.nanoTime();
    }

    private void count(AnalyzedEvent event) {
      if (!filter.wants(event)) {
        ofOthers++;
        return;
      }
      ofFile++;
      report.add(event);
      try {
        replay.add(event);
      } catch (IOException e) {
        throw new UsageError("cannot write a temporary file: " + Failures.reason(e));
      }
      if (live != null) {
        show(live, event);
      }
    }

    private void show(Shown live, AnalyzedEvent event) {
      try {
        if (!live.show(event)) {
          stop();
        }
      } catch (IOException e) {
        throw new UsageError("cannot write: " + Failures.reason(e));
      }
    }

    @Override
    public void file(FileFacts facts) {
      calls.end();
      boolean noneIsAskedFor = ofOthers > 0 && ofFile == 0;
      report.add(noneIsAskedFor ? facts.warned(filter.leftOut(ofOthers)) : facts);
      ofOthers = 0;
      ofFile = 0;
      if (facts.last() != null
          && (options.until() == null || facts.last().isBefore(options.until()))) {
        replay.logged(facts.last());
      }
    }

    @Override
    public void idle() {
      calls.end();
      if (live != null) {
        live.idle();
      }
    }

    @Override
    public void progress(long done, long total) {
      // A log that is followed may go on for long without another error.
      if (options.follow() && System.nanoTime() - lastEvent > HELD_NANOS) {
        calls.end();
      }
      progress.show(done, total, report.events());
    }
  }
}
