package dev.openaierrors.benchmarks;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.OpenAiError;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Recognition and classification without a logging framework. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xbatch")
public class ErrorAnalysis {

  private final ErrorAnalyzer analyzer = ErrorAnalyzer.create();
  private final String[] chars400 = Messages.ofLength(400);
  private int turn;

  @Benchmark
  public @Nullable OpenAiError payloadOf600Chars() {
    return analyzer.analyze(Messages.PAYLOAD);
  }

  @Benchmark
  public @Nullable OpenAiError noMatch400() {
    return analyzer.analyze(chars400[turn++ & (Messages.COUNT - 1)]);
  }
}
