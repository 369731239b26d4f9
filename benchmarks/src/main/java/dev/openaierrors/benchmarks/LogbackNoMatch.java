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

/** Events without an OpenAI error, in Logback: nearly all that a service logs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xbatch")
public class LogbackNoMatch {

  /** The way from the logger to the appender that does nothing. */
  @Param({"direct", "wrapper", "appender", "regex"})
  public String through = "direct";

  private final String[] chars150 = Messages.ofLength(150);
  private final String[] chars400 = Messages.ofLength(400);
  private final String[] chars4096 = Messages.ofLength(4096);
  private final Throwable thrown = Messages.unrelated();
  private Logger logger = LogbackStage.logger("direct");
  private int turn;

  @Setup
  public void start() {
    logger = LogbackStage.logger(through);
  }

  @Benchmark
  public void info150() {
    logger.info(chars150[turn++ & (Messages.COUNT - 1)]);
  }

  @Benchmark
  public void info400() {
    logger.info(chars400[turn++ & (Messages.COUNT - 1)]);
  }

  @Benchmark
  public void info4096() {
    logger.info(chars4096[turn++ & (Messages.COUNT - 1)]);
  }

  @Benchmark
  public void infoWithArguments() {
    logger.info("Order {} of customer {} was accepted by {}", "A-4711", "C-815", "north-7");
  }

  @Benchmark
  public void warnThrown3Deep() {
    logger.warn("Delivery failed", thrown);
  }

  @Benchmark
  public void debug150() {
    logger.debug(chars150[turn++ & (Messages.COUNT - 1)]);
  }
}
