package dev.openaierrors.analyzer;

import dev.openaierrors.analyzer.input.Failures;
import dev.openaierrors.analyzer.input.InputOptions;
import dev.openaierrors.analyzer.output.SavedReport;
import dev.openaierrors.analyzer.report.Baseline;
import dev.openaierrors.analyzer.report.ErrorReport;
import dev.openaierrors.error.Printable;
import dev.openaierrors.error.Provider;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a report is compared with: a log or a folder of logs, which is read by the same rules, or a
 * report that was saved.
 *
 * @param complete whether all of it could be read
 */
record Against(Baseline baseline, boolean complete) {

  /**
   * Reads it.
   *
   * @param destination what is made sure not to be written to what is read
   * @throws UsageError if nothing of it can be read
   */
  static Against read(
      Environment environment,
      InputOptions options,
      EventFilter filter,
      Destination destination,
      String name) {
    try {
      Path file = Path.of(name);
      destination.spare(file);
      Baseline saved = SavedReport.read(file, name);
      boolean chosen = !filter.isOpen() || options.providers().size() < Provider.values().length;
      if (saved != null && chosen) {
        throw new UsageError(
            "--against: "
                + name
                + " is a saved report, of which events cannot be chosen any more; give its log, or"
                + " leave --kind, --logger, --level, --model, --service and --providers out");
      }
      if (saved != null) {
        return new Against(saved, true);
      }
      return analyzed(environment, options, filter, destination, name);
    } catch (InvalidPathException e) {
      throw new UsageError("--against: cannot read " + name + ": " + e.getReason());
    } catch (IOException e) {
      throw new UsageError("--against: cannot read " + name + ": " + Failures.reason(e));
    }
  }

  private static Against analyzed(
      Environment environment,
      InputOptions options,
      EventFilter filter,
      Destination destination,
      String name)
      throws IOException {
    try (Analysis analysis = new Analysis(environment, options, filter, null)) {
      ErrorReport report =
          analysis.run(
              List.of(name),
              destination,
              new Progress(environment.err(), environment.clock(), false),
              null,
              () -> false);
      if (report.nothingWasRead()) {
        String why =
            report.files().stream()
                .map(file -> file.failure() == null ? "" : file.failure())
                .findFirst()
                .orElse("");
        throw new UsageError("--against: cannot read " + name + ": " + why);
      }
      return new Against(Baseline.of(Printable.of(name), report), !report.incomplete());
    }
  }
}
