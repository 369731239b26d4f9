package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;

/** In whatever order a layout has its parts, and whatever is around them: all of them are read. */
class AnyLayoutTest {

  private static final int EVENTS = 20;
  private static final String[] LEVELS = {"INFO", "WARN", "ERROR"};
  private static final String[] LOGGERS = {"c.acme.Chat", "c.acme.mail.Sender", "o.h.Session"};
  private static final String[] THREADS = {"main", "http-nio-8080-exec-%d", "pool-2-thread-%d"};
  private static final String[] TEXTS = {
    "no answer came", "the order %d was served", "asked %d times: no answer", "gave up, see below"
  };

  @RepeatedTest(300)
  void timeFirst() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> parts = new ArrayList<>(List.of("LEVEL", "THREAD", "LOGGER"));
    Collections.shuffle(parts, random);
    readBack(seed, random, around("TIME", random, true), parts);
  }

  @RepeatedTest(100)
  void levelFirst() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> parts = new ArrayList<>(List.of("THREAD", "LOGGER"));
    Collections.shuffle(parts, random);
    String time = around("TIME", random, true);
    readBack(seed, random, "LEVEL " + time, parts);
  }

  private static void readBack(long seed, Random random, String begin, List<String> parts) {
    StringBuilder layout = new StringBuilder(begin);
    String between = random.nextInt(4) == 0 ? " | " : " ";
    for (String part : parts) {
      boolean bare = part.equals("LEVEL") || between.equals(" | ");
      layout.append(between).append(bare ? part : around(part, random, part.equals("LOGGER")));
    }
    String end = between.equals(" | ") ? between : random.nextBoolean() ? " - " : " : ";
    layout.append(end).append("TEXT");

    StringBuilder log = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      String time = String.format(Locale.ROOT, "2026-05-04 09:15:%02d,101", i);
      String level = LEVELS[random.nextInt(LEVELS.length)];
      String logger = LOGGERS[random.nextInt(LOGGERS.length)];
      String thread = THREADS[random.nextInt(THREADS.length)].formatted(1 + random.nextInt(9));
      String text = TEXTS[random.nextInt(TEXTS.length)].formatted(random.nextInt(90));
      log.append(
              layout
                  .toString()
                  .replace("TIME", time)
                  .replace("LEVEL", level)
                  .replace("LOGGER", logger)
                  .replace("THREAD", thread)
                  .replace("TEXT", text))
          .append('\n');
      expected.add(
          time.replace(',', '.')
              + " | "
              + level
              + " | "
              + logger
              + " | "
              + thread
              + " | null | "
              + text);
    }

    assertThat(ReadLog.of(log.toString()).events())
        .as("seed %d: %s", seed, layout)
        .extracting(ReadLog::all)
        .isEqualTo(expected);
  }

  /** In brackets of some kind, or bare if that can be. */
  private static String around(String part, Random random, boolean bare) {
    return switch (random.nextInt(bare ? 3 : 2)) {
      case 0 -> "[" + part + "]";
      case 1 -> "(" + part + ")";
      default -> part;
    };
  }
}
