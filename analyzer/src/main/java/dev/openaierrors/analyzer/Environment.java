package dev.openaierrors.analyzer;

import dev.openaierrors.analyzer.input.StandardInput;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything outside the process that a command sees, so that tests can be the outside.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param charset what the terminal shows text in
 * @param outIsTerminal whether somebody reads standard output as it comes
 * @param errIsTerminal the same of standard error
 * @param variable environment variables by name; null where there is none
 * @param clock the time now and the system's time zone
 */
record Environment(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Charset charset,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Function<String, @Nullable String> variable,
    Clock clock) {

  /** What the launcher says of the streams: the names of those that are terminals. */
  private static final String TERMINALS = "openai-errors.terminals";

  /** The process's own. */
  static Environment ofProcess() {
    return new Environment(
        new StandardInput(System.in),
        StandardOutput.on(new FileOutputStream(FileDescriptor.out), charsetOfTerminal()),
        System.err,
        charsetOfTerminal(),
        isTerminal("out"),
        isTerminal("err"),
        System::getenv,
        Clock.system(ZoneId.systemDefault()));
  }

  /** Java 18 and later tell; before, the locale's is the best guess. */
  private static Charset charsetOfTerminal() {
    String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding"));
    return name != null && Charset.isSupported(name)
        ? Charset.forName(name)
        : Charset.defaultCharset();
  }

  @SuppressWarnings("SystemConsoleNull") // asked of older versions only
  private static boolean isTerminal(String stream) {
    String terminals = System.getProperty(TERMINALS);
    // Java 17 can only tell of both streams at once; newer ones have a console without a terminal.
    return terminals == null
        ? System.console() != null && Runtime.version().feature() < 22
        : terminals.contains(stream);
  }

  /** The value of a variable; null if it is not set, or to nothing. */
  @Nullable String set(String name) {
    String value = variable.apply(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** Why not all could be written to standard output; null if it could, or nobody can tell. */
  @Nullable IOException outFailure() {
    return out instanceof StandardOutput standard ? standard.failure() : null;
  }

  /**
   * Whether this failure of standard output is nobody's: who reads it has had enough, as {@code
   * head} after some lines.
   */
  boolean readerLeft(IOException failure) {
    return String.valueOf(failure.getMessage()).contains("Broken pipe");
  }
}
