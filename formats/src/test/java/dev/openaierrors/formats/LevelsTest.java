package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How bad an event was, whatever its library or its language calls that. */
class LevelsTest {

  private static final String TIME = "2026-05-04 09:15:02,101 ";

  static Stream<Arguments> names() {
    return Stream.of(
            "TRACE: TRACE FINEST FINER TRC TRCE VERBOSE VRB",
            "DEBUG: DEBUG FINE DBG",
            "INFO: INFO INF INFORMATION NOTICE CONFIG NOTE LOG SUCCESS",
            "WARN: WARN WARNING WRN",
            "ERROR: ERROR ERR EROR FATAL FTL SEVERE CRITICAL CRIT ALERT EMERG EMERGENCY PANIC FAIL")
        .flatMap(
            row -> {
              String level = row.substring(0, row.indexOf(':'));
              return Stream.of(row.substring(row.indexOf(' ') + 1).split(" ", -1))
                  .map(name -> Arguments.of(name, level));
            });
  }

  @ParameterizedTest
  @MethodSource("names")
  void ofManyLibrariesMeanOneOfFive(String name, String level) {
    assertThat(LevelNames.ofName(name)).isEqualTo(level);
    assertThat(LevelNames.ofName(name.toLowerCase(Locale.ROOT))).isEqualTo(level);
    assertThat(level(TIME + "[" + name + "] a.B - no answer")).isEqualTo(level);
    assertThat(level(TIME + "[" + name.toLowerCase(Locale.ROOT) + "] a.B - no answer"))
        .isEqualTo(level);
    assertThat(level(TIME + name + " a.B - no answer")).isEqualTo(level);
    assertThat(level(TIME + "| " + name + " | a.B | no answer")).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "de, SCHWERWIEGEND, WARNUNG, INFORMATION",
    "fr, GRAVE, AVERTISSEMENT, INFOS",
    "es, GRAVE, ADVERTENCIA, INFORMACIÓN",
    "it, GRAVE, AVVERTENZA, INFORMAZIONI",
    "pt, GRAVE, ADVERTÊNCIA, INFORMAÇÕES",
    "sv, ALLVARLIG, VARNING, INFO",
    "ja, 重大, 警告, 情報",
    "ja, 致命的, 警告, 情報",
    "ko, 심각, 경고, 정보",
    "zh-CN, 严重, 警告, 信息",
    "zh-TW, 嚴重, 警告, 資訊",
  })
  void ofTheJdkInAnotherLanguageAreKnown(
      String language, String severe, String warning, String info) {
    assertThat(List.of(severe, warning, info))
        .as(language)
        .extracting(LevelNames::ofName)
        .containsExactly("ERROR", "WARN", "INFO");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"en", "de", "ja", "zh-CN", "fr", "es", "it", "ko", "pt-BR", "sv", "zh-TW"})
  void asThisJdkWritesThemAreKnown(String language) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));

      assertThat(List.of(Level.SEVERE, Level.WARNING, Level.INFO))
          .extracting(level -> LevelNames.ofName(level.getLocalizedName()))
          .containsExactly("ERROR", "WARN", "INFO");
      assertThat(List.of(Level.FINE, Level.FINER, Level.FINEST))
          .extracting(level -> LevelNames.ofName(level.getLocalizedName()))
          .allSatisfy(level -> assertThat(level).isIn(null, "DEBUG", "TRACE"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.B - no answer",
        "Error while asking",
        "warning signs were seen",
        "Errors were seen",
        "INFORMED of it",
        "ERRORS: 7",
        "FATALITY was it",
        "WARN_LIMIT=7 reached",
        "a.ERROR is a name",
        "E is a letter",
        "information is missing",
        "no ERRORs",
      })
  void aWordOfTheMessageIsNone(String text) {
    assertThat(level(TIME + text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "E", "ER", "LOUD", "ERRORS", "INFO1", "-", "7", "null", "OFF", "ALL"})
  void whatIsNoNameIsNone(String name) {
    assertThat(LevelNames.ofName(name)).isNull();
  }

  @Test
  void aLanguageThatHasNoDotlessLettersReadsThemAll() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));

      assertThat(Stream.of("info", "critical", "information", "verbose", "fine", "inf"))
          .extracting(LevelNames::ofName)
          .containsExactly("INFO", "ERROR", "INFO", "TRACE", "DEBUG", "INFO");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, ERROR",
    "1, ERROR",
    "2, ERROR",
    "3, ERROR",
    "4, WARN",
    "5, INFO",
    "6, INFO",
    "7, DEBUG"
  })
  void ofSyslogAreSeverities(int severity, String level) {
    assertThat(Levels.ofSyslog(severity)).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "DEBUG, true",
    "TRACE, true",
    "INFO, false",
    "WARN, false",
    "ERROR, false",
    ", false"
  })
  void belowInfoAreTwo(@Nullable String level, boolean below) {
    assertThat(Levels.isBelowInfo(level)).isEqualTo(below);
  }

  private static @Nullable String level(String line) {
    // What is below INFO is no event: ordinary ones before and behind show that it was read.
    String text = (line + "\n").repeat(4);
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    EventReader reader = new EventReader(FormatSet.detect(bytes, bytes.length));
    assertThat(reader.begins(bytes, 0, bytes.length)).as(line).isTrue();
    Head head = new Head();
    head.clear();
    for (LogFormat format : reader.formats().formats()) {
      head.clear();
      if (format.begins(new Cursor().on(bytes, 0, text.indexOf('\n')), head)) {
        return head.level;
      }
    }
    return null;
  }
}
