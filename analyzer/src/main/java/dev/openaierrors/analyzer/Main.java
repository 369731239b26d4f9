package dev.openaierrors.analyzer;

/** The command {@code openai-errors}. */
public final class Main {

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals("analyze")) {
      Preparation.begin();
    }
    System.exit(new Cli(Environment.ofProcess()).run(args));
  }
}
