package dev.openaierrors.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is taken for, and what a user is told where that is not certain. */
class FormatSetTest {

  private static final String EVENT = "2026-05-04 09:15:02,101 ERROR [main] a.B - no answer\n";
  private static final String OBJECT =
      "{\"@timestamp\":\"2026-05-04T09:15:02Z\",\"level\":\"ERROR\",\"logger_name\":\"a.B\",\"message\":\"no\"}\n";

  static Stream<String> ids() {
    return FormatSet.ids().stream();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void eachIdCanBeAskedFor(String id) {
    byte[] sample = EVENT.getBytes(UTF_8);

    assertThat(FormatSet.forced(id, sample, sample.length).title()).isNotBlank();
    assertThat(FormatSet.forced(id, sample, 0).title()).isNotBlank();
    assertThat(id).matches("[a-z0-9-]+");
  }

  static Stream<FormatSample> samples() {
    return FormatSample.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aFewLinesTellAsMuchAsMany(FormatSample sample) {
    byte[] once = sample.text().getBytes(UTF_8);
    byte[] often = sample.text().repeat(50).getBytes(UTF_8);

    assertThat(FormatSet.detect(often, often.length).title())
        .isEqualTo(FormatSet.detect(once, once.length).title());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void onlySoMuchOfASampleCountsAsIsSaid(FormatSample sample) {
    byte[] text = sample.text().getBytes(UTF_8);
    byte[] more = (sample.text() + "\n\0\n\u00e4{{{\"\n").getBytes(UTF_8);

    assertThat(FormatSet.detect(more, text.length).title())
        .isEqualTo(FormatSet.detect(text, text.length).title());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\n\n\n", " ", "no answer\n", "a\nb\nc\n", "\0\0\0"})
  void whatHasNoLayoutIsNotRecognised(String text) {
    ReadLog log = ReadLog.of(text);

    assertThat(log.formats().isRecognised()).isFalse();
    assertThat(log.title()).isEqualTo("lines without a time");
    assertThat(log.formats().warnings()).isEmpty();
  }

  @Test
  void blanksBeforeLinesOfTextAreNothingToKnowItBy() {
    String frames = "\tat a.B.c(B.java:1)\n".repeat(40);
    String copied = "    2026-05-04 08:00:00.000 ERROR [t-1] a.B - no answer\n".repeat(4);

    assertThat(ReadLog.of(frames).formats().isRecognised()).isFalse();
    assertThat(ReadLog.of(copied).formats().isRecognised()).isTrue();
  }

  @Test
  void whatIsInOneFileIsAddedToWhatIsKnownOfIt() {
    FormatSet text = ReadLog.of(EVENT.repeat(3)).formats();
    FormatSet objects = ReadLog.of(OBJECT.repeat(3)).formats();
    byte[] mixed = (EVENT + OBJECT + EVENT).getBytes(UTF_8);

    FormatSet both = text.and(objects);

    EventReader reader = new EventReader(both);
    assertThat(both.title()).isEqualTo(text.title());
    assertThat(reader.begins(mixed, 0, mixed.length)).isTrue();
    assertThat(reader.begins(mixed, EVENT.length(), mixed.length)).isTrue();
    assertThat(text.and(text).formats()).isEqualTo(text.formats());
  }

  @Test
  void toWhatHasNoLayoutOneCanBeAdded() {
    FormatSet plain = ReadLog.of("no answer\n").formats();
    FormatSet text = ReadLog.of(EVENT.repeat(3)).formats();

    assertThat(plain.and(text).isRecognised()).isTrue();
    assertThat(plain.and(plain).isRecognised()).isFalse();
    assertThat(new EventReader(plain.and(text)).begins("no answer\n".getBytes(UTF_8), 0, 10))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%02d.05.2026 09:15:02 | 1 | 12 | 05-01 |",
        "%02d/05/2026 09:15:02 | 1 | 20 | 05-01 |",
        "%02d/05/2026 09:15:02 | 1 | 12 | 05-01 |",
        "05/%02d/2026 09:15:02 | 1 | 20 | 05-01 |",
        "05/%02d/2026 09:15:02 | 1 | 12 | 05-01 |",
        "05/%02d/26 09:15:02 | 13 | 20 | 05-13 |",
        "5/%d/2026 9:15:02 AM | 1 | 5 | 05-01 |",
        "26/05/%02d 09:15:02 | 1 | 12 | 05-01 |",
        "%02d-05-2026 09:15:02 | 1 | 31 | 05-01 |",
        "2026/05/%02d 09:15:02 | 1 | 12 | 05-01 |",
      })
  void dayAndMonthAreToldApartByTheirOrder(String form, int first, int last, String date) {
    StringBuilder log = new StringBuilder();
    for (int day = first; day <= last; day++) {
      log.append(String.format(Locale.ROOT, form, day)).append(" ERROR a.B - no answer\n");
    }

    ReadLog read = ReadLog.of(log.toString());

    assertThat(ReadLog.time(read.first())).startsWith("2026-" + date);
    assertThat(read.formats().warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "04/05/2026 09:15:02, day/month",
    "4/5/2026 9:15:02 AM, month/day",
    "04-05-2026 09:15:02, day/month",
  })
  void whereNothingTellsThemApartTheUserIsTold(String time, String taken) {
    ReadLog log = ReadLog.of((time + " ERROR a.B - no answer\n").repeat(5));

    assertThat(log.formats().warnings())
        .singleElement()
        .asString()
        .contains(taken)
        .contains("--time-format");
  }

  @ParameterizedTest
  @ValueSource(strings = {"05/05/2026 09:15:02", "04.05.2026 09:15:02", "2026-05-04 09:15:02"})
  void whereItDoesNotMatterNobodyIsTold(String time) {
    ReadLog log = ReadLog.of((time + " ERROR a.B - no answer\n").repeat(5));

    assertThat(log.formats().warnings()).isEmpty();
  }

  @Test
  void aPatternThatNoLineHasIsToldAndThenItIsFoundOut() {
    byte[] sample = EVENT.repeat(5).getBytes(UTF_8);

    FormatSet formats = FormatSet.detect(sample, sample.length, TimePattern.of("dd.MM.yyyy HH:mm"));

    assertThat(formats.warnings()).singleElement().asString().contains("dd.MM.yyyy HH:mm");
    assertThat(ReadLog.time(new EventReader(formats).time(sample, 0, sample.length)))
        .isEqualTo("2026-05-04 09:15:02.101");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yyyy-MM-dd'T'HH:mm:ssX | 2026-05-04T09:15:02+02 | 2026-05-04 07:15:02 Z",
        "dd/MM/yyyy HH:mm:ss | 04/05/2026 09:15:02 | 2026-05-04 09:15:02",
        "MM/dd/yyyy HH:mm:ss | 04/05/2026 09:15:02 | 2026-04-05 09:15:02",
        "d.M.yy H:mm | 4.5.26 9:15 | 2026-05-04 09:15:00",
        "HH:mm:ss.SSS | 09:15:02.101 | 09:15:02.101",
        "dd MMM HH:mm:ss | 04 May 09:15:02 | 05-04 09:15:02",
        "dd-MMM-yy hh.mm.ss.SSSSSSSSS a | 04-MAY-26 09.15.02.101202303 PM | 2026-05-04 21:15:02.101202303",
        "yyyyMMddHHmmssSSS | 20260504091502101 | 2026-05-04 09:15:02.101",
        "uuuu-DDD HH:mm | 2024-366 09:15 | 2024-12-31 09:15:00",
        "yyyy-MM-dd HH:mm:ss VV | 2026-05-04 09:15:02 Europe/Berlin | 2026-05-04 07:15:02 Z",
        "yyyy-MM-dd HH:mm:ss VV | 2026-01-04 09:15:02 Europe/Berlin | 2026-01-04 08:15:02 Z",
      })
  void aPatternThatAUserGivesCounts(String pattern, String time, String read) {
    byte[] sample = (time + " ERROR a.B - no answer\n").repeat(5).getBytes(UTF_8);

    FormatSet formats = FormatSet.detect(sample, sample.length, TimePattern.of(pattern));

    assertThat(formats.warnings()).isEmpty();
    assertThat(ReadLog.time(new EventReader(formats).time(sample, 0, sample.length)))
        .isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "yyyy", "MM-dd", "ss", "{", "'", "qqq nope", "yyyy HH:mm", "dd HH:mm"})
  void whatIsNoPatternOfATimeIsRefusedInWords(String pattern) {
    assertThatThrownBy(() -> TimePattern.of(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isNotBlank();
  }

  @Test
  void thePatternIsShownAsItWasGiven() {
    assertThat(TimePattern.of("HH:mm:ss")).hasToString("HH:mm:ss");
  }

  @Test
  void whatHasTimesOfDayOnlyIsKnown() {
    assertThat(ReadLog.of("09:15:02.101 [main] ERROR a.B -- no answer\n").formats().hasTimeOnly())
        .isTrue();
    assertThat(ReadLog.of(EVENT).formats().hasTimeOnly()).isFalse();
    assertThat(ReadLog.of(OBJECT).formats().hasTimeOnly()).isFalse();
    assertThat(ReadLog.of("no answer\n").formats().hasTimeOnly()).isFalse();
  }

  @Test
  void theNewestLineFirstIsKnownByTheTimesAround() {
    String line = "{\"line\":\"%s\",\"timestamp\":\"2026-05-04T09:15:%02d.000Z\",\"pod\":\"a\"}\n";
    StringBuilder back = new StringBuilder();
    StringBuilder on = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      back.append(String.format(Locale.ROOT, line, EVENT.strip(), 59 - i));
      on.append(String.format(Locale.ROOT, line, EVENT.strip(), i));
    }

    assertThat(ReadLog.of(back.toString()).formats().isNewestFirst()).isTrue();
    assertThat(ReadLog.of(on.toString()).formats().isNewestFirst()).isFalse();
    assertThat(List.of(ReadLog.of(back.toString()).title(), ReadLog.of(on.toString()).title()))
        .containsOnly("text in JSON, Logback pattern");
  }
}
