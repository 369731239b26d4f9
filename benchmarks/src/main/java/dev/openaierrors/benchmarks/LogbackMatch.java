package dev.openaierrors.benchmarks;

import ch.qos.logback.classic.Logger;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/** Events with an OpenAI error, in Logback. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xbatch")
public class LogbackMatch {

  /** The way from the logger to the appender that does nothing. */
  @Param({"direct", "wrapper", "appender"})
  public String through = "direct";

  private final Throwable refused = Messages.refused();
  private Logger logger = LogbackStage.logger("direct");

  @Setup
  public void start() {
    logger = LogbackStage.logger(through);
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
