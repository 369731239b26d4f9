package dev.openaierrors.analyzer;

import dev.openaierrors.error.ErrorAnalyzer;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Gives a verdict for every text on standard input. */
final class ClassifyCommand implements Callable<Integer> {

  private final Environment environment;

  ClassifyCommand(Environment environment) {
    this.environment = environment;
  }

  CommandSpec spec() {
    CommandSpec spec = Commands.named("classify", this);
    spec.usageMessage()
        .description(
            "Reads JSON lines {\"id\": \u2026, \"text\": \"\u2026\"} from standard input and writes"
                + " for each one JSON line: id, kind (null: no OpenAI error) and what is known of the"
                + " error.",
            "",
            "A line that is no such object gets {\"id\": null, \"kind\": null, \"problem\":"
                + " \"\u2026\"}.",
            "Exit code: 0 all lines were read, 2 some were not.")
        .footer(
            "",
            "Example:",
            "  echo '{\"id\": 1, \"text\": \"OpenAI: 429 You exceeded your current quota\"}' \\",
            "    | openai-errors classify");
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    Lines lines = new Lines(environment.in());
    boolean allRead = true;
    try (Verdicts verdicts = new Verdicts(environment.out(), ErrorAnalyzer.create())) {
      @Nullable String line = lines.next();
      for (; line != null && !verdicts.isClosed(); line = lines.next()) {
        if (!line.isBlank()) {
          allRead &= verdicts.judge(line, lines.wasCut());
        }
        if (environment.in().available() == 0) {
          verdicts.flush();
        }
      }
    }
    return allRead ? ExitCode.NOTHING_FOUND : ExitCode.TROUBLE;
  }
}
