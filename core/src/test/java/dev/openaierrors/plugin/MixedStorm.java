package dev.openaierrors.plugin;

import dev.openaierrors.plugin.PluginContract.LogCall;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A service whose calls nearly all fail, each with a request id and words of its own, mostly for
 * rate limits; among them one with a key that is refused. Paced, so that it lasts some seconds.
 */
final class MixedStorm {

  private static final int THREADS = 4;
  private static final int RULE = 20;
  private static final int EVERY_OTHER_KIND = 8;

  private final Consumer<LogCall> log;
  private final int events;
  private final long nanos;
  private final int keyAt;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger limits = new AtomicInteger();
  private final long begin = System.nanoTime();
  private final AtomicLong late = new AtomicLong();

  /** When the twentieth rate limit was logged; 0 before. */
  volatile long burst;

  /** When the key was refused; 0 before. */
  volatile long key;

  /** As many events within that many seconds, of which the one of that number tells of the key. */
  MixedStorm(Consumer<LogCall> log, int events, int seconds, int keyAt) {
    this.log = log;
    this.events = events;
    this.nanos = TimeUnit.SECONDS.toNanos(seconds);
    this.keyAt = keyAt;
  }

  /** Logs all of it. */
  void run() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      all.add(threads.submit(this::work));
    }
    for (Future<?> one : all) {
      one.get();
    }
    threads.shutdown();
  }

  /** How late an event was logged at most: as long as this machine lets threads wait. */
  long lateNanos() {
    return late.get();
  }

  private void work() {
    int number = next.getAndIncrement();
    while (number < events) {
      long due = begin + nanos / events * number;
      long early = due - System.nanoTime();
      if (early > 0) {
        LockSupport.parkNanos(early);
      }
      late.accumulateAndGet(-early, Math::max);
      log.accept(LogCall.error(message(number)).logger("com.acme.Chat" + number % 5));
      number = next.getAndIncrement();
    }
  }

  private String message(int number) {
    if (number == keyAt) {
      key = System.nanoTime();
      return error(
          401, "invalid_api_key", "Incorrect API key provided: sk-proj-********wXyZ.", number);
    }
    return switch (number % EVERY_OTHER_KIND) {
      case 0 -> error(500, "server_error", "The server had an error while processing.", number);
      case 1 -> error(400, "context_length_exceeded", "Too long, tokens: " + number, number);
      default -> {
        if (limits.incrementAndGet() == RULE) {
          burst = System.nanoTime();
        }
        yield error(
            429,
            "rate_limit_exceeded",
            "Rate limit reached for gpt-4o on tokens per min (TPM): Limit 30000, Used 29411,"
                + (" Requested " + number + ". Please try again in 1.384s."),
            number);
      }
    };
  }

  private static String error(int status, String code, String message, int number) {
    return "call %s failed: %s {\"error\": {\"message\": \"%s\", \"type\": \"x\", \"param\": null, \"code\": \"%s\"}} request_id=req_%032x"
        .formatted(number, status, message, code, number + 1);
  }
}
