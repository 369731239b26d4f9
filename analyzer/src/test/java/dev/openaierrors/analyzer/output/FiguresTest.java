package dev.openaierrors.analyzer.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.analyzer.report.Count;
import dev.openaierrors.analyzer.report.Facet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and times as people read them. */
class FiguresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "7|7",
        "999|999",
        "1000|1,000",
        "1234567|1,234,567",
        "-999|-999",
        "-1000|-1,000",
        "9223372036854775807|9,223,372,036,854,775,807",
        "-9223372036854775808|-9,223,372,036,854,775,808",
      })
  void numbersHaveSeparators(long number, String text) {
    assertThat(Figures.number(number)).isEqualTo(text);
  }

  @Test
  void whatIsCountedAgrees() {
    assertThat(Figures.number(1, "error", "errors")).isEqualTo("1 error");
    assertThat(Figures.number(0, "error", "errors")).isEqualTo("0 errors");
    assertThat(Figures.number(2000, "error", "errors")).isEqualTo("2,000 errors");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "8449, 8.4 kB",
    "99949, 99.9 kB",
    "99950, 100 kB",
    "999499, 999 kB",
    "999500, 1.0 MB",
    "134231847, 134 MB",
    "9223372036854775807, 9.2 EB",
  })
  void sizesHaveTwoOrThreeDigits(long bytes, String text) {
    assertThat(Figures.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s", "PT89S, 89 s", "PT90S, 2 min", "PT89M29S, 89 min", "PT89M30S, 1 h 30 min",
    "PT2H, 2 h", "PT2H5M, 2 h 5 min", "PT47H59M, 47 h 59 min", "PT48H, 2 days", "PT60H, 3 days",
  })
  void durationsAreAsLongAsTheyNeed(String duration, String text) {
    assertThat(Figures.duration(Duration.parse(duration))).isEqualTo(text);
  }

  @Test
  void ofManyValuesTheFirstAreToldAndTheRestIsCounted() {
    Facet facet = new Facet(List.of(new Count("a", 1200), new Count("b", 3), new Count("c", 2)), 5);

    assertThat(Figures.facet(facet, 3)).isEqualTo("a 1,200, b 3, c 2, others 5");
    assertThat(Figures.facet(facet, 1)).isEqualTo("a 1,200, others 10");
    assertThat(Figures.facet(new Facet(List.of(), 5), 3)).isEmpty();
  }

  @Test
  void timesHaveADayWhereTheReportHasSeveral() throws Exception {
    Instant time = Instant.parse("2026-05-04T10:03:00Z");
    Figures figures = new Figures(Reports.morning());

    assertThat(figures.time(time)).isEqualTo("10:03");
    assertThat(figures.time(null)).isEqualTo("-");
    assertThat(figures.fullTime(time)).isEqualTo("2026-05-04 10:03");
    assertThat(figures.span(time, time.plusSeconds(120))).isEqualTo("2026-05-04 10:03 to 10:05 Z");
    assertThat(figures.span(time, time.plusSeconds(86_400)))
        .isEqualTo("2026-05-04 10:03 to 2026-05-05 10:03 Z");
    assertThat(figures.span(null, time)).isEqualTo("times unknown");
  }
}
