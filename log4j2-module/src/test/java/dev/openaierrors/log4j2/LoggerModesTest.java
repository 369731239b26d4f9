package dev.openaierrors.log4j2;

import static dev.openaierrors.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.plugin.AlertHost;
import dev.openaierrors.plugin.TestAnalyzer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever threads Log4j puts between logger and appender: as many events go out as came in. */
class LoggerModesTest {

  static final int THREADS = 4;
  static final int EVENTS = 2_000;
  static final int EXCHANGES = 3;

  private static final String KEY = "modes";

  /** How events come from loggers to the plugin, and from there to the target. */
  enum Mode {
    SYNCHRONOUS("OPENAI", "TARGET", "Root"),
    ASYNC_APPENDER_IN_FRONT("FRONT", "TARGET", "Root"),
    ASYNC_APPENDER_BEHIND("OPENAI", "BEHIND", "Root"),
    MIXED("OPENAI", "TARGET", "AsyncRoot"),
    ALL_ASYNC("OPENAI", "TARGET", "Root");

    private final String first;
    private final String behind;
    private final String root;

    Mode(String first, String behind, String root) {
      this.first = first;
      this.behind = behind;
      this.root = root;
    }

    Log4j log4j() {
      return Log4j.notStarted(this == ALL_ASYNC);
    }

    String xml() {
      return """
          <Configuration>
            <Appenders>
              <Capture name="TARGET" key="%s"/>
              <Async name="BEHIND"><AppenderRef ref="TARGET"/></Async>
              <OpenAiErrors name="OPENAI"><AppenderRef ref="%s"/></OpenAiErrors>
              <Async name="FRONT"><AppenderRef ref="OPENAI"/></Async>
            </Appenders>
            <Loggers>
              <%s level="INFO"><AppenderRef ref="%s"/></%s>
            </Loggers>
          </Configuration>
          """
          .formatted(KEY, behind, root, first, root);
    }

    /**
     * Whether Log4j itself keeps the order of a thread's events while it exchanges the
     * configuration: each has its own queues, and the new ones do not wait for the old ones.
     */
    boolean keepsOrderWhenReconfigured() {
      return this == SYNCHRONOUS || this == ALL_ASYNC;
    }
  }

  @ParameterizedTest
  @EnumSource
  void losesAndReordersNothing(Mode mode) throws Exception {
    Log4j log4j = mode.log4j();
    try (log4j) {
      log4j.start(mode.xml());
      logFromThreads(log4j.logger(), () -> {});
    }
    assertThat(log4j.problems()).isEmpty();
    assertAllArrived(CapturingAppender.takeShared(KEY), true, true);
  }

  @ParameterizedTest
  @EnumSource
  void losesAndReordersNothingWhereTheAnalysisFails(Mode mode) throws Exception {
    Log4j log4j = mode.log4j();
    try (log4j) {
      log4j.start(mode.xml());
      log4j.openAi().analyzeWith(TestAnalyzer.failing(new IllegalStateException("a bug")));
      logFromThreads(log4j.logger(), () -> {});
    }
    assertThat(log4j.sentences()).singleElement().asString().contains("could not be analysed");
    assertAllArrived(CapturingAppender.takeShared(KEY), false, true);
  }

  /** But for asynchronous loggers: see {@link AsyncLoggersReloadTest}. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MIXED")
  void losesNothingWhileTheConfigurationIsExchanged(Mode mode, @TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("log4j2.xml");
    Files.writeString(file, mode.xml());
    Log4j log4j = mode.log4j();
    try (log4j) {
      log4j.start(file.toUri());
      logFromThreads(log4j.logger(), () -> log4j.reconfigure(file.toUri()));
      assertThat(log4j.openAi().isStarted()).isTrue();
    }
    assertThat(log4j.sentences()).isEmpty();
    assertAllArrived(CapturingAppender.takeShared(KEY), true, mode.keepsOrderWhenReconfigured());
  }

  /** Each thread logs numbered events, every fifth with an error; meanwhile something happens. */
  static void logFromThreads(Logger logger, Runnable meanwhile) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    AtomicInteger logged = new AtomicInteger();
    try {
      List<Future<@Nullable Void>> tasks = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        tasks.add(threads.submit(task(logger, thread, logged)));
      }
      for (int part = 1; part <= EXCHANGES; part++) {
        int reached = part * THREADS * EVENTS / (EXCHANGES + 1);
        await(reached + " events logged").until(() -> logged.get() >= reached);
        meanwhile.run();
      }
      for (Future<@Nullable Void> task : tasks) {
        task.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<@Nullable Void> task(Logger logger, int thread, AtomicInteger logged) {
    return () -> {
      for (int i = 0; i < EVENTS; i++) {
        logger.error("thread {} event {}{}", thread, i, i % 5 == 0 ? Payloads.QUOTA : "");
        logged.incrementAndGet();
      }
      return null;
    };
  }

  /** An alert can come in between. */
  static boolean isOfTheApplication(LogEvent event) {
    return !AlertHost.LOGGER.equals(event.getLoggerName());
  }

  private static void assertAllArrived(List<LogEvent> all, boolean enriched, boolean ordered) {
    List<LogEvent> events = all.stream().filter(LoggerModesTest::isOfTheApplication).toList();
    assertThat(events).hasSize(THREADS * EVENTS);
    for (int thread = 0; thread < THREADS; thread++) {
      String beginning = "thread " + thread + " event ";
      List<String> got =
          events.stream()
              .map(event -> event.getMessage().getFormattedMessage())
              .filter(text -> text.startsWith(beginning))
              .toList();
      List<String> expected =
          IntStream.range(0, EVENTS)
              .mapToObj(i -> beginning + i + (i % 5 == 0 ? Payloads.QUOTA : ""))
              .toList();
      if (ordered) {
        assertThat(got).isEqualTo(expected);
      } else {
        assertThat(got).containsExactlyInAnyOrderElementsOf(expected);
      }
    }
    assertThat(events)
        .allSatisfy(
            event ->
                assertThat(Log4j.kind(event))
                    .isEqualTo(
                        enriched && event.getMessage().getFormattedMessage().endsWith("}}")
                            ? "insufficient_quota"
                            : "-"));
  }
}
