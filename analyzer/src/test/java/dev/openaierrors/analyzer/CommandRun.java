package dev.openaierrors.analyzer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A command run in this process, with an environment of the test's making. */
final class CommandRun {

  static final Instant NOW = Instant.parse("2026-05-05T12:00:00Z");

  private final Map<String, String> variables = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Charset charset = StandardCharsets.UTF_8;
  private InputStream in = InputStream.nullInputStream();
  private @Nullable OutputStream elsewhere;
  private boolean terminal;
  private int code = -1;

  CommandRun with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  CommandRun onTerminal() {
    terminal = true;
    return this;
  }

  CommandRun in(Charset of) {
    charset = of;
    return this;
  }

  CommandRun input(String text) {
    return input(text.getBytes(StandardCharsets.UTF_8));
  }

  CommandRun input(byte[] bytes) {
    return input(new ByteArrayInputStream(bytes));
  }

  CommandRun input(InputStream stream) {
    in = stream;
    return this;
  }

  /** Writes standard output there instead of keeping it. */
  CommandRun out(OutputStream target) {
    elsewhere = target;
    return this;
  }

  CommandRun run(String... args) {
    code =
        new Cli(
                new Environment(
                    in,
                    StandardOutput.on(elsewhere == null ? out : elsewhere, charset),
                    new PrintStream(err, false, charset),
                    charset,
                    terminal,
                    terminal,
                    variables::get,
                    Clock.fixed(NOW, ZoneId.of("UTC"))))
            .run(args);
    return this;
  }

  int code() {
    return code;
  }

  String out() {
    return out.toString(charset);
  }

  String err() {
    return err.toString(charset);
  }
}
