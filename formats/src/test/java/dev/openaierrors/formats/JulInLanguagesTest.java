package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What java.util.logging writes where the machine speaks another language. */
class JulInLanguagesTest {

  private static final int EVENTS = 40;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  @ParameterizedTest
  @CsvSource({
    "en-US, SEVERE, WARNING",
    "en-GB, SEVERE, WARNING",
    "en-IN, SEVERE, WARNING",
    "en-AU, SEVERE, WARNING",
    "en-CA, SEVERE, WARNING",
    "de-DE, SCHWERWIEGEND, WARNUNG",
    "fr-FR, GRAVE, AVERTISSEMENT",
    "es-ES, GRAVE, ADVERTENCIA",
    "it-IT, GRAVE, AVVERTENZA",
    "pt-BR, GRAVE, ADVERTÊNCIA",
    "ja-JP, 重大, 警告",
    "ko-KR, 심각, 경고",
    "zh-CN, 严重, 警告",
    "zh-TW, 嚴重, 警告",
    "ru-RU, SEVERE, WARNING",
    "nl-NL, SEVERE, WARNING",
    "sv-SE, ALLVARLIG, VARNING",
  })
  void isReadWithItsTimeItsLevelAndItsText(String language, String severe, String warning) {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Locale locale = Locale.forLanguageTag(language);
    StringBuilder log = new StringBuilder();
    List<String> expected = new ArrayList<>();
    OffsetDateTime time = OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    for (int i = 0; i < EVENTS; i++) {
      time = time.plusSeconds(random.nextInt(16 * 86_400));
      boolean bad = random.nextBoolean();
      log.append(
          String.format(
              locale,
              "%1$tb %1$td, %1$tY %1$tl:%1$tM:%1$tS %1$Tp %2$s%n%3$s: %4$s%n",
              time,
              "a.b.Chat ask",
              bad ? severe : warning,
              "no answer " + i));
      String level = bad ? " ERROR " : " WARN ";
      expected.add(CLOCK.format(time) + level + "a.b.Chat no answer " + i);
    }

    assertThat(ReadLog.of(log.toString()).events())
        .as("seed %d: %s", seed, log.substring(0, 100))
        .extracting(
            event ->
                ReadLog.time(event)
                    + " "
                    + event.level()
                    + " "
                    + event.logger()
                    + " "
                    + event.message())
        .isEqualTo(expected);
  }
}
