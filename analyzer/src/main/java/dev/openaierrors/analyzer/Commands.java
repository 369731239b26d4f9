package dev.openaierrors.analyzer;

import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * How commands and options are declared: in code and not by annotations, for the start budget
 * (docs/performance.md).
 */
final class Commands {

  private Commands() {}

  /**
   * A command with these arguments, in the order of its help, and with the options that every
   * command has.
   *
   * @param command what runs; a {@code Callable} or {@code Runnable}
   */
  static CommandSpec named(String name, Object command, ArgSpec... arguments) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
    for (ArgSpec argument : arguments) {
      spec.add(argument);
    }
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help message and exit.")
            .build());
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Print version information and exit.")
            .build());
    spec.versionProvider(Commands::version);
    spec.usageMessage().sortOptions(false);
    return spec;
  }

  /** The version that the jar's manifest names. */
  private static String[] version() {
    String version = Commands.class.getPackage().getImplementationVersion();
    return new String[] {"openai-errors " + (version == null ? "(not packaged)" : version)};
  }

  /** An option that may be left out, with a value of this type. */
  static OptionSpec.Builder option(Class<?> type, String label, String... names) {
    return OptionSpec.builder(names).type(type).paramLabel(label);
  }

  /** An option whose values are separated by commas. */
  static OptionSpec.Builder list(String label, String name) {
    return option(List.class, label, name).auxiliaryTypes(String.class).splitRegex(",");
  }

  /** An option that is given or not, and has no value. */
  static OptionSpec.Builder flag(String name) {
    return OptionSpec.builder(name).type(boolean.class);
  }
}
