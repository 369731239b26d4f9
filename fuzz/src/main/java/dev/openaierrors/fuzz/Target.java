package dev.openaierrors.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/** The targets by their names. */
public enum Target {
  /** A text, such as a log line. */
  TEXT(TextTarget::fuzzerTestOneInput),
  /** What was thrown. */
  THROWABLE(ThrowableTarget::fuzzerTestOneInput),
  /** Failures over time. */
  ENGINE(EngineTarget::fuzzerTestOneInput),
  /** The file in which open alerts survive. */
  STATE(StateTarget::fuzzerTestOneInput),
  /** The words of a configuration. */
  SETTINGS(SettingsTarget::fuzzerTestOneInput),
  /** A file that is analysed. */
  ANALYZER(AnalyzerTarget::fuzzerTestOneInput);

  private final Consumer<byte[]> entry;

  Target(Consumer<byte[]> entry) {
    this.entry = entry;
  }

  /** Tries this input; throws what it finds. */
  void accept(byte[] input) {
    entry.accept(input);
  }

  /** Tries files again: the name of a target, then the files. */
  public static void main(String[] args) throws IOException {
    Target target = valueOf(args[0].toUpperCase(Locale.ROOT));
    for (int i = 1; i < args.length; i++) {
      target.accept(Files.readAllBytes(Path.of(args[i])));
      System.out.println(args[i] + ": nothing found");
    }
  }
}
