package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;

/** In whatever order a layout has its parts, and whatever is around them: all of them are read. */
class AnyLayoutTest {

  private static final int EVENTS = 20;
  private static final String[] TIMES = {
    "yyyy-MM-dd HH:mm:ss,SSS",
    "yyyy-MM-dd'T'HH:mm:ss.SSS",
    "yyyy/MM/dd HH:mm:ss",
    "dd.MM.yyyy HH:mm:ss",
    "MM/dd/yyyy HH:mm:ss.SSS",
    "dd MMM yyyy HH:mm:ss,SSS",
    "yyyyMMdd HH:mm:ss",
    "HH:mm:ss.SSS"
  };
  private static final String[] LEVELS = {"INFO", "WARN", "ERROR"};
  private static final String[] LOGGERS = {"c.acme.Chat", "c.acme.mail.Sender", "o.h.Session"};
  private static final String[] THREADS = {"main", "http-nio-8080-exec-%d", "pool-2-thread-%d"};
  private static final String[] TEXTS = {
    "no answer came", "the order %d was served", "asked %d times: no answer", "gave up, see below"
  };

  @RepeatedTest(150)
  void timeFirst() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> parts = new ArrayList<>(List.of("LEVEL", "THREAD", "LOGGER"));
    Collections.shuffle(parts, random);
    readBack(seed, random, around("TIME", random, true), parts);
  }

  @RepeatedTest(60)
  void levelFirst() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> parts = new ArrayList<>(List.of("THREAD", "LOGGER"));
    Collections.shuffle(parts, random);
    String time = around("TIME", random, true);
    readBack(seed, random, "LEVEL " + time, parts);
  }

  /** Also where there is no thread, and with what else stands between. */
  @RepeatedTest(150)
  void withMoreOrLess() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String[] more = {"", "[7a3f-%d]", "[order=%d]", "4711", "[4711]", "{req=%d}", "(4711)"};
    List<String> parts = new ArrayList<>(List.of("LEVEL", "LOGGER"));
    Collections.shuffle(parts, random);
    String one = more[random.nextInt(more.length)];
    if (!one.isEmpty()) {
      parts.add(random.nextInt(parts.size()), one);
    }
    readBack(seed, random, around("TIME", random, true), parts);
  }

  private static void readBack(long seed, Random random, String begin, List<String> parts) {
    StringBuilder layout = new StringBuilder(begin);
    String between = random.nextInt(4) == 0 ? " | " : " ";
    for (String part : parts) {
      boolean bare = !List.of("THREAD", "LOGGER").contains(part) || between.equals(" | ");
      layout.append(between).append(bare ? part : around(part, random, part.equals("LOGGER")));
    }
    String end = between.equals(" | ") ? between : random.nextBoolean() ? " - " : " : ";
    layout.append(end).append("TEXT");

    DateTimeFormatter form =
        DateTimeFormatter.ofPattern(TIMES[random.nextInt(TIMES.length)], Locale.ENGLISH);
    boolean threaded = parts.contains("THREAD");
    StringBuilder log = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      LocalDateTime time = LocalDateTime.of(2026, 5, 4 + i, 9, 15, i, 101_000_000);
      String level = LEVELS[random.nextInt(LEVELS.length)];
      String logger = LOGGERS[random.nextInt(LOGGERS.length)];
      String thread = THREADS[random.nextInt(THREADS.length)].formatted(1 + random.nextInt(9));
      String text = TEXTS[random.nextInt(TEXTS.length)].formatted(random.nextInt(90));
      log.append(
              layout
                  .toString()
                  .replace("TIME", form.format(time))
                  .replace("LEVEL", level)
                  .replace("LOGGER", logger)
                  .replace("THREAD", thread)
                  .replace("%d", "" + (10 + i))
                  .replace("TEXT", text))
          .append('\n');
      expected.add(
          (i + " | " + level + " | " + logger + " | ")
              + ((threaded ? thread : "null") + " | " + text));
    }

    assertThat(ReadLog.of(log.toString()).events())
        .as("seed %d: %s", seed, layout)
        .extracting(
            event ->
                (second(event) + " | " + event.level() + " | ")
                    + (event.logger() + " | " + (threaded ? event.thread() : "null"))
                    + (" | " + event.message()))
        .isEqualTo(expected);
  }

  private static int second(ParsedEvent event) {
    LogTime time = event.time();
    return time == null ? -1 : time.second();
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
