package dev.openaierrors.benchmarks;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.openaierrors.error.ErrorField;
import dev.openaierrors.logback.OpenAiErrorAppender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * A storm of errors, mostly rate limits, each with words and a request id of its own, and one key
 * among them that is refused: how long until somebody hears of both?
 */
public final class Storm {

  private static final int THREADS = 8;
  // So many rate limits within a minute are a burst, and so many of another kind a trouble at once.
  private static final int BURST = 20;
  private static final int AT_ONCE = 500;
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final String RULE = "openai.alert.rule";

  private final int events;
  private final long nanos;
  private final int keyAt;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger limits = new AtomicInteger();
  private final AtomicInteger outages = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicLong late = new AtomicLong(Long.MIN_VALUE);
  private final LongAdder enriched = new LongAdder();
  // By rule, when its condition was met and when the first alert of it was there.
  private final Map<String, Long> met = new ConcurrentHashMap<>();
  private final Map<String, Long> told = new ConcurrentHashMap<>();
  private final AtomicLong waited = new AtomicLong();
  private volatile long begin;
  private volatile boolean over;

  private Storm(int events, int seconds) {
    this.events = events;
    this.nanos = TimeUnit.SECONDS.toNanos(seconds);
    this.keyAt = new Random().nextInt(events);
  }

  /** {@code logback} or {@code log4j2}, then events and seconds. */
  public static void main(String[] args) throws Exception {
    int events = args.length > 1 ? Integer.parseInt(args[1]) : 200_000;
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 20;
    // In a JVM that has just started everything is late; a service that has run a while is judged.
    System.out.println("in a JVM that has just started:");
    new Storm(events / 10, Math.max(1, seconds / 5)).in(args[0]);
    System.out.println("in one that has run a while:");
    boolean well = new Storm(events, seconds).in(args[0]);
    System.out.println(well ? "all is well" : "FAILED");
    System.exit(well ? 0 : 1);
  }

  private boolean in(String framework) throws InterruptedException, IOException {
    return switch (framework) {
      case "logback" -> inLogback();
      case "log4j2" -> inLog4j();
      default -> throw new IllegalArgumentException("logback or log4j2");
    };
  }

  private boolean inLogback() throws InterruptedException {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(MDC.getMDCAdapter());
    AppenderBase<ILoggingEvent> end =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            Map<String, String> mdc = event.getMDCPropertyMap();
            note(mdc.get(RULE), mdc.containsKey(ErrorField.KIND.key()));
          }
        };
    end.setContext(context);
    end.start();
    OpenAiErrorAppender appender = new OpenAiErrorAppender();
    appender.setContext(context);
    appender.setName("OPENAI");
    appender.addAppender(end);
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(appender);
    run(context.getLogger("com.acme.Chat")::error);
    context.stop();
    return report("logback");
  }

  private boolean inLog4j() throws InterruptedException, IOException {
    AbstractAppender end =
        new AbstractAppender("END", null, null, true, Property.EMPTY_ARRAY) {
          @Override
          public void append(LogEvent event) {
            String rule = event.getContextData().getValue(RULE);
            note(rule, event.getContextData().containsKey(ErrorField.KIND.key()));
          }
        };
    end.start();
    String xml =
        """
        <Configuration status="OFF">
          <Appenders>
            <OpenAiErrors name="OPENAI"><AppenderRef ref="END"/></OpenAiErrors>
          </Appenders>
          <Loggers><Root level="info"><AppenderRef ref="OPENAI"/></Root></Loggers>
        </Configuration>
        """;
    org.apache.logging.log4j.core.LoggerContext context =
        new org.apache.logging.log4j.core.LoggerContext("storm");
    ConfigurationSource source =
        new ConfigurationSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    context.start(
        new XmlConfiguration(context, source) {
          @Override
          protected void doConfigure() {
            super.doConfigure();
            addAppender(end);
          }
        });
    run(context.getLogger("com.acme.Chat")::error);
    context.stop();
    return report("log4j2");
  }

  private void note(@Nullable String rule, boolean isEnriched) {
    if (rule != null) {
      told.putIfAbsent(rule, System.nanoTime());
    } else if (isEnriched) {
      enriched.increment();
    }
  }

  private void run(Consumer<String> log) throws InterruptedException {
    begin = System.nanoTime();
    Thread control = new Thread(this::control, "control");
    control.setDaemon(true);
    control.start();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(() -> work(log), "storm-" + i);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    over = true;
    long patience = System.nanoTime() + 2 * MOST_NANOS;
    while (!told.keySet().containsAll(met.keySet()) && System.nanoTime() < patience) {
      LockSupport.parkNanos(MOST_NANOS / 200);
    }
  }

  /** How long this machine lets a thread wait that has something to do each hundredth second. */
  private void control() {
    while (!over) {
      long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(10);
      LockSupport.parkNanos(due - System.nanoTime());
      waited.accumulateAndGet(System.nanoTime() - due, Math::max);
    }
  }

  private void work(Consumer<String> log) {
    for (int i = next.getAndIncrement(); i < events; i = next.getAndIncrement()) {
      long early = begin + (long) ((double) nanos * i / events) - System.nanoTime();
      if (early > 0) {
        LockSupport.parkNanos(early);
      }
      late.accumulateAndGet(-early, Math::max);
      log.accept(message(i));
    }
  }

  private String message(int i) {
    if (i == keyAt) {
      met.put("credentials", System.nanoTime());
      return error(
          i, 401, "invalid_api_key", "Incorrect API key provided: sk-proj-************wXyZ.");
    }
    return switch (i % 10) {
      case 0 -> {
        meets("outage", outages, AT_ONCE);
        yield error(i, 500, "server_error", "The server had an error while processing.");
      }
      case 1 -> {
        meets("bad-requests", requests, AT_ONCE);
        yield error(i, 400, "context_length_exceeded", "Too many tokens: " + (128_000 + i));
      }
      default -> {
        meets("rate-limit-burst", limits, BURST);
        String words =
            "Rate limit reached for gpt-4o on tokens per min (TPM): Limit 30000, Used 29411,";
        yield error(
            i,
            429,
            "rate_limit_exceeded",
            words + " Requested " + (600 + i) + ". Please try again in 1.384s.");
      }
    };
  }

  private void meets(String rule, AtomicInteger counter, int enough) {
    if (counter.incrementAndGet() == enough) {
      met.put(rule, System.nanoTime());
    }
  }

  private static String error(int number, int status, String code, String words) {
    return "call "
        + number
        + " failed: "
        + status
        + " {\"error\": {\"message\": \""
        + words
        + "\", \"type\": \"x\", \"param\": null, \"code\": \""
        + code
        + "\"}} request_id=req_"
        + Long.toHexString(0x5bd1_e995_0000_0000L + number);
  }

  private boolean report(String framework) {
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        "%s: %,d errors in %.1f s, enriched %,d; logged up to %d ms too late, and a thread beside"
            + " them waited up to %d ms for the processor%n",
        framework,
        events,
        seconds,
        enriched.sum(),
        late.get() / 1_000_000,
        waited.get() / 1_000_000);
    boolean well = enriched.sum() == events;
    for (Map.Entry<String, Long> rule : new TreeMap<>(met).entrySet()) {
      Long heard = told.get(rule.getKey());
      long after = heard == null ? Long.MAX_VALUE : heard - rule.getValue();
      double met = (rule.getValue() - begin) / 1e9;
      System.out.printf(
          "%-17s met after %6.3f s, told %s%n",
          rule.getKey(), met, heard == null ? "never" : after / 1_000_000 + " ms later");
      well &= after <= MOST_NANOS;
    }
    System.out.println(well ? "all in time" : "more than two seconds, or not enriched");
    return well;
  }
}
