package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any instant that a log's layout writes is read back, as far as the layout says it. */
class AnyInstantTest {

  private static final int EVENTS = 24;
  private static final long FIRST = Instant.parse("2001-09-10T00:00:00Z").getEpochSecond();
  private static final long LAST = Instant.parse("2099-10-01T00:00:00Z").getEpochSecond();
  private static final int FORTY_DAYS = 40 * 86_400;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yyyy-MM-dd'T'HH:mm:ss.SSSX",
        "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
        "yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSSXXX",
        "yyyy-MM-dd'T'HH:mm:ssXX",
        "yyyy-MM-dd HH:mm:ss,SSS",
        "yyyy-MM-dd HH:mm:ss.SSSSSS",
        "yyyy-MM-dd HH:mm:ss Z",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd hh:mm:ss a",
        "yyyy-MM-dd h:mm:ss.SSS a",
        "yyyy/MM/dd HH:mm:ss",
        "yyyy/MM/dd HH:mm:ss.SSSSSS",
        "yyyy.MM.dd HH:mm:ss.SSS",
        "dd.MM.yyyy HH:mm:ss",
        "dd.MM.yyyy HH:mm:ss,SSS",
        "dd/MM/yyyy HH:mm:ss",
        "dd-MM-yyyy HH:mm:ss.SSS",
        "MM/dd/yyyy HH:mm:ss",
        "M/d/yyyy h:mm:ss a",
        "MM/dd/yyyy hh:mm:ss.SSS a",
        "dd MMM yyyy HH:mm:ss,SSS",
        "dd-MMM-yyyy HH:mm:ss.SSS",
        "dd/MMM/yyyy:HH:mm:ss Z",
        "MMM dd, yyyy h:mm:ss a",
        "MMM d, yyyy, h:mm:ss a",
        "MMMM d, yyyy HH:mm:ss",
        "EEE MMM dd HH:mm:ss yyyy",
        "EEE MMM dd HH:mm:ss.SSSSSS yyyy",
        "EEE, dd MMM yyyy HH:mm:ss Z",
        "MMM dd HH:mm:ss",
        "MMM dd HH:mm:ss.SSS",
        "yyyyMMdd HH:mm:ss.SSS",
        "yyyyMMdd'T'HHmmss.SSSX",
        "yyyyMMdd HHmmss",
        "yyyyMMdd-HH:mm:ss",
        "yyMMdd HH:mm:ss",
        "MM-dd HH:mm:ss.SSS",
        "HH:mm:ss.SSS",
        "HH:mm:ss",
      })
  void isReadBackWhereItBeginsTheLine(String pattern) {
    readBack(pattern, "%s ERROR [main] a.B - no answer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
        "yyyy-MM-dd HH:mm:ss,SSS",
        "dd.MM.yyyy HH:mm:ss",
        "MMM dd, yyyy h:mm:ss a",
        "dd/MMM/yyyy:HH:mm:ss Z",
        "HH:mm:ss.SSS",
        "EEE MMM dd HH:mm:ss yyyy",
        "dd MMM yyyy HH:mm:ss",
      })
  void isReadBackWhereElseItStands(String pattern) {
    readBack(pattern, "[%s] [ERROR] [main] a.B - no answer");
    readBack(pattern, "ERROR %s [main] a.B - no answer");
    readBack(pattern, "ERROR [main] [%s] a.B - no answer");
    readBack(pattern, "[main] (%s) ERROR a.B - no answer");
    readBack(pattern, "%s|ERROR|main|a.B|no answer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yyyy-MM-dd HH.mm.ss.SSS XXX",
        "dd.MM.yy HH:mm:ss,SSS",
        "d/M/yy h:mm:ss a",
        "yyyyDDDHHmmss",
        "EEE dd MMM yyyy HH'h'mm ss",
        "yyyy'-W'MM-dd HH:mm:ss.SSS",
      })
  void isReadBackByThePatternThatAUserGives(String pattern) {
    long seed = new Random().nextLong();
    List<OffsetDateTime> times = times(new Random(seed));
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    StringBuilder log = new StringBuilder();
    times.forEach(time -> log.append(formatter.format(time)).append(" ERROR a.B - no answer\n"));
    byte[] bytes = log.toString().getBytes(StandardCharsets.UTF_8);

    FormatSet formats = FormatSet.detect(bytes, bytes.length, TimePattern.of(pattern));

    EventReader reader = new EventReader(formats);
    int start = 0;
    for (OffsetDateTime time : times) {
      assertThat(inUtc(reader.time(bytes, start, bytes.length)))
          .as("seed %d: %s", seed, formatter.format(time))
          .isEqualTo(inUtc(LogTimes.said(time, pattern)));
      start = LogBytes.lineEnd(bytes, start, bytes.length) + 1;
    }
  }

  private static void readBack(String pattern, String line) {
    long seed = new Random().nextLong();
    List<OffsetDateTime> times = times(new Random(seed));
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    StringBuilder log = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (OffsetDateTime time : times) {
      log.append(line.formatted(formatter.format(time))).append('\n');
      expected.add(ReadLog.time(LogTimes.said(time, pattern)));
    }

    assertThat(ReadLog.of(log.toString()).events())
        .as("seed %d: %s", seed, log.substring(0, log.indexOf("\n")))
        .extracting(ReadLog::time)
        .isEqualTo(expected);
  }

  /** Of some weeks, as order tells day and month apart, in a zone of their own. */
  private static List<OffsetDateTime> times(Random random) {
    ZoneOffset zone = ZoneOffset.ofTotalSeconds(900 * (random.nextInt(100) - 48));
    long begin = FIRST + (long) (random.nextDouble() * (LAST - FIRST - FORTY_DAYS));
    List<OffsetDateTime> times = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      long second = begin + (long) i * FORTY_DAYS / EVENTS + random.nextInt(FORTY_DAYS / EVENTS);
      times.add(Instant.ofEpochSecond(second, random.nextInt(1_000_000_000)).atOffset(zone));
    }
    return times;
  }

  private static String inUtc(@org.jspecify.annotations.Nullable LogTime time) {
    if (time == null || time.offset() == null) {
      return ReadLog.time(time);
    }
    OffsetDateTime moved =
        OffsetDateTime.of(
                time.year(),
                time.month(),
                time.day(),
                time.hour(),
                time.minute(),
                time.second(),
                time.nano(),
                time.offset())
            .withOffsetSameInstant(ZoneOffset.UTC);
    return moved.toString();
  }
}
