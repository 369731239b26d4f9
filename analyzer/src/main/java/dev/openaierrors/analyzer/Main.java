package dev.openaierrors.analyzer;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code openai-errors}. */
@Command(name = "openai-errors", mixinStandardHelpOptions = true)
public final class Main implements Runnable {

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
