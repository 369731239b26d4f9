package dev.openaierrors.benchmarks;

import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.core.Logger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Events with an OpenAI error, in Log4j2. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xbatch", "-Dlog4j2.garbagefree.threadContextMap=true"})
public class Log4jMatch {

  /** Whether the log call does it all or leaves it to another thread. */
  @Param({"sync", "async"})
  public String loggers = "sync";

  /** The way from the logger to the appender that does nothing. */
  @Param({"direct", "wrapper", "appender"})
  public String through = "direct";

  private final Throwable refused = Messages.refused();

  @SuppressWarnings("NullAway.Init") // before any benchmark
  private Log4jStage stage;

  @SuppressWarnings("NullAway.Init")
  private Logger logger;

  @Setup
  public void start() {
    stage = Log4jStage.open(loggers, through);
    logger = stage.logger();
  }

  @TearDown
  public void stop() {
    stage.close();
  }

  @Benchmark
  public void payloadOf600Chars() {
    logger.error(Messages.PAYLOAD);
  }

  @Benchmark
  public void exceptionOf10Frames() {
    logger.error("Chat completion failed", refused);
  }
}
