package dev.openaierrors.analyzer;

import dev.openaierrors.analyzer.input.Formats;
import dev.openaierrors.analyzer.input.InputOptions;
import dev.openaierrors.analyzer.output.HtmlReport;
import dev.openaierrors.analyzer.output.JsonReport;
import dev.openaierrors.analyzer.output.TextReport;
import dev.openaierrors.analyzer.report.ErrorReport;
import dev.openaierrors.error.Provider;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads logs and reports the OpenAI errors in them. */
@Command(
    name = "analyze",
    sortOptions = false,
    description = {
      "Reads logs and tells what went wrong, when, for how long, and what to do.",
      "",
      "Exit code: 0 nothing found, 1 OpenAI errors found, 2 wrong use or unreadable input."
          + " Ctrl-C ends the reading and tells what was found so far."
    },
    footer = {
      "",
      "Examples:",
      "  openai-errors analyze app.log",
      "  openai-errors analyze --since yesterday --format html -o report.html /var/log/app/",
      "  kubectl logs deploy/chat | openai-errors analyze -",
      "  openai-errors analyze --rules src/main/resources/logback.xml yesterday.log.gz",
      "  openai-errors analyze --fail-on insufficient_quota,invalid_api_key build.log",
      "  openai-errors analyze --follow app.log"
    })
final class AnalyzeCommand implements Callable<Integer> {

  /** How the report is written. */
  enum Format {
    /** For a terminal. */
    text,
    /** For programs. */
    json,
    /** One page. */
    html
  }

  private final Environment environment;

  @Parameters(
      paramLabel = "FILE",
      description = "Files, folders or globs, .gz and .zst too; - or none: standard input.")
  List<String> files = new ArrayList<>();

  @Option(
      names = "--files-from",
      paramLabel = "FILE",
      description = "Reads names of files, one a line; - from standard input.")
  @Nullable String filesFrom;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (the default), json or html.")
  Format format = Format.text;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write the report; standard output if not given.")
  @Nullable Path output;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Leaves out what was before: -3h, 10:00, yesterday, 2026-05-04T10:00, \u2026")
  @Nullable String since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Leaves out what was then or later.")
  @Nullable String until;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Zone of times that name none, and of the report: UTC, Europe/Berlin, \u2026")
  @Nullable String zone;

  @Option(
      names = "--service",
      paramLabel = "NAME",
      split = ",",
      description = "Only events of these services, containers or pods.")
  List<String> services = new ArrayList<>();

  @Option(
      names = "--providers",
      paramLabel = "NAME",
      split = ",",
      description = "Only errors of these: openai, azure, compatible, unknown.")
  List<String> providers = new ArrayList<>();

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "A logback.xml or log4j2.xml whose alert rules are tried on the logs.")
  @Nullable Path rules;

  @Option(names = "--follow", description = "Goes on with what is appended, until Ctrl-C.")
  boolean follow;

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      description = "What exit code 1 is for: any (the default), none, or kinds.")
  String failOn = "any";

  @Option(
      names = "--input-format",
      paramLabel = "ID",
      description = "Takes every file for this format instead of recognising it.")
  @Nullable String inputFormat;

  @Option(names = "--no-progress", description = "Shows no progress, on a terminal either.")
  boolean noProgress;

  @Mixin StyleOptions look = new StyleOptions();

  AnalyzeCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    FailOn fails = FailOn.parse(failOn);
    ZoneId chosenZone = chosenZone();
    boolean live = follow && format == Format.text && output == null;
    try (Analysis analysis =
            new Analysis(environment, inputOptions(chosenZone), Set.copyOf(services), rules);
        Interruption interruption = new Interruption(analysis::stop)) {
      ErrorReport report =
          analysis.run(
              names(),
              new Progress(environment.err(), environment.clock(), showsProgress(live)),
              live ? new LiveLines(environment, look.style(environment), chosenZone) : null,
              interruption::happened);
      complain(report);
      write(report);
      return fails.exitCode(report);
    }
  }

  private boolean showsProgress(boolean live) {
    return environment.errIsTerminal() && !noProgress && !live;
  }

  private ZoneId chosenZone() {
    if (zone == null) {
      return environment.clock().getZone();
    }
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new Trouble(
          "--zone: '"
              + zone
              + "' is no time zone; write for instance UTC, Europe/Berlin or +02:00");
    }
  }

  private InputOptions inputOptions(ZoneId chosenZone) {
    Times times = new Times(environment.clock(), chosenZone);
    Instant from = since == null ? null : times.parse("--since", since);
    Instant to = until == null ? null : times.parse("--until", until);
    if (from != null && to != null && !from.isBefore(to)) {
      throw new Trouble("--since: '" + since + "' is not before --until '" + until + "'");
    }
    if (inputFormat != null && !Formats.ids().contains(inputFormat)) {
      throw new Trouble(
          "--input-format: '"
              + inputFormat
              + "' is no format; there are "
              + String.join(", ", Formats.ids()));
    }
    return new InputOptions(chosenZone, from, to, follow, inputFormat, chosenProviders());
  }

  private Set<Provider> chosenProviders() {
    if (providers.isEmpty()) {
      return Set.of(Provider.values());
    }
    List<Provider> chosen = new ArrayList<>();
    for (String id : providers) {
      Provider provider = Provider.fromId(id.strip());
      if (provider == null) {
        throw new Trouble(
            "--providers: '" + id + "' is none; there are openai, azure, compatible, unknown");
      }
      chosen.add(provider);
    }
    return Set.copyOf(chosen);
  }

  private List<String> names() throws IOException {
    if (filesFrom == null) {
      return files;
    }
    List<String> names = new ArrayList<>(files);
    String text;
    if (filesFrom.equals("-")) {
      text = new String(environment.in().readAllBytes(), StandardCharsets.UTF_8);
    } else {
      try {
        text = Files.readString(Path.of(filesFrom));
      } catch (IOException e) {
        throw new Trouble("--files-from: cannot read " + filesFrom + ": " + Reasons.of(e));
      }
    }
    text.lines().filter(name -> !name.isBlank()).forEach(names::add);
    if (names.isEmpty()) {
      throw new Trouble("--files-from: " + filesFrom + " names no file");
    }
    return names;
  }

  /** Every file that could not be read, in one line each. */
  private void complain(ErrorReport report) {
    report.files().stream()
        .filter(file -> file.failure() != null)
        .forEach(
            file ->
                environment.err().println("openai-errors: " + file.name() + ": " + file.failure()));
  }

  private void write(ErrorReport report) throws IOException {
    if (output == null) {
      Charset charset = format == Format.text ? environment.charset() : StandardCharsets.UTF_8;
      try (Output out = new Output(environment.out(), charset)) {
        write(report, out);
      }
      return;
    }
    try (PrintStream file =
            new PrintStream(Files.newOutputStream(output), false, StandardCharsets.UTF_8);
        Output out = new Output(file, StandardCharsets.UTF_8)) {
      write(report, out);
      out.flush();
      if (out.isClosed()) {
        throw new IOException("the disk may be full");
      }
    } catch (IOException e) {
      throw new Trouble("cannot write " + output + ": " + Reasons.of(e));
    }
  }

  private void write(ErrorReport report, Output out) throws IOException {
    switch (format) {
      case text -> TextReport.lines(report, look.style(environment)).forEach(out::line);
      case json -> JsonReport.write(report, out);
      case html -> HtmlReport.write(report, out);
    }
  }
}
