package dev.openaierrors.analyzer;

import dev.openaierrors.analyzer.output.ComparisonLines;
import dev.openaierrors.analyzer.output.EventList;
import dev.openaierrors.analyzer.output.HtmlReport;
import dev.openaierrors.analyzer.output.JsonReport;
import dev.openaierrors.analyzer.output.MarkdownReport;
import dev.openaierrors.analyzer.output.Style;
import dev.openaierrors.analyzer.output.TextReport;
import dev.openaierrors.analyzer.replay.Rules;
import dev.openaierrors.analyzer.report.Comparison;
import dev.openaierrors.analyzer.report.ErrorReport;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Reads logs and reports the OpenAI errors in them. */
final class AnalyzeCommand implements Callable<Integer> {

  private final Environment environment;
  private final StyleOptions look = new StyleOptions();
  private final EventOptions events = new EventOptions();
  private final ReadingOptions reading = new ReadingOptions();
  private boolean comparedAll = true;

  private final PositionalParamSpec files =
      PositionalParamSpec.builder()
          .type(List.class)
          .auxiliaryTypes(String.class)
          .arity("0..*")
          .paramLabel("FILE")
          .description(
              "Files, pipes, folders or globs, .gz, .zst, .bz2, .xz and .zip too; - or none:"
                  + " standard input.")
          .build();
  private final OptionSpec filesFrom =
      Commands.option(String.class, "FILE", "--files-from")
          .description(
              "Reads names of files, one a line or each before a NUL; - from standard input.")
          .build();
  private final OptionSpec format =
      Commands.option(String.class, "FORMAT", "--format")
          .defaultValue(ReportFormat.TEXT.id())
          .description("text (the default), json, html or markdown; of a list text, json or csv.")
          .build();
  private final OptionSpec output =
      Commands.option(Path.class, "FILE", "-o", "--output")
          .description("Where to write the report; standard output if not given, or -.")
          .build();
  private final OptionSpec rules =
      Commands.option(Path.class, "FILE", "--rules")
          .description("A logback.xml or log4j2.xml whose alert rules are tried on the logs.")
          .build();
  private final OptionSpec against =
      Commands.option(String.class, "FILE", "--against")
          .description(
              "Tells what is new, gone, more and less than in this log, folder, or report in JSON.")
          .build();
  private final OptionSpec failOn =
      Commands.option(String.class, "WHAT", "--fail-on")
          .defaultValue("any")
          .description("What exit code 1 is for: any (the default), none, or kinds.")
          .build();
  private final OptionSpec noProgress =
      Commands.flag("--no-progress")
          .description("Shows no progress, on a terminal either.")
          .build();

  AnalyzeCommand(Environment environment) {
    this.environment = environment;
  }

  CommandSpec spec() {
    List<ArgSpec> arguments = new ArrayList<>();
    arguments.addAll(List.of(files, reading.recursive, filesFrom, format, output));
    arguments.addAll(List.of(reading.since, reading.until, reading.zone, reading.timeFormat));
    arguments.addAll(List.of(events.all()));
    arguments.addAll(List.of(reading.providers, rules, against, reading.follow, failOn));
    arguments.addAll(List.of(reading.inputFormat, noProgress, look.color()));
    CommandSpec spec = Commands.named("analyze", this, arguments.toArray(ArgSpec[]::new));
    spec.usageMessage()
        .description(
            "Reads logs and tells what went wrong, when, for how long, and what to do.",
            "",
            "Exit code: 0 all was read and nothing found, 1 OpenAI errors found, 2 wrong use, a file"
                + " that could not be read to its end, or a report that could not be written."
                + " Ctrl-C ends the reading and tells what was found so far.")
        .footer(
            "",
            "Examples:",
            "  openai-errors analyze app.log",
            "  openai-errors analyze --since yesterday --format html -o report.html /var/log/app/",
            "  kubectl logs deploy/chat | openai-errors analyze -",
            "  openai-errors analyze --rules src/main/resources/logback.xml yesterday.log.gz",
            "  openai-errors analyze --fail-on insufficient_quota,invalid_api_key build.log",
            "  openai-errors analyze --follow app.log");
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    Preparation.end();
    FailOn fails = FailOn.parse(failOn.getValue());
    ZoneId chosenZone = reading.zone(environment);
    Destination destination = new Destination(environment, output.getValue());
    Path rulesFile = rules.getValue();
    if (rulesFile != null) {
      destination.spare(rulesFile);
    }
    ReportFormat chosen = ReportFormat.parse(format.getValue(), events.isList());
    checkTogether(chosen);
    int around = events.linesAround(reading.follows());
    try (Analysis analysis =
            new Analysis(
                environment, reading.options(environment, chosenZone), events.filter(), rulesFile);
        Interruption interruption = new Interruption(analysis::stop)) {
      if (around > 0) {
        analysis.keepStreams();
      }
      Listing.Reading all =
          (shown, live) ->
              analysis.run(
                  new InputNames(environment, list(files), filesFrom.getValue()).read(destination),
                  destination,
                  new Progress(environment.err(), environment.clock(), showsProgress(live)),
                  shown,
                  interruption::happened);
      ErrorReport report =
          events.isList()
              ? listed(new Listing(analysis, around), all, destination, chosen, chosenZone)
              : reported(all, analysis.rules(), destination, chosen, chosenZone);
      return comparedAll ? fails.exitCode(report) : ExitCode.TROUBLE;
    }
  }

  /** What is asked for and cannot be had together is told, and not left out. */
  private void checkTogether(ReportFormat chosen) {
    if (events.isList() && against.getValue() != null) {
      throw new UsageError("--against: compares reports, not lists; leave out --list or --against");
    }
    if (events.isList() && rules.getValue() != null) {
      throw new UsageError(
          "--rules: alerts are in reports, not in lists; leave out --list or --rules");
    }
    if (chosen == ReportFormat.CSV && events.linesAround(false) > 0) {
      throw new UsageError("-C: not with --format csv, which has a row for each event");
    }
  }

  private ErrorReport reported(
      Listing.Reading all,
      Rules rulesTried,
      Destination destination,
      ReportFormat chosen,
      ZoneId chosenZone)
      throws IOException {
    boolean live = reading.follows() && chosen == ReportFormat.TEXT && output.getValue() == null;
    ErrorReport report;
    try (LiveLines lines =
        live ? new LiveLines(environment, style(), chosenZone, rulesTried) : null) {
      report = all.read(lines, live);
    }
    complain(report);
    String other = against.getValue();
    Against compared =
        other == null
            ? null
            : Against.read(
                environment,
                reading.wholeOptions(environment, chosenZone),
                events.filter(),
                destination,
                other);
    Comparison comparison = compared == null ? null : Comparison.of(compared.baseline(), report);
    destination.write(charset(chosen), out -> write(report, comparison, chosen, out));
    comparedAll = compared == null || compared.complete();
    return report;
  }

  private ErrorReport listed(
      Listing listing,
      Listing.Reading all,
      Destination destination,
      ReportFormat chosen,
      ZoneId chosenZone)
      throws IOException {
    boolean live = reading.follows();
    destination.write(
        charset(chosen),
        out -> {
          try (EventList list = Listing.in(chosen, out, style(), chosenZone)) {
            listing.write(list, out, live, shown -> all.read(shown, output.getValue() == null));
          }
        });
    complain(listing.report());
    return listing.report();
  }

  private Style style() {
    return look.style(environment);
  }

  private boolean showsProgress(boolean live) {
    return environment.errIsTerminal() && !isSet(noProgress) && !live;
  }

  private static boolean isSet(OptionSpec option) {
    return Boolean.TRUE.equals(option.getValue());
  }

  private static List<String> list(ArgSpec argument) {
    List<String> given = argument.getValue();
    return given == null ? List.of() : given;
  }

  /** Every file that could not be read, in one line each; of very many, the first. */
  private void complain(ErrorReport report) {
    List<String> failures =
        report.files().stream()
            .filter(file -> file.failure() != null)
            .map(file -> file.name() + ": " + file.failure())
            .toList();
    Complaints.tell(
        environment,
        failures,
        report.totals().failed(),
        "more files could not be read; --format json names them");
  }

  private Charset charset(ReportFormat chosen) {
    return chosen == ReportFormat.TEXT ? environment.charset() : StandardCharsets.UTF_8;
  }

  private void write(
      ErrorReport report, @Nullable Comparison comparison, ReportFormat chosen, Output out)
      throws IOException {
    switch (chosen) {
      case TEXT, CSV -> {
        TextReport.lines(report, style()).forEach(out::line);
        if (comparison != null) {
          ComparisonLines.of(comparison, report, style()).forEach(out::line);
        }
      }
      case JSON -> JsonReport.write(report, comparison, out);
      case HTML -> HtmlReport.write(report, comparison, out);
      case MARKDOWN -> MarkdownReport.write(report, comparison, out);
    }
  }
}
