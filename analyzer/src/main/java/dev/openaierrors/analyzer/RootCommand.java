package dev.openaierrors.analyzer;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What stands above the commands. */
final class RootCommand implements Runnable {

  private final CommandSpec spec = Commands.named("openai-errors", this);

  CommandSpec spec() {
    spec.usageMessage()
        .description("Finds OpenAI API errors in logs and says what they are and what to do.")
        .footer(
            "",
            "Examples:",
            "  openai-errors app.log",
            "  openai-errors analyze --since yesterday app.log",
            "  openai-errors explain insufficient_quota");
    return spec;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "no command; there are analyze, classify, kinds and explain");
  }
}
