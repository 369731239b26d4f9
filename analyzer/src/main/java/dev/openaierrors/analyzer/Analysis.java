package dev.openaierrors.analyzer;

import dev.openaierrors.analyzer.input.AnalyzedEvent;
import dev.openaierrors.analyzer.input.EventConsumer;
import dev.openaierrors.analyzer.input.Failures;
import dev.openaierrors.analyzer.input.FileFacts;
import dev.openaierrors.analyzer.input.InputOptions;
import dev.openaierrors.analyzer.input.LogAnalysis;
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
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One reading of some logs, from their names to the report. */
final class Analysis implements AutoCloseable {

  private final Environment environment;
  private final InputOptions options;
  private final Set<String> services;
  private final Replay replay;
  private volatile @Nullable LogAnalysis reading;
  private volatile boolean stopped;

  /**
   * An analysis that has not begun.
   *
   * @param services whose events count; empty for all
   * @param rules configuration file with alert rules; null for the default rules
   * @throws UsageError if the rules cannot be read
   */
  Analysis(
      Environment environment, InputOptions options, Set<String> services, @Nullable Path rules) {
    this.environment = environment;
    this.services = services;
    Rules tried = rules == null ? Rules.DEFAULTS : read(environment, rules);
    this.replay = new Replay(tried.in(options.zone()));
    this.options = options.withContext(tried.rules().groupBy().contextKeys());
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
      @Nullable LiveLines live,
      BooleanSupplier interrupted) {
    Collector collector = new Collector(destination, progress, live);
    LogAnalysis running = new LogAnalysis(options, collector);
    reading = running;
    if (stopped) {
      running.stop();
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
    private final @Nullable LiveLines live;
    // Errors of the file that is read.
    private long ofOthers;

    Collector(Destination destination, Progress progress, @Nullable LiveLines live) {
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
      if (!services.isEmpty() && (event.service() == null || !services.contains(event.service()))) {
        ofOthers++;
        return;
      }
      calls.add(event);
      if (live != null && !live.show(event)) {
        stop();
      }
    }

    private void count(AnalyzedEvent event) {
      report.add(event);
      try {
        replay.add(event);
      } catch (IOException e) {
        throw new UsageError("cannot write a temporary file: " + Failures.reason(e));
      }
    }

    @Override
    public void file(FileFacts facts) {
      calls.end();
      boolean noneIsAskedFor = ofOthers > 0 && ofOthers == facts.found();
      report.add(
          noneIsAskedFor
              ? facts.warned("Its errors (" + ofOthers + ") are all of other services.")
              : facts);
      ofOthers = 0;
      if (facts.last() != null
          && (options.until() == null || facts.last().isBefore(options.until()))) {
        replay.logged(facts.last());
      }
    }

    @Override
    public void progress(long done, long total) {
      progress.show(done, total, report.events());
    }
  }
}
