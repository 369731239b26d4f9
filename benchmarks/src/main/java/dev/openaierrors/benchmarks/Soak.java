package dev.openaierrors.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A service in its worst hours: every event is an error, of a model, a logger and a code of its
 * own; the webhooks are dead, the disk under one appender is full, threads are interrupted while
 * they log, the analysis runs out of memory once, and the configuration changes every second.
 *
 * <p>What goes in must come out, in the order of each thread, the heap must stay as it is and no
 * thread may be left.
 */
public final class Soak implements AutoCloseable {

  /** What is soaked: a logging framework with our appender in front of two others. */
  interface Stage extends AutoCloseable {

    /** Logs it on the calling thread. */
    void log(String logger, String message, Object @Nullable [] arguments);

    /** Puts a new configuration in force, which is no other than the old one. */
    void reconfigure();

    @Override
    void close();
  }

  private static final String WORKER = "soak-";
  private static final int THREADS = 8;
  private static final int DISTINCT = 1_000_000;
  private static final int CHECKS = 10;
  private static final long SECOND = 1_000_000_000L;
  private static final long HEAP_GROWTH = 12L << 20;
  private static final long PATIENCE = 20 * SECOND;

  private final long perSecond;
  private final long[] sent = new long[16 * THREADS];
  private final Recorder recorder = new Recorder();
  // What comes out of an appender that only hands on, where the framework itself loses events.
  private final LongAdder control = new LongAdder();
  private final LongAdder interrupts = new LongAdder();
  private final AtomicLong numbers = new AtomicLong();
  private final ServerSocket silent;
  private final int refusing;
  private volatile boolean bomb;
  private volatile boolean paused;
  private volatile boolean done;
  private volatile @Nullable Throwable thrown;
  private long reconfigurations;

  private Soak(long perSecond) throws IOException {
    this.perSecond = perSecond;
    // Takes connections, as many as the backlog holds, and never answers.
    this.silent = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.refusing = closed.getLocalPort();
    }
  }

  /** {@code logback} or {@code log4j2}, then seconds and events a second. */
  public static void main(String[] args) throws Exception {
    long seconds = args.length > 1 ? Long.parseLong(args[1]) : 600;
    long perSecond = args.length > 2 ? Long.parseLong(args[2]) : 20_000;
    boolean well;
    try (Soak soak = new Soak(perSecond)) {
      well = soak.run(args[0], seconds);
    }
    System.exit(well ? 0 : 1);
  }

  /** Addresses of webhooks that take no connection, or never answer. */
  List<String> deadWebhooks() {
    return List.of(
        "http://127.0.0.1:" + refusing + "/refuses",
        "http://127.0.0.1:" + silent.getLocalPort() + "/never-answers");
  }

  LongAdder control() {
    return control;
  }

  Recorder recorder() {
    return recorder;
  }

  @Override
  public void close() throws IOException {
    silent.close();
  }

  private boolean run(String framework, long seconds) throws InterruptedException {
    Set<String> before = threads();
    List<Long> heaps = new ArrayList<>();
    Stage stage = stage(framework);
    long begin = System.nanoTime();
    try (stage) {
      List<Thread> workers = workers(stage);
      Thread interrupter = start("interrupter", () -> interrupt(workers));
      long busy = 0;
      for (int check = 1; check <= CHECKS; check++) {
        long end = System.nanoTime() + seconds * SECOND / CHECKS;
        while (System.nanoTime() < end) {
          long next = System.nanoTime() + SECOND;
          stage.reconfigure();
          reconfigurations++;
          sleepUntil(Math.min(next, end));
        }
        if (check == CHECKS / 2) {
          bomb = true;
        }
        paused = true;
        Thread.sleep(500);
        busy = total();
        heaps.add(heap());
        paused = false;
      }
      done = true;
      interrupter.join();
      for (Thread worker : workers) {
        worker.join();
      }
      System.out.printf(
          "%s: %,d events by %d threads in %,d s, %,d a second%n",
          framework, total(), THREADS, seconds, busy / seconds);
    }
    Set<String> left = left(before);
    System.out.printf("stopped after %,d s%n", (System.nanoTime() - begin) / SECOND);
    return report(heaps, left);
  }

  private Stage stage(String framework) {
    return switch (framework) {
      case "logback" -> new LogbackSoak(this, false);
      case "logback-reset" -> new LogbackSoak(this, true);
      case "log4j2" -> new Log4jSoak(this);
      default -> throw new IllegalArgumentException("logback, logback-reset or log4j2");
    };
  }

  private boolean report(List<Long> heaps, Set<String> left) {
    List<String> faults = new ArrayList<>();
    long in = total();
    long out = recorder.all.sum();
    System.out.printf("in %,d, out %,d, enriched %,d%n", in, out, recorder.enriched.sum());
    System.out.printf(
        "%,d reconfigurations, %,d interrupts, %,d alerts logged, %,d times out of memory%n",
        reconfigurations, interrupts.sum(), recorder.alerts.sum(), Bomb.EXPLODED.sum());
    System.out.println(
        "heap after GC, MB: "
            + heaps.stream()
                .map(bytes -> "%.1f".formatted(bytes / 1048576.0))
                .collect(Collectors.joining(" ")));
    if (control.sum() > 0) {
      long lost = in - control.sum();
      System.out.printf(
          "the framework itself lost %,d of them to an appender beside ours, and %,d to ours%n",
          lost, in - out);
      // Which of both a reset hits first is chance.
      if (in - out > 2 * lost + 100) {
        faults.add("more is lost than without us");
      }
    } else if (in != out || recorder.gaps.sum() > 0) {
      faults.add("lost or doubled: %s, gaps: %s".formatted(in - out, recorder.gaps));
    }
    if (recorder.disorder.sum() > 0) {
      faults.add("out of order: " + recorder.disorder.sum());
    }
    // Also the event whose argument explodes: what is left of it is judged.
    if (recorder.enriched.sum() != out) {
      faults.add("not enriched: " + (out - recorder.enriched.sum()));
    }
    if (Bomb.EXPLODED.sum() != 1) {
      faults.add("the analysis did not run out of memory once");
    }
    // The first checks see what is loaded and compiled once.
    long growth = heaps.get(CHECKS - 1) - heaps.get(CHECKS / 2 - 1);
    if (growth > HEAP_GROWTH) {
      faults.add("the heap grew by bytes: " + growth);
    }
    if (!left.isEmpty()) {
      faults.add("threads left: " + left);
    }
    if (recorder.alerts.sum() == 0) {
      faults.add("no alert was logged");
    }
    if (thrown != null) {
      faults.add("thrown into the application: " + thrown);
      thrown.printStackTrace(System.out);
    }
    System.out.println(faults.isEmpty() ? "all is well" : "FAILED: " + String.join("; ", faults));
    return faults.isEmpty();
  }

  private List<Thread> workers(Stage stage) {
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int worker = i;
      workers.add(start(WORKER + i, () -> work(stage, worker)));
    }
    return workers;
  }

  private static Thread start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.start();
    return thread;
  }

  /** Logs as often as it is to, and catches up where it could not. */
  private void work(Stage stage, int worker) {
    try {
      long gap = SECOND * THREADS / perSecond;
      long next = System.nanoTime();
      while (!done) {
        if (paused) {
          idle(SECOND / 100);
          next = System.nanoTime();
          continue;
        }
        log(stage, worker);
        next += gap;
        long early = next - System.nanoTime();
        if (early > SECOND / 1000) {
          idle(early);
        } else if (early < -SECOND) {
          next = System.nanoTime(); // The machine is too slow for it.
        }
      }
    } catch (Throwable fault) {
      thrown = fault;
    }
  }

  private static void idle(long nanos) {
    LockSupport.parkNanos(nanos);
    Thread.interrupted();
  }

  private void log(Stage stage, int worker) {
    long number = numbers.incrementAndGet() * 7919 % DISTINCT;
    long mine = ++sent[16 * worker];
    Object[] arguments = null;
    // Again, where the first was lost on its way.
    if (bomb && worker == 0 && Bomb.EXPLODED.sum() == 0) {
      arguments = new Object[] {new Bomb()};
    }
    stage.log("com.acme.Logger" + number, message(mine, number), arguments);
  }

  private static String message(long mine, long number) {
    String sentence =
        switch ((int) (number % 4)) {
          case 0 ->
              "Rate limit reached for gpt-%s-mini on tokens per min (TPM): Limit 30000, Used 29411,"
                  + " Requested 1281. Please try again in 1.384s.";
          case 1 -> "The server had an error while processing your request. model=gpt-%s Sorry!";
          case 2 -> "You exceeded your current quota for model gpt-%s, please check your plan.";
          default -> "The model `gpt-%s` does not exist or you do not have access to it.";
        };
    // Formatted by hand, since this is to cost less than what is soaked.
    return mine
        + " OpenAI answered 429: {\"error\":{\"message\":\""
        + sentence.replace("%s", String.valueOf(number))
        + "\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"code_"
        + number
        + "\"}}";
  }

  private void interrupt(List<Thread> workers) {
    Random random = new Random();
    while (!done) {
      LockSupport.parkNanos(SECOND / 200);
      workers.get(random.nextInt(THREADS)).interrupt();
      interrupts.increment();
    }
  }

  private long total() {
    long total = 0;
    for (int i = 0; i < THREADS; i++) {
      total += sent[16 * i];
    }
    return total;
  }

  private static void sleepUntil(long time) {
    while (time - System.nanoTime() > 0) {
      LockSupport.parkNanos(time - System.nanoTime());
    }
  }

  private static long heap() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return least;
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Threads that were not there before; those of an HTTP client of JDK 17 end by a collection. */
  private static Set<String> left(Set<String> before) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE;
    Set<String> left;
    do {
      System.gc();
      Thread.sleep(200);
      left = threads();
      left.removeAll(before);
      // The JVM's own, which come and go.
      left.removeIf(name -> name.startsWith("Common-Cleaner") || name.startsWith("Attach "));
    } while (!left.isEmpty() && System.nanoTime() < end);
    return left;
  }

  /** The end of all ways: sees what comes out. */
  static final class Recorder {

    final LongAdder all = new LongAdder();
    final LongAdder enriched = new LongAdder();
    final LongAdder alerts = new LongAdder();
    final LongAdder disorder = new LongAdder();
    final LongAdder gaps = new LongAdder();
    private final long[] last = new long[16 * THREADS];

    /** Called on the thread that logs. */
    void record(String logger, String message, boolean isEnriched) {
      String thread = Thread.currentThread().getName();
      if (!thread.startsWith(WORKER)) {
        alerts.add(logger.equals("openai.alerts") ? 1 : 0);
        return;
      }
      int slot = 16 * Integer.parseInt(thread.substring(WORKER.length()));
      long number = Long.parseLong(message.substring(0, message.indexOf(' ')));
      disorder.add(number <= last[slot] ? 1 : 0);
      gaps.add(number > last[slot] + 1 ? 1 : 0);
      last[slot] = number;
      all.increment();
      enriched.add(isEnriched ? 1 : 0);
    }
  }

  /** Whoever reads it is out of memory. */
  private static final class Bomb implements CharSequence {

    static final LongAdder EXPLODED = new LongAdder();

    private static <T> T explode() {
      EXPLODED.increment();
      throw new OutOfMemoryError("said by the soak");
    }

    @Override
    public int length() {
      return Bomb.<Integer>explode();
    }

    @Override
    public char charAt(int index) {
      return Bomb.<Character>explode();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return explode();
    }

    @Override
    public String toString() {
      return "a bomb";
    }
  }
}
