package dev.openaierrors.analyzer;

import dev.openaierrors.analyzer.input.Formats;
import dev.openaierrors.analyzer.input.InputOptions;
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
import dev.openaierrors.error.Provider;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
  private final OptionSpec recursive =
      Commands.flag("--recursive")
          .description("Reads the logs in the folders of a folder, too, up to 20 deep.")
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
  private final OptionSpec since =
      Commands.option(String.class, "TIME", "--since")
          .description(
              "Leaves out what was before: -3h, 10:00, yesterday, 2026-05-04T10:00, \u2026")
          .build();
  private final OptionSpec until =
      Commands.option(String.class, "TIME", "--until")
          .description("Leaves out what was then or later.")
          .build();
  private final OptionSpec zone =
      Commands.option(String.class, "ZONE", "--zone")
          .description(
              "Zone of times that name none, and of the report: UTC, Europe/Berlin, \u2026")
          .build();
  private final OptionSpec timeFormat =
      Commands.option(String.class, "PATTERN", "--time-format")
          .description("How times are written, where none are found: dd.MM.yyyy HH:mm:ss,SSS.")
          .build();
  private final OptionSpec providers =
      Commands.list("NAME", "--providers")
          .description("Only errors of these: openai, azure, compatible, unknown.")
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
  private final OptionSpec follow =
      Commands.flag("--follow").description("Goes on with what is appended, until Ctrl-C.").build();
  private final OptionSpec failOn =
      Commands.option(String.class, "WHAT", "--fail-on")
          .defaultValue("any")
          .description("What exit code 1 is for: any (the default), none, or kinds.")
          .build();
  private final OptionSpec inputFormat =
      Commands.option(String.class, "ID", "--input-format")
          .description("Takes every file for this format instead of recognising it.")
          .build();
  private final OptionSpec noProgress =
      Commands.flag("--no-progress")
          .description("Shows no progress, on a terminal either.")
          .build();

  AnalyzeCommand(Environment environment) {
    this.environment = environment;
  }

  CommandSpec spec() {
    CommandSpec spec =
        Commands.named(
            "analyze",
            this,
            files,
            recursive,
            filesFrom,
            format,
            output,
            since,
            until,
            zone,
            timeFormat);
    for (ArgSpec argument : events.all()) {
      spec.add(argument);
    }
    for (ArgSpec argument :
        List.of(providers, rules, against, follow, failOn, inputFormat, noProgress, look.color())) {
      spec.add(argument);
    }
    spec.usageMessage()
        .sortOptions(false)
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
    ZoneId chosenZone = chosenZone();
    Destination destination = new Destination(environment, output.getValue());
    Path rulesFile = rules.getValue();
    if (rulesFile != null) {
      destination.spare(rulesFile);
    }
    ReportFormat chosen = ReportFormat.parse(format.getValue(), events.isList());
    if (events.isList() && against.getValue() != null) {
      throw new UsageError("--against: compares reports, not lists; leave out --list or --against");
    }
    int around = events.linesAround(isSet(follow));
    try (Analysis analysis =
            new Analysis(environment, inputOptions(chosenZone), events.filter(), rulesFile);
        Interruption interruption = new Interruption(analysis::stop)) {
      if (around > 0) {
        analysis.keepStreams();
      }
      Listing.Reading reading =
          (shown, live) ->
              analysis.run(
                  new InputNames(environment, list(files), filesFrom.getValue()).read(destination),
                  destination,
                  new Progress(environment.err(), environment.clock(), showsProgress(live)),
                  shown,
                  interruption::happened);
      ErrorReport report =
          events.isList()
              ? listed(new Listing(analysis, around), reading, destination, chosen, chosenZone)
              : reported(reading, analysis.rules(), destination, chosen, chosenZone);
      return comparedAll ? fails.exitCode(report) : ExitCode.TROUBLE;
    }
  }

  private ErrorReport reported(
      Listing.Reading reading,
      Rules rulesTried,
      Destination destination,
      ReportFormat chosen,
      ZoneId chosenZone)
      throws IOException {
    boolean live = isSet(follow) && chosen == ReportFormat.TEXT && output.getValue() == null;
    ErrorReport report;
    try (LiveLines lines =
        live ? new LiveLines(environment, style(), chosenZone, rulesTried) : null) {
      report = reading.read(lines, live);
    }
    complain(report);
    String other = against.getValue();
    Against compared =
        other == null
            ? null
            : Against.read(environment, compared(chosenZone), events.filter(), other);
    Comparison comparison = compared == null ? null : Comparison.of(compared.baseline(), report);
    destination.write(charset(chosen), out -> write(report, comparison, chosen, out));
    comparedAll = compared == null || compared.complete();
    return report;
  }

  private ErrorReport listed(
      Listing listing,
      Listing.Reading reading,
      Destination destination,
      ReportFormat chosen,
      ZoneId chosenZone)
      throws IOException {
    boolean live = isSet(follow);
    destination.write(
        charset(chosen),
        out -> {
          try (EventList list = Listing.in(chosen, out, style(), chosenZone)) {
            listing.write(list, out, live, shown -> reading.read(shown, output.getValue() == null));
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

  private ZoneId chosenZone() {
    String given = zone.getValue();
    if (given == null) {
      return environment.clock().getZone();
    }
    try {
      return ZoneId.of(given);
    } catch (DateTimeException e) {
      throw new UsageError(
          "--zone: '"
              + given
              + "' is no time zone; write for instance UTC, Europe/Berlin or +02:00");
    }
  }

  private InputOptions inputOptions(ZoneId chosenZone) {
    Times times = new Times(environment.clock(), chosenZone);
    String sinceWhen = since.getValue();
    String untilWhen = until.getValue();
    String onlyFormat = inputFormat.getValue();
    Instant from = sinceWhen == null ? null : times.parse("--since", sinceWhen);
    Instant to = untilWhen == null ? null : times.parse("--until", untilWhen);
    if (from != null && to != null && !from.isBefore(to)) {
      throw new UsageError(
          "--since: '" + sinceWhen + "' is not before --until '" + untilWhen + "'");
    }
    if (onlyFormat != null && !Formats.ids().contains(onlyFormat)) {
      throw new UsageError(
          "--input-format: '"
              + onlyFormat
              + "' is no format; there are "
              + String.join(", ", Formats.ids()));
    }
    return new InputOptions(chosenZone, from, to, isSet(follow), onlyFormat, chosenProviders())
        .withTimeFormat(Times.pattern(timeFormat.getValue()))
        .recursive(isSet(recursive));
  }

  /** All of what is compared with, whatever time is asked for here. */
  private InputOptions compared(ZoneId chosenZone) {
    InputOptions own = inputOptions(chosenZone);
    return new InputOptions(chosenZone, null, null, false, own.format(), own.providers())
        .withTimeFormat(own.timeFormat())
        .recursive(own.recursive());
  }

  private Set<Provider> chosenProviders() {
    List<String> ids = list(providers);
    if (ids.isEmpty()) {
      return Set.of(Provider.values());
    }
    List<Provider> chosen = new ArrayList<>();
    for (String id : ids) {
      Provider provider = Provider.fromId(id.strip());
      if (provider == null) {
        throw new UsageError(
            "--providers: '" + id + "' is none; there are openai, azure, compatible, unknown");
      }
      chosen.add(provider);
    }
    return Set.copyOf(chosen);
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
