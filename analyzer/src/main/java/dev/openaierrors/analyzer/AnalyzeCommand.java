package dev.openaierrors.analyzer;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Reads logs. */
@Command(name = "analyze")
final class AnalyzeCommand implements Callable<Integer> {
  private final Environment environment;

  AnalyzeCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    environment.out().println();
    return 0;
  }
}
