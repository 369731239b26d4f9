package dev.openaierrors.analyzer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * The command in this process, for targets; here, since the command's own classes are its own.
 *
 * @param code the exit code
 * @param out what it printed
 * @param err what it complained of
 */
public record AnalyzerRun(int code, String out, String err) {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  /** Runs the command with these arguments. */
  public static AnalyzerRun of(byte[] in, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment environment =
        new Environment(
            new ByteArrayInputStream(in),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            StandardCharsets.UTF_8,
            false,
            false,
            name -> null,
            CLOCK);
    int code = new Cli(environment).run(arguments);
    return new AnalyzerRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
