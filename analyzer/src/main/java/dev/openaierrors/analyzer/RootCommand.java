package dev.openaierrors.analyzer;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What stands above the commands. */
@Command(
    name = "openai-errors",
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    versionProvider = RootCommand.Version.class,
    description = "Finds OpenAI API errors in logs and says what they are and what to do.",
    footer = {
      "",
      "Examples:",
      "  openai-errors analyze app.log",
      "  openai-errors explain insufficient_quota"
    })
final class RootCommand implements Runnable {

  @Spec @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(), "no command; there are analyze, classify, kinds and explain");
    }
  }

  /** The version that the jar's manifest names. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = RootCommand.class.getPackage().getImplementationVersion();
      return new String[] {"openai-errors " + (version == null ? "(not packaged)" : version)};
    }
  }
}
