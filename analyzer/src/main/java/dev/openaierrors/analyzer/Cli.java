package dev.openaierrors.analyzer;

import dev.openaierrors.analyzer.input.Failures;
import dev.openaierrors.analyzer.input.ReportingException;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands, and what becomes of a wrong one. */
final class Cli {

  private static final String ANALYZE = "analyze";
  private static final List<String> NAMES = List.of(ANALYZE, "classify", "kinds", "explain");
  private static final Set<String> OF_ALL = Set.of("-h", "--help", "-V", "--version");

  private final Environment environment;
  private final Map<String, Supplier<CommandSpec>> commands = new LinkedHashMap<>();

  Cli(Environment environment) {
    this.environment = environment;
    commands.put(ANALYZE, () -> new AnalyzeCommand(environment).spec());
    commands.put("classify", () -> new ClassifyCommand(environment).spec());
    commands.put("kinds", () -> new KindsCommand(environment).spec());
    commands.put("explain", () -> new ExplainCommand(environment).spec());
  }

  /** What was meant where a file or an option stands instead of a command: analyze it. */
  static String[] complete(String... args) {
    if (args.length == 0 || OF_ALL.contains(args[0]) || NAMES.contains(args[0])) {
      return args;
    }
    if (args[0].equals("analyse")) {
      String[] command = args.clone();
      command[0] = ANALYZE;
      return command;
    }
    if (!args[0].startsWith("-") && !isFile(args[0])) {
      return args;
    }
    String[] command = new String[args.length + 1];
    command[0] = ANALYZE;
    System.arraycopy(args, 0, command, 1, args.length);
    return command;
  }

  /** Whether it is the name of a file, or can be meant as nothing else. */
  private static boolean isFile(String name) {
    return name.indexOf('/') >= 0 || name.indexOf('.') >= 0 || new File(name).exists();
  }

  /** Runs a command; gives its exit code, whatever happens. */
  int run(String... args) {
    String[] command = complete(args);
    int code;
    try {
      code = commandLine(command).execute(command);
    } catch (RuntimeException | Error e) {
      code = failed(e);
    }
    environment.out().flush();
    IOException failure = environment.outFailure();
    if (failure != null && !environment.readerLeft(failure)) {
      Complaints.tell(environment, "cannot write to standard output: " + Failures.reason(failure));
      code = ExitCode.TROUBLE;
    }
    environment.err().flush();
    return code;
  }

  private CommandLine commandLine(String[] args) {
    CommandSpec all = new RootCommand().spec();
    Supplier<CommandSpec> asked = args.length == 0 ? null : commands.get(args[0]);
    if (asked != null) {
      // The others would only make the start slower.
      all.addSubcommand(args[0], new CommandLine(asked.get()));
    } else {
      commands.forEach((name, command) -> all.addSubcommand(name, new CommandLine(command.get())));
    }
    CommandLine root = new CommandLine(all);
    // A file whose name begins so is a file like others, not a list of arguments.
    root.setExpandAtFiles(false);
    root.setCaseInsensitiveEnumValuesAllowed(true);
    Help.Ansi ansi = StyleOptions.hasColorByItself(environment) ? Help.Ansi.ON : Help.Ansi.OFF;
    root.setOut(new PrintWriter(environment.out(), true, environment.charset()));
    root.setErr(new PrintWriter(environment.err(), true, environment.charset()));
    root.setColorScheme(Help.defaultColorScheme(ansi));
    root.setUsageHelpWidth(Math.max(60, StyleOptions.width(environment)));
    root.setParameterExceptionHandler((e, given) -> wrongUse(e));
    root.setExecutionExceptionHandler((e, line, result) -> failed(e));
    return root;
  }

  private int wrongUse(ParameterException e) {
    CommandLine command = e.getCommandLine();
    Complaints.tell(
        environment,
        wrong(e, command.getParent() == null)
            + "; try: "
            + command.getCommandSpec().qualifiedName()
            + " --help");
    return ExitCode.TROUBLE;
  }

  private String wrong(ParameterException e, boolean atRoot) {
    if (atRoot && e instanceof UnmatchedArgumentException unmatched) {
      String given = unmatched.getUnmatched().get(0);
      if (!given.startsWith("-")) {
        String names = String.join(", ", commands.keySet());
        List<String> near = unmatched.getSuggestions();
        return "'"
            + given
            + "' is no command and no file; "
            + (near.isEmpty() ? "" : "did you mean " + near.get(0) + "? ")
            + "write one of "
            + names;
      }
    }
    return String.valueOf(e.getMessage());
  }

  private int failed(Throwable e) {
    if (e instanceof ReportingException) {
      Complaints.tell(environment, String.valueOf(e.getMessage()));
    } else if (e instanceof IOException failure) {
      // Files have been told of by their names.
      Complaints.tell(environment, "cannot read standard input: " + Failures.reason(failure));
    } else {
      Complaints.mistake(environment, e);
    }
    return ExitCode.TROUBLE;
  }
}
