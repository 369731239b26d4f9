package dev.openaierrors.analyzer;

/** The command {@code openai-errors}. */
public final class Main {

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    int code;
    try {
      String[] command = Cli.complete(args);
      if (command.length > 0 && command[0].equals("analyze")) {
        Preparation.begin();
      }
      code = new Cli(Environment.ofProcess()).run(command);
    } catch (RuntimeException | Error e) {
      // The JVM would end with 1, which means that errors were found.
      System.err.println("openai-errors: cannot run: " + e);
      code = ExitCode.TROUBLE;
    }
    System.exit(code);
  }
}
