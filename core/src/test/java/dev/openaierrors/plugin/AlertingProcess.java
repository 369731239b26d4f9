package dev.openaierrors.plugin;

import dev.openaierrors.alert.Failure;
import dev.openaierrors.error.ErrorAnalyzer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A service in a process of its own, which logs one failure and its alerts until it is killed. */
final class AlertingProcess {

  private AlertingProcess() {}

  /**
   * Starts it.
   *
   * @param log gets a line for each alert and each sentence
   * @param when the condition of the alert
   */
  static Process start(Path state, Path log, String when) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            AlertingProcess.class.getName(),
            state.toString(),
            log.toString(),
            when)
        .redirectErrorStream(true)
        .redirectOutput(new File(log + ".out"))
        .start();
  }

  /** Arguments: the state file, the log, the condition. */
  public static void main(String[] arguments) throws Exception {
    Settings settings = new Settings();
    Settings rule = new Settings();
    rule.set("name", "quota");
    rule.set("when", arguments[2]);
    rule.set("quiet", "1h");
    settings.add("alert", rule);
    settings.set("stateFile", arguments[0]);
    AlertServices.Handle handle =
        new AlertServices().start("A", new Host(Path.of(arguments[1])), settings);
    handle.accept(
        new Failure(
            Instant.now(),
            Objects.requireNonNull(ErrorAnalyzer.create().analyze(PluginContract.QUOTA)),
            new Failure.Source("com.acme.Chat", "ERROR", "main"),
            null,
            1));
    new CountDownLatch(1).await();
  }

  private static final class Host implements AlertHost {

    private final Path log;
    private final Ticker ticker = new Ticker();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    Host(Path log) {
      this.log = log;
    }

    private void write(String line) {
      try {
        Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException failure) {
        throw new IllegalStateException(failure);
      }
    }

    @Override
    public void error(String sentence, @Nullable Throwable cause) {
      write(sentence);
    }

    @Override
    public void warn(String sentence, @Nullable Throwable cause) {
      write(sentence);
    }

    @Override
    public void info(String sentence) {
      write(sentence);
    }

    @Override
    public String contextName() {
      return "process";
    }

    @Override
    public Object context() {
      return this;
    }

    @Override
    public Runnable every(Duration period, Runnable task) {
      return ticker.every(Duration.ofMillis(20), task);
    }

    @Override
    public Executor executor() {
      return threads;
    }

    @Override
    public void log(AlertEvent event) {
      write("alert " + event.fields().get("openai.alert.state"));
    }
  }
}
