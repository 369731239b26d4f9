package dev.openaierrors.log4j2;

import static dev.openaierrors.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Asynchronous loggers whose configuration is exchanged while they are in use.
 *
 * <p>Here Log4j itself loses events, with any appender: its queue is taken away while threads stand
 * in line for room in it, and each of them loses the event that it is about to log. The slower the
 * appenders are, the more often the queue is full. What we have to keep is that nobody loses more
 * because of us.
 */
class AsyncLoggersReloadTest {

  private static final int THREADS = 4;

  private static final String ALONE =
      """
      <Configuration>
        <Appenders>
          <Gate name="GATE"/>
        </Appenders>
        <Loggers>
          <AsyncRoot level="INFO"><AppenderRef ref="GATE"/></AsyncRoot>
        </Loggers>
      </Configuration>
      """;

  private static final String WITH_US =
      """
      <Configuration>
        <Appenders>
          <Gate name="GATE"/>
          <OpenAiErrors name="OPENAI"><AppenderRef ref="GATE"/></OpenAiErrors>
        </Appenders>
        <Loggers>
          <AsyncRoot level="INFO"><AppenderRef ref="OPENAI"/></AsyncRoot>
        </Loggers>
      </Configuration>
      """;

  private static final String BESIDE_ANOTHER =
      """
      <Configuration>
        <Appenders>
          <Capture name="SIBLING" key="reload.sibling"/>
          <Capture name="TARGET" key="reload.target"/>
          <OpenAiErrors name="OPENAI"><AppenderRef ref="TARGET"/></OpenAiErrors>
        </Appenders>
        <Loggers>
          <AsyncRoot level="INFO">
            <AppenderRef ref="SIBLING"/>
            <AppenderRef ref="OPENAI"/>
          </AsyncRoot>
        </Loggers>
      </Configuration>
      """;

  @TempDir Path folder;

  private Path file = Path.of("");

  @BeforeEach
  void file() {
    file = folder.resolve("log4j2.xml");
  }

  /** Once Log4j loses none any more, the paragraph on it in {@code docs/recipes.md} can go. */
  @Test
  void withUsAsManyEventsAreLostAsWithoutUs() throws Exception {
    // All in line lose one. Whoever stands first gets a place, and is too late with it at times.
    assertThat(lost(ALONE)).as("without us").isBetween(THREADS - 1L, (long) THREADS);
    assertThat(lost(WITH_US)).as("with us").isBetween(THREADS - 1L, (long) THREADS);
  }

  /** How many events of threads that stand in line are lost at one exchange. */
  private long lost(String xml) throws Exception {
    Files.writeString(file, xml);
    AtomicLong logged = new AtomicLong();
    AtomicBoolean enough = new AtomicBoolean();
    Log4j log4j = Log4j.notStarted(false);
    List<Thread> line =
        IntStream.range(0, THREADS).mapToObj(i -> logging(log4j, logged, enough)).toList();
    try (log4j) {
      log4j.start(file.toUri());
      GateAppender.shut();
      try {
        line.forEach(Thread::start);
        await("a full queue, and all but one in line for it")
            .until(() -> count(line, Thread.State.BLOCKED) == THREADS - 1);
        Thread exchange = new Thread(() -> log4j.reconfigure(file.toUri()));
        exchange.start();
        await("the old queue to be taken away").until(() -> drains(exchange));
        GateAppender.open();
        exchange.join();
      } finally {
        GateAppender.open();
        enough.set(true);
      }
      for (Thread thread : line) {
        thread.join();
      }
    }
    assertThat(log4j.sentences()).isEmpty();
    return logged.get() - GateAppender.passed();
  }

  private static Thread logging(Log4j log4j, AtomicLong logged, AtomicBoolean enough) {
    return new Thread(
        () -> {
          while (!enough.get()) {
            log4j.logger().error("event {}", logged.incrementAndGet());
          }
        });
  }

  private static long count(List<Thread> threads, Thread.State state) {
    return threads.stream().filter(thread -> thread.getState() == state).count();
  }

  /** Whether it sleeps until all that the old queue holds is written. */
  private static boolean drains(Thread exchange) {
    return exchange.getState() == Thread.State.TIMED_WAITING
        && Stream.of(exchange.getStackTrace())
            .anyMatch(frame -> frame.getClassName().endsWith("AsyncLoggerConfigDisruptor"));
  }

  @Test
  void allThatAnAppenderBesideUsGetsGoesOnToOurTarget() throws Exception {
    Files.writeString(file, BESIDE_ANOTHER);
    Log4j log4j = Log4j.notStarted(false);
    try (log4j) {
      log4j.start(file.toUri());
      LoggerModesTest.logFromThreads(log4j.logger(), () -> log4j.reconfigure(file.toUri()));
      assertThat(log4j.openAi().isStarted()).isTrue();
    }
    assertThat(log4j.sentences()).isEmpty();
    List<String> beside = texts("reload.sibling");
    assertThat(texts("reload.target")).isEqualTo(beside).doesNotHaveDuplicates();
    int all = LoggerModesTest.THREADS * LoggerModesTest.EVENTS;
    // A thread has one event under way when its configuration is exchanged.
    int atRisk = LoggerModesTest.THREADS * LoggerModesTest.EXCHANGES;
    assertThat(beside).hasSizeBetween(all - atRisk, all);
  }

  /** In one order, since the old queue and the new one are emptied by two threads at a time. */
  private static List<String> texts(String key) {
    return CapturingAppender.takeShared(key).stream()
        .filter(LoggerModesTest::isOfTheApplication)
        .map(event -> event.getMessage().getFormattedMessage())
        .sorted()
        .toList();
  }
}
