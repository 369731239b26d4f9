package dev.openaierrors.analyzer.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files are read several at once, and told one after the other. */
class FilesAtOnceTest {

  private static final int BLOCK = 1 << 16;

  @TempDir Path folder;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final List<String> names = new ArrayList<>();

  @BeforeEach
  void write() {
    for (int file = 0; file < 12; file++) {
      StringBuilder log = new StringBuilder();
      // More errors than may wait for the files before theirs.
      int events = file == 0 ? 4000 : random.nextInt(600);
      for (int i = 0; i < events; i++) {
        boolean failed = random.nextInt(3) > 0;
        log.append("2026-05-04 %02d:%02d:%02d,101 ".formatted(file, i / 60 % 60, i % 60))
            .append(failed ? "ERROR" : "INFO ")
            .append(" [main] shop.Chat - ")
            .append(failed ? "401 from api.openai.com, Incorrect API key provided" : "order")
            .append('\n');
      }
      names.add(
          Collected.write(
                  folder, "app-" + file + ".log", log.toString().getBytes(StandardCharsets.UTF_8))
              .toString());
    }
    names.add(folder.resolve("none.log").toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8})
  void whateverTheNumberOfThreadsTheSameIsTold(int threads) {
    List<String> one = told(1);

    assertThat(told(threads)).as("seed %d", seed).isEqualTo(one);
    assertThat(one).hasSizeGreaterThan(3000);
  }

  private List<String> told(int threads) {
    List<String> told = new ArrayList<>();
    EventConsumer consumer =
        new EventConsumer() {
          @Override
          public void event(AnalyzedEvent event) {
            told.add(event.toString());
          }

          @Override
          public void file(FileFacts facts) {
            told.add(facts.toString());
          }
        };
    new LogAnalysis(Collected.options(), consumer, BLOCK, threads)
        .run(names, InputStream.nullInputStream());
    return told;
  }

  @Test
  void whatWasReadOfOneIsNotKeptForTheOthers() throws IOException {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      many.add(Collected.write(folder, "small-" + i + ".log", new byte[] {'a', '\n'}).toString());
    }
    long before = direct();
    AtomicInteger read = new AtomicInteger();
    EventConsumer consumer =
        new EventConsumer() {
          @Override
          public void event(AnalyzedEvent event) {}

          @Override
          public void file(FileFacts facts) {
            if (read.incrementAndGet() == many.size()) {
              await().until(() -> direct() < before + (20L << 20));
            }
          }
        };

    new LogAnalysis(Collected.options(), consumer, 1 << 20, 2)
        .run(many, InputStream.nullInputStream());

    assertThat(read).hasValue(many.size());
  }

  /** Bytes outside of the heap into which is read. */
  private static long direct() {
    System.gc();
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }

  @Test
  void whoTakesNoMoreEndsAll() {
    EventConsumer full =
        new EventConsumer() {
          private int taken;

          @Override
          public void event(AnalyzedEvent event) {
            if (++taken > 3) {
              throw new ReportingException("full");
            }
          }
        };
    LogAnalysis analysis = new LogAnalysis(Collected.options(), full, BLOCK, 4);

    assertThatThrownBy(() -> analysis.run(names, InputStream.nullInputStream()))
        .as("seed %d", seed)
        .isInstanceOf(ReportingException.class);
  }
}
